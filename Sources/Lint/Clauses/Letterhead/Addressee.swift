internal import Findings

/// Box 9a: the bodies a letter goes to.
struct Addressee: LookClause {
  static let entry = ClauseEntry(
    "noi-gui", Message(vi: "tên nơi được gửi", en: "addressee"),
    party: .box("9a", .b, vi: "cỡ 14, đứng", en: "14, upright"),
    state: .box("9a", .a, vi: "cỡ 13–14, đứng", en: "13–14, upright"))
  static let kind = PartKind.addressee

  static func look(_ guideline: Guideline) -> Look { guideline.isParty ? .size(14) : .sizes(13, 14) }
}
