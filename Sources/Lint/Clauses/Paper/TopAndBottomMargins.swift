internal import Findings
internal import Graphics

/// Top and bottom margins of upright pages.
struct TopAndBottomMargins: Clause {
  static let entry = ClauseEntry(
    "le-tren-duoi", Message(vi: "lề trên, dưới", en: "top and bottom margins"),
    party: .paper(.a, vi: "trên 20 mm, dưới 20 mm", en: "top 20 mm, bottom 20 mm"),
    state: .paper(.a, vi: "trên, dưới 20–25 mm", en: "top and bottom 20–25 mm"))

  func check(_ sheet: Sheet, into report: inout ClauseReport) {
    let most = sheet.guideline.isParty ? 20.0 : 25.0
    for page in sheet.pages where !page.isLandscape {
      guard let top = Self.top(page), let bottom = Self.bottom(page) else { continue }
      let (above, below) = (Measure.mm(top), Measure.mm(page.height - bottom))
      if above < 20 - Self.slack || above > most + Self.slack, page.index == 0 || above < 20 - Self.slack {
        report.add(page: page.index, vi: "lề trên \(Measure.vi(above)) mm", en: "top margin \(Measure.en(above)) mm")
        return
      }
      // A page need not be full: a bottom margin can only be too small.
      if below < 20 - Self.slack {
        report.add(page: page.index, vi: "lề dưới \(Measure.vi(below)) mm", en: "bottom margin \(Measure.en(below)) mm")
        return
      }
    }
  }

  private static func top(_ page: PrintedPage) -> Double? {
    (page.runs.map(\.top) + page.rules.map { min($0.from.y, $0.to.y).points } + page.boxes.map(\.minY.points)).min()
  }

  private static func bottom(_ page: PrintedPage) -> Double? {
    (page.runs.map(\.bottom) + page.rules.map { max($0.from.y, $0.to.y).points } + page.boxes.map(\.maxY.points)).max()
  }

  /// Rounding of line heights and rules, mm.
  private static let slack = 0.6
}
