import Testing
import Vietnamese

@testable import Records

/// Rows of which each organisation has some come back from a scratch file as they were.
struct PackedUnitRowsTests {
  /// - Parameter file: for the elements; long texts go to another of the same kind.
  private func packed<Row: TableRow>(_ rows: [Row], _ file: MemoryScratch = MemoryScratch()) -> Rows<Row> {
    var files = [file]
    var collector = ElementCollector(Row.packing, files.popLast() ?? file.another())
    for row in rows { collector.append(row) }
    return collector.finish()
  }

  private static let codes = ["DV01", "", "A-CODE-OF-MORE-THAN-FIFTEEN-LETTERS", "ĐUK"]

  private static func periods() throws -> [Period] {
    [
      try #require(.quarter(4, 2021)), try #require(.month(12, 2999)), try #require(.half(2, 1900)),
      try #require(.nineMonths(2020)), try #require(.year(2021)), try #require(.campaign(2021, 2025)),
      try #require(.term(2025, 2030)), try #require(Period(.quarter(1), year: 2022, cutOff: .closing(day: 14))),
    ]
  }

  @Test func `members`() throws {
    let counts = [nil, 0, 1, 12_345, CompactCount.largest]
    var rows: [MemberCount] = []
    for (place, period) in try Self.periods().enumerated() {
      for count in counts {
        rows.append(
          MemberCount(
            row: rows.count * 3, organisation: Self.codes[place % 4], period: period, total: count ?? 7, full: count,
            probationary: counts[place % 5], women: counts[(place + 1) % 5], admitted: counts[(place + 2) % 5]))
      }
    }
    let file = MemoryScratch()
    #expect(packed(rows, file).all == rows)
    #expect(file.count == rows.count * 12)
  }

  @Test func `ratings`() throws {
    let scores: [ExactDecimal?] = [
      nil, .zero, ExactDecimal(100), ExactDecimal(coefficient: 8_725, scale: 2),
      ExactDecimal(coefficient: -1, scale: 14),
    ]
    let shares: [ExactDecimal?] = [nil, .zero, ExactDecimal(100), ExactDecimal(coefficient: 238_095, scale: 4)]
    var rows: [Rating] = []
    for (place, period) in try Self.periods().enumerated() {
      for (index, score) in scores.enumerated() {
        rows.append(
          Rating(
            row: rows.count, period: period, organisation: Self.codes[index % 4],
            subject: RatingSubject.allCases[place % 4], level: index == 0 ? nil : RatingLevel.allCases[index],
            score: score, total: index == 1 ? nil : 10, rated: place, excellent: 0, good: nil, completed: 3,
            failed: CompactCount.largest, unrated: nil, excellentShare: shares[index % 4],
            goodShare: shares[place % 4], completedShare: nil, failedShare: ExactDecimal(100),
            date: place % 2 == 0 ? nil : CivilDate(year: 2021, month: 12, day: 31),
            decision: place % 3 == 0 ? "" : "46-QĐ/ĐUK"))
      }
    }
    let file = MemoryScratch()
    #expect(packed(rows, file).all == rows)
    #expect(file.count == rows.count * 24)
  }

  /// Empty, ASCII, longer than what is read at once, letters of several bytes.
  private static let texts = [
    "", "A", "Đảng bộ Hội Nông dân Lam Sơn số 1", String(repeating: "“Chi bộ” ", count: 20_000), "abcd", "ế",
  ]

  private static func organisations(_ count: Int) -> [Organisation] {
    (0..<count).map { place in
      // The long text in a few rows only.
      func text(_ number: Int) -> String { texts[number % 500 == 3 ? 3 : [0, 1, 2, 4, 5][number % 5]] }
      return Organisation(
        row: place + 2, code: "DV\(place)", name: text(place), shortName: text(place + 1),
        kind: OrganisationKind.allCases[place % 5], parent: place % 7 == 0 ? nil : codes[[0, 2, 3][place % 3]],
        sector: place % 2 == 0 ? "" : "doanh nghiệp", group: place % 3 == 0 ? "A" : "",
        rank: place % 4 == 0 ? nil : place, validFrom: place % 5 == 0 ? nil : CivilDate(year: 1997, month: 1, day: 1),
        validTo: place % 6 == 0 ? .latest : nil, successor: place % 9 == 0 ? "DV1" : nil, address: text(place + 2))
    }
  }

