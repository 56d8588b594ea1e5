import Findings
import Vietnamese

/// Percentages in the data that differ from those of the counts beside them. Reports use the recomputed ones.
struct ShareMismatch: Rule {
  static let entry = RuleEntry(
    code: "ty-le-khong-khop", severity: .warning,
    explanation: Message(
      vi: "Tỷ lệ ghi trong dữ liệu khác tỷ lệ tính lại từ số lượng; báo cáo dùng số tính lại.",
      en: "A percentage in the data differs from the recomputed one, which reports use."))

  func check(_ dataset: Dataset, into report: inout RuleReport) {
    for (index, row) in dataset.ratings.enumerated() {
      guard let base = row.rated ?? row.sumOfLevels, base > 0 else { continue }
      compare(row.excellentShare, row.excellent, base, .excellentShare, dataset, index, &report)
      compare(row.goodShare, row.good, base, .goodShare, dataset, index, &report)
      compare(row.completedShare, row.completed, base, .completedShare, dataset, index, &report)
      compare(row.failedShare, row.failed, base, .failedShare, dataset, index, &report)
    }
  }

  private func compare(
    _ given: ExactDecimal?, _ part: Int?, _ base: Int, _ column: Rating.Column, _ dataset: Dataset, _ index: Int,
    _ report: inout RuleReport
  ) {
    guard let given, let part else { return }
    let scale = given.scale
    guard let exact = ExactDecimal.percentage(of: part, in: base, scale: scale),
      given.rounded(toScale: scale) != exact
    else { return }
    report.add(
      Self.self, in: dataset.tables.ratings, index, column,
      Message(
        vi: "Ghi \(NumberFormat.percent(given)), tính lại \(part)/\(base) = \(NumberFormat.percent(exact)).",
        en: "Given \(given) %, recomputed \(part)/\(base) = \(exact) %."),
      hint: hint(given, part, scale, dataset.ratings[index]))
  }

  /// The commonest reason: the office divided by all, the rules by those rated.
  private func hint(_ given: ExactDecimal, _ part: Int, _ scale: Int, _ row: Rating) -> Message {
    if let total = row.total, total > 0, let ofAll = ExactDecimal.percentage(of: part, in: total, scale: scale),
      given.rounded(toScale: scale) == ofAll
    {
      return Message(
        vi: "tỷ lệ ghi là trên tong_so = \(total); tỷ lệ phải tính trên số được đánh giá",
        en: "it is the share of tong_so = \(total); the share of those rated is meant")
    }
    return Message(vi: "báo cáo sẽ in tỷ lệ tính lại", en: "reports print the recomputed one")
  }
}

extension Rating {
  /// The sum of the four levels when all are given.
  var sumOfLevels: Int? {
    guard let excellent, let good, let completed, let failed else { return nil }
    return excellent + good + completed + failed
  }
}
