import Vietnamese

extension Model {
  /// 56 bytes.
  public static var packing: Packing<Model>? {
    Packing(size: Packer.nameSize + 10) { model, packer in
      packer.number(model.row)
      packer.name(model.code)
      packer.shared(model.organisation)
      packer.shared(model.campaign)
      packer.items(model.field, model.kind, model.level, model.stage)
      packer.date(model.registeredOn)
      packer.date(model.startedOn)
      packer.date(model.effectiveOn)
      packer.date(model.recognisedOn)
      packer.date(model.replicatedOn)
      packer.date(model.stoppedOn)
    } unpack: { packed in
      let (row, code, organisation) = (packed.number(), packed.name(), packed.shared())
      let (campaign, items) = (packed.shared(), packed.number())
      return Model(
        row: row, code: code, name: "", organisation: organisation ?? "", campaign: campaign,
        field: Unpacker.item(0, of: items) ?? .other, kind: Unpacker.item(1, of: items) ?? .collective,
        level: Unpacker.item(2, of: items) ?? .grassroots, stage: Unpacker.item(3, of: items) ?? .registered,
        registeredOn: packed.date() ?? .earliest, startedOn: packed.date(), effectiveOn: packed.date(),
        recognisedOn: packed.date(), replicatedOn: packed.date(), stoppedOn: packed.date())
    }
  }
}
