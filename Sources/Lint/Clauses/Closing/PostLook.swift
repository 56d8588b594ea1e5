internal import Findings

/// Box 7a: how the post looks.
struct PostLook: LookClause {
  static let entry = ClauseEntry(
    "chuc-vu", Message(vi: "chức vụ", en: "post"),
    party: .box("7a", .a, vi: "in hoa, cỡ 14, đứng, không đậm", en: "capitals, 14, upright, not bold"),
    state: .box("7a", .a, vi: "in hoa, cỡ 13–14, đứng, đậm", en: "capitals, 13–14, upright, bold"))
  static let kind = PartKind.post

  static func look(_ guideline: Guideline) -> Look {
    guideline.isParty ? .size(14).capitalised() : .sizes(13, 14).bolded().capitalised()
  }
}
