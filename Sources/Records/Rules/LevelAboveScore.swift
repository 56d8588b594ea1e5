import Findings
import Vietnamese

/// A level better than the score allows (QĐ 366-QĐ/TW, Article 11: from 90, 70 and 50 points). A lower level may have other reasons.
struct LevelAboveScore: Rule {
  static let entry = RuleEntry(
    code: "muc-khac-diem", severity: .warning,
    explanation: Message(
      vi: "Mức xếp loại cao hơn mức mà điểm cho phép (90, 70, 50 điểm; áp dụng từ 30/8/2025).",
      en: "A level is better than the score allows (90, 70, 50 points; since 30 August 2025)."))

  /// Scores of earlier years followed other scales.
  private static let inForceSince = CivilDate(year: 2025, month: 8, day: 30)

  func check(_ dataset: Dataset, into report: inout RuleReport) {
    guard let since = Self.inForceSince else { return }
    for (index, row) in dataset.ratings.enumerated() {
      guard let score = row.score, let level = row.level, level != .notRated, row.period.end >= since else { continue }
      let allowed = Self.level(score)
      guard level.rawValue < allowed.rawValue else { continue }
      report.add(
        Self.self, in: dataset.tables.ratings, index, .level,
        Message(
          vi: "\(NumberFormat.string(score)) điểm ứng với “\(allowed.name)”, nhưng ghi “\(level.name)”.",
          en: "\(score) points mean “\(allowed.name)”, but “\(level.name)” is given."))
    }
  }

  static func level(_ score: ExactDecimal) -> RatingLevel {
    if score >= ExactDecimal(90) { return .excellent }
    if score >= ExactDecimal(70) { return .good }
    return score >= ExactDecimal(50) ? .completed : .failed
  }
}
