/// The table directory of an sfnt file (OpenType 1.9, "Organization of an OpenType font").
///
/// HarfBuzz and FreeType forgive a cut file by treating what is beyond its end as empty, and letters would vanish from a report without
/// a word. So the directory is checked first.
struct FontTables {
  private static let needed = ["head", "hhea", "hmtx", "maxp"]
  private static let trueType: UInt32 = 0x0001_0000
  private static let openType: UInt32 = 0x4F54_544F  // "OTTO"
  private static let appleTrueType: UInt32 = 0x7472_7565  // "true"
  private static let collection: UInt32 = 0x7474_6366  // "ttcf"

  /// What forbids embedding the font, or nothing.
  static func fault(in bytes: [UInt8]) -> FontFault? {
    guard let start = start(of: bytes), let count = number(bytes, at: start + 4, size: 2) else { return .notAFont }
    var names: Set<String> = []
    for index in 0..<Int(count) {
      let record = start + 12 + 16 * index
      guard let offset = number(bytes, at: record + 8, size: 4), let length = number(bytes, at: record + 12, size: 4)
      else { return .truncated(table: "directory") }
      let name = String(decoding: bytes[record..<record + 4], as: UTF8.self)
      guard Int(offset) + Int(length) <= bytes.count else { return .truncated(table: name) }
      if length > 0 { names.insert(name) }
    }
    if let name = needed.first(where: { !names.contains($0) }) { return .missingTable(name) }
    if names.contains("CFF ") { return nil }
    return ["glyf", "loca"].first { !names.contains($0) }.map(FontFault.missingTable)
  }

  /// The first byte of the first font's directory; a collection holds several.
  private static func start(of bytes: [UInt8]) -> Int? {
    guard let tag = number(bytes, at: 0, size: 4) else { return nil }
    if tag != collection { return isFont(tag) ? 0 : nil }
    guard let first = number(bytes, at: 12, size: 4), let inner = number(bytes, at: Int(first), size: 4), isFont(inner)
    else { return nil }
    return Int(first)
  }

  private static func isFont(_ tag: UInt32) -> Bool {
    tag == trueType || tag == openType || tag == appleTrueType
  }

  /// A big-endian number, or nothing beyond the end.
  private static func number(_ bytes: [UInt8], at offset: Int, size: Int) -> UInt32? {
    guard offset >= 0, offset <= bytes.count - size else { return nil }
    return bytes[offset..<offset + size].reduce(0) { $0 << 8 | UInt32($1) }
  }
}
