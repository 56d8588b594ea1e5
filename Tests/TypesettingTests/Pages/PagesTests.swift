import Documents
import Findings
import Graphics
import Testing

@testable import Typesetting

@Suite struct `page layout` {
  private func paragraphs(_ count: Int) -> [Block] { (0..<count).map { SampleReport.paragraph(3, from: $0) } }

  private func text(_ string: String) -> Block { .paragraph(Paragraph([.plain(string)])) }

  // MARK: Sections

  @Test func `a landscape section turns the paper and has margins of its own`() throws {
    let document = Layout.document([
      Section(blocks: paragraphs(2)),
      Section(orientation: .landscape, numbering: .appendix, blocks: [.table(SampleReport.organisations(60))]),
    ])
    let pages = try Layout(document).pages
    #expect(pages[0].frame.size == .a4)
    let turned = try #require(pages.dropFirst().first)
    #expect(turned.frame.size == Size(width: .mm(297), height: .mm(210)))
    let rules = turned.rules.filter { $0.from.y == $0.to.y }
    #expect(rules.allSatisfy { $0.from.x.mm >= 19.9 && $0.to.x.mm <= 277.1 })
    #expect(pages.dropFirst().allSatisfy { $0.runs.allSatisfy { $0.baseline < 195 } })
  }

  @Test func `backs of sheets mirror the margins`() throws {
    var document = Layout.document([Section(blocks: paragraphs(30))])
    document.format.page.duplex = true
    let pages = try Layout(document).pages
    #expect(pages.count >= 3)
    for (index, page) in pages.enumerated() {
      let left = page.runs.filter { $0.baseline > 19 }.map(\.x).min() ?? 0
      #expect(abs(left - (index % 2 == 0 ? 30 : 15)) < 0.01, "page \(index + 1)")
      if index > 0 {
        let number = try #require(page.runs.first)
        let middle = (index % 2 == 0 ? 30.0 : 15.0) + 165 / 2
        #expect(abs(number.x + Length.points(3.5).mm - middle) < 0.1)
      }
    }
  }

  @Test func `numbers begin again where a section says so`() throws {
    let document = Layout.document([
      Section(blocks: paragraphs(14)), Section(numbering: .continued, blocks: paragraphs(1)),
      Section(numbering: .restarted, blocks: paragraphs(14)),
    ])
    let pages = try Layout(document).pages
    let restart = try #require(pages.lastIndex { $0.number == 1 })
    #expect(pages[..<restart].map(\.number) == Array(1...restart))
    #expect(pages[restart...].map(\.number) == Array(1...(pages.count - restart)))
    // The first page of a numbering shows none, the first of a continued section does.
    #expect(pages[restart].runs.allSatisfy { $0.baseline > 19 })
    #expect(pages[restart - 1].runs.first?.string == "\(restart)")
  }

  @Test func `a running head stands beside the number on all pages but the first of its section`() throws {
    let document = Layout.document([Section(runningHead: [.plain("Báo cáo quý IV")], blocks: paragraphs(20))])
    let pages = try Layout(document).pages
    #expect(pages[0].run("Báo cáo quý IV") == nil)
    for page in pages.dropFirst() {
      let head = try #require(page.run("Báo cáo quý IV"))
      #expect(abs(head.baseline - page.runs[0].baseline) < 0.01)
    }
  }

  @Test func `page X of Y counts the pages of the numbering`() throws {
    let head: [Inline] = [.plain("Trang "), .pageNumber, .plain("/"), .pageCount]
    let document = Layout.document([
      Section(runningHead: head, blocks: paragraphs(20)),
      Section(numbering: .restarted, runningHead: head, blocks: paragraphs(40)),
    ])
    let pages = try Layout(document).pages
    let second = try #require(pages.dropFirst().firstIndex { $0.number == 1 })
    #expect(pages[1].text.hasPrefix("Trang 2/\(second)\n"))
    #expect(pages[second + 1].text.hasPrefix("Trang 2/\(pages.count - second)\n"))
  }

