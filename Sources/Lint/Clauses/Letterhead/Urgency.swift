internal import Findings

/// Box 10b: the mark of urgency.
struct Urgency: LookClause {
  static let entry = ClauseEntry(
    "do-khan", Message(vi: "mức độ khẩn", en: "urgency"),
    party: .box("10b", .b, vi: "in hoa, cỡ 14, đứng, đậm, dưới số ký hiệu", en: "capitals, 14, bold, under the number"),
    state: .box(
      "10b", .a, vi: "in hoa, cỡ 13–14, đứng, đậm, dưới số ký hiệu", en: "capitals, 13–14, bold, under the number"))
  static let kind = PartKind.urgency

  static func look(_ guideline: Guideline) -> Look {
    guideline.isParty ? .size(14).bolded().capitalised() : .sizes(13, 14).bolded().capitalised()
  }
}
