internal import Findings

/// Size and style of page numbers.
struct PageNumberLook: Clause {
  static let entry = ClauseEntry(
    "kieu-so-trang", Message(vi: "chữ số trang", en: "look of page numbers"),
    party: .paper(.a, vi: "chữ số Ả Rập, cỡ 14, đứng", en: "Arabic, 14, upright"),
    state: .paper(.a, vi: "chữ số Ả Rập, cỡ 13–14, đứng", en: "Arabic, 13–14, upright"))

  func check(_ sheet: Sheet, into report: inout ClauseReport) {
    let look = sheet.guideline.isParty ? Look.size(14) : Look.sizes(13, 14)
    for run in sheet.pages.compactMap(\.numberRun) {
      let line = PrintedLine(runs: [run])
      guard let fault = look.fault(line, in: sheet) else { continue }
      report.add(line, vi: fault.vi, en: fault.en)
      return
    }
  }
}
