internal import Findings
internal import Graphics

/// Under the abstract: the Party's five hyphens, or the State's short rule.
struct AbstractMark: Clause {
  static let entry = ClauseEntry(
    "dau-duoi-trich-yeu", Message(vi: "dấu dưới trích yếu", en: "mark under the abstract"),
    party: .box(
      "5a", .a, vi: "năm gạch nối (-----) cỡ 14, không phải đường kẻ", en: "five hyphens (-----), 14, and no rule"),
    state: .box("5a", .a, vi: "đường kẻ dài 1/3 đến 1/2 dòng chữ", en: "a rule of 1/3 to 1/2 of the text"))
  static let needs: PartKind? = .abstract

  func check(_ sheet: Sheet, into report: inout ClauseReport) {
    guard let abstract = sheet.part(.abstract), let line = abstract.lines.last else { return }
    guard sheet.guideline.isParty else {
      if let fault = ShortRule.fault(under: line, widest: abstract.widest, sheet) {
        report.add(line, vi: fault.vi, en: fault.en)
      }
      return
    }
    let below = sheet.pages[line.page].runs.filter { $0.baseline > line.baseline + 1 }
    guard let next = below.min(by: { $0.baseline < $1.baseline }), next.text == "-----" else {
      report.add(line, vi: "không có năm gạch nối", en: "there are no five hyphens")
      return
    }
    let hyphens = PrintedLine(runs: [next])
    if let fault = Look.size(14).fault(hyphens, in: sheet) { report.add(hyphens, vi: fault.vi, en: fault.en) }
  }
}
