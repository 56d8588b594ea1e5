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
    let now = rows.stock(frame.period)
    return Record(
      Schema.members,
      [
        .record(compare { stock($0, "cộng cột tong_so") { $0.total } }),
        sum(now, "cộng cột chinh_thuc") { $0.full ?? 0 },
        sum(now, "cộng cột du_bi") { $0.probationary ?? 0 },
        sum(now, "cộng cột nu") { $0.women ?? 0 },
        .record(compare { stock($0, "cộng cột chinh_thuc") { $0.full ?? 0 } }),
        .record(compare { stock($0, "cộng cột du_bi") { $0.probationary ?? 0 } }),
        .record(compare { stock($0, "cộng cột nu") { $0.women ?? 0 } }),
        .record(compare { admitted($0) }),
        now.tally(row: { $0.row }).count(.memberCounts, "đếm tổ chức có số liệu"),
        .flag(rows.flow(frame.period).isComplete),
        roundedDown(tally(now) { $0.total }),
      ])
  }

  private var rows: MemberRows { MemberRows(selection.members) }

  /// Without figures of the period there is nothing to compare: nothing sent is not nobody there.
  private func compare(_ fact: (Period) -> Fact?) -> Record {
    let now = fact(frame.period)
    func other(_ period: Period?) -> Fact { now == nil ? .missing : period.flatMap(fact) ?? .missing }
    return Comparison(
      now: now ?? .integer(0, Tally().source(.memberCounts, "không có dòng của kỳ")), before: other(frame.previous),
      lastYear: other(frame.sameLastYear),
      scale: rules.shareScale
    ).record()
  }

  /// nil: nobody sent figures for that period.
  private func stock(_ period: Period, _ formula: String, _ value: (MemberCount) -> Int) -> Fact? {
    let rows = rows.stock(period)
    return rows.isEmpty ? nil : sum(rows, formula, value)
  }

  /// nil: not all of the period is known.
  private func admitted(_ period: Period) -> Fact? {
    let (rows, isComplete) = rows.flow(period)
    return isComplete ? sum(rows, "cộng cột ket_nap_moi") { $0.admitted ?? 0 } : nil
  }

  private func sum(_ rows: [MemberCount], _ formula: String, _ value: (MemberCount) -> Int) -> Fact {
    tally(rows, value).count(.memberCounts, formula)
  }

  private func tally(_ rows: [MemberCount], _ value: (MemberCount) -> Int) -> Tally {
    var tally = Tally()
    for row in rows { tally.add(value(row), row: row.row) }
    return tally
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
