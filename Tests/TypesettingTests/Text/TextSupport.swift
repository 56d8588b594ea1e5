import Documents
import Findings
import Glibc
import Graphics

@testable import Typesetting

/// The faces of the tests: Liberation as Debian installs it.
enum TextFonts {
  static func file(_ path: String) -> [UInt8] {
    guard let file = fopen(path, "rb") else { return [] }
    defer { fclose(file) }
    fseek(file, 0, SEEK_END)
    let size = ftell(file)
    rewind(file)
    var bytes = [UInt8](repeating: 0, count: max(0, size))
    let read = fread(&bytes, 1, bytes.count, file)
    return Array(bytes.prefix(read))
  }

  static func liberation(_ style: String, _ index: Int) -> FaceData {
    let name = "Liberation\(style)"
    let path = "/usr/share/fonts/truetype/liberation2/\(name).ttf"
    return FaceData(id: FaceID(index), name: name, file: "\(name).ttf", bytes: file(path))
  }

  static func family(fallbacks: [FaceID] = []) -> FamilyFaces {
    FamilyFaces(
      regular: FaceID(0), bold: FaceID(1), italic: FaceID(2), boldItalic: FaceID(3), fallbacks: fallbacks)
  }

  static let serifFaces = [
    liberation("Serif-Regular", 0), liberation("Serif-Bold", 1), liberation("Serif-Italic", 2),
    liberation("Serif-BoldItalic", 3),
  ]

  static func serif() throws -> FontLibrary { try FontLibrary(faces: serifFaces, family: family()) }

  /// Serif with DejaVu Sans to stand in.
  static func serifWithFallback() throws -> FontLibrary {
    let dejaVu = FaceData(
      id: FaceID(4), name: "DejaVuSans", file: "DejaVuSans.ttf",
      bytes: file("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"))
    return try FontLibrary(faces: serifFaces + [dejaVu], family: family(fallbacks: [FaceID(4)]))
  }
}

extension BlockStyle {
  /// Body text of the Party format: 14 pt, exactly 18 pt, justified.
  static func body(
    _ alignment: Alignment = .justified, indent: Double = 0, left: Double = 0, size: Double = 14
  ) -> BlockStyle {
    BlockStyle(
      size: .points(size), alignment: alignment, firstLineIndent: .points(indent), leftIndent: .points(left),
      pitch: .exactly(.points(18)))
  }
}

extension TextLine {
  /// The runs of the line, set at the upper left corner of the page.
  var runs: [GlyphRun] {
    items.compactMap { if case .glyphs(let run) = $0 { run } else { nil } }
  }

  var items: [Item] {
    var frame = FrameBuilder(size: .a4)
    emit(x: 0, baseline: 100, into: &frame)
    return frame.finish().items
  }

  var string: String { runs.map(\.string).joined() }
}

extension Breaker {
  mutating func breaks(_ items: [LineItem], widths: LineWidths, taste: BreakingTaste = BreakingTaste()) -> [Int] {
    breaks(Scratch(items), widths: widths, taste: taste)
  }
}

extension WordCache {
  mutating func word(_ bytes: [UInt8], face: Face) -> ShapedWord { word(Scratch(bytes), 0..<bytes.count, face: face) }
}

extension ShapingBuffer {
  /// The glyphs of `bytes` and the sum of their advances.
  func shape(_ bytes: [UInt8], face: Face) -> (glyphs: [ShapedGlyph], advance: Int) {
    var glyphs = Scratch<ShapedGlyph>()
    let advance = shape(bytes.span, face: face, into: &glyphs)
    return (glyphs.array, advance)
  }
}

extension TextBlock {
  var strings: [String] { lines.map(\.string) }
}
