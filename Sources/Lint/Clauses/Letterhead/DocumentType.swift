internal import Findings

/// Box 5a: the name of type.
struct DocumentType: LookClause {
  static let entry = ClauseEntry(
    "ten-loai", Message(vi: "tên loại văn bản", en: "name of type"),
    party: .box("5a", .a, vi: "in hoa, cỡ 15–16, đứng, đậm", en: "capitals, 15–16, upright, bold"),
    state: .box("5a", .a, vi: "in hoa, cỡ 13–14, đứng, đậm", en: "capitals, 13–14, upright, bold"))
  static let kind = PartKind.documentType

  static func look(_ guideline: Guideline) -> Look {
    guideline.isParty ? .sizes(15, 16).bolded().capitalised() : .sizes(13, 14).bolded().capitalised()
  }
}
