internal import Facts

/// What a run did, as facts for the nightly page. The numbers are the run's own: no rows stand behind them.
enum NightFacts {
  static func record(_ night: NightSummary) -> Record {
    func count(_ value: Int) -> Fact { .integer(value, nil) }
    let settled = night.made + night.unchanged + night.failed
    return Record(
      Schema.night,
      [
        count(night.run), night.previous.map(count) ?? .missing, count(night.planned), count(night.made),
        count(night.unchanged), count(night.failed), count(max(0, night.planned - settled)), count(night.stale),
        count(night.pages), .records(night.failures.map(failure)),
        .records(
          night.differences.map { Record(Schema.nightDifference, [.plain($0.kind), count($0.reports)]) }),
        .records(night.changes.map(change)), count(night.changesLeftOut),
      ])
  }

  private static func failure(_ failure: NightSummary.Failure) -> Record {
    Record(Schema.nightFailure, [.plain(failure.report), .plain(failure.code), .plain(failure.message)])
  }

  private static func change(_ change: NightSummary.Change) -> Record {
    Record(
      Schema.nightChange,
      [
        .plain(change.figure), .plain(change.before), .plain(change.after), .plain(change.difference),
        .plain(change.report), .integer(change.otherReports, nil),
      ])
  }
}
