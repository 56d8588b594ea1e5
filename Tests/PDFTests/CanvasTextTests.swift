import Foundation
import Graphics
import PDF
import Testing

/// The 134 letters of Vietnamese with a mark, from the alphabet: 12 vowels times 6 tones without the 6 bare ones, and đ, in both cases.
let accentedLetters: String = {
  let tones = ["", "\u{300}", "\u{301}", "\u{309}", "\u{303}", "\u{323}"]
  let vowels = ["a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y"]
  let marked = vowels.flatMap { vowel in tones.map { (vowel + $0).precomposedStringWithCanonicalMapping } }
  let lower = marked.filter { $0.unicodeScalars.contains { !$0.isASCII } } + ["đ"]
  return (lower + lower.map { $0.uppercased() }).joined()
}()

struct CanvasTextTests {
  @Test func `there are one hundred and thirty four accented letters`() {
    #expect(accentedLetters.count == 134)
  }

  @Test(arguments: [Faces.regular, Faces.bold, Faces.italic, Faces.boldItalic])
  func `every accented letter comes back from the file in every face`(face: FaceID) throws {
    let shaper = TestShaper(face)
    // Inside words: pdftotext takes a row of single letters for one letter-spaced word.
    let lines = accentedLetters.map { "T\($0)n" }.chunked(12).map { $0.joined(separator: " ") }
    let items = lines.enumerated().map { Item.glyphs(shaper.run($1, x: 60, y: 80 + 24 * Double($0), size: 13)) }
    let pdf = try draw([page(items)])
    try Judge.expectSound(pdf)
    let words = try Judge.text(of: pdf).split { $0.isWhitespace }.joined(separator: " ")
    #expect(Array(words.unicodeScalars) == Array(lines.joined(separator: " ").unicodeScalars))
  }

  @Test func `neighbouring runs of one style keep their words apart and in reading order`() throws {
    let regular = TestShaper(Faces.regular)
    let bold = TestShaper(Faces.bold)
    let items: [Item] = [
      .glyphs(bold.run("ĐẢNG BỘ TỈNH HƯNG YÊN", x: 320, y: 60, size: 13)),
      .glyphs(regular.run("Kết quả thực hiện của các đảng", x: 80, y: 120, size: 13)),
      .rule(Rule(from: point(80, 125), to: point(300, 125), width: .points(0.5))),
      .glyphs(regular.run("ủy trực thuộc năm 2021", x: 80, y: 140, size: 13)),
      .glyphs(bold.run("T/M BAN THƯỜNG VỤ", x: 320, y: 200, size: 13)),
    ]
    let text = try Judge.text(of: try draw([page(items)]), ["-raw"])
    let lines = text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
      .filter { !$0.isEmpty }
    #expect(
      lines == [
        "ĐẢNG BỘ TỈNH HƯNG YÊN", "Kết quả thực hiện của các đảng", "ủy trực thuộc năm 2021", "T/M BAN THƯỜNG VỤ",
      ])
  }

  @Test func `every font in the file is an embedded subset with a way back to text`() throws {
    let items = [Faces.regular, Faces.bold].enumerated().map { index, face in
      Item.glyphs(TestShaper(face).run("Hội nghị thường kỳ 2021", x: 60, y: 60 + 30 * Double(index), size: 13))
    }
    let listing = try Judge.with(try draw([page(items)])) { try Judge.run("pdffonts", [$0]).text }
    let fonts = listing.split(separator: "\n").dropFirst(2).map { $0.split(separator: " ") }
    #expect(fonts.count == 2)
    for font in fonts {
      // The last columns: emb sub uni object generation.
      #expect(font.suffix(5).prefix(3) == ["yes", "yes", "yes"], "\(font)")
      #expect(font[0].contains("+LiberationSerif"))
    }
    #expect(Set(fonts.map { $0[0].split(separator: "+")[1] }) == ["LiberationSerif", "LiberationSerif-Bold"])
  }

  @Test func `a face is one font in the file, whatever letters the text has`() throws {
    // Letters of the Windows alphabet and others, in turns inside each word.
    let run = TestShaper(Faces.regular).run("Kết quả thực hiện nhiệm vụ – 12,5% “tốt”", x: 60, y: 60, size: 13)
    let pdf = try draw([page([.glyphs(run)])])
    let listing = try Judge.with(pdf) { try Judge.run("pdffonts", [$0]).text }
    let fonts = listing.split(separator: "\n").dropFirst(2).map { $0.split(separator: " ") }
    #expect(fonts.map { $0[1...3].joined(separator: " ") } == ["CID TrueType Identity-H"])
    let content = try Judge.unpacked(pdf)
    #expect(content.split(separator: " Tf", omittingEmptySubsequences: false).count - 1 == 1)
    // TrueType outlines, and a text that needs no second version beside it.
    #expect(content.contains("/FontFile2") && !content.contains("/FontFile3") && !content.contains("/ActualText"))
    #expect(try Judge.text(of: pdf).contains("Kết quả thực hiện nhiệm vụ – 12,5% “tốt”"))
  }

  @Test func `joining runs into one call does not change a byte`() throws {
    let shaper = TestShaper(Faces.regular)
    let words = "Phong trào thi đua dân vận khéo được triển khai sâu rộng".split(separator: " ")
    var x = 60.0
    var apart: [GlyphRun] = []
    for word in words {
      let run = shaper.run(word + " ", x: x, y: 90, size: 13)
      apart.append(run)
      x = (run.glyphs.last?.x ?? x) + 3.25
    }
    let joined = apart[0].with(
      glyphs: apart.flatMap(\.glyphs), clusters: apart.flatMap(\.clusters), text: apart.flatMap(\.text))
    #expect(try draw([page(apart.map(Item.glyphs))]) == draw([page([.glyphs(joined)])]))
  }

  @Test func `a watermark lies under the text and turned`() throws {
    let shaper = TestShaper(Faces.bold)
    let mark = shaper.run("DỰ THẢO", x: 180, y: 430, size: 60, color: Color(gray: 0.85))
    let center = point(297.6, 420.9)
    let pdf = try draw([
      page([
        .glyphs(shaper.run("Báo cáo", x: 60, y: 60, size: 13)), .watermark(mark, angle: 45, around: center),
      ])
    ])
    try Judge.expectSound(pdf)
    let content = try Judge.unpacked(pdf)
    let matrices = content.split(separator: "\n").filter { $0.hasSuffix(" Tm") }
    // cos 45° = sin 45° = 0.7071; a turn to the left in PDF's upward axes is (c, s, -s, c).
    #expect(matrices.first?.hasPrefix("42.426") == true, "\(matrices)")
    #expect(matrices.count == 2)
    #expect(try Judge.text(of: pdf).contains("Báo cáo"))
  }
}

func point(_ x: Double, _ y: Double) -> Point { Point(x: .points(x), y: .points(y)) }

extension Array {
  func chunked(_ size: Int) -> [[Element]] {
    stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
  }
}
