import Documents
import Findings
import Graphics
import Testing

@testable import Typesetting

@Suite struct `table layout` {
  private func text(_ string: String) -> TableCell { .text(string, nil) }
  private func head(_ strings: String...) -> [HeaderCell] { strings.map { HeaderCell([.plain($0)]) } }

  /// Right edge of a run, millimetres, measured with the text's own style.
  private func right(_ run: PlacedText, bold: Bool = false) throws -> Double {
    var setter = TextSetter(fonts: try TestFonts.library())
    let style = BlockStyle(size: .points(run.size), bold: bold)
    return run.x + Length.points(setter.width(run.string, style: style)).mm
  }

  @Test func `numbers of a decimal column stand with their commas above each other`() throws {
    let table = Table(
      columns: [TableColumn(alignment: .left), TableColumn(alignment: .decimal)],
      rows: ["7,5", "1.234,25", "100", "0,125"].map { TableRow(.body, [text("Dòng"), text($0)]) })
    let page = try #require(Layout([.table(table)]).pages.first)
    var commas: [Double] = []
    for (number, whole) in [("7,5", "7"), ("1.234,25", "1.234"), ("0,125", "0"), ("100", "100")] {
      var run = try #require(page.runs.first { $0.string == number })
      run.string = whole
      commas.append(try right(run))
    }
    #expect(commas.allSatisfy { abs($0 - commas[0]) < 0.05 }, "\(commas)")
    // The longest fraction ends at the padding before the right edge.
    let edge = try right(#require(page.runs.first { $0.string == "0,125" }))
    #expect(abs(edge - (195 - 1.5)) < 0.1)
  }

  @Test func `right-aligned numbers end at the padding`() throws {
    let table = Table(
      columns: [TableColumn(), TableColumn(alignment: .right)],
      rows: ["5", "1.250.000.000"].map { TableRow(.body, [text("Dòng"), text($0)]) })
    let page = try #require(Layout([.table(table)]).pages.first)
    for number in ["5", "1.250.000.000"] {
      #expect(abs(try right(#require(page.runs.first { $0.string == number })) - 193.5) < 0.1)
    }
  }

  @Test func `a table with automatic columns is as wide as the text`() throws {
    let page = try #require(Layout([.table(SampleReport.ratings)]).pages.first)
    let rules = page.rules.filter { $0.from.y == $0.to.y }
    #expect(rules.contains { abs($0.from.x.mm - 30) < 0.01 && abs($0.to.x.mm - 195) < 0.01 })
  }

  @Test func `neighbouring rows share one vertical rule`() throws {
    let page = try #require(Layout([.table(SampleReport.organisations(20))]).pages.first)
    let vertical = page.rules.filter { $0.from.x == $0.to.x }
    // Seven edges of six columns, in the header and in the rows.
    #expect(vertical.count <= 14)
    let x = Set(vertical.map { ($0.from.x.points * 100).rounded() })
    #expect(x.count == 7)
  }

  @Test func `no vertical rule crosses a cell that spans columns`() throws {
    let page = try #require(Layout([.table(SampleReport.ratings)]).pages.first)
    let total = try #require(page.run("TỔNG CỘNG"))
    let ruleY = Length.mm(total.baseline)
    let crossing = page.rules.filter { $0.from.x == $0.to.x && $0.from.y < ruleY && $0.to.y > ruleY }
    #expect(crossing.count == 4)
  }

  @Test func `a group stays with the row below and a total with the row above`() throws {
    for count in 25...60 {
      var rows = (1...count).map { TableRow(.body, [text("\($0)"), text("Đơn vị \($0)")]) }
      rows.insert(TableRow(.group, [text("A"), text("Đảng bộ cơ sở")]), at: count / 2)
      rows.append(TableRow(.total, [text(""), text("TỔNG CỘNG")]))
      let pages = try Layout([.table(Table(columns: [TableColumn(), TableColumn()], rows: rows))]).pages
      for page in pages {
        let last = try #require(page.runs.max { ($0.baseline, $0.x) < ($1.baseline, $1.x) })
        #expect(last.string != "Đảng bộ cơ sở", "\(count) rows")
        let texts = page.runs.filter { $0.baseline > 19 }
        #expect(texts.first?.string != "TỔNG CỘNG", "\(count) rows")
      }
    }
  }

  @Test func `caption and unit stand on the page of the first rows`() throws {
    for space in stride(from: 300.0, to: 728, by: 9) {
      var table = SampleReport.ratings
      table.note = []
      let layout = try Layout([SampleReport.paragraph(1), .space(.points(space)), .table(table)])
      let page = try #require(layout.pages.first { $0.run("Biểu số 1") != nil })
      #expect(page.run("Đvt:") != nil && page.run("STT") != nil && page.run("Hoàn thành xuất sắc") != nil, "\(space)")
    }
  }

  @Test func `a short table stays whole while that leaves no more than a third of the page white`() throws {
    // Paragraphs of one line take 24 points of the 728 of a page each.
    for count in 21...30 {
      let lines = (0..<count).map { Block.paragraph(Paragraph([.plain("Đoạn \($0)")])) }
      let layout = try Layout(lines + [.table(SampleReport.ratings)])
      let pages = layout.pages.filter { $0.text.contains("oàn thành") }
      #expect(pages.count == 1, "\(count) lines")
    }
  }

  @Test func `rows stay whole`() throws {
    let long = String(repeating: "nội dung dài của một mô hình ", count: 12)
    let rows = (1...30).map { TableRow(.body, [text("H\($0)"), text("đầu\($0) " + long + "cuối\($0)")]) }
    let layout = try Layout([.table(Table(columns: [TableColumn(), TableColumn()], rows: rows))])
    for number in 1...30 {
      let pages = layout.pages.indices.filter { layout.pages[$0].text.contains("đầu\(number) ") }
      #expect(pages.count == 1)
      #expect(layout.pages[pages[0]].text.contains("cuối\(number)"))
    }
  }

  @Test func `a row higher than the page goes on on the next`() throws {
    let words = (1...3000).map { "từ\($0)" }
    let table = Table(
      columns: [TableColumn(width: .fixed(.mm(20))), TableColumn(width: .share(1))], header: [head("TT", "Nội dung")],
      rows: [
        TableRow(.body, [text("1"), text("ngắn")]), TableRow(.body, [text("2"), text(words.joined(separator: " "))]),
        TableRow(.body, [text("3"), text("sau cùng")]),
      ])
    let layout = try Layout([.table(table)])
    #expect(layout.pages.count > 3)
    let printed = layout.pages.flatMap { $0.runs.flatMap { $0.string.split(separator: " ") } }.map(String.init)
    #expect(printed.filter { $0.hasPrefix("từ") } == words)
    for page in layout.pages {
      #expect(page.run("Nội dung") != nil)
      #expect(page.runs.allSatisfy { $0.baseline < 277 })
      // The piece on each page is closed by rules above and below.
      let bottom = page.rules.map(\.to.y.mm).max() ?? 0
      #expect(bottom <= 277.5 && bottom > page.runs.map(\.baseline).max() ?? 0)
    }
    // It begins under the first row, not on a page of its own.
    #expect(layout.pages[0].text.contains("từ1 "))
  }

  @Test func `page sums stand at the foot of each page and before the total, and add up to it`() throws {
    let values = (1...100).map { $0 * 37 }
    var rows = values.enumerated().map { TableRow(.body, [text("\($0 + 1)"), text("Đơn vị"), text("\($1)")]) }
    rows.append(TableRow(.total, [text(""), text("TỔNG CỘNG"), text(PageSum.grouped(values.reduce(0, +)))]))
    let table = Table(
      columns: [TableColumn(), TableColumn(), TableColumn(alignment: .right)], rows: rows,
      pageSubtotal: PageSubtotal(
        label: "Cộng trang", labelColumns: 2, values: [.init(column: 2, values: values + [0])]))
    let layout = try Layout([SampleReport.paragraph(2), .table(table), SampleReport.paragraph(1)])
    #expect(layout.pages.count >= 3)
    var sums: [Int] = []
    for page in layout.pages {
      let label = try #require(page.run("Cộng trang"))
      let own = page.runs.filter { abs($0.baseline - label.baseline) < 0.01 }.map(\.string)
      let sum = try #require(Int(own.last?.replacing(".", with: "") ?? ""))
      let rows = page.runs.filter { $0.string == "Đơn vị" }
      #expect(rows.allSatisfy { $0.baseline < label.baseline })
      sums.append(sum)
    }
    #expect(sums.reduce(0, +) == values.reduce(0, +))
    let last = try #require(layout.pages.last)
    #expect(try #require(last.run("Cộng trang")).baseline < #require(last.run("TỔNG CỘNG")).baseline)
    #expect(layout.pages.allSatisfy { $0.runs.allSatisfy { $0.baseline < 277 } })
  }

  @Test func `a table on one page has no page sums`() throws {
    let table = Table(
      columns: [TableColumn(), TableColumn()], rows: [TableRow(.body, [text("a"), text("1")])],
      pageSubtotal: PageSubtotal(label: "Cộng trang", labelColumns: 1, values: [.init(column: 1, values: [1])]))
    #expect(try !Layout([.table(table)]).text.contains("Cộng trang"))
  }

  @Test func `turned header text reads upwards inside its cell`() throws {
    var table = SampleReport.ratings
    table.header = [
      [
        HeaderCell([.plain("STT")]), HeaderCell([.plain("Mức xếp loại")]),
        HeaderCell([.plain("Số tổ chức")], rotated: true), HeaderCell([.plain("Tỷ lệ")], rotated: true),
      ]
    ]
    let page = try #require(Layout([.table(table)]).pages.first)
    let turned = page.frame.items.compactMap { item -> GlyphRun? in
      if case .glyphs(let run) = item, run.angle == 90 { run } else { nil }
    }
    #expect(turned.map(\.string) == ["Số tổ chức", "Tỷ lệ"])
    for run in turned {
      #expect(Set(run.glyphs.map { ($0.x * 100).rounded() }).count == 1)
      #expect(zip(run.glyphs, run.glyphs.dropFirst()).allSatisfy { $0.y > $1.y })
    }
  }

  @Test func `rules between rows can be left out`() throws {
    var format = PartyFormat.hd05
    format.tables.rowRules = false
    let page = try #require(Layout([.table(SampleReport.organisations(10))], format: format).pages.first)
    // Above and below the header, and under the last row.
    #expect(Set(page.rules.filter { $0.from.y == $0.to.y }.map { ($0.from.y.points * 10).rounded() }).count == 3)
  }

  @Test func `fills of header and groups lie behind the text`() throws {
    var format = PartyFormat.hd05
    format.tables.headerFill = Color(gray: 0.9)
    format.tables.groupFill = Color(gray: 0.95)
    let page = try #require(Layout([.table(SampleReport.ratings)], format: format).pages.first)
    let shapes = page.frame.items.indices.filter { if case .shape = page.frame.items[$0] { true } else { false } }
    let texts = page.frame.items.indices.filter { if case .glyphs = page.frame.items[$0] { true } else { false } }
    #expect(shapes.count == 2)
    #expect(try #require(shapes.max()) < #require(texts.min()))
  }

  // MARK: Bad input

  @Test func `a table without columns is reported and leaves its caption`() throws {
    let layout = try Layout([
      .table(Table(columns: [], rows: [TableRow(.body, [text("x")])], caption: [.plain("Biểu")]))
    ])
    #expect(layout.findings.map(\.code) == ["bieu-khong-cot"])
    #expect(layout.text == "Biểu")
  }

  @Test func `a table without rows prints its header`() throws {
    let layout = try Layout([
      .table(Table(columns: [TableColumn(), TableColumn()], header: [head("A", "B")], rows: []))
    ])
    #expect(layout.text == "AB")
    #expect(layout.findings.isEmpty)
  }

  @Test func `columns of no width become as narrow as sense allows and are reported`() throws {
    let table = Table(
      columns: [TableColumn(width: .fixed(.zero)), TableColumn(width: .fixed(.mm(-3))), TableColumn()],
      rows: [TableRow(.body, [text("một"), text("hai"), text("ba")])])
    let layout = try Layout([.table(table)])
    #expect(layout.findings.contains { $0.code == "cot-qua-hep" })
    #expect(layout.text.replacing("\n", with: "").contains("ba"))
  }

  @Test func `a table wider than the page is narrowed and reported`() throws {
    let table = Table(
      columns: (0..<3).map { _ in TableColumn(width: .fixed(.mm(100))) },
      rows: [TableRow(.body, [text("a"), text("b"), text("c")])])
    let layout = try Layout([.table(table)])
    #expect(layout.findings.map(\.code) == ["bieu-rong-hon-trang"])
    #expect(layout.pages[0].rules.allSatisfy { $0.to.x.mm <= 195.1 })
  }

  @Test func `two hundred columns stay on the paper`() throws {
    let table = Table(
      columns: (0..<200).map { _ in TableColumn() }, header: [(0..<200).map { HeaderCell([.plain("C\($0)")]) }],
      rows: [TableRow(.body, (0..<200).map { text("\($0)") })])
    let layout = try Layout([.table(table)])
    for page in layout.pages { #expect(page.runs.allSatisfy { $0.x > 0 && $0.x < 210 && $0.baseline < 297 }) }
  }

  @Test func `cells beyond the columns are reported and rows too short are filled`() throws {
    let table = Table(
      columns: [TableColumn(), TableColumn()],
      rows: [TableRow(.body, [text("a"), text("b"), text("c")]), TableRow(.body, [text("d")]), TableRow(.body, [])])
    let layout = try Layout([.table(table)])
    #expect(layout.findings.map(\.code) == ["hang-thua-o"])
    #expect(layout.text.filter { $0 != "\n" } == "abd")
  }

  @Test func `a cell beyond the limit is cut and reported at its place in the file`() throws {
    let cell = TableCell.text(String(repeating: "chữ ", count: 10_000), Origin(file: 0, row: 7, column: 2))
    let layout = try Layout(
      [.table(Table(columns: [TableColumn()], rows: [TableRow(.body, [cell])]))], limits: Limits(cellBytes: 1_000))
    #expect(layout.findings.map(\.code) == ["o-qua-dai"])
    #expect(layout.pages.count == 1)
  }

  @Test func `styled text in a cell beyond the limit is cut too`() throws {
    let long = Inline.text(String(repeating: "chữ ", count: 10_000), .strong, nil)
    let cells = [TableCell.rich([.plain("đầu "), long, .plain("cuối")]), .span([long], columns: 1, alignment: .left)]
    let layout = try Layout(
      [
        .table(
          Table(
            columns: [TableColumn(width: .share(1)), TableColumn(width: .share(1))],
            rows: [TableRow(.body, cells)]))
      ], limits: Limits(cellBytes: 1_000))
    #expect(layout.findings.map(\.code) == ["o-qua-dai", "o-qua-dai"])
    #expect(layout.text.contains("đầu ") && !layout.text.contains("cuối"))
    #expect(layout.pages.count == 1)
  }

  @Test func `turned text is set in as few lines as its column has room for`() throws {
    var table = SampleReport.ratings
    let name = "Hoàn thành xuất sắc nhiệm vụ được giao trong năm"
    table.header = [
      [
        HeaderCell([.plain("STT")]), HeaderCell([.plain("Mức")]), HeaderCell([.plain(name)], rotated: true),
        HeaderCell([.plain("%")]),
      ]
    ]
    table.columns[2].width = .fixed(.mm(8))
    let page = try #require(Layout([.table(table)]).pages.first)
    let turned = page.frame.items.compactMap { item -> GlyphRun? in
      if case .glyphs(let run) = item, run.angle == 90 { run } else { nil }
    }
    #expect(turned.map(\.string) == [name])
  }

  /// Rows share stores of text by the dozen; the count of the notes goes on over them, and after the table.
  @Test func `notes in the rows of a long table are counted from row to row`() throws {
    func note(_ index: Int) -> Inline { .footnote([.paragraph(Paragraph([.plain("Chú thích thứ \(index).")]))]) }
    let rows = (1...40).map { TableRow(.body, [text("Dòng \($0)"), .rich([.plain("có"), note($0), .plain(" chữ")])]) }
    let blocks: [Block] = [
      .table(Table(columns: [TableColumn(), TableColumn()], rows: rows)),
      .paragraph(Paragraph([.plain("Đoạn cuối"), note(41)])),
    ]
    let layout = try Layout(blocks)
    let marks = layout.pages.flatMap {
      $0.runs.filter { $0.size < 10 }.compactMap { Int($0.string.prefix { $0.isNumber }) }
    }
    #expect(marks.sorted() == (1...41).flatMap { [$0, $0] })
    for index in 1...40 {
      let page = try #require(layout.pages.first { $0.text.contains("Dòng \(index)có") })
      #expect(page.text.contains("Chú thích thứ \(index)."), "\(index)")
    }
  }

  @Test func `notes, links and underlines in turned text are turned with it`() throws {
    var table = SampleReport.ratings
    let note = Inline.footnote([.paragraph(Paragraph([.plain("giải thích")]))])
    table.header = [
      [
        HeaderCell([.plain("STT"), note]),
        HeaderCell([.text("Gạch", TextStyle(underline: true), nil), note], rotated: true),
        HeaderCell([.link([.plain("Nối")], .uri("https://hungyen.gov.vn"))], rotated: true),
        HeaderCell([.plain("%"), note]),
      ]
    ]
    let page = try #require(Layout([.table(table)]).pages.first)
    // Numbered in the order of the cells, and all at the foot.
    let notes = page.runs.filter { $0.string == "giải thích" || $0.string.hasSuffix(" giải thích") }
    #expect(notes.count == 3)
    let uprights = page.rules.filter { $0.from.x == $0.to.x && $0.width.points < 2 }
    #expect(!uprights.isEmpty)
    let links = page.frame.items.compactMap { item -> Rect? in if case .link(_, let rect) = item { rect } else { nil } }
    #expect(links.count == 1 && links.allSatisfy { $0.size.height > $0.size.width })
  }

  @Test func `a header as high as the page is not repeated`() throws {
    let tall = String(repeating: "đầu biểu rất dài ", count: 250)
    let table = Table(
      columns: [TableColumn(width: .fixed(.mm(30))), TableColumn()], header: [head(tall, "B")],
      rows: (1...80).map { TableRow(.body, [text("\($0)"), text("nội dung")]) })
    let layout = try Layout([.table(table)])
    #expect(layout.pages.count < 12)
    #expect(layout.pages.allSatisfy { $0.runs.allSatisfy { $0.baseline < 277.1 } })
    #expect(layout.text.contains("80"))
  }

  @Test func `ratings table is as recorded`() throws {
    Golden.expect(try Layout([.table(SampleReport.ratings)]).dump, is: "table-ratings")
  }
}
