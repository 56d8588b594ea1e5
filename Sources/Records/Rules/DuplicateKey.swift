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
    find(tables.ratings, .organisation, &report) { RatingKey($0) }
    find(tables.guidance, .number, &report) { NumberDate(number: $0.number, date: $0.issuedOn) }
    find(tables.socialWorks, .code, &report) { $0.code }
    find(tables.rewards, .code, &report) { $0.code }
    find(tables.photos, .code, &report) { $0.code }
    find(tables.articles, .code, &report) { $0.code }
    find(tables.visits, .date, &report) { $0.date }
    find(tables.submissions, .organisation, &report) { OrganisationPeriod($0.organisation, $0.period) }
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

  private struct RatingKey: Hashable {
    var organisation: String
    var period: Period
    var subject: RatingSubject

    init(_ rating: Rating) {
      (organisation, period, subject) = (rating.organisation, rating.period, rating.subject)
    }
  }

  private func find<Row: TableRow, Key: Hashable>(
    _ table: Table<Row>, _ column: Row.Column, _ report: inout RuleReport, _ key: (Row) -> Key
  ) {
    FirstRows.duplicates(in: table.rows, key) { index, first in
      let row = table.rows[index]
      let text = row.key.joined(separator: ", ")
      report.add(
        Self.self, in: table, index, column,
        Message(
          vi: "Trùng khóa \(CellReader.quoted(text)) với dòng \(table.rows[first].row); dòng này bị bỏ.",
          en: "The key \(CellReader.quoted(text)) is that of row \(table.rows[first].row); this row is left out."),
        hint: Message(vi: "giữ lại một dòng", en: "keep one of them"))
    }
  }
}

/// Finds rows that share a key, with four bytes a row: the keys themselves are not copied.
enum FirstRows {
  /// Calls `found` with the index of each later row and of the first row with its key.
  static func duplicates<Row, Key: Hashable>(
    in rows: [Row], _ key: (Row) -> Key, found: (_ index: Int, _ first: Int) -> Void
  ) {
    var size = 16
    while size < rows.count * 2 { size *= 2 }
    var slots = [Int32](repeating: -1, count: size)
    for index in rows.indices {
      let value = key(rows[index])
      var slot = value.hashValue & (size - 1)
      while slots[slot] >= 0, key(rows[Int(slots[slot])]) != value { slot = (slot + 1) & (size - 1) }
      if slots[slot] >= 0 {
        found(index, Int(slots[slot]))
      } else {
        slots[slot] = Int32(index)
      }
    }
  }
}
