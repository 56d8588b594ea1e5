import Foundation
import Graphics
import PDF
import Testing

struct CanvasPlacesTests {
  private static let box = Rect(x: .points(50), y: .points(60), width: .points(100), height: .points(20))
  private static let text = Item.glyphs(TestShaper(Faces.regular).run("Xem Phụ lục (trang 2)", x: 50, y: 75, size: 13))

  @Test func `a link leads forward and backward to anchors, and the file is sound`() throws {
    let wide = Size(width: .points(842), height: .points(595))
    let first = page([
      .anchor("đầu trang (1)", at: point(0, 30)), Self.text, .link(.anchor("phụ lục's \\ «1»"), in: Self.box),
    ])
    let second = page(
      [.anchor("phụ lục's \\ «1»", at: point(10, 100)), .link(.anchor("đầu trang (1)"), in: Self.box), Self.text],
      size: wide)
    let pdf = try draw([first, second])
    try Judge.expectSound(pdf)
    let places = try Judge.with(pdf) { try Judge.run("pdfinfo", ["-l", "2", "-dests", $0]).text }
    // Heights from the lower edge: 841.89 - 30 on A4, 595 - 100 on the wide page.
    #expect(places.contains(try Regex(#"1 \[ XYZ +0 +812 .*"a1""#)), "\(places)")
    #expect(places.contains(try Regex(#"2 \[ XYZ +10 +495 .*"a2""#)), "\(places)")
    #expect(try Judge.text(of: pdf).contains("Xem Phụ lục (trang 2)"))
  }

  @Test func `an address with quotes, brackets, spaces and accents is percent-encoded`() throws {
    let pdf = try draw([page([Self.text, .link(.uri("https://example.org/a b(1)'\\đ?x=1&y=%20"), in: Self.box)])])
    try Judge.expectSound(pdf)
    #expect(try Judge.unpacked(pdf).contains("(https://example.org/a%20b%281%29%27%5C%C4%91?x=1&y=%20)"))
  }

  @Test func `a link to a place that no page has is an error naming the place`() throws {
    #expect { try draw([page([Self.text, .link(.anchor("phụ lục 9"), in: Self.box)])]) } throws: { error in
      if case PDFError.missingAnchor("phụ lục 9") = error { true } else { false }
    }
  }

  @Test func `a link to a page without ink is an error too, for Cairo leaves out its places`() throws {
    let pages = [page([Self.text, .link(.anchor("a"), in: Self.box)]), page([.anchor("a", at: point(0, 0))])]
    #expect { try draw(pages) } throws: { error in
      if case PDFError.missingAnchor("a") = error { true } else { false }
    }
  }

  @Test func `two places of one name are an error`() throws {
    let anchor = Item.anchor("a", at: point(0, 0))
    #expect { try draw([page([anchor, Self.text]), page([anchor, Self.text])]) } throws: { error in
      if case PDFError.repeatedAnchor("a", page: 2) = error { true } else { false }
    }
  }

  @Test func `the outline nests by level and survives a level left out`() throws {
    let titles = [
      ("I. Tình hình", 1), ("1. Kết quả", 2), ("a) Số liệu", 3), ("2. Hạn chế", 2), ("II. Nhiệm vụ", 1), ("Ghi chú", 4),
    ]
    let items = titles.map { Item.outline(title: $0, level: $1, at: point(0, 100)) }
    let pdf = try draw([page(items + [Self.text])])
    try Judge.expectSound(pdf)
    let outline = try Judge.with(pdf) { try Judge.run("qpdf", ["--json", "--json-key=outlines", $0]).text }
    let tree = try JSONDecoder().decode(Outlines.self, from: Data(outline.utf8)).outlines
    #expect(
      tree.flatMap { $0.listed(at: 1) } == [
        "1 I. Tình hình", "2 1. Kết quả", "3 a) Số liệu", "2 2. Hạn chế", "1 II. Nhiệm vụ", "2 Ghi chú",
      ])
    #expect(tree[1].destpageposfrom1 == 1)
  }

  private struct Outlines: Decodable {
    var outlines: [Entry]
  }

  private struct Entry: Decodable {
    var title: String
    var destpageposfrom1: Int
    var kids: [Entry]

    func listed(at depth: Int) -> [String] { ["\(depth) \(title)"] + kids.flatMap { $0.listed(at: depth + 1) } }
  }
}
