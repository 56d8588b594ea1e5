import Testing
import Vietnamese

@testable import Records

/// Rows of which each organisation has some come back from a scratch file as they were.
struct PackedUnitRowsTests {
  private func packed<Row: TableRow>(_ rows: [Row], _ file: MemoryScratch = MemoryScratch()) -> Rows<Row> {
    var collector = ElementCollector(Row.packing, file)
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
    #expect(file.count == rows.count * 48)
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
    #expect(file.count == rows.count * 90)
  }

  @Test func `a disk that fails gives empty rows and no crash`() throws {
    let period = try #require(Period.quarter(4, 2021))
    let lost = packed(
      [MemberCount(row: 2, organisation: "A", period: period, total: 9)], MemoryScratch(isLost: true))
    #expect(lost[0].organisation.isEmpty && lost[0].total == 0)
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
