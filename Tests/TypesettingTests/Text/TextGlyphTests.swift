import Documents
import Findings
import Graphics
import SeededRandom
import Testing

@testable import Typesetting

/// The 134 letters that Vietnamese adds to ASCII: 12 vowels with 5 tones, without tone where not ASCII, and đ, in both cases.
private let vietnamese: [Unicode.Scalar] = Array(
  ("àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
    + "ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴĐ").unicodeScalars)

@Suite struct TextFontTests {
  @Test func `Liberation Serif has every Vietnamese letter in four faces`() throws {
    let library = try TextFonts.serif()
    #expect(vietnamese.count == 134)
    for scalar in vietnamese { #expect(library.covers(scalar), "\(scalar)") }
    #expect(!library.covers("世"))
  }

  @Test func `metrics are those of the font's hhea table`() throws {
    // Liberation Serif 2: ascender 1825, descender -443, line gap 87, of 2048.
    let face = try TextFonts.serif().regular
    #expect(face.unitsPerEm == 2048)
    #expect(abs(face.ascent - 1825.0 / 2048) < 1e-9)
    #expect(abs(face.descent - 443.0 / 2048) < 1e-9)
    #expect(abs(face.lineGap - 87.0 / 2048) < 1e-9)
    #expect(face.spaceAdvance == 512)
  }

  @Test func `underlines are those of the font's post table`() throws {
    // Liberation Serif 2: position -123 and thickness 100; bold -28 and 195; of 2048.
    let expected = [(123.0, 100.0), (28.0, 195.0)]
    for (data, (depth, thickness)) in zip(TextFonts.serifFaces, expected) {
      let face = try Face(data)
      #expect(abs(face.underlineDepth - depth / 2048) < 1e-9)
      #expect(abs(face.underlineThickness - thickness / 2048) < 1e-9)
    }
  }

  private func problem(_ change: (inout [UInt8]) -> Void) -> FontError.Problem? {
    var face = TextFonts.serifFaces[0]
    change(&face.bytes)
    do {
      _ = try Face(face)
      return nil
    } catch {
      #expect(error.file == "LiberationSerif-Regular.ttf")
      #expect(error.message.vietnamese.contains("LiberationSerif-Regular.ttf"))
      return error.problem
    }
  }

  /// Offset of the record of that table in the directory.
  private func record(_ tag: String, _ bytes: [UInt8]) -> Int {
    let count = Int(bytes[4]) << 8 | Int(bytes[5])
    return (0..<count).map { 12 + 16 * $0 }.first { Array(bytes[$0..<$0 + 4]) == Array(tag.utf8) } ?? 0
  }

  @Test func `a file that is no font is refused by name`() {
    #expect(problem { $0 = [] } == .notAFont)
    #expect(problem { $0 = Array("STT;Tên đơn vị\n1;Chi bộ 1\n".utf8) } == .notAFont)
    #expect(problem { $0 = Array($0.prefix(11)) } == .notAFont)
    #expect(problem { $0[0] = 0xFF } == .notAFont)
  }

  @Test func `a font that is cut off is refused`() {
    #expect(problem { $0 = Array($0.prefix($0.count / 2)) } != nil)
    #expect(problem { $0 = Array($0.prefix(100)) } == .notAFont)
    guard case .truncated = problem({ $0.removeLast(1000) }) else {
      Issue.record("a font without its last thousand bytes was accepted")
      return
    }
  }

  @Test func `a font that lacks a table is refused`() {
    for tag in ["cmap", "head", "hhea", "hmtx", "maxp", "glyf"] {
      let found = problem { bytes in
        let at = record(tag, bytes)
        bytes.replaceSubrange(at..<at + 4, with: Array("zzzz".utf8))
      }
      #expect(found == .missingTable(tag))
    }
  }

  @Test func `a font whose tables contradict each other is refused`() {
    let emptied = problem { bytes in
      let at = record("hmtx", bytes) + 12
      bytes.replaceSubrange(at..<at + 4, with: [0, 0, 0, 8])
    }
    #expect(emptied == .brokenTable("hmtx"))
    let upem = problem { bytes in
      let at = record("head", bytes) + 8
      let head = bytes[at..<at + 4].reduce(0) { $0 << 8 | Int($1) }
      bytes[head + 18] = 0
      bytes[head + 19] = 0
    }
    #expect(upem == .brokenTable("head"))
  }

  @Test func `a font with random damage is refused or used, never worse`() throws {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<60 {
      var face = TextFonts.serifFaces[0]
      for _ in 0..<20 {
        face.bytes[random.below(random.below(2) == 0 ? 400 : face.bytes.count)] = UInt8(random.below(256))
      }
      guard let library = try? FontLibrary(faces: [face] + TextFonts.serifFaces.dropFirst(), family: TextFonts.family())
      else { continue }
      var setter = TextSetter(fonts: library)
      #expect(!setter.lines([.plain(Prose.report)], style: .body(), measure: 300).lines.isEmpty)
    }
  }

  @Test func `a family that names a face that is not there is refused`() {
    var family = TextFonts.family()
    family.bold = FaceID(9)
    #expect(throws: FontError(file: "", problem: .unknownFace(9))) {
      try FontLibrary(faces: TextFonts.serifFaces, family: family)
    }
  }
}

