import Documents
import Graphics
import Testing

@testable import Typesetting

/// Footnotes whose marks stand in captions and headers, and the room of page sums: what is set beside the text must not be lost.
@Suite struct `notes beside the text` {
  private func note(_ text: String) -> Inline { .footnote([.paragraph(Paragraph([.plain(text)]))]) }

  /// Marks and numbers of notes on the page, in reading order: small figures.
  private func numbers(_ page: Page) -> [String] {
    page.runs.filter { $0.size < 9.5 && Int($0.string) != nil }.map(\.string)
  }

  @Test func `notes of a table are numbered caption, header, cells, note and stand at the foot`() throws {
    var table = SampleReport.ratings
    table.caption.append(note("Ở tên bảng."))
    table.header[0][1].inlines.append(note("Ở đầu bảng."))
    table.rows[0].cells[1] = .rich([.plain("Xuất sắc"), note("Ở ô thứ nhất.")])
    table.rows[0].cells[2] = .rich([.plain("20"), note("Ở ô thứ hai.")])
    table.note.append(note("Ở ghi chú."))
    let after = Block.paragraph(Paragraph([.plain("Đoạn sau"), note("Ở đoạn sau.")]))
    let page = try #require(Layout([.table(table), after]).pages.first)
    let marks = numbers(page)
    #expect(marks == ["1", "2", "3", "4", "5", "6", "1", "2", "3", "4", "5", "6"])
    let places = ["Ở tên bảng", "Ở đầu bảng", "Ở ô thứ nhất", "Ở ô thứ hai", "Ở ghi chú", "Ở đoạn sau"]
    var last = 200.0
    for place in places {
      let run = try #require(page.runs.first { $0.string.contains(place) }, "\(place)")
      #expect(run.baseline > last && run.baseline < 277, "\(place)")
      last = run.baseline
    }
  }

  @Test func `a note in the caption of a chart stands at the foot, and the count goes on`() throws {
    let chart = Chart(
      kind: .bars, categories: ["Sở", "Ban"],
      series: [Chart.Series(name: "Quý", values: [3, 5], labels: ["3", "5"])], unit: "",
      caption: [.plain("Hình 1"), note("Ở tên hình.")])
    let after = Block.paragraph(Paragraph([.plain("Đoạn sau"), note("Ở đoạn sau.")]))
    let page = try #require(Layout([.chart(chart), after]).pages.first)
    #expect(numbers(page) == ["1", "2", "1", "2"])
    #expect(try #require(page.runs.first { $0.string.contains("Ở tên hình") }).baseline > 260)
  }

  @Test func `a label of page sums that needs several lines has room for them`() throws {
    let words = "Cộng số đảng viên của các tổ chức cơ sở đảng ghi trên trang này"
    let rows = (1...120).map { TableRow(.body, [.text("\($0)", nil), .text("900.000.000", nil)]) }
    let table = Table(
      columns: [TableColumn(width: .fixed(.mm(25))), TableColumn(width: .fixed(.mm(30)), alignment: .right)],
      rows: rows,
      pageSubtotal: PageSubtotal(
        label: words, labelColumns: 1, values: [.init(column: 1, values: rows.map { _ in 900_000_000 })]))
    let layout = try Layout([.table(table)])
    #expect(layout.pages.count > 2)
    for page in layout.pages.dropLast() {
      let first = try #require(page.run("Cộng"))
      let label = page.runs.filter { $0.baseline >= first.baseline - 0.01 && $0.face == first.face }
      #expect(Set(label.map { ($0.baseline * 100).rounded() }).count > 3)
      // The row is closed by a rule below its last line, inside the text area.
      let lowest = label.map(\.baseline).max() ?? 0
      let rules = page.rules.filter { $0.from.y == $0.to.y }.map { $0.from.y.mm }
      #expect(rules.contains { $0 > lowest && $0 <= 277.01 }, "\(lowest) \(rules.max() ?? 0)")
      #expect(!rules.contains { $0 > first.baseline && $0 < lowest })
    }
  }

  @Test func `fronts and backs of sheets are set in the same 165 millimetres`() throws {
    var format = PartyFormat.hd05
    format.page.duplex = true
    let layout = try Layout([.table(SampleReport.organisations(120))], format: format)
    #expect(layout.pages.count > 2)
    for (index, page) in layout.pages.enumerated() {
      let left = index.isMultiple(of: 2) ? 30.0 : 15.0
      let rules = page.rules.filter { $0.from.y == $0.to.y }
      #expect(rules.contains { abs($0.from.x.mm - left) < 0.01 && abs($0.to.x.mm - left - 165) < 0.01 }, "\(index)")
    }
  }
}
