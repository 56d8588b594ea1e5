import Findings

/// Counts that do not add up (domain §3.4): chính thức + dự bị = tổng số; XS + T + HT + KHT = được đánh giá;
/// được + chưa đánh giá = tổng số; nữ is at most tổng số.
struct SumMismatch: Rule {
  static let entry = RuleEntry(
    code: "tong-khong-khop", severity: .error,
    explanation: Message(
      vi: "Các số thành phần không khớp với tổng; dòng bị bỏ.", en: "Parts do not add up; the row is left out."))

  func check(_ dataset: Dataset, into report: inout RuleReport) {
    for (index, row) in dataset.memberCounts.enumerated() {
      let table = dataset.tables.memberCounts
      compare(table, index, .total, row.total, [(.full, row.full), (.probationary, row.probationary)], &report)
      if let women = row.women, women > row.total {
        report.add(
          Self.self, in: table, index, .women,
          Message(
            vi: "nu = \(women) nhiều hơn tong_so = \(row.total).",
            en: "nu = \(women) is more than tong_so = \(row.total)."))
      }
    }
    for (index, row) in dataset.ratings.enumerated() where row.hasCounts {
      let table = dataset.tables.ratings
      let levels: [(Rating.Column, Int?)] = [
        (.excellent, row.excellent), (.good, row.good), (.completed, row.completed), (.failed, row.failed),
      ]
      if let rated = row.rated { compare(table, index, .rated, rated, levels, &report) }
      guard let total = row.total else { continue }
      if row.rated != nil {
        compare(table, index, .total, total, [(.rated, row.rated), (.unrated, row.unrated)], &report)
      } else {
        compare(table, index, .total, total, levels + [(.unrated, row.unrated)], &report)
      }
    }
  }

  /// The parts must make the whole; when some are not given, they may only not exceed it.
  private func compare<Row: TableRow>(
    _ table: Table<Row>, _ index: Int, _ column: Row.Column, _ whole: Int, _ parts: [(column: Row.Column, value: Int?)],
    _ report: inout RuleReport
  ) {
    let given = parts.filter { $0.value != nil }
    // Counts are at most 2^31 each, so five of them cannot overflow.
    let sum = given.reduce(0) { $0 + ($1.value ?? 0) }
    let isComplete = given.count == parts.count
    guard isComplete ? sum != whole : sum > whole else { return }
    let left = given.map { "\($0.column.schema.name) \($0.value ?? 0)" }.joined(separator: " + ")
    let name = column.schema.name
    report.add(
      Self.self, in: table, index, column,
      Message(
        vi: "\(left) = \(sum), nhưng \(name) = \(whole) (lệch \(abs(sum - whole))).",
        en: "\(left) = \(sum), but \(name) = \(whole) (off by \(abs(sum - whole)))."),
      hint: Message(vi: "sửa một trong các số", en: "correct one of the figures"))
  }
}

extension Rating {
  /// The row counts bodies or persons.
  var hasCounts: Bool { total != nil || rated != nil }
}
