internal import Facts
internal import Records
internal import Vietnamese

/// Models of the movement: what was reached by a day is told by the dates of each row, so that any past day can be counted.
///
/// Cumulative figures count the campaign that runs on the last day of the period (all models, where no campaign is known), because
/// a new campaign registers anew; new registrations of a period count whatever the campaign.
struct ModelFacts {
  private let selection: Selection
  private let dataset: Dataset
  private let frame: TimeFrame
  private let campaign: Campaign?
  private let rules: CountingRules
  /// Models of the campaign registered up to the last day, in file order.
  let registered: [Model]
  /// The body that stands on the last day for each that has models, by the code written in the row.
  private let bodies: [String: Organisation]

  init(
    _ selection: Selection, _ dataset: Dataset, _ ledger: Ledger, _ frame: TimeFrame, _ campaign: Campaign?,
    _ rules: CountingRules
  ) {
    self.selection = selection
    self.dataset = dataset
    self.frame = frame
    self.campaign = campaign
    self.rules = rules
    registered = selection.models.filter { model in
      model.registeredOn <= frame.end && (campaign == nil || model.campaign == campaign?.code)
    }
    var bodies: [String: Organisation] = [:]
    for code in Set(registered.map(\.organisation)) {
      bodies[code] = ledger.organisation(ledger.current(code, on: frame.end, in: dataset), in: dataset)
    }
    self.bodies = bodies
  }

  func record() -> Record {
    let models = registered
    let recognised = models.tally(row: \.row) { self.reached($0.recognisedOn) }
    return Record(
      Schema.models,
      [
        .record(cumulative("ngay_dang_ky") { $0.registeredOn }),
        .record(inPeriod()),
        .record(cumulative("ngay_trien_khai") { $0.startedOn }),
        .record(cumulative("ngay_hieu_qua") { $0.effectiveOn }),
        .record(cumulative("ngay_cong_nhan") { $0.recognisedOn }),
        .record(cumulative("ngay_nhan_rong") { $0.replicatedOn }),
        models.tally(row: \.row) { self.reached($0.stoppedOn) }.count(.models, "đếm dòng có ngay_dung đến ngày chốt"),
        models.tally(row: \.row) { $0.kind == .collective }.count(.models),
        models.tally(row: \.row) { $0.kind == .individual }.count(.models),
        Percent.fact(recognised, of: models.tally(row: \.row), .models, scale: rules.shareScale),
        .records(groups(ModelField.allCases.map(\.name)) { ModelField.allCases.firstIndex(of: $0.field) }),
        .records(groups([ModelKind.collective, .individual].map(\.name)) { $0.kind == .collective ? 0 : 1 }),
        .records(groups(ModelLevel.allCases.map(\.name)) { ModelLevel.allCases.firstIndex(of: $0.level) }),
        .records(byUnit), .records(ranking(byUnit)),
        .integer(units.count, models.tally(row: \.row).source(.models, "đếm ma_to_chuc khác nhau")),
        list(ordered), list(newest),
        list(ordered.filter { reached(registered[$0].recognisedOn) || reached(registered[$0].replicatedOn) }),
        .records(milestones(frame.quarters(since: campaignStart))),
        .records(milestones(frame.years(since: campaignStart))),
      ])
  }

  // MARK: The way so far

  /// The first day of the campaign; where none is known, that of the first model.
  private var campaignStart: CivilDate? { campaign?.span.start ?? registered.map(\.registeredOn).min() }

  /// What had been reached at the end of each period, the last one ending with the report's.
  private func milestones(_ periods: [Period]) -> [Record] {
    periods.map { period in
      let end = min(period.end, frame.end)
      return Record(
        Schema.milestone,
        [
          .period(period), count("ngay_dang_ky", end) { $0.registeredOn },
          count("ngay_trien_khai", end) { $0.startedOn }, count("ngay_hieu_qua", end) { $0.effectiveOn },
          count("ngay_cong_nhan", end) { $0.recognisedOn }, count("ngay_nhan_rong", end) { $0.replicatedOn },
        ])
    }
  }

  // MARK: Counting by dates

  private func reached(_ date: CivilDate?) -> Bool { reached(date, by: frame.end) }

  private func reached(_ date: CivilDate?, by end: CivilDate) -> Bool { date.map { $0 <= end } ?? false }

  private func cumulative(_ column: String, of models: [Model]? = nil, _ date: (Model) -> CivilDate?) -> Record {
    let models = models ?? registered
    return Comparison(
      now: count(column, frame.end, of: models, date),
      before: frame.previous.map { before($0, column, of: models, date) } ?? .missing,
      lastYear: frame.sameLastYear.map { before($0, column, of: models, date) } ?? .missing, scale: rules.shareScale
    ).record()
  }

  /// Missing for a period that ends before the campaign begins: then there was nothing to compare with.
  private func before(_ period: Period, _ column: String, of models: [Model], _ date: (Model) -> CivilDate?) -> Fact {
    if let campaign, period.end < campaign.span.start { return .missing }
    return count(column, period.end, of: models, date)
  }

  private func count(
    _ column: String, _ end: CivilDate, of models: [Model]? = nil, _ date: (Model) -> CivilDate?
  ) -> Fact {
    (models ?? registered).tally(row: \.row) { self.reached(date($0), by: end) }
      .count(.models, "đếm dòng có \(column) đến \(end.short)")
  }

