internal import Findings

/// Box 4: how place and date look.
struct DateLook: LookClause {
  static let entry = ClauseEntry(
    "dia-danh-ngay-thang", Message(vi: "địa danh, ngày tháng", en: "place and date"),
    party: .box("4", .a, vi: "in thường, cỡ 14, nghiêng", en: "14, italic"),
    state: .box("4", .a, vi: "in thường, cỡ 13–14, nghiêng", en: "13–14, italic"))
  static let kind = PartKind.placeAndDate

  static func look(_ guideline: Guideline) -> Look {
    guideline.isParty ? .size(14).slanted() : .sizes(13, 14).slanted()
  }
}
