internal import Facts
internal import Records
internal import Vietnamese

/// Rewards, in the period and since New Year.
struct RewardFacts {
  private let rewards: [Reward]
  private let names: (String?) -> String
  private let frame: TimeFrame
  private let rules: CountingRules

  init(_ selection: Selection, _ names: NameBook, _ frame: TimeFrame, _ rules: CountingRules) {
    rewards = selection.rewards.sorted { ($0.decidedOn, $0.row) < ($1.decidedOn, $1.row) }
    self.names = names.name
    self.frame = frame
    self.rules = rules
  }

  func record() -> Record {
    let year = rewards.filter { frame.isSinceNewYear($0.decidedOn) }
    return Record(
      Schema.rewards,
      [
        .record(
          Comparison(
            now: count(frame.period), before: count(frame.previous), lastYear: count(frame.sameLastYear),
            scale: rules.shareScale
          ).record()),
        year.tally(row: \.row).count(.rewards),
        year.tally(row: \.row) { $0.kind == .collective }.count(.rewards),
        year.tally(row: \.row) { $0.kind == .individual }.count(.rewards),
        .records(counts(year, by: \.form)), .records(counts(year, by: \.level)), .records(year.map(reward)),
      ])
  }

  private func count(_ period: Period?) -> Fact {
    guard let period, rewards.contains(where: { $0.decidedOn <= period.end }) || period == frame.period else {
      return .missing
    }
    return rewards.tally(row: \.row) { period.containsDate($0.decidedOn) }
      .count(.rewards, "đếm dòng có ngay_quyet_dinh trong \(period.name)")
  }

  private func counts(_ rewards: [Reward], by name: (Reward) -> String) -> [Record] {
    NamedCounts.records(rewards, .rewards, rules, name: name, row: \.row)
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
