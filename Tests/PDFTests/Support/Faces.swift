import CHarfBuzz
import Foundation
import Graphics

/// The four faces of Liberation Serif that the tests draw with, in the order of the catalogue.
enum Faces {
  static let regular = FaceID(0)
  static let bold = FaceID(1)
  static let italic = FaceID(2)
  static let boldItalic = FaceID(3)

  static let all: [FaceData] = ["Regular", "Bold", "Italic", "BoldItalic"].enumerated().map { index, style in
    let file = "/usr/share/fonts/truetype/liberation2/LiberationSerif-\(style).ttf"
    return FaceData(
      id: FaceID(index), name: "LiberationSerif-\(style)", file: file,
      bytes: [UInt8](FileManager.default.contents(atPath: file) ?? Data()))
  }
}

/// A shaper for tests: nominal glyphs and advances, no kerning, from the whole font file.
final class TestShaper {
  private let font: OpaquePointer?
  private let unitsPerEm: Double
  private let id: FaceID

  init(_ id: FaceID) {
    self.id = id
    let bytes = Faces.all[id.index].bytes
    let blob = bytes.withUnsafeBytes {
      let start = $0.baseAddress?.assumingMemoryBound(to: CChar.self)
      return hb_blob_create(start, UInt32($0.count), HB_MEMORY_MODE_DUPLICATE, nil, nil)
    }
    let face = hb_face_create(blob, 0)
    hb_blob_destroy(blob)
    unitsPerEm = Double(hb_face_get_upem(face))
    font = hb_font_create(face)
    hb_face_destroy(face)
    hb_ot_font_set_funcs(font)
  }

  deinit { hb_font_destroy(font) }

  /// One line of text, a cluster a character.
  func run(_ text: String, x: Double, y: Double, size: Double, color: Color = .black) -> GlyphRun {
    var (glyphs, clusters): ([Glyph], [Cluster]) = ([], [])
    var at = x
    for scalar in text.unicodeScalars {
      var glyph: UInt32 = 0
      hb_font_get_nominal_glyph(font, scalar.value, &glyph)
      glyphs.append(Glyph(id: glyph, x: at, y: y))
      let bytes = Array(String(scalar).utf8)
      clusters.append(Cluster(bytes: Int32(bytes.count), glyphs: 1))
      at += Double(hb_font_get_glyph_h_advance(font, glyph)) * size / unitsPerEm
    }
    return GlyphRun(
      face: id, size: .points(size), color: color, glyphs: glyphs, clusters: clusters, text: Array(text.utf8))
  }
}
