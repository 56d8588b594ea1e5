internal import Findings

/// A4, upright or lying.
struct PaperSize: Clause {
  private static let asks = Term.paper(.a, vi: "khổ A4 (210 × 297 mm)", en: "A4 (210 × 297 mm)")
  static let entry = ClauseEntry("kho-giay", Message(vi: "khổ giấy", en: "paper"), party: asks, state: asks)

  func check(_ sheet: Sheet, into report: inout ClauseReport) {
    for page in sheet.pages where !sheet.hasOwnPaper(page) {
      let (short, long) = (Measure.mm(min(page.width, page.height)), Measure.mm(max(page.width, page.height)))
      guard abs(short - 210) > 0.5 || abs(long - 297) > 0.5 else { continue }
      report.add(
        page: page.index, vi: "trang \(Measure.vi(Measure.mm(page.width))) × \(Measure.vi(Measure.mm(page.height))) mm",
        en: "the page is \(Measure.en(Measure.mm(page.width))) × \(Measure.en(Measure.mm(page.height))) mm")
      return
    }
  }
}
