internal import Facts
internal import Records
internal import Vietnamese

/// Models of the movement: what was reached by a day is told by the dates of each row, so that any past day can be counted.
///
/// Cumulative figures count the campaign that runs on the last day of the period (all models, where no campaign is known), because
/// a new campaign registers anew; new registrations of a period count whatever the campaign.
struct ModelFacts {
  private let selection: Selection
  private let frame: TimeFrame
  private let campaign: Campaign?
  private let rules: CountingRules
  /// Models of the campaign registered up to the last day, in file order.
  private let registered: [Model]
  /// What is counted of each of them.
  private let entries: [Entry]
  /// Bodies that stand on the last day for those that have models, in official order.
  private let units: [Organisation]
  /// Places in `units` by the code of the body.
  private let unitPlaces: [String: Int]

  init(
    _ selection: Selection, _ dataset: Dataset, _ ledger: Ledger, _ frame: TimeFrame, _ campaign: Campaign?,
    _ rules: CountingRules
  ) {
    self.selection = selection
    self.frame = frame
    self.campaign = campaign
    self.rules = rules
    registered = selection.models.sharing(where: { model in
      model.registeredOn <= frame.end && (campaign == nil || model.campaign == campaign?.code)
    })
    var bodies: [String: Organisation] = [:]
    for code in Set(registered.map(\.organisation)) {
      bodies[code] = ledger.organisation(ledger.current(code, on: frame.end, in: dataset), in: dataset)
    }
    var seen: Set<String> = []
    units = bodies.values.sorted { left, right in (left.rank ?? Int.max, left.row) < (right.rank ?? Int.max, right.row)
    }
    .filter { seen.insert($0.code).inserted }
    let places = Dictionary(units.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    unitPlaces = places
    let unitOfCode = bodies.compactMapValues { places[$0.code] }
    entries = registered.map { Entry($0, unit: unitOfCode[$0.organisation]) }
  }

  /// The figures of `Schema.models` that somebody looks at; the others stand as missing.
  func record(_ uses: FactMask = .everything) -> Record {
    let all = tally { _ in true }
    return Record(
      Schema.models, uses: uses,
      [
        { .record(cumulative(.registered)) },
        { .record(inPeriod()) },
        { .record(cumulative(.started)) },
        { .record(cumulative(.effective)) },
        { .record(cumulative(.recognised)) },
        { .record(cumulative(.replicated)) },
        { tally { reached($0.stoppedOn) }.count(.models, "đếm dòng có ngay_dung đến ngày chốt") },
        { tally { $0.kind == .collective }.count(.models) },
        { tally { $0.kind == .individual }.count(.models) },
        { Percent.fact(tally { reached($0.recognisedOn) }, of: all, .models, scale: rules.shareScale) },
        { .records(groups(ModelField.allCases.map(\.name)) { ModelField.allCases.firstIndex(of: $0.field) }) },
        { .records(groups([ModelKind.collective, .individual].map(\.name)) { $0.kind == .collective ? 0 : 1 }) },
        { .records(groups(ModelLevel.allCases.map(\.name)) { ModelLevel.allCases.firstIndex(of: $0.level) }) },
        { .records(byUnit) }, { .records(ranking(byUnit)) },
        { .integer(units.count, all.source(.models, "đếm ma_to_chuc khác nhau")) },
        { list(ordered) }, { list(newest) },
        { list(ordered.filter { reached(entries[$0].recognisedOn) || reached(entries[$0].replicatedOn) }) },
        { .records(milestones(frame.quarters(since: campaignStart))) },
        { .records(milestones(frame.years(since: campaignStart))) },
      ])
  }

  /// What is counted of a row: numbers only, so that counting a hundred thousand rows many times over copies no text.
  private struct Entry {
    var row: Int
    /// Place in `units`.
    var unit: Int?
    var field: ModelField
    var kind: ModelKind
    var level: ModelLevel
    var stage: ModelStage
    var registeredOn: CivilDate
    var startedOn: CivilDate?
    var effectiveOn: CivilDate?
    var recognisedOn: CivilDate?
    var replicatedOn: CivilDate?
    var stoppedOn: CivilDate?

    init(_ model: Model, unit: Int?) {
      row = model.row
      self.unit = unit
      field = model.field
      kind = model.kind
      level = model.level
      stage = model.stage
      registeredOn = model.registeredOn
      startedOn = model.startedOn
      effectiveOn = model.effectiveOn
      recognisedOn = model.recognisedOn
      replicatedOn = model.replicatedOn
      stoppedOn = model.stoppedOn
    }

    func date(_ step: Step) -> CivilDate? {
      switch step {
      case .registered: registeredOn
      case .started: startedOn
      case .effective: effectiveOn
      case .recognised: recognisedOn
      case .replicated: replicatedOn
      }
    }
  }

  /// The steps of a model that a date of its row tells, by the column of that date.
  private enum Step: String {
    case registered = "ngay_dang_ky"
    case started = "ngay_trien_khai"
    case effective = "ngay_hieu_qua"
    case recognised = "ngay_cong_nhan"
    case replicated = "ngay_nhan_rong"
  }

  // MARK: The way so far

  /// The first day of the campaign; where none is known, that of the first model.
  private var campaignStart: CivilDate? { campaign?.span.start ?? entries.map(\.registeredOn).min() }

  /// What had been reached at the end of each period, the last one ending with the report's.
  private func milestones(_ periods: [Period]) -> [Record] {
    periods.map { period in
      let end = min(period.end, frame.end)
      let steps: [Step] = [.registered, .started, .effective, .recognised, .replicated]
      return Record(Schema.milestone, [.period(period)] + steps.map { count($0, end, of: entries) })
    }
  }

  // MARK: Counting by dates

  private func reached(_ date: CivilDate?) -> Bool { reached(date, by: frame.end) }

  private func reached(_ date: CivilDate?, by end: CivilDate) -> Bool { date.map { $0 <= end } ?? false }

  private func tally(_ condition: (Entry) -> Bool) -> Tally { entries.tally(row: { $0.row }, where: condition) }

  private func cumulative(_ step: Step) -> Record { cumulative(step, of: entries) }

  private func cumulative(_ step: Step, of entries: [Entry]) -> Record {
    Comparison(
      now: count(step, frame.end, of: entries),
      before: frame.previous.map { before($0, step, of: entries) } ?? .missing,
      lastYear: frame.sameLastYear.map { before($0, step, of: entries) } ?? .missing, scale: rules.shareScale
    ).record()
  }

  /// Missing for a period that ends before the campaign begins: then there was nothing to compare with.
  private func before(_ period: Period, _ step: Step, of entries: [Entry]) -> Fact {
    if let campaign, period.end < campaign.span.start { return .missing }
    return count(step, period.end, of: entries)
  }

  private func count(_ step: Step, _ end: CivilDate, of entries: [Entry]) -> Fact {
    entries.tally(row: { $0.row }) { reached($0.date(step), by: end) }
      .count(.models, "đếm dòng có \(step.rawValue) đến \(end.short)")
  }

  private func inPeriod() -> Record {
    let days = selection.models.map { (row: $0.row, day: $0.registeredOn) }
    return DatedRows(days, frame, rules, day: { $0.day }).compare { rows, period in
      rows.tally(row: { $0.row }).count(.models, "đếm dòng có ngay_dang_ky trong \(period.name)")
    }
  }

  // MARK: Groups

  /// Groups without models are left out, but shares are made over all of them.
  private func groups(_ names: [String], place: (Entry) -> Int?) -> [Record] {
    var members = names.map { _ in [Entry]() }
    for entry in entries { if let place = place(entry) { members[place].append(entry) } }
    let tallies = members.map { $0.tally(row: { $0.row }) }
    let shares = Percent.shares(tallies, .models, rules)
    return names.indices.filter { !members[$0].isEmpty }.map { index in
      group(names[index], members[index], tallies[index], shares[index])
    }
  }

  private var byUnit: [Record] { groups(units.map(\.name)) { $0.unit } }

  /// Units by their models, most first; equals share a rank and keep the official order.
  private func ranking(_ units: [Record]) -> [Record] {
    Ranking.records(units.map { unit in (unit["ten"] ?? .missing, unit["dang_ky"] ?? .missing) }, Schema.modelRank)
  }

  private func group(_ name: String, _ entries: [Entry], _ total: Tally, _ share: Fact) -> Record {
    func tally(_ condition: (Entry) -> Bool) -> Tally { entries.tally(row: { $0.row }, where: condition) }
    func count(_ condition: (Entry) -> Bool) -> Fact { tally(condition).count(.models) }
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
        .record(cumulative(.registered, of: entries)), .record(cumulative(.started, of: entries)),
        .record(cumulative(.effective, of: entries)), .record(cumulative(.recognised, of: entries)),
        .record(cumulative(.replicated, of: entries)),
      ])
  }

  // MARK: Lists

  /// Places in `registered`.
  private var ordered: [Int] {
    entries.indices.sorted {
      (entries[$0].field.rawValue, entries[$0].row) < (entries[$1].field.rawValue, entries[$1].row)
    }
  }

  /// The latest registered first.
  private var newest: [Int] {
    entries.indices.sorted {
      (entries[$1].registeredOn, entries[$0].row) < (entries[$0].registeredOn, entries[$1].row)
    }
  }

  private func list(_ places: [Int]) -> Fact {
    let (rows, entries, units, end) = (registered, entries, units, frame.end)
    /// The unit that stands for that of the row.
    @Sendable func unit(_ row: Int) -> Int? { entries[places[row]].unit }
    let names: [RowRecords.Field] = [
      { .plain(rows[places[$0]].code) }, { .plain(rows.name(at: places[$0])) },
      { row in .plain(unit(row).map { units[$0].code } ?? rows[places[row]].organisation) },
      { row in .plain(unit(row).map { units[$0].name } ?? rows[places[row]].organisation) },
    ]
    let values: [RowRecords.Field] = [
      { .plain(entries[places[$0]].field.name) }, { .plain(entries[places[$0]].kind.name) },
      { .plain(entries[places[$0]].level.name) }, { .plain(stage(of: entries[places[$0]]).name) },
      { .date(entries[places[$0]].registeredOn) },
      { .optional(entries[places[$0]].recognisedOn.flatMap { $0 <= end ? $0 : nil }) },
      { .plain(rows.content(at: places[$0])) }, { .plain(rows.result(at: places[$0])) },
    ]
    return RowRecords.list(Schema.model, count: places.count, names + values)
  }

  /// The stage on the last day. “Cần củng cố” has no date of its own: it is taken from the row while it is under way.
  private func stage(of model: Entry) -> ModelStage {
    if reached(model.stoppedOn) { return .stopped }
    if reached(model.replicatedOn) { return .replicated }
    if reached(model.recognisedOn) { return .recognised }
    if reached(model.effectiveOn) { return .effective }
    if reached(model.startedOn) { return model.stage == .weak ? .weak : .underway }
    return .registered
  }

  /// Registered and recognised models of each unit, by its code, for the list of organisations.
  var countsByUnit: [String: (registered: Fact, recognised: Fact)] {
    var members = units.map { _ in [Entry]() }
    for entry in entries { if let unit = entry.unit { members[unit].append(entry) } }
    return unitPlaces.mapValues { counts(members[$0]) }
  }

  /// Those of a unit that has no models.
  var noCounts: (registered: Fact, recognised: Fact) { counts([]) }

  private func counts(_ entries: [Entry]) -> (registered: Fact, recognised: Fact) {
    (
      entries.tally(row: { $0.row }).count(.models),
      entries.tally(row: { $0.row }) { reached($0.recognisedOn) }.count(.models)
    )
  }
}
