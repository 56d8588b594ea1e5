internal import Findings

/// Box 7b: how the name looks.
struct SignerLook: LookClause {
  static let entry = ClauseEntry(
    "ho-ten", Message(vi: "họ tên người ký", en: "name of the signer"),
    party: .box("7b", .a, vi: "in thường, cỡ 14, đứng, đậm", en: "14, upright, bold"),
    state: .box("7b", .a, vi: "in thường, cỡ 13–14, đứng, đậm", en: "13–14, upright, bold"))
  static let kind = PartKind.signer

  static func look(_ guideline: Guideline) -> Look {
    guideline.isParty ? .size(14).bolded() : .sizes(13, 14).bolded()
  }
}
