internal import Facts
internal import Records
internal import Vietnamese

/// Rewards, in the period and since New Year.
struct RewardFacts {
  private let rewards: DatedRows<Reward>
  private let names: (String?) -> String
  private let frame: TimeFrame
  private let rules: CountingRules

  init(_ selection: Selection, _ names: NameBook, _ frame: TimeFrame, _ rules: CountingRules) {
    rewards = DatedRows(
      selection.rewards.sorted { ($0.decidedOn, $0.row) < ($1.decidedOn, $1.row) }, frame, rules, day: { $0.decidedOn })
    self.names = names.name
    self.frame = frame
    self.rules = rules
  }

  /// The figures of `Schema.rewards` that somebody looks at; the others stand as missing.
  func record(_ uses: FactMask = .everything) -> Record {
    let year = rewards.rows.filter { frame.isSinceNewYear($0.decidedOn) }
    return Record(
      Schema.rewards, uses: uses,
      [
        { .record(compare(rewards.rows)) },
        { year.tally(row: { $0.row }).count(.rewards) },
        { year.tally(row: { $0.row }) { $0.kind == .collective }.count(.rewards) },
        { year.tally(row: { $0.row }) { $0.kind == .individual }.count(.rewards) },
        { .record(compare(rewards.rows.filter { $0.kind == .collective })) },
        { .record(compare(rewards.rows.filter { $0.kind == .individual })) },
        { .records(counts(year, by: \.form)) }, { .records(counts(year, by: \.level)) },
        { .records(year.map(reward)) },
      ])
  }

  private func compare(_ some: [Reward]) -> Record {
    rewards.compare(of: some) { rows, period in
      rows.tally(row: { $0.row }).count(.rewards, "đếm dòng có ngay_quyet_dinh trong \(period.name)")
    }
  }

  private func counts(_ year: [Reward], by name: (Reward) -> String) -> [Record] {
    NamedCounts.records(year, rewards, .rewards, rules, column: "ngay_quyet_dinh", name: name, row: { $0.row })
  }

  private func reward(_ reward: Reward) -> Record {
    Record(
      Schema.reward,
      [
        .plain(reward.name), .plain(reward.kind.name), .plain(names(reward.organisation)), .plain(reward.form),
        .plain(reward.level), .plain(reward.decision), .date(reward.decidedOn),
      ])
  }
}
