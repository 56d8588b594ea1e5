import Findings
import Vietnamese

/// Two rows with one key: the first counts, the others are left out.
struct DuplicateKey: Rule {
  static let entry = RuleEntry(
    code: "khoa-trung", severity: .error,
    explanation: Message(
      vi: "Hai dòng cùng khóa; dòng sau bị bỏ.", en: "Two rows have one key; the later one is left out."))

  /// Rows that are looked at together. Of larger tables some keys are looked at in each of several passes, so that the table of hashes takes
  /// 8 MB at most.
  var most = 1 << 19

  func check(_ dataset: Dataset, into report: inout RuleReport) {
    let tables = dataset.tables
    find(tables.organisations, .code, &report) { $0.code }
    find(tables.memberCounts, .organisation, &report) { OrganisationPeriod($0.organisation, $0.period) }
    find(tables.campaigns, .code, &report) { $0.code }
    find(tables.models, .code, &report) { $0.code }
    find(tables.guidance, .number, &report) { NumberDate(number: $0.number, date: $0.issuedOn) }
    find(tables.socialWorks, .code, &report) { $0.code }
    find(tables.rewards, .code, &report) { $0.code }
    find(tables.photos, .code, &report) { $0.code }
    find(tables.articles, .code, &report) { $0.code }
    find(tables.visits, .date, &report) { $0.date }
    find(tables.submissions, .organisation, &report) { OrganisationPeriod($0.organisation, $0.period) }
    // A million ratings have their own index, which numbers organisations and periods first.
    for (index, first) in dataset.ratingIndex.duplicates {
      add(tables.ratings, .organisation, index, first, &report)
    }
  }

  private struct OrganisationPeriod: Hashable {
    var organisation: String
    var period: Period

    init(_ organisation: String, _ period: Period) { (self.organisation, self.period) = (organisation, period) }
  }

  private struct NumberDate: Hashable {
    var number: String
    var date: CivilDate
  }

  private func find<Row: TableRow, Key: Hashable>(
    _ table: Table<Row>, _ column: Row.Column, _ report: inout RuleReport, _ keyOf: (Row) -> Key
  ) {
    var found: [(index: Int, first: Int)] = []
    let passes = table.rows.count / most + 1
    for pass in 0..<passes {
      var first = FirstRows(table.rows.count / passes)
      for (index, row) in table.rows.enumerated() {
        let key = keyOf(row)
        let hash = UInt(bitPattern: key.hashValue)
        guard hash % UInt(passes) == UInt(pass) else { continue }
        if let earlier = first.earlier(than: index, hash / UInt(passes), isSame: { keyOf(table.rows[$0]) == key }) {
          found.append((index, earlier))
        }
      }
    }
    if passes > 1 { found.sort { $0.index < $1.index } }
    for (index, earlier) in found { add(table, column, index, earlier, &report) }
  }

  private func add<Row: TableRow>(
    _ table: Table<Row>, _ column: Row.Column, _ index: Int, _ first: Int, _ report: inout RuleReport
  ) {
    let line = table.rows[first].row
    report.add(
      Self.self, in: table, index, column,
      Message(
        vi: "Trùng khóa \(CellReader.quoted(table.rows[index].key.joined(separator: ", "))) với dòng \(line).",
        en: "The key \(CellReader.quoted(table.rows[index].key.joined(separator: ", "))) is that of row \(line)."),
      hint: Message(
        vi: "giữ lại một dòng; hiện chỉ dòng \(line) được dùng", en: "keep one of them; only row \(line) is used now"))
  }
}

/// The first row of each key, in some 16 bytes a row: a table of hashes that asks for the key of a row only where the hashes are equal.
private struct FirstRows {
  /// The row and what its slot does not tell of its hash, open addressing; `free` for none.
  private var slots: [Slot]

  private struct Slot {
    var row: Int32
    var hash: UInt32
  }

  private static let free: Int32 = -1

  init(_ count: Int) {
    var size = 16
    // Of the keys of a pass there may be a few more than their share.
    while size < count * 3 / 2 + count / 16 { size *= 2 }
    slots = Array(repeating: Slot(row: Self.free, hash: 0), count: size)
  }

  /// The first row with the key of `hash`; when there is none, `row` is it from now on.
  mutating func earlier(than row: Int, _ hash: UInt, isSame: (Int) -> Bool) -> Int? {
    let mask = slots.count - 1
    let tag = UInt32(truncatingIfNeeded: hash >> 24)
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot].row != Self.free {
      let earlier = Int(slots[slot].row)
      if slots[slot].hash == tag, isSame(earlier) { return earlier }
      slot = (slot + 1) & mask
    }
    slots[slot] = Slot(row: Int32(row), hash: tag)
    return nil
  }
}
