internal import Findings

/// How the heading of an appendix looks.
struct AppendixHeading: LookClause {
  static let entry = ClauseEntry(
    "tieu-de-phu-luc", Message(vi: "tiêu đề phụ lục", en: "appendix heading"),
    party: .paper(.c, vi: "cỡ 14–15, đứng, đậm", en: "14–15, upright, bold"),
    state: .paper(.a, vi: "cỡ 13–14, đứng, đậm", en: "13–14, upright, bold"))
  static let kind = PartKind.appendixHeading
  static let onlyPlain = true

  static func look(_ guideline: Guideline) -> Look {
    guideline.isParty ? .sizes(14, 15).bolded() : .sizes(13, 14).bolded()
  }
}