  @Test(arguments: [0, 1, 1024, 1025, 2500]) func `organisations with their names`(_ count: Int) {
    let bodies = Self.organisations(count)
    let rows = packed(bodies)
    #expect(rows.all == bodies && Array(rows) == bodies && rows.map(\.name) == bodies.map(\.name))
    #expect((0..<count).allSatisfy { $0 % 97 != 0 || rows[$0] == bodies[$0] })
    let places = (0..<count).filter { $0 % 3 != 1 }
    #expect(rows.elements(at: places) == places.map { bodies[$0] })
    var left = rows
    left.remove(Set(places))
    #expect(left.all == (0..<count).filter { $0 % 3 == 1 }.map { bodies[$0] })
  }

  @Test(arguments: [0, 1 << 10, 1 << 16, 1 << 18, 1 << 20]) func `a full disk loses no name`(_ room: Int) {
    let bodies = Self.organisations(2500)
    let whole = MemoryScratch(room: room)
    #expect(packed(bodies, whole).all == bodies)
    var collector = ElementCollector(Organisation.packing, MemoryScratch(room: room))
    for body in bodies { collector.append(body) }
    #expect(collector.finish().all == bodies)
  }

  @Test func `rewards and submissions`() throws {
    let rewards = (0..<60).map { place in
      Reward(
        row: place, code: Self.codes[place % 4], name: Self.texts[place % 6], kind: ModelKind.allCases[place % 2],
        organisation: place % 3 == 0 ? nil : Self.codes[place % 2 * 2], form: "Giấy khen", level: "cấp \(place % 3)",
        decision: Self.texts[[0, 1, 2][place % 3]], decidedOn: .latest, campaign: place % 5 == 0 ? nil : "PT",
        model: place % 4 == 0 ? nil : "MH-\(place)")
    }
    #expect(packed(rewards).all == rewards)
    let periods = try Self.periods()
    let sent = (0..<60).map { place in
      Submission(
        row: place, organisation: Self.codes[place % 4], period: periods[place % 8],
        sentOn: place % 2 == 0 ? nil : .earliest, dueOn: place % 3 == 0 ? nil : .latest)
    }
    #expect(packed(sent).all == sent)
  }

  @Test func `a disk that fails gives empty rows and no crash`() throws {
    let period = try #require(Period.quarter(4, 2021))
    let lost = packed(
      [MemberCount(row: 2, organisation: "A", period: period, total: 9)], MemoryScratch(isLost: true))
    #expect(lost[0].organisation.isEmpty && lost[0].total == 0)
    let bodies = packed(Self.organisations(9), MemoryScratch(isLost: true))
    #expect(bodies.all.allSatisfy { $0.name.isEmpty && $0.parent == nil })
    let ratings = packed(
      [Rating(row: 2, period: period, organisation: "A", subject: .member)], MemoryScratch(isLost: true))
    #expect(ratings[0].organisation.isEmpty)
  }

  @Test func `a period is its number, and no other number is one`() throws {
    let periods = try Self.periods()
    #expect(periods.map { Period(packed: $0.packed) } == periods)
    #expect(Set(periods.map(\.packed)).count == periods.count)
    #expect(Period(packed: Period.earliest.packed) == .earliest)
    #expect(Period(packed: 0) == nil && Period(packed: .max) == nil)
    let quarter = try #require(Period.quarter(4, 2021)).packed
    #expect(Period(packed: quarter | 1 << 60) == nil && Period(packed: quarter + 1 << 8) == nil)
  }
}
