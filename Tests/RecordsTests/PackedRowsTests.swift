import SeededRandom
import Testing
import Vietnamese

@testable import Records

/// Rows in a scratch file are the rows that were put there.
struct PackedRowsTests {
  private static func models(_ count: Int, seed: UInt64) -> [Model] {
    var numbers = SeededGenerator(seed: seed)
    func day() -> CivilDate { CivilDate(ordinal: Int.random(in: 1...3_652_059, using: &numbers)) ?? .earliest }
    func maybe() -> CivilDate? { Bool.random(using: &numbers) ? day() : nil }
    return (0..<count).map { place in
      Model(
        row: place * 3, code: text(&numbers), name: "", organisation: "TC\(place / 84)",
        campaign: Bool.random(using: &numbers) ? text(&numbers) : nil, field: item(&numbers), kind: item(&numbers),
        level: item(&numbers), stage: item(&numbers), registeredOn: day(), startedOn: maybe(), effectiveOn: maybe(),
        recognisedOn: maybe(), replicatedOn: maybe(), stoppedOn: maybe())
    }
  }

  private static func works(_ count: Int, seed: UInt64) -> [SocialWork] {
    var numbers = SeededGenerator(seed: seed)
    return (0..<count).map { place in
      SocialWork(
        row: Int(Int32.max) - place, code: text(&numbers),
        date: CivilDate(ordinal: Int.random(in: 1...3_652_059, using: &numbers)) ?? .earliest,
        programme: text(&numbers), form: item(&numbers), organisation: place % 5 == 0 ? nil : "TC\(place % 7)",
        quantity: [nil, 0, 1, Int(Int32.max)].randomElement(using: &numbers) ?? nil, unit: text(&numbers),
        amount: [0, 1, Int.max, Int.random(in: 0...Int.max, using: &numbers)].randomElement(using: &numbers) ?? 0)
    }
  }

  private static func item<Value: ListValue>(_ numbers: inout SeededGenerator) -> Value {
    Array(Value.allCases)[Int.random(in: 0..<Value.allCases.count, using: &numbers)]
  }

  /// Empty, 15 and 16 bytes long, long, with letters of several bytes.
  private static func text(_ numbers: inout SeededGenerator) -> String {
    let length = [0, 1, 5, 14, 15, 16, 17, 40].randomElement(using: &numbers) ?? 0
    return (0..<length).map { _ in ["A", "ế", "7", "-", "“"].randomElement(using: &numbers) ?? "" }.joined()
  }

  private func packed<Row: TableRow>(_ rows: [Row], _ file: MemoryScratch) -> Rows<Row> {
    var collector = ElementCollector(Row.packing, file)
    for row in rows { collector.append(row) }
    return collector.finish()
  }

  @Test(arguments: [0, 1, 1023, 1024, 1025, 3000]) func `rows come back as they were`(_ count: Int) {
    let (models, works) = (Self.models(count, seed: 1), Self.works(count, seed: 2))
    let files = (MemoryScratch(), MemoryScratch())
    #expect(Array(packed(models, files.0)) == models)
    #expect(packed(works, files.1).all == works)
    // The sizes the types promise.
    #expect(files.0.count * 4 == count * 56 && files.1.count * 4 == count * 52)
  }

  @Test func `one, some and all but some`() {
    let works = Self.works(3000, seed: 3)
    var rows = packed(works, MemoryScratch())
    #expect(rows[0] == works[0] && rows[1024] == works[1024] && rows[2999] == works[2999])
    let places = [0, 1, 2, 1000, 1023, 1024, 2998, 2999]
    #expect(rows.elements(at: places) == places.map { works[$0] })
    #expect(rows.elements(at: []).isEmpty)
    var numbers = SeededGenerator(seed: 4)
    var left = works
    for _ in 0..<5 {
      let gone = Set((0..<200).map { _ in Int.random(in: 0..<left.count, using: &numbers) })
      left = left.indices.filter { !gone.contains($0) }.map { left[$0] }
      rows.remove(gone)
      #expect(rows.count == left.count && rows.all == left)
    }
    rows.remove(Set(rows.indices))
    #expect(rows.isEmpty && Array(rows).isEmpty)
  }

  @Test(arguments: [0, 13 * 1023, 13 * 1024, 13 * 2048, 13 * 3000, 13 * 4000]) func `a full disk loses nothing`(
    _ room: Int
  ) {
    let works = Self.works(3000, seed: 5)
    var rows = packed(works, MemoryScratch(room: room))
    #expect(rows.all == works)
    rows.remove([0, 2000])
    #expect(rows.all == Array(works[1..<2000] + works[2001...]))
  }

  @Test func `a disk that fails gives empty rows and no crash`() {
    let rows = packed(Self.models(2000, seed: 6), MemoryScratch(isLost: true))
    #expect(rows.count == 2000 && rows.allSatisfy { $0.code.isEmpty && $0.startedOn == nil })
  }

  @Test func `tables without a packing stay in memory`() throws {
    let campaign = Campaign(code: "PT", name: "", span: try #require(.year(2021)))
    var made = 0
    func file() -> MemoryScratch {
      made += 1
      return MemoryScratch()
    }
    var collector = ElementCollector(Campaign.packing, file())
    #expect(made == 0 && !collector.isPacked)
    collector.append(campaign)
    #expect(collector.finish().map(\.code) == ["PT"])
  }
}
