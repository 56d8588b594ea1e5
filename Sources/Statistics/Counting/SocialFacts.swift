internal import Facts
internal import Records
internal import Vietnamese

/// Social work: money and deeds, in the period and since New Year.
struct SocialFacts {
  private let works: DatedRows<SocialWork>
  private let names: @Sendable (String?) -> String
  /// The unit that stands for another on the last day.
  private let body: @Sendable (String?) -> String
  private let frame: TimeFrame
  private let rules: CountingRules

  init(_ selection: Selection, _ names: NameBook, _ frame: TimeFrame, _ rules: CountingRules) {
    works = DatedRows(selection.socialWorks, frame, rules, day: { $0.date })
    self.names = names.name
    body = { code in code.map { names.current($0, on: frame.end) } ?? "" }
    self.frame = frame
    self.rules = rules
  }

  /// The figures of `Schema.social` that somebody looks at; the others stand as missing.
  func record(_ uses: FactMask = .everything) -> Record {
    let year = works.rows.sharing(where: { frame.isSinceNewYear($0.date) })
    let now = works.rows(in: frame.period).sharing(sortedBy: { ($0.date, $0.row) < ($1.date, $1.row) })
    return Record(
      Schema.social, uses: uses,
      [
        { .record(compareMoney(works.rows)) }, { .record(compareCount(works.rows)) },
        { money(year).money(.socialWorks) }, { year.tally(row: { $0.row }).count(.socialWorks) },
        { .records(groups(year) { $0.programme }) }, { .records(groups(year) { $0.form.name }) },
        { list(now, Array(now.indices)) }, { list(now, largest(now)) }, { .records(ranking(year)) },
        { .records(frame.quarters(since: frame.yearStart).map { quarter($0, year) }) },
      ])
  }

  private func quarter(_ quarter: Period, _ works: [SocialWork]) -> Record {
    let works = works.filter { quarter.containsDate($0.date) }
    return Record(
      Schema.socialQuarter,
      [.period(quarter), works.tally(row: { $0.row }).count(.socialWorks), money(works).money(.socialWorks)])
  }

  /// Places in `works`.
  private func largest(_ works: [SocialWork]) -> [Int] {
    works.indices.sorted {
      (works[$1].amount, works[$0].date, works[$0].row) < (works[$0].amount, works[$1].date, works[$1].row)
    }
  }

  /// Units by the money they gave since New Year; what no unit is named for has no rank.
  private func ranking(_ works: [SocialWork]) -> [Record] {
    let units = Dictionary(grouping: works.filter { $0.organisation != nil }) { body($0.organisation) }
    let order = units.keys.sorted { (units[$0]?.first?.row ?? 0) < (units[$1]?.first?.row ?? 0) }
    return Ranking.records(
      order.map { code in (.plain(names(code)), money(units[code] ?? []).money(.socialWorks)) }, Schema.moneyRank)
  }

  private func money(_ works: [SocialWork]) -> Tally {
    var tally = Tally()
    for work in works { tally.add(work.amount, row: work.row) }
    return tally
  }

  private func compareMoney(_ some: [SocialWork]) -> Record {
    works.compare(.money, of: some) { rows, _ in money(rows).money(.socialWorks) }
  }

  private func compareCount(_ some: [SocialWork]) -> Record {
    works.compare(of: some) { rows, period in
      rows.tally(row: { $0.row }).count(.socialWorks, "đếm dòng có ngay trong \(period.name)")
    }
  }

  /// By name, the largest amount since New Year first, then in the order of first appearance; last come names that only a compared
  /// period has.
  private func groups(_ year: [SocialWork], by name: (SocialWork) -> String) -> [Record] {
    let names = works.names(year, name)
    // Places, not rows: one group at a time is gathered.
    let places = Dictionary(grouping: year.indices) { TextBytes(name(year[$0])) }
    // All rows are of this year in the data of most offices.
    let every =
      year.count == works.rows.count
      ? places : Dictionary(grouping: works.rows.indices) { TextBytes(name(works.rows[$0])) }
    func rows(_ name: String) -> [SocialWork] { year.sharing(at: places[TextBytes(name)] ?? []) }
    let amounts = names.map { money(rows($0)) }
    let shares = Percent.shares(amounts, .socialWorks, rules) { _ in "cộng cột so_tien" }
    return names.indices.sorted { (amounts[$1].total, $0) < (amounts[$0].total, $1) }.map { index in
      programme(
        names[index], rows(names[index]), amounts[index], shares[index],
        every: works.rows.sharing(at: every[TextBytes(names[index])] ?? []))
    }
  }

  private func programme(
    _ name: String, _ year: [SocialWork], _ amount: Tally, _ share: Fact, every: [SocialWork]
  ) -> Record {
    let now = works.rows(in: frame.period, of: year)
    let units = Set(year.lazy.filter { $0.quantity != nil }.map { TextBytes($0.unit) })
    var quantity = Tally()
    if units.count == 1 { for work in year { quantity.add(work.quantity ?? 0, row: work.row) } }
    return Record(
      Schema.programme,
      [
        .plain(name), year.tally(row: { $0.row }).count(.socialWorks), now.tally(row: { $0.row }).count(.socialWorks),
        quantity.count(.socialWorks, "cộng cột so_luong"), .plain(units.count == 1 ? units.first?.text ?? "" : ""),
        amount.money(.socialWorks), money(now).money(.socialWorks), share, .record(compareMoney(every)),
        .record(compareCount(every)),
      ])
  }

  private func list(_ works: [SocialWork], _ places: [Int]) -> Fact {
    let names = names
    return RowRecords.list(
      Schema.contribution, count: places.count,
      [
        { .date(works[places[$0]].date) }, { .plain(works[places[$0]].programme) },
        { .plain(works[places[$0]].form.name) }, { .plain(names(works[places[$0]].organisation)) },
        { .plain(works[places[$0]].beneficiaries) },
        { row in works[places[row]].quantity.map { .integer($0, Self.source(works[places[row]].row)) } ?? .missing },
        { .plain(works[places[$0]].unit) }, { .money(works[places[$0]].amount, Self.source(works[places[$0]].row)) },
        { .plain(works[places[$0]].content) },
      ])
  }

  private static func source(_ row: Int) -> Source {
    Source(file: TableName.socialWorks.file, rows: [row], formula: "như trong tệp")
  }
}
