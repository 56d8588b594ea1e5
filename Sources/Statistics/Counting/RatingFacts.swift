internal import Facts
internal import Records
internal import Vietnamese

/// Ratings by subject and level: the latest period of each subject that ends within the report's period, and the one before it.
struct RatingFacts {
  private let selection: Selection
  private let frame: TimeFrame
  private let rules: CountingRules
  private let dataset: Dataset
  private let ledger: Ledger
  /// Rating periods of organisations, the latest first.
  private let periods: [Period]

  init(_ selection: Selection, _ dataset: Dataset, _ ledger: Ledger, _ frame: TimeFrame, _ rules: CountingRules) {
    self.dataset = dataset
    self.ledger = ledger
    self.selection = selection
    self.frame = frame
    self.rules = rules
    periods = Self.periods(selection.ratings, .organisation, frame)
  }

  /// Rating periods of a subject up to the report's period, the latest first; only those as long as the latest, so that a year is
  /// compared with a year.
  private static func periods(_ ratings: [Rating], _ subject: RatingSubject, _ frame: TimeFrame) -> [Period] {
    let found = Set(ratings.filter { $0.subject == subject && $0.period.end <= frame.end }.map(\.period))
      .sorted { ($0.end, $0.start) > ($1.end, $1.start) }
    guard let latest = found.first else { return [] }
    return found.filter { length($0) == length(latest) }
  }

  /// The organisation of a rating.
  private func body(_ rating: Rating) -> Organisation? { ledger.organisation(rating.organisation, in: dataset) }

  private static func length(_ period: Period) -> Int { (period.end.days(since: period.start) + 15) / 30 }

  /// The figures of `Schema.ratings` that somebody looks at; the others stand as missing.
  func record(_ uses: FactMask = .everything) -> Record {
    let period = periods.first ?? frame.period
    return Record(
      Schema.ratings, uses: uses,
      [
        { .flag(!periods.isEmpty) },
        { .record(compared(period, names: levelNames(period))) },
        { .record(compared(period, .grassrootsCommittee)) },
        { .record(compared(period, .grassrootsCell)) },
        { periods.count > 1 ? .record(table(periods[1]).record()) : .missing },
        { subject(.member) }, { subject(.leadership) }, { subject(.cadre) },
        { .records(groups(period)) },
        { .records(periods.prefix(Self.longestSeries).reversed().map { table($0).record() }) },
        { .records(summary(period)) }, { .records(memberSummary()) },
      ])
  }

  /// Most rating periods of a series over the years.
  private static let longestSeries = 20

  // MARK: Party organisations

  private func organisations(in period: Period) -> [Rating] {
    selection.ratings.filter { $0.subject == .organisation && $0.period == period }
  }

  /// Organisations in a rating period: those of one kind, or all.
  private func table(_ period: Period, _ kind: OrganisationKind? = nil) -> RatingTable {
    let ratings = organisations(in: period)
    return RatingTable(
      kind.map { kind in ratings.filter { body($0)?.kind == kind } } ?? ratings, period: period, rules,
      unrated: unratedRows(period) { kind == nil || $0.kind == kind })
  }

  private func compared(_ period: Period, _ kind: OrganisationKind? = nil, names: [RatingLevel: [String]] = [:])
    -> Record
  {
    table(period, kind).record(against: Self.others(period, periods) { table($0, kind) }, names: names)
  }

  /// What a rating period is compared with; each period is counted once.
  ///
  /// - Parameter periods: those that were rated, the latest first.
  private static func others(_ period: Period, _ periods: [Period], _ table: (Period) -> RatingTable)
    -> RatingTable.Others
  {
    let latest = periods.first { $0.end < period.end }
    let asked = [latest, period.previous, period.sameLastYear].compactMap { $0 }
    let tables = Dictionary(uniqueKeysWithValues: Set(asked).intersection(periods).map { ($0, table($0)) })
    return RatingTable.Others(
      latest: latest.flatMap { tables[$0] }, previous: period.previous.flatMap { tables[$0] },
      lastYear: period.sameLastYear.flatMap { tables[$0] })
  }

  /// Organisations of that time without a row of their own: not rated, or not yet. Rows of counts already say how many those are.
  private func unratedRows(_ period: Period, where condition: (Organisation) -> Bool) -> [Int] {
    let ratings = organisations(in: period)
    guard !ratings.isEmpty, ratings.allSatisfy({ $0.level != nil }) else { return [] }
    let rated = Set(ratings.map(\.organisation))
    return selection.grassroots(on: period.end).filter { condition($0) && !rated.contains($0.code) }.map(\.row)
  }