@Suite struct TextGlyphTests {
  private func glyphs(_ text: String, _ setter: inout TextSetter) -> [UInt32] {
    setter.lines([.plain(text)], style: .body(.left), measure: 10_000).lines.flatMap(\.runs).flatMap(\.glyphs).map(\.id)
  }

  @Test func `decomposed and composed text set the same glyphs and copy as composed`() throws {
    var setter = TextSetter(fonts: try TextFonts.serif())
    for scalar in vietnamese {
      let composed = "x\(scalar)y"
      let marks = Normalizer.decomposed(composed)
      #expect(marks.unicodeScalars.count > composed.unicodeScalars.count || scalar == "đ" || scalar == "Đ")
      #expect(glyphs(marks, &setter) == glyphs(composed, &setter), "\(scalar)")
    }
    // Marks typed in the other order (horn and dot below) are put in theirs.
    #expect(glyphs("u\u{0323}\u{031B}", &setter) == glyphs("ự", &setter))
    let block = setter.lines([.plain("Tie\u{0302}\u{0301}ng Vie\u{0323}\u{0302}t")], style: .body(.left), measure: 400)
    #expect(Array(block.strings[0].utf8) == Array("Tiếng Việt".utf8))
  }

  @Test func `clusters cover text and glyphs of every run exactly`() throws {
    var setter = TextSetter(fonts: try TextFonts.serif())
    let zalgo = "a" + String(repeating: "\u{0301}\u{0316}", count: 200)
    let block = setter.lines(
      [.plain(Prose.report + " ffi office " + zalgo + " x\u{0324}y"), .text(" đậm", .strong, nil)], style: .body(),
      measure: 300)
    for run in block.lines.flatMap(\.runs) {
      #expect(run.clusters.reduce(0) { $0 + Int($1.bytes) } == run.text.count)
      #expect(run.clusters.reduce(0) { $0 + Int($1.glyphs) } == run.glyphs.count)
    }
  }

  @Test func `kerning holds inside words and across spaces`() throws {
    let library = try TextFonts.serif()
    #expect(library.regular.kernsSpace)
    var setter = TextSetter(fonts: library)
    for text in ["AV", "Tổ chức", "A V A", "1 1 A", "TÂY ÂU VÀ Á", "P. A", "Y 1 W", "“A” A – Y"] {
      // HarfBuzz on the whole string is the judge.
      let advance = ShapingBuffer().shape(Array(text.utf8), face: library.regular).advance
      #expect(abs(setter.width(text, style: .body(.left)) - Double(advance) * 14 / 2048) < 1e-9, "\(text)")
    }
    // “A ” followed by “A”: Times sets both closer to the space.
    #expect(setter.width("A A", style: .body(.left)) < 2 * setter.width("A", style: .body(.left)) + 3.5)
  }

  @Test func `the cache gives what shaping anew gives, and stays bounded`() throws {
    let face = try TextFonts.serif().regular
    var cache = WordCache()
    var random = SeededGenerator(seed: 21)
    let letters = Array("abcdeghiklmnopqrstuvxyăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹAVTY")
    for _ in 0..<20_000 {
      let word = Array(String((0..<random.below(5) + 1).map { _ in letters[random.below(letters.count)] }).utf8)
      let cached = cache.word(word, face: face)
      if random.below(40) == 0 {
        let (fresh, advance) = ShapingBuffer().shape(word, face: face)
        let own = cache.glyphs.array(Int(cached.glyphs.lowerBound)..<Int(cached.glyphs.upperBound))
        #expect(own.map(\.id) == fresh.map(\.id) && Int(cached.advance) == advance)
      }
      #expect(cache.count <= WordCache.capacity)
    }
    let before = cache.count
    let number = Array("1.250".utf8)
    _ = cache.word(number, face: face)
    #expect(cache.count == before)
  }

