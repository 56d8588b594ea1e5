internal import Findings

/// Box 9b: the words “Nơi nhận:”.
struct RecipientsLabel: LookClause {
  static let entry = ClauseEntry(
    "nhan-noi-nhan", Message(vi: "từ “Nơi nhận”", en: "words “Nơi nhận”"),
    party: .box("9b", .a, vi: "cỡ 14, đứng, gạch chân, không đậm", en: "14, upright, underlined, not bold"),
    state: .box("9b", .a, vi: "cỡ 12, nghiêng, đậm", en: "12, bold italic"))
  static let kind = PartKind.recipientsLabel

  static func look(_ guideline: Guideline) -> Look {
    guideline.isParty ? .size(14).underline() : .size(12).bolded().slanted()
  }
}
