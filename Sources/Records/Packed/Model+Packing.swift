import Vietnamese

extension Model {
  /// 56 bytes.
  public static var packing: Packing<Model>? {
    Packing(size: Packer.nameSize + 3 * 4 + 4 + 6 * 4) { model, packer in
      packer.number(model.row)
      packer.name(model.code)
      packer.shared(model.organisation)
      packer.shared(model.campaign)
      packer.item(model.field)
      packer.item(model.kind)
      packer.item(model.level)
      packer.item(model.stage)
      packer.date(model.registeredOn)
      packer.date(model.startedOn)
      packer.date(model.effectiveOn)
      packer.date(model.recognisedOn)
      packer.date(model.replicatedOn)
      packer.date(model.stoppedOn)
    } unpack: { packed in
      Model(
        row: packed.number(), code: packed.name(), name: "", organisation: packed.shared() ?? "",
        campaign: packed.shared(), field: packed.item(.other), kind: packed.item(.collective),
        level: packed.item(.province), stage: packed.item(.registered), registeredOn: packed.date() ?? .earliest,
        startedOn: packed.date(), effectiveOn: packed.date(), recognisedOn: packed.date(),
        replicatedOn: packed.date(), stoppedOn: packed.date())
    }
  }
}
