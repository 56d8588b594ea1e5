internal import Vietnamese

/// The period of a report with those it is compared with.
struct TimeFrame: Sendable {
  let period: Period
  let previous: Period?
  let sameLastYear: Period?

  init(_ period: Period) {
    self.period = period
    previous = period.previous
    sameLastYear = period.sameLastYear
  }

  /// Last day that counts.
  var end: CivilDate { period.end }

  /// First day of the year the period ends in: “từ đầu năm”.
  var yearStart: CivilDate { Period(.year, year: period.lastYear, cutOff: period.cutOff)?.start ?? period.start }

  func isSinceNewYear(_ date: CivilDate) -> Bool { yearStart <= date && date <= end }
}
