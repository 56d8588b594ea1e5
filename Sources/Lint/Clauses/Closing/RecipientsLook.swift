internal import Findings

/// Box 9b: how the list of recipients looks.
struct RecipientsLook: LookClause {
  static let entry = ClauseEntry(
    "noi-nhan", Message(vi: "danh sách nơi nhận", en: "recipients"),
    party: .box("9b", .a, vi: "cỡ 12, đứng", en: "12, upright"),
    state: .box("9b", .a, vi: "cỡ 11, đứng", en: "11, upright"))
  static let kind = PartKind.recipient

  static func look(_ guideline: Guideline) -> Look {
    guideline.isParty ? .size(12) : .size(11)
  }
}
