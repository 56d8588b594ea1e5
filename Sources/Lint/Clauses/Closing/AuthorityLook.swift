internal import Findings

/// Box 7a: how the right to sign looks.
struct AuthorityLook: LookClause {
  static let entry = ClauseEntry(
    "quyen-han", Message(vi: "quyền hạn ký", en: "authority"),
    party: .box("7a", .a, vi: "in hoa, cỡ 14, đứng, đậm", en: "capitals, 14, upright, bold"),
    state: .box("7a", .a, vi: "in hoa, cỡ 13–14, đứng, đậm", en: "capitals, 13–14, upright, bold"))
  static let kind = PartKind.authority

  static func look(_ guideline: Guideline) -> Look {
    guideline.isParty ? .size(14).bolded().capitalised() : .sizes(13, 14).bolded().capitalised()
  }
}
