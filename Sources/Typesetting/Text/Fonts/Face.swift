import CHarfBuzz
import Graphics

/// One font face, ready to shape with: HarfBuzz objects made immutable, vertical metrics and coverage.
///
/// Unsafe parts: `face` and `font` are created in `init`, owned by this object alone and destroyed in `deinit`; HarfBuzz
/// documents immutable objects as safe to share between threads, and everything else here is a constant.
@safe final class Face: @unchecked Sendable {
  let id: FaceID
  let name: String
  let file: String
  let unitsPerEm: Double
  /// Above and below the baseline and between lines, as parts of the size: the ascender line, the (positive) descender, the gap.
  let ascent: Double
  let descent: Double
  let lineGap: Double
  /// Middle of the underline below the baseline, and its thickness, as parts of the size.
  let underlineDepth: Double
  let underlineThickness: Double
  /// The glyph of U+0020 and its advance in font units.
  let spaceGlyph: UInt32
  let spaceAdvance: Int32
  let coverage: Coverage
  /// The font moves letters and the space closer to each other (“A ” in Times): spaces are then shaped with their neighbours.
  let kernsSpace: Bool

  private let face: OpaquePointer
  let font: OpaquePointer

  init(_ data: FaceData) throws(FontError) {
    let tables = try FontFile.tables(of: data)
    // HarfBuzz never returns NULL from a constructor: it hands out an inert empty object instead, which the checks below refuse.
    guard let face = unsafe FaceTables(data.bytes, tables).makeFace(), let font = unsafe hb_font_create(face) else {
      throw FontError(file: data.file, problem: .notAFont)
    }
    unsafe self.face = unsafe face
    unsafe self.font = unsafe font
    id = data.id
    name = data.name
    file = data.file
    let units = unsafe hb_face_get_upem(face)
    let em = Double(units)
    unitsPerEm = em
    unsafe hb_font_set_scale(font, Int32(clamping: units), Int32(clamping: units))
    unsafe hb_ot_font_set_funcs(font)
    unsafe hb_font_make_immutable(font)
    unsafe hb_face_make_immutable(face)

    var extents = hb_font_extents_t()
    let hasExtents = unsafe hb_font_get_h_extents(font, &extents) != 0
    ascent = hasExtents ? Double(extents.ascender) / unitsPerEm : 0
    descent = hasExtents ? Double(-extents.descender) / unitsPerEm : 0
    lineGap = hasExtents ? Double(extents.line_gap) / unitsPerEm : 0
    let underline = FontFile.underline(data.bytes, tables) ?? (position: -0.1 * em, thickness: 0.05 * em)
    underlineDepth = -underline.position / em
    underlineThickness = underline.thickness / em

    var space: hb_codepoint_t = 0
    guard unsafe hb_font_get_nominal_glyph(font, 0x20, &space) != 0 else {
      throw FontError(file: data.file, problem: .brokenTable("cmap"))
    }
    spaceGlyph = space
    spaceAdvance = unsafe hb_font_get_glyph_h_advance(font, space)
    coverage = unsafe Coverage(face: face)
    kernsSpace = unsafe Self.kernsSpace(font)
    guard hasExtents, ascent > 0, descent >= 0, ascent + descent < 10 else {
      throw FontError(file: data.file, problem: .brokenTable("hhea"))
    }
  }

  deinit {
    unsafe hb_font_destroy(font)
    unsafe hb_face_destroy(face)
  }

  /// Characters whose pairs with the space are tried: those that fonts are known to kern, first the one nearly all of them do.
  private static let kernSamples = [
    " A ", " T Y ", " Á Â Ă Đ F J K L P R U V W X Ý Ỳ a o v w y 1 4 7 - – . , : ; ( ) “ ” ",
  ].map { Array($0.utf8) }

  /// Whether any character of the samples is set closer to or further from a space than its advance says.
  private static func kernsSpace(_ font: OpaquePointer) -> Bool {
    let buffer = ShapingBuffer()
    return kernSamples.contains { sample in
      var glyphs = Scratch<ShapedGlyph>()
      _ = unsafe buffer.shape(sample.span, font: font, into: &glyphs)
      return glyphs.array.contains { unsafe $0.advance != hb_font_get_glyph_h_advance(font, $0.id) }
    }
  }
}

/// Which characters a face has glyphs for: one bit each.
struct Coverage: Sendable {
  /// Bit n%64 of word n/64 for U+n, to the last character the face has.
  private var words: [UInt64] = []

  init(face: OpaquePointer) {
    guard let set = unsafe hb_set_create() else { return }
    defer { unsafe hb_set_destroy(set) }
    unsafe hb_face_collect_unicodes(face, set)
    let last = unsafe hb_set_get_max(set)
    guard last != hb_codepoint_t.max, last <= 0x10FFFF else { return }
    words = [UInt64](repeating: 0, count: Int(last) / 64 + 1)
    // By the hundred: asking for one after the other costs as much as the rest of a face.
    var some = [hb_codepoint_t](repeating: 0, count: 256)
    var scalar = hb_codepoint_t.max
    while true {
      let count = unsafe Int(hb_set_next_many(set, scalar, &some, UInt32(some.count)))
      for scalar in some[..<count] { words[Int(scalar) / 64] |= 1 << UInt64(scalar % 64) }
      guard count == some.count else { return }
      scalar = some[count - 1]
    }
  }

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    let index = Int(scalar.value) / 64
    return index < words.count && words[index] & (1 << UInt64(scalar.value % 64)) != 0
  }
}
