internal import Vietnamese

/// The period of a report with those it is compared with.
struct TimeFrame: Sendable {
  let period: Period
  let previous: Period?
  let sameLastYear: Period?
  /// Last day that counts.
  let end: CivilDate
  /// First day of the year the period ends in: “từ đầu năm”.
  let yearStart: CivilDate

  init(_ period: Period) {
    self.period = period
    previous = period.previous
    sameLastYear = period.sameLastYear
    end = period.end
    yearStart = Period(.year, year: period.lastYear, cutOff: period.cutOff)?.start ?? period.start
  }

  func isSinceNewYear(_ date: CivilDate) -> Bool { yearStart <= date && date <= end }

  /// Most quarters or years of a series: a campaign or term lasts five years, twice that is room enough for a chart.
  private static let longestSeries = 40

  /// The quarters from the one `start` falls in to the one the period ends in; at most the last forty.
  func quarters(since start: CivilDate?) -> [Period] {
    series(since: start) { year in (1...4).compactMap { Period(.quarter($0), year: year, cutOff: period.cutOff) } }
  }

  /// The years from that of `start` to that the period ends in; at most the last forty.
  func years(since start: CivilDate?) -> [Period] {
    series(since: start) { year in Period(.year, year: year, cutOff: period.cutOff).map { [$0] } ?? [] }
  }

  private func series(since start: CivilDate?, _ ofYear: (Int) -> [Period]) -> [Period] {
    guard let start, start <= end else { return [] }
    // With a closing day the last days of December belong to the year after.
    let years = max(start.year, period.lastYear - Self.longestSeries)...period.lastYear + 1
    let periods = years.flatMap(ofYear).filter { $0.end >= start && $0.start <= end }
    return Array(periods.suffix(Self.longestSeries))
  }
}
