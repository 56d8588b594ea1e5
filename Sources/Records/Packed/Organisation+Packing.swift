import Vietnamese

extension Organisation {
  /// 88 bytes, and its names.
  public static var packing: Packing<Organisation>? {
    Packing(size: 2 * Packer.nameSize + 14, hasLongTexts: true) { body, packer in
      packer.number(body.row)
      packer.name(body.code)
      packer.long(body.name)
      packer.long(body.shortName)
      packer.number(Int(body.kind.rawValue))
      packer.name(body.parent ?? "")
      packer.shared(body.sector)
      packer.shared(body.group)
      packer.optional(body.rank)
      packer.date(body.validFrom)
      packer.date(body.validTo)
      packer.shared(body.successor)
      packer.long(body.address)
    } unpack: { packed in
      let (row, code, name, shortName) = (packed.number(), packed.name(), packed.long(), packed.long())
      let (kind, parent) = (packed.number(), packed.name())
      return Organisation(
        row: row, code: code, name: name, shortName: shortName, kind: Unpacker.item(0, of: kind) ?? .subordinateCell,
        // No code is empty.
        parent: parent.isEmpty ? nil : parent, sector: packed.shared() ?? "", group: packed.shared() ?? "",
        rank: packed.optional(), validFrom: packed.date(), validTo: packed.date(), successor: packed.shared(),
        address: packed.long())
    }
  }
}
