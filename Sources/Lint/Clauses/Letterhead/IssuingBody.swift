internal import Findings

/// Box 2: the issuing body.
struct IssuingBody: LookClause {
  static let entry = ClauseEntry(
    "co-quan", Message(vi: "cơ quan ban hành", en: "issuing body"),
    party: .box("2", .a, vi: "in hoa, cỡ 14, đứng, đậm", en: "capitals, 14, upright, bold"),
    state: .box("2", .a, vi: "in hoa, cỡ 12–13, đứng, đậm", en: "capitals, 12–13, upright, bold"))
  static let kind = PartKind.issuer

  static func look(_ guideline: Guideline) -> Look {
    guideline.isParty ? .size(14).bolded().capitalised() : .sizes(12, 13).bolded().capitalised()
  }
}
