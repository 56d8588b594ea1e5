internal import Findings

/// Box 3: how the number looks.
struct NumberLook: LookClause {
  static let entry = ClauseEntry(
    "so-ky-hieu", Message(vi: "số, ký hiệu", en: "number"),
    party: .box("3", .a, vi: "in thường, cỡ 14, đứng", en: "14, upright"),
    state: .box("3", .a, vi: "in thường, cỡ 13, đứng", en: "13, upright"))
  static let kind = PartKind.number

  static func look(_ guideline: Guideline) -> Look {
    guideline.isParty ? .size(14) : .size(13)
  }
}
