import Graphics

/// How many glyphs of a font are prepared for drawing.
///
/// A font of offices has some 2,600 glyphs and preparing is work for each, but nearly all reports are written with the 400 of Vietnamese. So a
/// face is prepared with those first, and a second time with all glyphs for the pages that hold another one. Which of the two draws a page
/// depends on the glyphs of the page alone: a report has the same bytes whatever was drawn before it.
enum Repertoire: Int, CaseIterable {
  /// The glyphs of `usualCharacters`.
  case usual
  case whole

  /// Letters, digits, punctuation and signs of official papers, by ranges of Unicode.
  static let usualCharacters: [ClosedRange<UInt32>] = [
    0x0020...0x007E, 0x00A0...0x00FF,  // Latin
    // Ă Đ Ĩ Ũ Ơ Ư
    0x0102...0x0103, 0x0110...0x0111, 0x0128...0x0129, 0x0168...0x0169, 0x01A0...0x01A1, 0x01AF...0x01B0,
    0x0300...0x0303, 0x0306...0x0306, 0x0309...0x0309, 0x031B...0x031B, 0x0323...0x0323,  // marks of Vietnamese alone
    0x1EA0...0x1EF9,  // Ạ to ỹ
    0x2010...0x2026, 0x202F...0x2030, 0x2032...0x2033, 0x2039...0x203A, 0x2044...0x2044,  // dashes, quotes, dots, ‰
    0x20AB...0x20AC, 0x2116...0x2116, 0x2122...0x2122,  // ₫ € № ™
    0x2190...0x2193, 0x2212...0x2212, 0x2248...0x2248, 0x2260...0x2260, 0x2264...0x2265,  // arrows, − ≈ ≠ ≤ ≥
    // ■ □ ▪ ▫ ▲ ▼ ○ ●
    0x25A0...0x25A1, 0x25AA...0x25AB, 0x25B2...0x25B2, 0x25BC...0x25BC, 0x25CB...0x25CB, 0x25CF...0x25CF,
    0x2610...0x2612, 0x2713...0x2713, 0xFB01...0xFB02,  // ☐ ☑ ☒ ✓, fi and fl
  ]
}

/// Glyph numbers of one font, one bit each.
struct GlyphSet {
  private var words: [UInt64] = []

  mutating func insert(_ glyph: UInt32) {
    let index = Int(glyph / 64)
    while words.count <= index { words.append(0) }
    words[index] |= 1 << UInt64(glyph % 64)
  }

  func contains(_ glyph: UInt32) -> Bool {
    let index = Int(glyph / 64)
    return index < words.count && words[index] & (1 << UInt64(glyph % 64)) != 0
  }

  /// Its glyphs, lowest first.
  var sorted: [UInt32] { (0..<UInt32(words.count * 64)).filter(contains) }
}

/// The faces of the page being drawn, each with the glyphs the page needs.
struct PageFaces {
  private let pool: FacePool
  /// Faces of which the page shows more than the usual glyphs.
  private var whole: [FaceID] = []

  init(_ pool: FacePool) {
    self.pool = pool
  }

  /// Looks at the text of the page that is drawn next. Throws `unknownFace` or `brokenFont`.
  mutating func turn(to layers: PageLayers) throws(PDFError) {
    whole.removeAll(keepingCapacity: true)
    for run in layers.runs { try look(at: run) }
    for (run, _, _) in layers.watermarks { try look(at: run) }
  }

  private mutating func look(at run: GlyphRun) throws(PDFError) {
    if !whole.contains(run.face), try !pool.face(run.face, .usual).covers(run.glyphs) { whole.append(run.face) }
  }

  /// Throws `unknownFace` or `brokenFont`.
  func face(_ id: FaceID) throws(PDFError) -> PreparedFace {
    try pool.face(id, whole.contains(id) ? .whole : .usual)
  }
}
