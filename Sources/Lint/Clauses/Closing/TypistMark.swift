internal import Findings

/// Box 12: the typist's mark.
struct TypistMark: LookClause {
  static let entry = ClauseEntry(
    "nguoi-danh-may", Message(vi: "ký hiệu người đánh máy", en: "typist's mark"),
    party: .box("12", .b, vi: "cỡ 11, đứng", en: "11, upright"),
    state: .box("12", .a, vi: "cỡ 11, đứng", en: "11, upright"))
  static let kind = PartKind.typist

  static func look(_ guideline: Guideline) -> Look {
    guideline.isParty ? .size(11) : .size(11)
  }
}