  @Test func `a watermark lies behind everything on every page, on the paper`() throws {
    let document = Layout.document([Section(blocks: paragraphs(12))], watermark: "DỰ THẢO")
    let pages = try Layout(document).pages
    for page in pages {
      guard case .watermark(let run, let angle, let point)? = page.frame.items.first else {
        Issue.record("no watermark first on page \(page.number)")
        continue
      }
      #expect(run.string == "DỰ THẢO" && run.color.luma > 0.8)
      // atan(297 / 210)
      #expect(abs(angle - 54.7) < 0.1)
      #expect(abs(point.x.mm - 105) < 0.01 && abs(point.y.mm - 148.5) < 0.01)
    }
  }

  // MARK: Paragraphs over pages

  @Test func `at least two lines of a paragraph stand on each side of a page break`() throws {
    for space in stride(from: 0.0, through: 200, by: 6) {
      let body = String(repeating: "một hai ba bốn năm sáu bảy tám chín mười ", count: 9)
      let blocks: [Block] = [.space(.points(1))] + (0..<8).map { text("Đoạn \($0) " + body) }
      var document = Layout.document([Section(blocks: [text("Đầu"), .space(.points(space))] + blocks)])
      document.format.styles[.body]?.stretch = .zero
      let pages = try Layout(document).pages
      for (page, next) in zip(pages, pages.dropFirst()) {
        let lines = page.runs.filter { $0.baseline > 19 }.sorted { $0.baseline < $1.baseline }
        let following = next.runs.filter { $0.baseline > 19 }.sorted { $0.baseline < $1.baseline }
        // A paragraph's first line is the indented one.
        #expect((lines.last?.x ?? 0) < 39, "orphan at space \(space)")
        if (following.first?.x ?? 40) < 39 { #expect(following[1].x < 39, "widow at space \(space)") }
      }
    }
  }

  @Test func `a heading goes to the page of its text`() throws {
    for space in stride(from: 600.0, through: 700, by: 5) {
      let layout = try Layout([
        text("Đầu"), .space(.points(space)), .heading(Heading(level: 1, [.plain("MỤC LỚN")])),
        .heading(Heading(level: 2, [.plain("Mục nhỏ")])), SampleReport.paragraph(3),
      ])
      let page = try #require(layout.pages.first { $0.run("I- MỤC LỚN") != nil })
      #expect(page.run("1. Mục nhỏ") != nil)
      #expect(page.runs.count { $0.face == FaceID(0) && $0.size == 14 && $0.string.count > 10 } >= 2, "\(space)")
    }
  }

  @Test func `a forced break begins a page, and two of them do not make an empty one`() throws {
    let pages = try Layout([.pageBreak, text("một"), .pageBreak, .pageBreak, text("hai"), .pageBreak]).pages
    #expect(pages.map(\.runs.last?.string) == ["một", "hai"])
  }

  @Test func `a document of nothing is one empty page`() throws {
    #expect(try Layout([]).pages.map(\.frame.items.count) == [0])
    #expect(try Layout(Layout.document([])).pages.count == 1)
  }

  // MARK: Lists and quotes

  @Test func `items begin like paragraphs and are lettered as Vietnamese lists are`() throws {
    let items = (0..<6).map { [text("mục \($0)")] }
    let page = try #require(Layout([.list(List(marker: .letter, items: items))]).pages.first)
    #expect(page.runs.map { $0.string.prefix(2) } == ["a)", "b)", "c)", "d)", "đ)", "e)"])
    #expect(page.runs.allSatisfy { abs($0.x - 40) < 0.3 })
  }

  @Test func `a hanging list sets its text beside the markers`() throws {
    var format = PartyFormat.hd05
    format.lists = ListRules(nestingIndent: .mm(8), runIn: false)
    let long = String(repeating: "nội dung của mục ", count: 12)
    let page = try #require(Layout([.list(List(items: [[text(long)]]))], format: format).pages.first)
    let lines = Dictionary(grouping: page.runs, by: \.baseline).sorted { $0.key < $1.key }.map(\.value)
    #expect(lines.count >= 2)
    #expect(abs(try #require(lines[0].map(\.x).min()) - 30) < 0.1)
    #expect(abs(try #require(lines[1].map(\.x).min()) - 38) < 0.1)
  }

  @Test func `nested items are indented by a step each`() throws {
    let inner = Block.list(List(marker: .plus, items: [[text("trong")]]))
    let page = try #require(Layout([.list(List(items: [[text("ngoài"), inner]]))]).pages.first)
    let outer = try #require(page.run("- ngoài"))
    #expect(abs(try #require(page.run("+ trong")).x - outer.x - 5) < 0.1)
  }

  @Test func `fifty levels of nesting stay on the paper`() throws {
    var block = text("tận cùng")
    for _ in 0..<50 { block = .list(List(items: [[text("mức"), .quote([block])]])) }
    let layout = try Layout([block])
    #expect(layout.pages.allSatisfy { $0.runs.allSatisfy { $0.x > 0 && $0.x < 205 } })
    #expect(layout.text.replacing("\n", with: " ").contains("cùng"))
  }

  @Test func `nesting without end is cut and reported`() throws {
    var block = text("tận cùng")
    for _ in 0..<300 { block = .list(List(items: [[text("mức"), block]])) }
    let layout = try Layout([block])
    #expect(layout.findings.contains { $0.code == "long-qua-sau" && $0.severity == .error })
    #expect(layout.text.contains("mức"))
  }

  @Test func `a quote is indented as its style says`() throws {
    let page = try #require(Layout([.quote([text("lời trích")])]).pages.first)
    #expect(abs(try #require(page.run("lời trích")).x - 40) < 0.1)
  }

  // MARK: Footnotes

  @Test func `a footnote stands at the foot of the page of its mark, under a short rule`() throws {
    let note = Inline.footnote([text("Theo số liệu của Văn phòng.")])
    let blocks: [Block] = [.paragraph(Paragraph([.plain("Có 84 tổ chức"), note, .plain(" trong tỉnh.")]))]
    let page = try #require(Layout(blocks + [text("Đoạn sau.")]).pages.first)
    let foot = try #require(page.runs.first { $0.string.contains("Theo số liệu") })
    #expect(foot.size == 11 && foot.baseline > 270 && foot.baseline < 277)
    let rule = try #require(page.rules.first)
    #expect(abs((rule.to.x - rule.from.x).mm - 55) < 0.1 && rule.from.y.mm < foot.baseline)
    #expect(page.runs.count { $0.string.hasPrefix("1") && $0.size < 10 } == 2)
  }

  @Test func `footnotes are counted through the document and stay with their marks`() throws {
    let blocks = (1...40).map { index in
      Block.paragraph(
        Paragraph([
          .plain("Đoạn số \(index) có một chú thích"), .footnote([text("Chú thích thứ \(index).")]),
          .plain(String(repeating: " và nội dung tiếp theo", count: index % 9)),
        ]))
    }
    let layout = try Layout(blocks)
    for index in 1...40 {
      let mark = try #require(layout.pages.firstIndex { $0.text.contains("Đoạn số \(index) có") })
      #expect(layout.pages[mark].text.contains("Chú thích thứ \(index)."), "\(index)")
    }
    #expect(layout.pages.allSatisfy { $0.runs.allSatisfy { $0.baseline < 277 } })
  }

  @Test func `a footnote longer than a page goes on at the foot of the next`() throws {
    let long = (1...1500).map { "chữ\($0)" }.joined(separator: " ")
    let layout = try Layout([
      .paragraph(Paragraph([.plain("Dấu"), .footnote([text(long)])])), text("Đoạn sau dấu."),
    ])
    let words = layout.pages.flatMap { $0.runs.flatMap { $0.string.split(separator: " ") } }.map(String.init)
    #expect(words.filter { $0.hasPrefix("chữ") } == (1...1500).map { "chữ\($0)" })
    #expect(layout.pages.allSatisfy { $0.runs.allSatisfy { $0.baseline < 277.1 } })
    #expect(layout.text.contains("Đoạn sau dấu."))
  }

  // MARK: References and contents

  @Test func `contents name the pages their headings stand on`() throws {
    var blocks: [Block] = [.contents(title: [.plain("MỤC LỤC")], depth: 2)]
    for index in 1...30 {
      blocks.append(.heading(Heading(level: 1 + index % 3, [.plain("Đề mục thứ \(index)")])))
      blocks += paragraphs(2)
    }
    let layout = try Layout(blocks)
    let entries = layout.pages.prefix(2).flatMap { $0.text.split(separator: "\n") }.map(String.init)
    for index in 1...30 {
      let page = try #require(
        layout.pages.last { page in
          page.runs.contains { $0.face == FaceID(1) && $0.string.hasSuffix("Đề mục thứ \(index)") }
        })
      let entry = entries.first { $0.contains("Đề mục thứ \(index).") }
      // Level 3 is not in contents of depth 2.
      #expect((entry == nil) == (index % 3 == 2))
      if let entry {
        #expect(entry.wholeMatch(of: try Regex(".*Đề mục thứ \(index) ?[. ]+ ?\(page.number)")) != nil, "\(entry)")
      }
    }
  }

