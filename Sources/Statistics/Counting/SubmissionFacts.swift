internal import Facts
internal import Records
internal import Vietnamese

/// Which organisations sent their figures in time.
struct SubmissionFacts {
  private let submissions: [Submission]
  private let organisations: [Organisation]
  /// Whether anything is written down for the period, be it of another scope: then a unit without a row is late as well.
  private let isTracked: Bool
  /// The day up to which a unit that sent nothing is late: that of the paper; nil where it has none.
  private let today: CivilDate?

  /// Order of the official list.
  init(_ selection: Selection, _ ledger: Ledger, _ frame: TimeFrame, today: CivilDate? = nil) {
    self.today = today
    submissions = selection.submissions.filter { $0.period == frame.period }
    organisations = selection.grassroots(on: frame.end)
    isTracked = ledger.submissionPeriods.contains(frame.period)
  }

  func record() -> Record {
    let states = self.states
    func chosen(_ state: Submission.State) -> [(Organisation, Submission?)] {
      states.filter { $0.2 == state }.map { ($0.0, $0.1) }
    }
    func count(_ state: Submission.State) -> Fact {
      let units = chosen(state)
      let unlisted = units.filter { $0.1 == nil }.tally { $0.0.row }
      return units.compactMap(\.1).tally(row: { $0.row }).count(
        .submissions, "đếm đơn vị \(state.name)", with: unlisted, .organisations,
        "đơn vị không có dòng trong nop-bao-cao.csv")
    }
    return Record(
      Schema.submissions,
      [
        .flag(isTracked), count(.onTime), count(.late), count(.missing),
        .records(ranked(chosen(.late)).map(row)), .records(ranked(chosen(.missing)).map(row)),
      ])
  }

  /// Organisations that were late or sent nothing.
  var lateCodes: [String] { states.filter { $0.2 != .onTime }.map(\.0.code) }

  /// Each organisation with its row; none where nobody keeps watch. An organisation that the file does not name at all has not sent
  /// anything either.
  private var states: [(Organisation, Submission?, Submission.State)] {
    guard isTracked else { return [] }
    let rows = Dictionary(submissions.map { ($0.organisation, $0) }, uniquingKeysWith: { first, _ in first })
    return organisations.map { ($0, rows[$0.code], rows[$0.code]?.state ?? .missing) }
  }

  /// The longest late first, equals by name; units of whom no day is known come last.
  private func ranked(_ units: [(Organisation, Submission?)]) -> [(Organisation, Submission?)] {
    let keyed = units.map { unit in
      (unit: unit, days: daysLate(unit.1) ?? -1, name: Collation.key(unit.0.name, digits: .numeric))
    }
    return keyed.sorted { left, right in
      left.days == right.days ? left.name < right.name : left.days > right.days
    }.map(\.unit)
  }

  /// Days from the day due to the day sent; of what has not come yet, to the day of the paper.
  private func daysLate(_ submission: Submission?) -> Int? {
    guard let due = submission?.dueOn, let day = submission?.sentOn ?? today, day > due else { return nil }
    return day.days(since: due)
  }

  private func row(_ organisation: Organisation, _ submission: Submission?) -> Record {
    let end = submission?.sentOn == nil ? "ngày văn bản" : "ngay_nop"
    let source = Source(
      file: TableName.submissions.file, rows: [submission?.row ?? 0], formula: "số ngày từ han_nop đến \(end)")
    return Record(
      Schema.submission,
      [
        .plain(organisation.code), .plain(organisation.name), .optional(submission?.dueOn),
        .optional(submission?.sentOn), daysLate(submission).map { .integer($0, source) } ?? .missing,
      ])
  }
}

extension Submission {
  enum State {
    case onTime
    case late
    case missing

    var name: String {
      switch self {
      case .onTime: "đúng hạn"
      case .late: "nộp muộn"
      case .missing: "chưa nộp"
      }
    }
  }

  var state: State {
    guard let sentOn else { return .missing }
    return dueOn.map { sentOn > $0 } ?? false ? .late : .onTime
  }
}
