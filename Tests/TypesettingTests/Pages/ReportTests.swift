import Documents
import Graphics
import Testing

@testable import Typesetting

/// The quarterly report laid out, measured against the component table of HD 05: millimetres within 0.3.
@Suite struct `quarterly report` {
  private let layout: Layout

  init() throws { layout = try Layout(SampleReport.document) }

  private func mm(_ points: Double) -> Double { points * 25.4 / 72 }

  @Test func `text begins 20 millimetres below the upper edge and stays 20 above the lower one`() {
    for page in layout.pages {
      let texts = page.runs.filter { $0.baseline > 19 }
      let first = texts.map { $0.baseline - mm($0.size * ascent) }.min() ?? 0
      #expect(abs(first - 20) <= placeTolerance, "page \(page.number)")
      let last = texts.map { $0.baseline + mm($0.size * 0.216) }.max() ?? 0
      #expect(last <= 277.01, "page \(page.number)")
    }
  }

  @Test func `text stands between 30 and 195 millimetres`() {
    for page in layout.pages {
      #expect(page.runs.allSatisfy { $0.x >= 29.99 && $0.x < 195 })
      for rule in page.rules { #expect(rule.from.x.mm >= 29.9 && rule.to.x.mm <= 195.1) }
    }
  }

  @Test func `first lines are indented by 10 millimetres and others begin at the margin`() throws {
    let page = layout.pages[0]
    let first = try #require(page.run("Ban Thường vụ Đảng ủy"))
    #expect(abs(first.x - 40) <= placeTolerance)
    let body = page.runs.filter { $0.size == 14 && $0.baseline > first.baseline }
    #expect(body.allSatisfy { abs($0.x - 30) < 0.01 || abs($0.x - 40) < 0.01 || $0.x > 41 })
    #expect(body.contains { abs($0.x - 30) < 0.01 })
  }

  @Test func `lines of the text are exactly 18 points apart and paragraphs 6 points more`() throws {
    let page = layout.pages[0]
    let first = try #require(page.run("Ban Thường vụ Đảng ủy"))
    let heading = try #require(page.run("I- KẾT QUẢ"))
    let lines = Set(
      page.runs.filter { $0.baseline >= first.baseline && $0.baseline <= heading.baseline }.map(\.baseline)
    )
    .sorted()
    let pitches = zip(lines, lines.dropFirst()).map { $1 - $0 }
    #expect(pitches.dropLast().allSatisfy { abs($0 - mm(18)) < 0.01 })
    // The gap may have grown by its stretch (3 points) to fill the page.
    let gap = try #require(pitches.last)
    #expect(gap >= mm(24) - 0.01 && gap <= mm(27) + 0.01)
  }

  @Test func `the page number stands 10 millimetres below the edge, over the middle of the text, not on page one`()
    throws
  {
    #expect(layout.pages[0].runs.allSatisfy { $0.baseline > 19 })
    let number = try #require(layout.pages[1].runs.first)
    #expect(number.string == "2" && number.size == 14 && number.face == FaceID(0))
    #expect(abs(number.baseline - mm(14 * ascent) - 10) <= placeTolerance)
    // A figure is half an em wide.
    #expect(abs(number.x + mm(14 * 0.5) / 2 - 112.5) <= placeTolerance)
  }

  @Test func `the page number can be centred on the paper`() throws {
    var document = SampleReport.document
    document.format.page.numberCentre = .paper
    let number = try #require(Layout(document).pages[1].runs.first)
    #expect(abs(number.x + mm(14 * 0.5) / 2 - 105) <= placeTolerance)
  }

  @Test func `title, abstract and five hyphens follow each other in their sizes`() throws {
    let page = layout.pages[0]
    let type = try #require(page.run("BÁO CÁO"))
    let abstract = try #require(page.run("kết quả thực hiện"))
    let hyphens = try #require(page.run("-----"))
    #expect(type.size == 16 && type.face == FaceID(1))
    #expect(abstract.size == 14 && abstract.face == FaceID(1))
    #expect(hyphens.size == 14 && hyphens.face == FaceID(0))
    #expect(type.baseline < abstract.baseline && abstract.baseline < hyphens.baseline)
    // “-----” at 14 points is 8,2 mm wide, centred on the text.
    #expect(abs(hyphens.x + 4.1 - 112.5) <= placeTolerance)
  }

  @Test func `headings are numbered in the Party style and enter the outline`() {
    let outline = layout.pages.flatMap(\.frame.items).compactMap { item -> String? in
      if case .outline(let title, let level, _) = item { "\(level) \(title)" } else { nil }
    }
    #expect(
      outline == [
        "1 I- KẾT QUẢ THỰC HIỆN", "2 1. Công tác lãnh đạo, chỉ đạo", "2 2. Xây dựng mô hình",
        "1 II- XẾP LOẠI TỔ CHỨC CƠ SỞ ĐẢNG", "1 III- PHƯƠNG HƯỚNG, NHIỆM VỤ",
        "1 PHỤ LỤC 1. DANH SÁCH TỔ CHỨC CƠ SỞ ĐẢNG",
      ])
  }

  @Test func `an appendix begins a page and a numbering of its own`() throws {
    let index = try #require(layout.pages.firstIndex { $0.run("PHỤ LỤC 1") != nil })
    #expect(layout.pages[index].number == 1)
    #expect(layout.pages[index].runs.first?.string == "PHỤ LỤC 1")
    #expect(layout.pages[index + 1].number == 2 && layout.pages[index + 1].runs.first?.string == "2")
  }

  @Test func `an appendix goes on with the numbering where the format says so`() throws {
    var document = SampleReport.document
    document.format.page.appendixNumbering = .continued
    let pages = try Layout(document).pages
    #expect(pages.map(\.number) == Array(1...pages.count))
    let index = try #require(pages.firstIndex { $0.run("PHỤ LỤC 1") != nil })
    #expect(pages[index].runs.first?.string == "\(index + 1)")
  }

  @Test func `the header row and the continuation stand on each further page of a table`() throws {
    let index = try #require(layout.pages.firstIndex { $0.run("PHỤ LỤC 1") != nil })
    for page in layout.pages[(index + 1)...] {
      #expect(page.run("Tên tổ chức cơ sở đảng") != nil, "page \(page.number)")
      #expect(page.run("(tiếp theo)") != nil, "page \(page.number)")
    }
    #expect(layout.pages[index].run("(tiếp theo)") == nil)
  }

  @Test func `headings never end a page`() {
    for page in layout.pages {
      let last = page.runs.max { $0.baseline < $1.baseline }
      #expect(last?.face == FaceID(0) || last?.size != 14 || last?.string == "Phạm Mạnh Hà")
    }
  }

  @Test func `nothing is reported of a sound report`() { #expect(layout.findings.isEmpty) }

  @Test func `two layouts of one document are equal`() throws {
    #expect(try Layout(SampleReport.document).pages == layout.pages)
  }

  @Test func `the dump of the report is as recorded`() { Golden.expect(layout.dump, is: "report") }

  @Test func `the first page of the same report in the State format is as recorded`() throws {
    let state = try Layout(Layout.document(SampleReport.sections, format: StateFormat.nd30))
    Golden.expect(try #require(state.pages.first).dump(), is: "report-state")
  }
}
