internal import Records
internal import Vietnamese

/// Which rows of `dang-vien.csv` stand for a period. Offices count members by quarter and report by half-year and year too.
struct MemberRows {
  private let rows: [MemberCount]

  init(_ rows: [MemberCount]) { self.rows = rows }

  /// Members there were at the end of `period`: its own rows, else those of the longest period within it that ends with it.
  func stock(_ period: Period) -> [MemberCount] {
    let own = rows.filter { $0.period == period }
    if !own.isEmpty { return own }
    let parts = Set(rows.map(\.period)).filter { period.contains($0) && $0.end == period.end }
    guard let longest = parts.min() else { return [] }
    return rows.filter { $0.period == longest }
  }

  /// What happened during `period`: its own rows, else those of its quarters. `isComplete` is false where a quarter has no rows, and
  /// the sum would be too small.
  func flow(_ period: Period) -> (rows: [MemberCount], isComplete: Bool) {
    let own = rows.filter { $0.period == period }
    if !own.isEmpty { return (own, true) }
    let quarters = (period.year...max(period.year, period.lastYear)).flatMap { year in
      (1...4).compactMap { Period(.quarter($0), year: year, cutOff: period.cutOff) }
    }
    let inside = Set(quarters.filter(period.contains))
    let rows = rows.filter { inside.contains($0.period) }
    return (rows, !inside.isEmpty && Set(rows.map(\.period)) == inside)
  }
}
