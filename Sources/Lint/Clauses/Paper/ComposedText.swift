internal import Findings

/// Unicode with composed letters (TCVN 6909:2001), so that the text can be searched and copied.
struct ComposedText: Clause {
  private static let asks = Term.paper(
    .a, vi: "Unicode TCVN 6909:2001, chữ có dấu dựng sẵn", en: "Unicode TCVN 6909:2001, composed letters")
  static let entry = ClauseEntry("unicode-dung-san", Message(vi: "bảng mã", en: "encoding"), party: asks, state: asks)

  func check(_ sheet: Sheet, into report: inout ClauseReport) {
    for run in sheet.pages.flatMap(\.runs) where run.text.unicodeScalars.contains(where: { 0x300...0x36F ~= $0.value })
    {
      report.add(PrintedLine(runs: [run]), vi: "có dấu rời", en: "has combining marks")
      return
    }
  }
}
