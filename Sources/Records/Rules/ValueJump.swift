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

  private func checkMembers(_ dataset: Dataset, _ report: inout RuleReport) {
    var numbers = CodeNumbers()
    var counts: [MemberTotal] = []
    counts.reserveCapacity(dataset.memberCounts.count)
    for (place, row) in dataset.memberCounts.enumerated() {
      counts.append(
        MemberTotal(
          organisation: UInt32(numbers.number(of: row.organisation)), place: UInt32(place), period: row.period,
          total: row.total))
    }
    counts.sort { ($0.organisation, $0.period, $0.place) < ($1.organisation, $1.period, $1.place) }
    for (before, after) in zip(counts, counts.dropFirst()) where before.organisation == after.organisation {
      compareCounts(
        before.total, after.total, dataset.tables.memberCounts, Int(after.place), .total, Int(before.place), &report)
    }
  }

  /// What is compared of a row: they are put in order by organisation and period without the rows themselves.
  private struct MemberTotal {
    var organisation: UInt32
    var place: UInt32
    var period: Period
    var total: Int
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
