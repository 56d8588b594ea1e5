import Findings
import Vietnamese

/// Two rows with one key: the first counts, the others are left out.
struct DuplicateKey: Rule {
  static let entry = RuleEntry(
    code: "khoa-trung", severity: .error,
    explanation: Message(
      vi: "Hai dòng cùng khóa; dòng sau bị bỏ.", en: "Two rows have one key; the later one is left out."))

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
    var first = FirstRows(table.rows.count)
    for (index, row) in table.rows.enumerated() {
      let key = keyOf(row)
      if let earlier = first.earlier(than: index, key, { keyOf(table.rows[$0]) }) {
        add(table, column, index, earlier, &report)
      }
    }
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

/// The first row of each key, in four to eight bytes a row: a table of hashes whose keys are those of the rows.
private struct FirstRows {
  /// Row numbers, open addressing; -1 for free.
  private var slots: [Int32]

  init(_ count: Int) {
    var size = 16
    while size < count * 3 / 2 { size *= 2 }
    slots = Array(repeating: -1, count: size)
  }

  /// The first row with `key`; when there is none, `row` is it from now on.
  mutating func earlier<Key: Hashable>(than row: Int, _ key: Key, _ keyOf: (Int) -> Key) -> Int? {
    let mask = slots.count - 1
    var slot = key.hashValue & mask
    while slots[slot] >= 0 {
      let earlier = Int(slots[slot])
      if keyOf(earlier) == key { return earlier }
      slot = (slot + 1) & mask
    }
    slots[slot] = Int32(row)
    return nil
  }
}
