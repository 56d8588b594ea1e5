internal import Findings

/// Box 5a: how the abstract looks.
struct AbstractLook: LookClause {
  static let entry = ClauseEntry(
    "trich-yeu", Message(vi: "trích yếu", en: "abstract"),
    party: .box("5a", .a, vi: "in thường, cỡ 14–15, đứng, đậm", en: "14–15, upright, bold"),
    state: .box("5a", .a, vi: "in thường, cỡ 13–14, đứng, đậm", en: "13–14, upright, bold"))
  static let kind = PartKind.abstract

  static func look(_ guideline: Guideline) -> Look {
    guideline.isParty ? .sizes(14, 15).bolded() : .sizes(13, 14).bolded()
  }
}
