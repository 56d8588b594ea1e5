internal import Facts
internal import Records
internal import Vietnamese

/// Social work: money and deeds, in the period and since New Year.
struct SocialFacts {
  /// The rows, in file order.
  private let rows: [SocialWork]
  /// What is counted of each of them.
  private let works: DatedRows<Entry>
  private let programmes: [String]
  private let measures: [String]
  /// The units named in rows, and those that stand for them on the last day.
  private let units: [(name: String, body: Int)]
  /// The names of those.
  private let bodies: [String]
  private let frame: TimeFrame
  private let rules: CountingRules

  init(_ selection: Selection, _ names: NameBook, _ frame: TimeFrame, _ rules: CountingRules) {
    rows = selection.socialWorks
    var (programmes, measures, codes, bodies) = (TextNumbers(), TextNumbers(), TextNumbers(), TextNumbers())
    var entries: [Entry] = []
    entries.reserveCapacity(rows.count)
    for work in rows {
      entries.append(
        Entry(
          work, place: entries.count, programme: programmes.number(of: work.programme),
          measure: measures.number(of: work.unit), unit: work.organisation.map { codes.number(of: $0) }))
    }
    works = DatedRows(entries, frame, rules, day: { $0.date })
    units = codes.list.map { (names.name($0), bodies.number(of: names.current($0, on: frame.end))) }
    self.bodies = bodies.list.map(names.name)
    self.programmes = programmes.list
    self.measures = measures.list
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
        { .records(groups(year, programmes) { $0.programme }) },
        { .records(groups(year, Self.forms) { $0.formPlace }) },
        { list(now, Array(now.indices)) }, { list(now, largest(now)) }, { .records(ranking(year)) },
        { .records(frame.quarters(since: frame.yearStart).map { quarter($0, year) }) },
      ])
  }

  /// What is counted of a row: numbers only, so that counting the rows of a large file many times over copies no text.
  private struct Entry {
    private let storedPlace: Int32
    private let storedProgramme: Int32
    private let storedMeasure: Int32
    private let storedUnit: Int32
    let date: CivilDate
    let form: SocialWorkForm
    let row: Int
    let amount: Int
    let quantity: Int?

    init(_ work: SocialWork, place: Int, programme: Int, measure: Int, unit: Int?) {
      storedPlace = Int32(place)
      storedProgramme = Int32(programme)
      storedMeasure = Int32(measure)
      storedUnit = unit.map(Int32.init) ?? -1
      date = work.date
      form = work.form
      row = work.row
      amount = work.amount
      quantity = work.quantity
    }

    /// In `rows`.
    var place: Int { Int(storedPlace) }
    /// Its number in `programmes`.
    var programme: Int { Int(storedProgramme) }
    /// What its quantity is counted in, by the number in `measures`.
    var measure: Int { Int(storedMeasure) }
    /// Its number in `units`; nil where none is named.
    var unit: Int? { storedUnit < 0 ? nil : Int(storedUnit) }
    /// Its number in `forms`.
    var formPlace: Int { Int(form.rawValue) }
  }

  private static let forms = SocialWorkForm.allCases.map(\.name)

  private func quarter(_ quarter: Period, _ works: [Entry]) -> Record {
    let works = works.filter { quarter.containsDate($0.date) }
    return Record(
      Schema.socialQuarter,
      [.period(quarter), works.tally(row: { $0.row }).count(.socialWorks), money(works).money(.socialWorks)])
  }

  /// Places in `works`.
  private func largest(_ works: [Entry]) -> [Int] {
    works.indices.sorted {
      (works[$1].amount, works[$0].date, works[$0].row) < (works[$0].amount, works[$1].date, works[$1].row)
    }
  }

  /// Units by the money they gave since New Year; what no unit is named for has no rank.
  private func ranking(_ works: [Entry]) -> [Record] {
    var sums: [Tally?] = Array(repeating: nil, count: bodies.count)
    var order: [Int] = []
    for work in works {
      guard let unit = work.unit else { continue }
      let body = units[unit].body
      if sums[body] == nil {
        sums[body] = Tally()
        order.append(body)
      }
      sums[body]?.add(work.amount, row: work.row)
    }
    return Ranking.records(
      order.map { (.plain(bodies[$0]), (sums[$0] ?? Tally()).money(.socialWorks)) }, Schema.moneyRank)
  }

  private func money(_ works: [Entry]) -> Tally {
    var tally = Tally()
    for work in works { tally.add(work.amount, row: work.row) }
    return tally
  }

  private func compareMoney(_ some: [Entry]) -> Record {
    works.compare(.money, of: some) { rows, _ in money(rows).money(.socialWorks) }
  }

  private func compareCount(_ some: [Entry]) -> Record {
    works.compare(of: some) { rows, period in
      rows.tally(row: { $0.row }).count(.socialWorks, "đếm dòng có ngay trong \(period.name)")
    }
  }

  /// By name, the largest amount since New Year first, then in the order of first appearance; last come names that only a compared
  /// period has.
  ///
  /// - Parameter number: the number of a row's name in `names`.
  private func groups(_ year: [Entry], _ names: [String], by number: (Entry) -> Int) -> [Record] {
    let order = works.groups(year, by: number)
    let members = Self.grouped(year, names.count, by: number)
    // All rows are of this year in the data of most offices.
    let every = year.count == works.rows.count ? members : Self.grouped(works.rows, names.count, by: number)
    let amounts = order.map { money(members[$0]) }
    let shares = Percent.shares(amounts, .socialWorks, rules) { _ in "cộng cột so_tien" }
    return order.indices.sorted { (amounts[$1].total, $0) < (amounts[$0].total, $1) }.map { index in
      let group = order[index]
      return programme(names[group], members[group], amounts[index], shares[index], every: every[group])
    }
  }

  private static func grouped(_ works: [Entry], _ count: Int, by number: (Entry) -> Int) -> [[Entry]] {
    var groups: [[Entry]] = Array(repeating: [], count: count)
    for work in works { groups[number(work)].append(work) }
    return groups
  }

  private func programme(_ name: String, _ year: [Entry], _ amount: Tally, _ share: Fact, every: [Entry]) -> Record {
    let now = works.rows(in: frame.period, of: year)
    let counted = year.filter { $0.quantity != nil }
    let measure = counted.first?.measure
    /// What all quantities are counted in.
    let common = counted.allSatisfy { $0.measure == measure } ? measure : nil
    var quantity = Tally()
    if common != nil { for work in year { quantity.add(work.quantity ?? 0, row: work.row) } }
    return Record(
      Schema.programme,
      [
        .plain(name), year.tally(row: { $0.row }).count(.socialWorks), now.tally(row: { $0.row }).count(.socialWorks),
        quantity.count(.socialWorks, "cộng cột so_luong"), .plain(common.map { measures[$0] } ?? ""),
        amount.money(.socialWorks), money(now).money(.socialWorks), share, .record(compareMoney(every)),
        .record(compareCount(every)),
      ])
  }

  private func list(_ works: [Entry], _ places: [Int]) -> Fact {
    let (rows, programmes, measures, units) = (rows, programmes, measures, units)
    let file = TableName.socialWorks.file
    @Sendable func source(_ place: Int) -> Source {
      Source(file: file, runs: RowRuns(row: works[place].row), formula: "như trong tệp")
    }
    return RowRecords.list(
      Schema.contribution, count: places.count,
      [
        { .date(works[places[$0]].date) }, { .plain(programmes[works[places[$0]].programme]) },
        { .plain(works[places[$0]].form.name) },
        { .plain(works[places[$0]].unit.map { units[$0].name } ?? "") },
        { .plain(rows.beneficiaries(at: works[places[$0]].place)) },
        { row in works[places[row]].quantity.map { .integer($0, source(places[row])) } ?? .missing },
        { .plain(measures[works[places[$0]].measure]) }, { .money(works[places[$0]].amount, source(places[$0])) },
        { .plain(rows.content(at: works[places[$0]].place)) },
      ])
  }
}
