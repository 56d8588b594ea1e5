internal import Findings

/// Every page but the first shows its number, in the middle of the top margin.
struct PageNumberPlace: Clause {
  static let entry = ClauseEntry(
    "vi-tri-so-trang", Message(vi: "số trang", en: "page number"),
    party: .paper(.a, vi: "giữa, cách mép trên 10 mm, từ trang 2", en: "centred, 10 mm from the top edge, from page 2"),
    state: .paper(.a, vi: "giữa lề trên, từ trang 2", en: "centred in the top margin, from page 2"))

  func check(_ sheet: Sheet, into report: inout ClauseReport) {
    for page in sheet.pages where page.number > 1 {
      guard let run = page.numberRun else {
        if page.head.isEmpty { report.add(page: page.index, vi: "không có số trang", en: "no page number") }
        continue
      }
      guard let fault = fault(run, page, sheet) else { continue }
      report.add(PrintedLine(runs: [run]), vi: fault.vi, en: fault.en)
      return
    }
  }

  private func fault(_ run: PrintedRun, _ page: PrintedPage, _ sheet: Sheet) -> (vi: String, en: String)? {
    let top = Measure.mm(run.top)
    if sheet.guideline.isParty, abs(top - 10) > Self.slack {
      return ("cách mép trên \(Measure.vi(top)) mm", "\(Measure.en(top)) mm from the top edge")
    }
    if Measure.mm(run.bottom) > 20 { return ("nằm ngoài lề trên", "not in the top margin") }
    let middle = (run.left + run.right) / 2
    let offCentre = [sheet.centre(page.index), page.width / 2].map { abs($0 - middle) }.min() ?? 0
    if Measure.mm(offCentre) > 1 { return ("không ở giữa", "not centred") }
    return nil
  }

  /// mm.
  private static let slack = 0.5
}