  private func inPeriod() -> Record {
    func count(_ period: Period?) -> Fact {
      guard let period else { return .missing }
      return selection.models.tally(row: \.row) { period.containsDate($0.registeredOn) }
        .count(.models, "đếm dòng có ngay_dang_ky trong \(period.name)")
    }
    return Comparison(
      now: count(frame.period), before: count(frame.previous), lastYear: count(frame.sameLastYear),
      scale: rules.shareScale
    ).record()
  }

  // MARK: Groups

  private var units: [Organisation] {
    var seen: Set<String> = []
    return bodies.values.sorted { left, right in (left.rank ?? Int.max, left.row) < (right.rank ?? Int.max, right.row) }
      .filter { seen.insert($0.code).inserted }
  }

  /// Groups without models are left out, but shares are made over all of them.
  private func groups(_ names: [String], place: (Model) -> Int?) -> [Record] {
    var members = names.map { _ in [Model]() }
    for model in registered { if let place = place(model) { members[place].append(model) } }
    let tallies = members.map { $0.tally(row: \.row) }
    let shares = Percent.shares(tallies, .models, rules)
    return names.indices.filter { !members[$0].isEmpty }.map { index in
      group(names[index], members[index], tallies[index], shares[index])
    }
  }

  private var byUnit: [Record] {
    let units = self.units
    let places = Dictionary(units.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    return groups(units.map(\.name)) { bodies[$0.organisation].flatMap { places[$0.code] } }
  }

  /// Units by their models, most first; equals share a rank and keep the official order.
  private func ranking(_ units: [Record]) -> [Record] {
    Ranking.records(units.map { unit in (unit["ten"] ?? .missing, unit["dang_ky"] ?? .missing) }, Schema.modelRank)
  }

  private func group(_ name: String, _ models: [Model], _ total: Tally, _ share: Fact) -> Record {
    func tally(_ condition: (Model) -> Bool) -> Tally { models.tally(row: \.row, where: condition) }
    func count(_ condition: (Model) -> Bool) -> Fact { tally(condition).count(.models) }
    let recognised = tally { reached($0.recognisedOn) }
    return Record(
      Schema.modelGroup,
      [
        .plain(name), total.count(.models), count { $0.kind == .collective }, count { $0.kind == .individual },
        count { $0.field == .economy }, count { $0.field == .cultureSociety }, count { $0.field == .defenceSecurity },
        count { $0.field == .politicalSystem }, count { $0.field == .other },
        count { reached($0.startedOn) }, count { reached($0.effectiveOn) }, recognised.count(.models),
        count { reached($0.replicatedOn) }, share,
        Percent.fact(recognised, of: total, .models, scale: rules.shareScale),
        .record(cumulative("ngay_dang_ky", of: models) { $0.registeredOn }),
        .record(cumulative("ngay_cong_nhan", of: models) { $0.recognisedOn }),
      ])
  }

  // MARK: Lists

  /// Places in `registered`.
  private var ordered: [Int] {
    registered.indices.sorted {
      (registered[$0].field.rawValue, registered[$0].row) < (registered[$1].field.rawValue, registered[$1].row)
    }
  }

  /// The latest registered first.
  private var newest: [Int] {
    registered.indices.sorted {
      (registered[$1].registeredOn, registered[$0].row) < (registered[$0].registeredOn, registered[$1].row)
    }
  }

  private func list(_ places: [Int]) -> Fact {
    let (rows, bodies, end) = (registered, bodies, frame.end)
    return RowRecords.list(
      Schema.model, count: places.count,
      [
        { .plain(rows[places[$0]].code) }, { .plain(rows[places[$0]].name) },
        { .plain(bodies[rows[places[$0]].organisation]?.code ?? rows[places[$0]].organisation) },
        { .plain(bodies[rows[places[$0]].organisation]?.name ?? rows[places[$0]].organisation) },
        { .plain(rows[places[$0]].field.name) }, { .plain(rows[places[$0]].kind.name) },
        { .plain(rows[places[$0]].level.name) }, { .plain(self.stage(of: rows[places[$0]]).name) },
        { .date(rows[places[$0]].registeredOn) },
        { .optional(rows[places[$0]].recognisedOn.flatMap { $0 <= end ? $0 : nil }) },
        { .plain(rows[places[$0]].content) }, { .plain(rows[places[$0]].result) },
      ])
  }

  /// The stage on the last day. “Cần củng cố” has no date of its own: it is taken from the row while it is under way.
  private func stage(of model: Model) -> ModelStage {
    if reached(model.stoppedOn) { return .stopped }
    if reached(model.replicatedOn) { return .replicated }
    if reached(model.recognisedOn) { return .recognised }
    if reached(model.effectiveOn) { return .effective }
    if reached(model.startedOn) { return model.stage == .weak ? .weak : .underway }
    return .registered
  }

  /// Registered and recognised models of one unit, for the list of organisations.
  func counts(of code: String) -> (registered: Fact, recognised: Fact) {
    let models = registered.filter { bodies[$0.organisation]?.code == code }
    return (
      models.tally(row: \.row).count(.models),
      models.tally(row: \.row) { reached($0.recognisedOn) }.count(.models)
    )
  }
}