  private func levelNames(_ period: Period) -> [RatingLevel: [String]] {
    var names: [RatingLevel: [String]] = [:]
    let levels = levels(period)
    for organisation in selection.grassroots(on: period.end) {
      if let level = levels[organisation.code] { names[level, default: []].append(organisation.name) }
    }
    return names
  }

  private func levels(_ period: Period) -> [String: RatingLevel] {
    Dictionary(
      organisations(in: period).compactMap { rating in rating.level.map { (rating.organisation, $0) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// Level of each organisation in the latest rating period and in the one before.
  func levels() -> (now: [String: RatingLevel], before: [String: RatingLevel]) {
    (periods.first.map(levels) ?? [:], periods.count > 1 ? levels(periods[1]) : [:])
  }

  /// The cap by group of similar bodies, in the order in which the groups first appear.
  private func groups(_ period: Period) -> [Record] {
    var order: [String] = []
    for organisation in selection.grassroots(on: period.end)
    where !organisation.group.isEmpty && !order.contains(organisation.group) {
      order.append(organisation.group)
    }
    let ratings = organisations(in: period)
    return order.map { group in
      RatingTable(ratings.filter { body($0)?.group == group }, period: period, rules, unrated: [])
        .cap(named: group)
    }
  }

  // MARK: Summary forms

  private static let grassrootsKinds: [OrganisationKind] = [.grassrootsCommittee, .grassrootsCell]

  /// A row for each group of each kind, in the order of the official list. Without groups: one row for each kind. Rows of counts that a
  /// committee sent come last, one for each.
  private func summary(_ period: Period) -> [Record] {
    let ratings = organisations(in: period)
    let bodies = selection.grassroots(on: period.end)
    let rows = Self.grassrootsKinds.flatMap { kind in
      let ofKind = bodies.filter { $0.kind == kind }
      var groups: [String] = []
      for body in ofKind where !groups.contains(body.group) { groups.append(body.group) }
      return groups.compactMap { group -> Record? in
        func belongs(_ body: Organisation) -> Bool { body.kind == kind && body.group == group }
        let table = RatingTable(
          ratings.filter { body($0).map(belongs) ?? false }, period: period, rules,
          unrated: unratedRows(period, where: belongs))
        return table.isEmpty
          ? nil : summaryRow(kind.name, code: "", name: group.isEmpty ? kind.name : group, table)
      }
    }
    return rows
      + others(in: ratings).map { body in
        summaryRow(
          body.kind.name, code: body.code, name: body.name,
          RatingTable(ratings.filter { $0.organisation == body.code }, period: period, rules, unrated: []))
      }
  }

  /// Bodies of the list that have ratings and are no grass-roots organisations: a committee that sent the counts of all below it.
  private func others(in ratings: [Rating]) -> [Organisation] {
    let rated = Set(ratings.map(\.organisation))
    return selection.organisations.filter { !$0.kind.isGrassroots && rated.contains($0.code) }
  }

  /// Members' ratings, a row for each organisation that has them.
  private func memberSummary() -> [Record] {
    guard let period = Self.periods(selection.ratings, .member, frame).first else { return [] }
    let all = selection.ratings.filter { $0.subject == .member && $0.period == period }
    let ratings = Dictionary(grouping: all, by: \.organisation)
    return (selection.grassroots(on: period.end) + others(in: all)).compactMap { body in
      ratings[body.code].map {
        summaryRow(
          body.kind.name, code: body.code, name: body.name, RatingTable($0, period: period, rules, unrated: []))
      }
    }
  }

  private func summaryRow(_ kind: String, code: String, name: String, _ table: RatingTable) -> Record {
    Record(
      Schema.summary,
      [.plain(kind), .plain(code), .plain(name), .record(table.record())])
  }

  // MARK: Persons and collectives

  private func subject(_ subject: RatingSubject) -> Fact {
    let periods = Self.periods(selection.ratings, subject, frame)
    guard let period = periods.first else { return .missing }
    func table(_ period: Period) -> RatingTable {
      RatingTable(
        selection.ratings.filter { $0.subject == subject && $0.period == period }, period: period, rules, unrated: [])
    }
    return .record(table(period).record(against: Self.others(period, periods, table)))
  }
}
