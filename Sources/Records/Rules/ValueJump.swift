import Findings
import Vietnamese

/// A value many times larger or smaller than in the period before: most likely a digit or a decimal mark went wrong (98,5 → 9,85).
struct ValueJump: Rule {
  static let entry = RuleEntry(
    code: "gia-tri-nhay", severity: .warning,
    explanation: Message(
      vi: "Giá trị nhảy gấp nhiều lần so với kỳ trước (98,5 → 9,85); có thể sai dấu phẩy hoặc thừa, thiếu chữ số.",
      en: "A value is many times that of the period before; a digit or a decimal mark may be wrong."))

  /// A slipped digit changes a figure about ten times, while the figure itself may have changed a little as well; real figures
  /// of one body hardly ever grow five times in a period.
  private static let factor = 5
  /// Below this a count may well grow five times: 2 members to 12.
  private static let smallestCount = 20

  func check(_ dataset: Dataset, into report: inout RuleReport) {
    checkMembers(dataset, &report)
    for (index, row) in dataset.ratings.enumerated() where row.score != nil || row.total != nil {
      guard let before = row.period.previous,
        let earlier = dataset.ratingIndex.row(of: row.organisation, in: before, row.subject)
      else { continue }
      let old = dataset.ratings[earlier]
      compare(old.score, row.score, dataset.tables.ratings, index, .score, earlier, &report)
      compareCounts(old.total, row.total, dataset.tables.ratings, index, .total, earlier, &report)
    }
  }

  private struct Key: Hashable {
    var organisation: String
    var period: Period
  }

  private func checkMembers(_ dataset: Dataset, _ report: inout RuleReport) {
    let rows = dataset.memberCounts
    var byOrganisation: [String: [Int]] = [:]
    for (index, row) in rows.enumerated() { byOrganisation[row.organisation, default: []].append(index) }
    for indices in byOrganisation.values where indices.count > 1 {
      let sorted = indices.sorted { rows[$0].period < rows[$1].period }
      for (earlier, later) in zip(sorted, sorted.dropFirst()) {
        compareCounts(
          rows[earlier].total, rows[later].total, dataset.tables.memberCounts, later, .total, earlier, &report)
      }
    }
  }

  private func compareCounts<Row: TableRow>(
    _ old: Int?, _ new: Int?, _ table: Table<Row>, _ index: Int, _ column: Row.Column, _ earlier: Int,
    _ report: inout RuleReport
  ) {
    guard let old, let new, max(old, new) >= Self.smallestCount else { return }
    compare(ExactDecimal(old), ExactDecimal(new), table, index, column, earlier, &report)
  }

  private func compare<Row: TableRow>(
    _ old: ExactDecimal?, _ new: ExactDecimal?, _ table: Table<Row>, _ index: Int, _ column: Row.Column,
    _ earlier: Int, _ report: inout RuleReport
  ) {
    guard let old, let new, !old.isZero, !new.isZero, Self.isJump(old, new) else { return }
    let line = table.rows[earlier].row
    report.add(
      Self.self, in: table, index, column,
      Message(
        vi:
          "\(column.schema.name) \(NumberFormat.string(new)), kỳ trước (dòng \(line)) là \(NumberFormat.string(old)).",
        en: "\(column.schema.name) is \(new), in the period before (row \(line)) it was \(old)."),
      hint: Message(
        vi: "kiểm tra dấu phẩy thập phân và số chữ số", en: "check the decimal mark and the number of digits"))
  }

  private static func isJump(_ old: ExactDecimal, _ new: ExactDecimal) -> Bool {
    let (small, large) = old < new ? (old, new) : (new, old)
    guard let limit = try? small * ExactDecimal(factor) else { return false }
    return limit <= large
  }
}
