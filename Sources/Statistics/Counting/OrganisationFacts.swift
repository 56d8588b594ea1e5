internal import Facts
internal import Records
internal import Vietnamese

/// Organisations that exist on the last day of the period, with what each has done.
struct OrganisationFacts {
  private let selection: Selection
  private let dataset: Dataset
  private let ledger: Ledger
  private let frame: TimeFrame
  private let rules: CountingRules
  private let models: ModelFacts
  private let ratings: RatingFacts

  init(
    _ selection: Selection, _ dataset: Dataset, _ ledger: Ledger, _ frame: TimeFrame, _ rules: CountingRules,
    _ models: ModelFacts, _ ratings: RatingFacts
  ) {
    self.selection = selection
    self.dataset = dataset
    self.ledger = ledger
    self.frame = frame
    self.rules = rules
    self.models = models
    self.ratings = ratings
  }

  func record() -> Record {
    let organisations = selection.grassroots(on: frame.end)
    return Record(
      Schema.organisations,
      [
        organisations.tally(row: { $0.row }).count(.organisations, "đếm tổ chức cơ sở đảng còn hiệu lực ngày chốt"),
        organisations.tally(row: { $0.row }) { $0.kind == .grassrootsCommittee }.count(.organisations),
        organisations.tally(row: { $0.row }) { $0.kind == .grassrootsCell }.count(.organisations),
        .record(compare { _ in true }), .record(compare { $0.kind == .grassrootsCommittee }),
        .record(compare { $0.kind == .grassrootsCell }), .records(sectors(organisations)),
        .records(rows(organisations)), .records(changes(since: nil)),
        .records(changes(since: (frame.sameLastYear ?? frame.previous ?? frame.period).start)),
      ])
  }

  /// Sectors in the order of the list's first organisation of each; “khác” stands for none.
  private func sectors(_ organisations: [Organisation]) -> [Record] {
    func sector(_ body: Organisation) -> String { body.sector.isEmpty ? "khác" : body.sector }
    var order: [String] = []
    for organisation in organisations.sorted(by: { ($0.rank ?? Int.max, $0.row) < ($1.rank ?? Int.max, $1.row) })
    where !order.contains(sector(organisation)) {
      order.append(sector(organisation))
    }
    let tallies = order.map { name in organisations.tally(row: { $0.row }) { sector($0) == name } }
    let shares = Percent.shares(tallies, .organisations, rules)
    return order.indices.map { index in
      let bodies = organisations.filter { sector($0) == order[index] }
      return Record(
        Schema.sector,
        [
          .plain(order[index]), tallies[index].count(.organisations), shares[index],
          bodies.tally(row: { $0.row }) { $0.kind == .grassrootsCommittee }.count(.organisations),
          bodies.tally(row: { $0.row }) { $0.kind == .grassrootsCell }.count(.organisations),
          .record(compare { sector($0) == order[index] }),
        ])
    }
  }

  /// Bodies that existed on the last days of the three periods.
  private func compare(_ belongs: (Organisation) -> Bool) -> Record {
    func count(_ period: Period?) -> Fact {
      guard let period else { return .missing }
      return selection.grassroots(on: period.end).tally(row: { $0.row }, where: belongs)
        .count(.organisations, "đếm tổ chức cơ sở đảng còn hiệu lực ngày \(period.end.short)")
    }
    return Comparison(
      now: count(frame.period), before: count(frame.previous), lastYear: count(frame.sameLastYear),
      scale: rules.shareScale
    ).record()
  }

  // MARK: The list

  private func rows(_ organisations: [Organisation]) -> [Record] {
    let members = Dictionary(grouping: MemberRows(selection.members).stock(frame.period), by: \.organisation)
    let works = Dictionary(
      grouping: selection.socialWorks.filter { frame.isSinceNewYear($0.date) }
    ) { $0.organisation ?? "" }
    let levels = ratings.levels()
    let states = Dictionary(
      selection.submissions.filter { $0.period == frame.period }.map { ($0.organisation, $0.state.name) },
      uniquingKeysWith: { first, _ in first })
    let models = self.models.countsByUnit
    let none = self.models.noCounts
    return organisations.map { organisation in
      // Rows of bodies that merged into this one count here: the unit valid on the day stands for them.
      let codes = ledger.lineage(of: organisation.code, on: frame.end, in: dataset)
      return row(
        organisation, members: codes.flatMap { members[$0] ?? [] }, works: codes.flatMap { works[$0] ?? [] },
        now: levels.now[organisation.code], before: levels.before[organisation.code],
        models: models[organisation.code] ?? none, state: states[organisation.code] ?? "")
    }
  }

  private func row(
    _ organisation: Organisation, members: [MemberCount], works: [SocialWork], now: RatingLevel?,
    before: RatingLevel?, models: (registered: Fact, recognised: Fact), state: String
  ) -> Record {
    var total = Tally()
    for row in members { total.add(row.total, row: row.row) }
    var amount = Tally()
    for work in works { amount.add(work.amount, row: work.row) }
    return Record(
      Schema.organisation,
      [
        .plain(organisation.code), .plain(organisation.name), .plain(organisation.kind.name),
        .plain(organisation.sector), .plain(organisation.group),
        members.isEmpty ? .missing : total.count(.memberCounts, "cột tong_so"), models.registered, models.recognised,
        amount.money(.socialWorks), .plain(now?.fullName ?? ""), .plain(now?.mark ?? ""),
        .plain(before?.fullName ?? ""),
        .plain(before?.mark ?? ""), .plain(state),
      ])
  }

  // MARK: Mergers

  /// Bodies that ended by the last day, with their successors: the mapping a reader needs to compare years.
  private func changes(since start: CivilDate?) -> [Record] {
    let names = NameBook(dataset, ledger)
    return selection.organisations
      .filter { body in body.hasEnded(by: frame.end) && (start.map { !body.hasEnded(by: $0) } ?? true) }
      .map { organisation in
        Record(
          Schema.change,
          [
            .plain(organisation.code), .plain(organisation.name), .optional(organisation.validTo),
            .plain(names.name(organisation.successor)),
          ])
      }
  }
}
