internal import Findings

/// Box 2: the body above the issuing one.
struct SuperiorBody: LookClause {
  static let entry = ClauseEntry(
    "cap-tren", Message(vi: "cơ quan cấp trên", en: "superior body"),
    party: .box("2", .a, vi: "in hoa, cỡ 14, đứng, không đậm", en: "capitals, 14, upright, not bold"),
    state: .box("2", .a, vi: "in hoa, cỡ 12–13, đứng, không đậm", en: "capitals, 12–13, upright, not bold"))
  static let kind = PartKind.superior

  static func look(_ guideline: Guideline) -> Look {
    guideline.isParty ? .size(14).capitalised() : .sizes(12, 13).capitalised()
  }
}
