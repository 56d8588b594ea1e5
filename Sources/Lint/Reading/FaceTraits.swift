/// What a font file says of itself: family, weight, slant, line height and widths. Read here from the file's bytes (OpenType 1.9, tables
/// head, hhea, hmtx, OS/2, name), because a judge must not ask the typesetter what it set.
struct FaceTraits: Sendable {
  let family: String
  let isBold: Bool
  let isItalic: Bool
  /// Parts of an em.
  let ascent: Double
  let descent: Double
  let lineGap: Double
  private let unitsPerEm: Double
  private let advances: [UInt16]

  /// Distance of baselines at single spacing, parts of an em.
  var single: Double { ascent + descent + lineGap }

  /// Advance of a glyph, parts of an em.
  func advance(_ glyph: UInt32) -> Double {
    guard let last = advances.last else { return 0 }
    return Double(glyph < UInt32(advances.count) ? advances[Int(glyph)] : last) / unitsPerEm
  }

  /// nil for bytes that are no font.
  init?(_ bytes: [UInt8]) {
    let file = BigEndian(bytes)
    let tables = Self.tables(file)
    guard let head = tables["head"], let hhea = tables["hhea"], let hmtx = tables["hmtx"], let os2 = tables["OS/2"],
      let name = tables["name"], let units = file.u16(head + 18), units > 0, let ascender = file.i16(hhea + 4),
      let descender = file.i16(hhea + 6), let gap = file.i16(hhea + 8), let count = file.u16(hhea + 34),
      let selection = file.u16(os2 + 62)
    else { return nil }
    unitsPerEm = Double(units)
    ascent = Double(ascender) / unitsPerEm
    descent = -Double(descender) / unitsPerEm
    lineGap = Double(gap) / unitsPerEm
    advances = (0..<Int(count)).compactMap { file.u16(hmtx + 4 * $0) }
    isItalic = selection & 1 != 0
    isBold = selection & 0x20 != 0
    family = Self.family(file, name) ?? ""
  }

  private static func tables(_ file: BigEndian) -> [String: Int] {
    var tables: [String: Int] = [:]
    for index in 0..<Int(file.u16(4) ?? 0) {
      let entry = 12 + 16 * index
      guard let tag = file.text(entry, 4), let offset = file.u32(entry + 8) else { continue }
      tables[tag] = Int(offset)
    }
    return tables
  }

  /// The family name (16, else 1) of the Windows platform, UTF-16.
  private static func family(_ file: BigEndian, _ table: Int) -> String? {
    guard let count = file.u16(table + 2), let strings = file.u16(table + 4) else { return nil }
    var names: [UInt16: String] = [:]
    for index in 0..<Int(count) {
      let record = table + 6 + 12 * index
      guard file.u16(record) == 3, let id = file.u16(record + 6), id == 1 || id == 16, names[id] == nil,
        let length = file.u16(record + 8), let offset = file.u16(record + 10)
      else { continue }
      let start = table + Int(strings) + Int(offset)
      let units = (0..<Int(length) / 2).compactMap { file.u16(start + 2 * $0) }
      names[id] = String(decoding: units, as: UTF16.self)
    }
    return names[16] ?? names[1]
  }
}

/// Numbers of a file, most significant byte first; nil beyond its end.
struct BigEndian {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func u16(_ place: Int) -> UInt16? {
    guard place >= 0, place + 2 <= bytes.count else { return nil }
    return UInt16(bytes[place]) << 8 | UInt16(bytes[place + 1])
  }

  func i16(_ place: Int) -> Int16? { u16(place).map { Int16(bitPattern: $0) } }

  func u32(_ place: Int) -> UInt32? {
    guard let high = u16(place), let low = u16(place + 2) else { return nil }
    return UInt32(high) << 16 | UInt32(low)
  }

  func text(_ place: Int, _ length: Int) -> String? {
    guard place >= 0, place + length <= bytes.count else { return nil }
    return String(decoding: bytes[place..<place + length], as: UTF8.self)
  }
}
