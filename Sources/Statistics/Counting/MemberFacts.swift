internal import Facts
internal import Records
internal import Vietnamese

/// Members of the organisations of a scope.
struct MemberFacts {
  private let selection: Selection
  private let frame: TimeFrame
  private let rules: CountingRules

  init(_ selection: Selection, _ frame: TimeFrame, _ rules: CountingRules) {
    self.selection = selection
    self.frame = frame
    self.rules = rules
  }

  func record() -> Record {
    let now = selection.members.filter { $0.period == frame.period }
    let total = sum(frame.period) { $0.total }
    return Record(
      Schema.members,
      [
        .record(compare("cộng cột tong_so") { $0.total }),
        sum(now, "cộng cột chinh_thuc") { $0.full ?? 0 },
        sum(now, "cộng cột du_bi") { $0.probationary ?? 0 },
        sum(now, "cộng cột nu") { $0.women ?? 0 },
        .record(compare("cộng cột ket_nap_moi") { $0.admitted ?? 0 }),
        now.tally(row: \.row).count(.memberCounts, "đếm tổ chức có số liệu"),
        roundedDown(total),
      ])
  }

  private func compare(_ formula: String, _ value: (MemberCount) -> Int) -> Record {
    Comparison(
      now: fact(frame.period, formula, value) ?? .integer(0, nil),
      before: fact(frame.previous, formula, value) ?? .missing,
      lastYear: fact(frame.sameLastYear, formula, value) ?? .missing, scale: rules.shareScale
    ).record()
  }

  /// nil: nobody sent figures for that period.
  private func fact(_ period: Period?, _ formula: String, _ value: (MemberCount) -> Int) -> Fact? {
    guard let period else { return nil }
    let tally = sum(period, value)
    return tally.rows.isEmpty ? nil : tally.count(.memberCounts, formula)
  }

  private func sum(_ period: Period, _ value: (MemberCount) -> Int) -> Tally {
    var tally = Tally()
    for row in selection.members where row.period == period { tally.add(value(row), row: row.row) }
    return tally
  }

  private func sum(_ rows: [MemberCount], _ formula: String, _ value: (MemberCount) -> Int) -> Fact {
    var tally = Tally()
    for row in rows { tally.add(value(row), row: row.row) }
    return tally.count(.memberCounts, formula)
  }

  /// “hơn 4.600”: the hundreds below; small committees keep their tens.
  private func roundedDown(_ total: Tally) -> Fact {
    guard let value = total.value else { return .missing }
    let step = value >= 1000 ? 100 : value >= 100 ? 10 : 1
    return .integer(
      value - value % step,
      Source(
        formula: "tổng số đảng viên làm tròn xuống bội của \(step)", rounding: "làm tròn xuống",
        parts: [.init(name: "tổng số", value: String(value), source: total.source(.memberCounts, "cộng cột tong_so"))]))
  }
}
