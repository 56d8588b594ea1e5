import Batch
import Foundation
import Testing

/// Places on the printed pages of the reference case against HD 05 (sizes, margins, pitch), measured by poppler in the finished PDF.
/// Tolerance 0,3 mm.
@Suite struct MeasuredPagesTests {
  let scratch: Scratch
  let file: String
  let words: [Word]
  /// Ascender of Liberation Serif as a part of its size: where poppler's boxes begin.
  let ascent = 0.891

  init() throws {
    scratch = try Scratch()
    let outcome = try render(root.appending(path: "examples/hung-yen"), to: scratch.url)
    file = try #require(outcome.files.first)
    words = try BatchTests.words(of: file)
  }

  private func near(_ value: Double, _ expected: Double) -> Bool { abs(value - expected) <= 0.3 }

  private var lastBodyPage: Int { words.first { $0.text == "nhận:" }?.page ?? 0 }

  @Test func `the letterhead begins at the top margin of 20 mm`() throws {
    let first = try #require(words.run("ĐẢNG CỘNG SẢN VIỆT NAM"))
    #expect(near(mm(first[0].top), 20))
    #expect(near(mm(first[0].bottom - first[0].top), mm(15 * 1.107)), "15 pt")
  }

  @Test func `nothing stands outside 30 mm left and 15 mm right`() {
    for word in words where !word.isOnLandscape {
      #expect(mm(word.left) > 29.7 && mm(word.right) < 195.3, "\(word)")
    }
  }

  /// The bound edge of a wide table is the upper one: 30 mm there, 15 mm below, 20 mm at the sides.
  @Test func `wide tables stand on landscape pages within their own margins`() {
    let wide = words.filter(\.isOnLandscape)
    #expect(!wide.isEmpty)
    for word in wide {
      #expect(mm(word.left) > 19.7 && mm(word.right) < 277.3, "\(word)")
      let isNumber = word.top < 60 && Int(word.text) != nil
      #expect(isNumber || mm(word.top) > 29.7 && mm(word.bottom) < 195.3, "\(word)")
    }
  }

  @Test func `nothing but page numbers stands outside 20 mm top and bottom`() {
    for word in words where !word.isOnLandscape && !(word.top < 40 && Int(word.text) != nil) {
      #expect(mm(word.top) > 19.7 && mm(word.bottom) < 277.3, "\(word)")
    }
  }

  @Test func `page numbers are centred on the text, 10 mm from the top, from page 2`() {
    let numbers = words.filter { $0.top < 40 && Int($0.text) != nil }
    #expect(!numbers.contains { $0.page == 1 })
    for number in numbers where number.page <= lastBodyPage {
      #expect(Int(number.text) == number.page)
      #expect(near(mm(number.top), 10))
      #expect(near(mm((number.left + number.right) / 2), 112.5))
    }
    #expect(numbers.count { $0.page <= lastBodyPage } == lastBodyPage - 1)
  }

  @Test func `paragraphs begin 10 mm in and their lines are 18 pt apart`() throws {
    let start = try #require(words.run("Ngay từ đầu giai đoạn,"))
    #expect(near(mm(start[0].left), 40))
    let lines = Set(
      words.filter { $0.page == start[0].page && $0.top >= start[0].top - 1 && near(mm($0.left), 30) }.map(\.top)
    ).sorted()
    try #require(lines.count >= 4)
    #expect(abs(lines[0] - start[0].top - 18) < 0.1)
    #expect(abs(lines[1] - lines[0] - 18) < 0.1)
    #expect(abs(lines[2] - lines[1] - 18) < 0.1)
  }

  @Test func `justified lines end at the right margin`() {
    let page = words.filter { $0.page == 1 && $0.top > 250 }
    let lines = Dictionary(grouping: page) { Int($0.top) }
    let ends = lines.values.compactMap { $0.map(\.right).max() }.filter { mm($0) > 193 }
    #expect(ends.count > 8)
    #expect(ends.allSatisfy { abs(mm($0) - 195) < 0.3 })
  }

  @Test func `the rule under the title is as wide as the title, which is 72,9 mm`() throws {
    let title = try #require(words.run("ĐẢNG CỘNG SẢN VIỆT NAM"))
    let width = (title.last?.right ?? 0) - title[0].left
    #expect(near(mm(width), 72.9))
    let rules = try horizontalRules(page: 1)
    #expect(rules.contains { near(mm($0.right - $0.left), mm(width)) && near(mm($0.left), mm(title[0].left)) })
  }

  @Test func `recipients and signature stand on one page with at least two lines of text`() throws {
    let label = try #require(words.run("Nơi nhận:"))
    let signer = try #require(words.run("Phạm Mạnh Hà"))
    #expect(label[0].page == signer[0].page)
    let above = Set(
      words.filter { $0.page == label[0].page && $0.bottom < label[0].top && $0.top > 50 }.map { Int($0.top) })
    #expect(above.count >= 2)
  }

  @Test func `the appendix has all 84 organisations and repeats its header`() throws {
    let pages = words.filter { $0.page > lastBodyPage }
    let numbers = pages.filter { mm($0.right) < 40.5 && mm($0.top) > 20 }.compactMap { Int($0.text) }
    #expect(Set(1...84).isSubset(of: Set(numbers)))
    let last = words.map(\.page).max() ?? 0
    let headers = Set(pages.filter { $0.text == "TT" }.map(\.page))
    #expect(headers == Set(lastBodyPage + 1...last))
  }

  struct HorizontalRule {
    var left, right: Double
  }

  /// Horizontal strokes of a page, read from its content stream.
  private func horizontalRules(page: Int) throws -> [HorizontalRule] {
    let plain = scratch.url.appending(path: "plain.pdf").path()
    try tool("qpdf", "--qdf", "--object-streams=disable", "--pages", file, "\(page)", "--", file, plain)
    let text = String(decoding: try Data(contentsOf: URL(filePath: plain)), as: UTF8.self)
    let pattern = /([\d.]+) ([\d.]+) m ([\d.]+) ([\d.]+) l/
    return text.replacing("\n", with: " ").matches(of: pattern).compactMap { match in
      guard let left = Double(match.1), let right = Double(match.3), match.2 == match.4 else { return nil }
      return HorizontalRule(left: min(left, right), right: max(left, right))
    }
  }
}
