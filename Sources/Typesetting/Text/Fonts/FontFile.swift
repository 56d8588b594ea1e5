import Graphics

/// Checks the frame of a font file before HarfBuzz sees it. HarfBuzz survives any bytes, but answers a broken file with silence (empty
/// tables, zero widths); an office must be told which file to replace.
///
/// Source: OpenType 1.9, “Organization of an OpenType font”.
enum FontFile {
  /// Tables without which text cannot be set; the outlines come in one of the last three.
  static let required = ["cmap", "head", "hhea", "hmtx", "maxp"]
  static let outlines = ["glyf", "CFF ", "CFF2"]

  /// The tables of a sound file by their tags, each within its bytes. Throws what is wrong with the file.
  static func tables(of data: FaceData) throws(FontError) -> [String: Range<Int>] {
    let bytes = data.bytes
    guard let tables = directory(bytes) else { throw FontError(file: data.file, problem: .notAFont) }
    for (tag, range) in tables where range.upperBound > bytes.count {
      throw FontError(file: data.file, problem: .truncated(table: tag))
    }
    var found: [String: Range<Int>] = [:]
    for (tag, range) in tables { found[tag] = range }
    for tag in required where found[tag]?.isEmpty ?? true {
      throw FontError(file: data.file, problem: .missingTable(tag))
    }
    guard outlines.contains(where: { !(found[$0] ?? 0..<0).isEmpty }) else {
      throw FontError(file: data.file, problem: .missingTable("glyf"))
    }
    if let broken = brokenTable(bytes, found) { throw FontError(file: data.file, problem: .brokenTable(broken)) }
    return found
  }

  /// The tables and where they lie, in the order of the file; nil where this is not a font. A collection is read as its first font.
  private static func directory(_ bytes: [UInt8]) -> [(tag: String, range: Range<Int>)]? {
    guard var start = word(bytes, 0, size: 4) else { return nil }
    var offset = 0
    if start == 0x7474_6366 {  // ttcf
      guard let first = word(bytes, 12, size: 4), let inner = word(bytes, first, size: 4) else { return nil }
      offset = first
      start = inner
    }
    // 1.0, OTTO, true
    guard [0x0001_0000, 0x4F54_544F, 0x7472_7565].contains(start), let count = word(bytes, offset + 4, size: 2),
      count > 0
    else { return nil }
    var tables: [(String, Range<Int>)] = []
    for index in 0..<count {
      let record = offset + 12 + 16 * index
      guard let begin = word(bytes, record + 8, size: 4), let length = word(bytes, record + 12, size: 4) else {
        return nil
      }
      tables.append((String(decoding: bytes[record..<record + 4], as: UTF8.self), begin..<begin + length))
    }
    return tables
  }

  /// Middle of the underline above the baseline (mostly negative) and its thickness, in font units; nil where the font does not say.
  ///
  /// Read here and not by HarfBuzz, which goes through the names of all glyphs before it answers. Source: OpenType 1.9, “post”.
  static func underline(_ bytes: [UInt8], _ tables: [String: Range<Int>]) -> (position: Double, thickness: Double)? {
    guard let post = tables["post"], post.count >= 32, let position = word(bytes, post.lowerBound + 8, size: 2),
      let thickness = word(bytes, post.lowerBound + 10, size: 2)
    else { return nil }
    return (Double(Int16(truncatingIfNeeded: position)), Double(Int16(truncatingIfNeeded: thickness)))
  }

  /// The first table whose numbers cannot be right, or nil.
  private static func brokenTable(_ bytes: [UInt8], _ tables: [String: Range<Int>]) -> String? {
    guard let head = tables["head"], let hhea = tables["hhea"], let hmtx = tables["hmtx"], let maxp = tables["maxp"]
    else {
      return "head"
    }
    guard head.count >= 54, let units = word(bytes, head.lowerBound + 18, size: 2), (16...16384).contains(units) else {
      return "head"
    }
    guard maxp.count >= 6, let glyphs = word(bytes, maxp.lowerBound + 4, size: 2), glyphs > 0 else { return "maxp" }
    guard hhea.count >= 36, let metrics = word(bytes, hhea.lowerBound + 34, size: 2), (1...glyphs).contains(metrics)
    else {
      return "hhea"
    }
    guard hmtx.count >= 4 * metrics + 2 * (glyphs - metrics) else { return "hmtx" }
    guard let glyf = tables["glyf"], !glyf.isEmpty else { return nil }
    let long = word(bytes, head.lowerBound + 50, size: 2) == 1
    guard let loca = tables["loca"], loca.count >= (glyphs + 1) * (long ? 4 : 2) else { return "loca" }
    return nil
  }

  /// A big-endian number of `size` bytes; nil beyond the end.
  private static func word(_ bytes: [UInt8], _ offset: Int, size: Int) -> Int? {
    guard offset >= 0, offset <= bytes.count - size else { return nil }
    return bytes[offset..<offset + size].reduce(0) { $0 << 8 | Int($1) }
  }
}
