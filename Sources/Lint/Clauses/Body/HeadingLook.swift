internal import Findings

/// Box 6: headings.
struct HeadingLook: LookClause {
  static let entry = ClauseEntry(
    "de-muc", Message(vi: "đề mục", en: "heading"),
    party: .box("6", .b, vi: "cỡ 14–15, đứng, đậm", en: "14–15, upright, bold"),
    state: .box("6", .a, vi: "cỡ 13–14, đứng, đậm", en: "13–14, upright, bold"))
  static let kind = PartKind.heading
  static let onlyPlain = true

  static func look(_ guideline: Guideline) -> Look {
    guideline.isParty ? .sizes(14, 15).bolded() : .sizes(13, 14).bolded()
  }
}
