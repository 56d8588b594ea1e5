import Vietnamese

extension MemberCount {
  /// 48 bytes.
  public static var packing: Packing<MemberCount>? {
    Packing(size: Packer.nameSize + 8) { count, packer in
      packer.number(count.row)
      packer.name(count.organisation)
      packer.period(count.period)
      packer.number(count.total)
      packer.optional(count.full)
      packer.optional(count.probationary)
      packer.optional(count.women)
      packer.optional(count.admitted)
    } unpack: { packed in
      MemberCount(
        row: packed.number(), organisation: packed.name(), period: packed.period() ?? .earliest,
        total: packed.number(), full: packed.optional(), probationary: packed.optional(), women: packed.optional(),
        admitted: packed.optional())
    }
  }
}