  @Test func `figures and codes put together from pairs are what HarfBuzz makes of the whole`() throws {
    var setter = TextSetter(fonts: try TextFonts.serif())
    var random = SeededGenerator(seed: 8)
    let letters = Array("0123456789.,-/%()ABDHKLPTVWY17")
    var kerned = 0
    for _ in 0..<1_500 {
      let words = (0..<random.below(3) + 1).map { _ in
        String((0..<random.below(7) + 1).map { _ in letters[random.below(letters.count)] }) + "1"
      }
      let text = words.joined(separator: " ")
      let (whole, advance) = ShapingBuffer().shape(Array(text.utf8), face: setter.library.regular)
      let line = try #require(setter.lines([.plain(text)], style: .body(.left), measure: 10_000).lines.first)
      #expect(abs(line.width - Double(advance) * 14 / 2048) < 1e-9, "\(text)")
      let glyphs = line.runs.flatMap(\.glyphs)
      #expect(glyphs.map(\.id) == whole.map(\.id), "\(text)")
      var x = 0.0
      for (glyph, expected) in zip(glyphs, whole) {
        // A space itself may stand a hair aside: what it gives its neighbour is counted behind it here.
        if expected.id != setter.library.regular.spaceGlyph {
          #expect(abs(glyph.x - x - Double(expected.dx) * 14 / 2048) < 1e-9, "\(text)")
        }
        x += Double(expected.advance) * 14 / 2048
      }
      let plain = text.utf8.reduce(0) { $0 + ShapingBuffer().shape([$1], face: setter.library.regular).advance }
      if plain != advance { kerned += 1 }
    }
    // Without kerned pairs in the sample the test would show nothing.
    #expect(kerned > 300)
  }

  @Test func `figures of a column are not kerned with each other`() throws {
    var setter = TextSetter(fonts: try TextFonts.serif())
    var context = TextContext()
    let style = BlockStyle.body(.right)
    let kerned = setter.extent([.plain("11.111,1")], style: style, context: context).natural
    context.tabularFigures = true
    let tabular = setter.extent([.plain("11.111,1")], style: style, context: context).natural
    // Six figures of half an em, point and comma of a quarter.
    #expect(abs(tabular - 14 * (6 * 0.5 + 2 * 0.25)) < 1e-9)
    #expect(kerned < tabular)
  }

  @Test func `capitals with two marks do not touch the line above at the pitch of the guidelines`() throws {
    // HD 05: 14 pt at exactly 18 pt. Highest ink of Ễ, Ổ, Ẵ against the lowest of Ộ, Ự, g, ( on the line above.
    let outlines = try #require(GlyphBoxes(TextFonts.serifFaces[0].bytes))
    var setter = TextSetter(fonts: try TextFonts.serif())
    let high = glyphs("ỄỔẴỐẤỪỸẬÀÃ", &setter).compactMap { outlines.box($0)?.top }.max() ?? 0
    let low = glyphs("ỘỰẬgqpy(Ợ,;", &setter).compactMap { outlines.box($0)?.bottom }.min() ?? 0
    #expect(high > 1500 && low < -300)
    #expect(Double(high - low) * 14 / 2048 < 18)
  }

  @Test func `a character no face has is an error at its cell`() throws {
    var setter = TextSetter(fonts: try TextFonts.serif())
    var context = TextContext()
    context.files = ["data/don-vi.csv"]
    _ = setter.lines(
      [.text("Chi bộ 世 số 1", .strong, Origin(file: 0, row: 12, column: 5))], style: .body(), measure: 300,
      context: context)
    let finding = try #require(setter.findings.sorted.first)
    #expect(setter.findings.sorted.count == 1)
    #expect(finding.code == "thieu-ky-tu" && finding.severity == .error)
    #expect(finding.location.description == "data/don-vi.csv:12:5")
    #expect(finding.message.vietnamese.contains("世") && finding.message.vietnamese.contains("U+4E16"))
    #expect(finding.message.vietnamese.contains("LiberationSerif-Bold"))
    #expect(finding.excerpt == Excerpt(line: "Chi bộ 世 số 1", start: 7, length: 1))
  }

  @Test func `a fallback face is used only when the family names it, inside a word with a finding`() throws {
    var setter = TextSetter(fonts: try TextFonts.serifWithFallback())
    // DejaVu Sans has a check mark, Liberation Serif has not.
    let alone = setter.lines([.plain("Đạt ✔ rồi")], style: .body(.left), measure: 300)
    #expect(setter.findings.isEmpty)
    #expect(alone.lines[0].runs.map(\.face.index) == [0, 4, 0])
    _ = setter.lines([.plain("Đạt✔rồi")], style: .body(.left), measure: 300)
    #expect(setter.findings.sorted.map(\.code) == ["phong-du-phong-giua-tu"])
    // Neither has this one.
    _ = setter.lines([.plain("𝕏𓀀")], style: .body(.left), measure: 300)
    #expect(setter.findings.hasErrors)
  }

