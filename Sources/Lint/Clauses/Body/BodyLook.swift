internal import Findings

/// Box 6: size and style of the text.
struct BodyLook: LookClause {
  static let entry = ClauseEntry(
    "co-chu-noi-dung", Message(vi: "nội dung", en: "text"),
    party: .box("6", .a, vi: "cỡ 14–15, đứng", en: "14–15, upright"),
    state: .box("6", .a, vi: "cỡ 13–14, đứng", en: "13–14, upright"))
  static let kind = PartKind.body
  static let onlyPlain = true

  static func look(_ guideline: Guideline) -> Look {
    guideline.isParty ? .sizes(14, 15) : .sizes(13, 14)
  }
}
