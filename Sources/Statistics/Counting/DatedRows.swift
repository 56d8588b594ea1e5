internal import Facts
internal import Records
internal import Vietnamese

/// Rows that each carry a day, looked at in the three periods of a report.
struct DatedRows<Row> {
  let rows: [Row]
  private let day: (Row) -> CivilDate
  /// Of `rows`, in their order: a look at a day shall not copy a row.
  private let days: [CivilDate]
  private let frame: TimeFrame
  private let rules: CountingRules
  private let first: CivilDate?

  init(_ rows: [Row], _ frame: TimeFrame, _ rules: CountingRules, day: @escaping (Row) -> CivilDate) {
    self.rows = rows
    self.day = day
    self.frame = frame
    self.rules = rules
    days = rows.map(day)
    first = days.min()
  }

  /// Rows of `some`, or of all, whose day lies in `period`.
  func rows(in period: Period, of some: [Row]? = nil) -> [Row] {
    let (start, end) = (period.start, period.end)
    return (some ?? rows).sharing(where: { row in
      let day = day(row)
      return start <= day && day <= end
    })
  }

  /// A figure of `some` rows in the period, the one before and the same of last year. Before the first row of the file nothing is known,
  /// which is not nothing done: there the figure is missing.
  func compare(_ unit: Comparison.Unit = .count, of some: [Row]? = nil, _ figure: ([Row], Period) -> Fact) -> Record {
    func other(_ period: Period?) -> Fact {
      guard let period, let first, first <= period.end else { return .missing }
      return figure(rows(in: period, of: some), period)
    }
    return Comparison(
      unit: unit, now: figure(rows(in: frame.period, of: some), frame.period), before: other(frame.previous),
      lastYear: other(frame.sameLastYear), scale: rules.shareScale
    ).record()
  }

  /// Groups, by their numbers from 0, in the order of first appearance: those of `counted` rows first, then those that only a compared
  /// period has, so that the comparisons of all groups add to the comparison of the total.
  func groups(_ counted: [Row], by number: (Row) -> Int) -> [Int] {
    var isSeen: [Bool] = []
    var groups: [Int] = []
    func see(_ row: Row) {
      let group = number(row)
      while isSeen.count <= group { isSeen.append(false) }
      if isSeen[group] { return }
      isSeen[group] = true
      groups.append(group)
    }
    for row in counted { see(row) }
    for period in [frame.period, frame.previous, frame.sameLastYear] {
      guard let period else { continue }
      let (start, end) = (period.start, period.end)
      for index in days.indices where start <= days[index] && days[index] <= end { see(rows[index]) }
    }
    return groups
  }
}
