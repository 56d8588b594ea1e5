import Vietnamese

extension SocialWork {
  /// 52 bytes.
  public static var packing: Packing<SocialWork>? {
    Packing(size: Packer.nameSize + 9) { work, packer in
      packer.number(work.row)
      packer.name(work.code)
      packer.date(work.date)
      packer.shared(work.programme)
      packer.number(Int(work.form.rawValue))
      packer.shared(work.organisation)
      packer.optional(work.quantity)
      packer.shared(work.unit)
      packer.large(work.amount)
    } unpack: { packed in
      SocialWork(
        row: packed.number(), code: packed.name(), date: packed.date() ?? .earliest,
        programme: packed.shared() ?? "", form: Unpacker.item(0, of: packed.number()) ?? .other,
        organisation: packed.shared(),
        quantity: packed.optional(), unit: packed.shared() ?? "", amount: packed.large())
    }
  }
}
