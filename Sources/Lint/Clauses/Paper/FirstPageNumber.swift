internal import Findings

/// Page 1 is counted but shows no number.
struct FirstPageNumber: Clause {
  private static let asks = Term.paper(.a, vi: "trang 1 không đánh số", en: "page 1 shows no number")
  static let entry = ClauseEntry(
    "so-trang-dau", Message(vi: "số trang đầu", en: "first page number"), party: asks, state: asks)

  func check(_ sheet: Sheet, into report: inout ClauseReport) {
    guard let first = sheet.pages.first, let run = first.numberRun else { return }
    report.add(PrintedLine(runs: [run]), vi: "trang 1 có in số", en: "page 1 shows its number")
  }
}

extension PrintedPage {
  /// The page's number, where it stands alone.
  var numberRun: PrintedRun? { head.first { $0.text == String(number) } }
}