  @Test func `references print the label and the page of what they refer to`() throws {
    let refer = Block.paragraph(
      Paragraph([
        .plain("Xem "), .reference("xep-loai", .label), .plain(", "), .reference("xep-loai", .page), .plain("."),
      ]))
    let layout = try Layout([refer] + paragraphs(22) + [.table(SampleReport.ratings)])
    let page = try #require(layout.pages.first { $0.run("Biểu số 1:") != nil })
    #expect(page.number > 1)
    #expect(layout.pages[0].text.contains("Xem Biểu số 1, trang\u{A0}\(page.number)."))
  }

  @Test func `a label given twice is reported`() throws {
    let layout = try Layout([.table(SampleReport.ratings), .table(SampleReport.ratings)])
    #expect(layout.findings.map(\.code) == ["nhan-trung"])
  }

  @Test func `page numbers that have not settled when the passes end are an error`() throws {
    #expect(throws: LayoutError.doesNotConverge(passes: 1)) {
      try Layout(
        [.contents(title: [], depth: 1), .heading(Heading(level: 1, [.plain("A")]))], limits: Limits(passes: 1))
    }
  }

  @Test func `a document too long to hold is laid out once more and is the same`() throws {
    let document = Layout.document([
      Section(runningHead: [.pageNumber, .plain("/"), .pageCount], blocks: paragraphs(30))
    ])
    #expect(try Layout(document, limits: Limits(heldPages: 1)).pages == Layout(document).pages)
  }

  // MARK: Limits and bad input

  @Test func `more pages than the limit are an error`() throws {
    #expect(throws: LayoutError.tooManyPages(limit: 2)) { try Layout(paragraphs(40), limits: Limits(pages: 2)) }
  }

  @Test func `margins that leave no room are an error`() throws {
    var format = PartyFormat.hd05
    format.page.front.left = .mm(180)
    #expect(throws: LayoutError.self) { try Layout([text("a")], format: format) }
    format.page.front.left = .points(.nan)
    #expect(throws: LayoutError.self) { try Layout([text("a")], format: format) }
  }

  @Test func `what the page closure throws ends the layout at once`() throws {
    struct Stop: Error {}
    var typesetter = Typesetter(fonts: try TestFonts.library())
    var seen = 0
    let document = Layout.document([Section(blocks: [.table(SampleReport.organisations(2000))])])
    #expect(throws: Stop.self) {
      _ = try typesetter.typeset(document) { _ in
        seen += 1
        if seen == 3 { throw Stop() }
      }
    }
    #expect(seen == 3)
    // The typesetter is as good as new afterwards.
    var pages = 0
    _ = try typesetter.typeset(SampleReport.document) { _ in pages += 1 }
    #expect(pages == (try Layout(SampleReport.document)).pages.count)
  }

  @Test func `a letterhead with a hundred lines goes over pages instead of off the paper`() throws {
    var head = SampleReport.letterhead
    head.issuer = String(repeating: "ĐẢNG ỦY KHỐI ", count: 300)
    let layout = try Layout([.letterhead(head), text("sau")])
    #expect(layout.pages.allSatisfy { $0.runs.allSatisfy { $0.baseline < 278 } })
    #expect(layout.text.contains("sau"))
  }

  @Test func `spaces of any size are harmless`() throws {
    let blocks: [Block] = [
      text("a"), .space(.points(.infinity)), text("b"), .space(.points(-500)), text("c"), .space(.points(1e9)),
      text("d"),
      .space(.points(.nan)), text("e"),
    ]
    let layout = try Layout(blocks)
    #expect(layout.text.filter { $0 != "\n" }.filter { !$0.isNumber } == "abcde")
    #expect(layout.pages.allSatisfy { $0.runs.allSatisfy { $0.baseline.isFinite && $0.baseline < 297 } })
  }
}
