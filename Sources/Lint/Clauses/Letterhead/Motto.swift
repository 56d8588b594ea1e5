internal import Findings

/// Box 1 of State documents: the motto.
struct Motto: LookClause {
  static let entry = ClauseEntry(
    "tieu-ngu", Message(vi: "tiêu ngữ", en: "motto"),
    state: .box(
      "1", .a, vi: "“Độc lập - Tự do - Hạnh phúc”: in thường, cỡ 13–14, đứng, đậm",
      en: "“Độc lập - Tự do - Hạnh phúc”: 13–14, upright, bold"))
  static let kind = PartKind.motto

  static func look(_ guideline: Guideline) -> Look {
    .sizes(13, 14).bolded()
  }
}
