internal import Findings

/// Box 11b: the mark of a draft.
struct DraftMark: LookClause {
  static let entry = ClauseEntry(
    "du-thao", Message(vi: "dấu dự thảo", en: "draft mark"),
    party: .box("11b", .b, vi: "in thường, cỡ 14, nghiêng", en: "14, italic"))
  static let kind = PartKind.draft

  static func look(_ guideline: Guideline) -> Look {
    .size(14).slanted()
  }
}