  @Test func `control and bidi characters are dropped with a finding`() throws {
    var setter = TextSetter(fonts: try TextFonts.serif())
    let block = setter.lines(
      [.plain("Chi\u{7} bộ\u{202E} \u{FEFF}một\u{0}\u{200F}")], style: .body(.left), measure: 300)
    #expect(block.strings == ["Chi bộ một"])
    let finding = try #require(setter.findings.sorted.first)
    #expect(finding.code == "ky-tu-dieu-khien" && finding.message.vietnamese.contains("5 ký tự"))
    #expect(finding.message.vietnamese.contains("U+0007"))
  }

  @Test func `any scalars at all are set without a crash, inside the measure`() throws {
    var setter = TextSetter(fonts: try TextFonts.serifWithFallback())
    var random = SeededGenerator(seed: 77)
    for _ in 0..<400 {
      let scalars = (0..<random.below(60)).compactMap { _ -> Unicode.Scalar? in
        switch random.below(5) {
        case 0: Unicode.Scalar(UInt32(random.below(0x110000)))
        case 1: Unicode.Scalar(UInt32(random.below(0x500)))
        case 2: Unicode.Scalar(UInt32(0x2000 + random.below(0x100)))
        case 3: " "
        default: Unicode.Scalar(UInt32(0x61 + random.below(26)))
        }
      }
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars)
      let block = setter.lines([.plain(String(text))], style: .body(), measure: 100)
      for line in block.lines {
        #expect(line.x + line.width <= 100.01)
        for run in line.runs {
          #expect(run.clusters.reduce(0) { $0 + Int($1.bytes) } == run.text.count)
          #expect(run.clusters.reduce(0) { $0 + Int($1.glyphs) } == run.glyphs.count)
        }
      }
    }
  }

  @Test func `a megabyte in one paragraph is set, with and without spaces`() throws {
    var setter = TextSetter(fonts: try TextFonts.serif())
    let prose = String(repeating: "đơn vị 12 ", count: 20_000)
    let block = setter.lines([.plain(prose)], style: .body(), measure: 467)
    #expect(block.lines.count > 2_000)
    let solid = setter.lines([.plain(String(repeating: "x", count: 250_000))], style: .body(), measure: 467)
    // 2048 units each: more than 2³¹ together.
    let dashes = Array(String(repeating: "—", count: 1_100_000).utf8)
    let word = setter.words.word(dashes, face: setter.library.regular)
    #expect(word.advance == 1_100_000 * 2048)
    #expect(solid.lines.count > 3_000 && solid.lines.allSatisfy { $0.width <= 467.01 })
  }
}

/// Ink of glyphs, read from the `glyf` table (OpenType 1.9), font units.
private struct GlyphBoxes {
  private let bytes: [UInt8]
  private let glyf: Int
  private let loca: Int
  private let long: Bool

  init?(_ bytes: [UInt8]) {
    self.bytes = bytes
    func number(_ at: Int, _ size: Int) -> Int { bytes[at..<at + size].reduce(0) { $0 << 8 | Int($1) } }
    var tables: [String: Int] = [:]
    for index in 0..<number(4, 2) {
      let record = 12 + 16 * index
      tables[String(decoding: bytes[record..<record + 4], as: UTF8.self)] = number(record + 8, 4)
    }
    guard let glyf = tables["glyf"], let loca = tables["loca"], let head = tables["head"] else { return nil }
    (self.glyf, self.loca, long) = (glyf, loca, number(head + 50, 2) == 1)
  }

  func box(_ glyph: UInt32) -> (top: Int, bottom: Int)? {
    func number(_ at: Int, _ size: Int) -> Int { bytes[at..<at + size].reduce(0) { $0 << 8 | Int($1) } }
    func offset(_ index: Int) -> Int { long ? number(loca + 4 * index, 4) : 2 * number(loca + 2 * index, 2) }
    let (start, end) = (offset(Int(glyph)), offset(Int(glyph) + 1))
    guard end > start else { return nil }
    func signed(_ at: Int) -> Int { Int(Int16(truncatingIfNeeded: number(at, 2))) }
    return (signed(glyf + start + 8), signed(glyf + start + 4))
  }
}

extension Normalizer {
  /// Canonical decomposition, for input of tests: HarfBuzz's composed letter taken apart by trying all marks.
  static func decomposed(_ text: String) -> String {
    let marks: [Unicode.Scalar] = [
      "\u{0300}", "\u{0301}", "\u{0303}", "\u{0309}", "\u{0323}", "\u{0302}", "\u{0306}", "\u{031B}",
    ]
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(contentsOf: split(scalar, marks)) }
    return String(result)
  }

  private static func split(_ scalar: Unicode.Scalar, _ marks: [Unicode.Scalar]) -> [Unicode.Scalar] {
    let bases = Array("aeiouyăâêôơưAEIOUYĂÂÊÔƠƯ".unicodeScalars)
    for base in bases {
      for mark in marks where compose([base, mark]) == [scalar] { return split(base, marks) + [mark] }
    }
    return [scalar]
  }
}
