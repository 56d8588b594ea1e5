import Graphics
import PDF
import Testing

/// Faces are prepared with the usual glyphs first, and with all of them for pages that show another.
struct RepertoireTests {
  private let shaper = TestShaper(Faces.regular)
  private let usual = "Báo cáo quý IV: 98,5% đạt “khá” – 1.250.000 ₫"
  /// Letters that no Vietnamese text has: Cyrillic and Greek.
  private let foreign = "Жизнь λόγος"

  private func sheet(_ lines: String...) -> Page {
    page(lines.enumerated().map { .glyphs(shaper.run($1, x: 60, y: 80 + 24 * Double($0), size: 13)) })
  }

  /// How many fonts the file names.
  private func fontCount(_ pdf: [UInt8]) throws -> Int {
    try Judge.with(pdf) { try Judge.run("pdffonts", [$0]).text }.split(separator: "\n").dropFirst(2).count
  }

  @Test func `a document has the same bytes whatever was drawn before it`() throws {
    let documents = [[sheet(usual)], [sheet(foreign)], [sheet(usual), sheet(usual, foreign), sheet(usual)]]
    let alone = try documents.map { try draw($0) }
    let pool = FacePool(Faces.all)
    for index in [0, 1, 2, 0, 2, 1, 0] {
      let again = try draw(documents[index], faces: pool)
      #expect(again == alone[index])
    }
  }

  @Test func `letters beyond the usual ones are drawn and read like them`() throws {
    let pdf = try draw([sheet(usual), sheet(usual, foreign)])
    try Judge.expectSound(pdf)
    let text = try Judge.text(of: pdf, ["-raw"])
    #expect(text.split { $0.isNewline || $0 == "\u{C}" }.map(String.init) == [usual, usual, foreign])
  }

  @Test func `a foreign letter elsewhere on the page moves no dot of a line`() throws {
    let (alone, beside) = try (
      Judge.picture(of: draw([sheet(usual)]), dotsPerInch: 100),
      Judge.picture(of: draw([sheet(usual, foreign)]), dotsPerInch: 100)
    )
    // To below the descenders of the first line, 80 points from the upper edge: 120 rows of 100 dots an inch.
    let rows = alone.width * 120
    #expect(alone.pixels.prefix(rows) == beside.pixels.prefix(rows))
    #expect(alone.pixels.prefix(rows).contains { $0 < 128 })
    #expect(beside.pixels.dropFirst(rows).contains { $0 < 128 })
  }

  @Test func `Vietnamese letters and signs of office papers are all among the usual ones`() throws {
    let signs = "0123456789 .,:;!?()/%&+-–—“”‘’…•§°²³×₫№"
    // Were a page drawn with another face than the next, its fonts would be in the file beside those of that one.
    let pdf = try draw([sheet(accentedLetters, signs), sheet(usual)])
    #expect(try fontCount(pdf) == fontCount(draw([sheet(accentedLetters + signs + usual)])))
    #expect(try fontCount(draw([sheet(usual, foreign), sheet(usual)])) > fontCount(pdf))
  }
}
