internal import Findings

/// Box 11: who may read it.
struct Circulation: LookClause {
  static let entry = ClauseEntry(
    "luu-hanh", Message(vi: "phạm vi lưu hành", en: "circulation"),
    party: .box("11a", .b, vi: "in hoa, cỡ 12, đứng, đậm", en: "capitals, 12, bold"),
    state: .box("11", .a, vi: "in hoa, cỡ 13–14, đứng, đậm", en: "capitals, 13–14, bold"))
  static let kind = PartKind.circulation

  static func look(_ guideline: Guideline) -> Look {
    guideline.isParty ? .size(12).bolded().capitalised() : .sizes(13, 14).bolded().capitalised()
  }
}
