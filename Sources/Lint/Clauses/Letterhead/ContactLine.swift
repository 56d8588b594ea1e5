internal import Findings

/// Box 13: the address at the foot of page 1.
struct ContactLine: LookClause {
  static let entry = ClauseEntry(
    "lien-he", Message(vi: "địa chỉ liên hệ", en: "contact line"),
    party: .box("13", .b, vi: "cỡ 10, đứng, cuối trang 1", en: "10, upright, at the foot of page 1"),
    state: .box("13", .a, vi: "cỡ 11–12, đứng, cuối trang 1", en: "11–12, upright, at the foot of page 1"))
  static let kind = PartKind.contact

  static func look(_ guideline: Guideline) -> Look {
    guideline.isParty ? .size(10) : .sizes(11, 12)
  }
}
