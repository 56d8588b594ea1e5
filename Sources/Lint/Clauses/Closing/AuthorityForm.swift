internal import Findings

/// How the right to sign is abbreviated, and who signs how.
struct AuthorityForm: Clause {
  static let entry = ClauseEntry(
    "mau-quyen-han", Message(vi: "cách ghi quyền hạn ký", en: "form of the authority"),
    party: .box(
      "7a", .a, vi: "T/M, K/T, T/L, Q.; cấp ủy, ban thường vụ, ủy ban kiểm tra ký T/M, không ký K/T",
      en: "T/M, K/T, T/L, Q.; committees sign T/M, never K/T"),
    state: .box("7a", .a, vi: "TM., KT., TL., TUQ., Q.", en: "TM., KT., TL., TUQ., Q."))
  static let needs: PartKind? = .authority

  private static let party = ["T/M", "K/T", "T/L", "T/UQ"]
  private static let state = ["TM.", "KT.", "TL.", "TUQ.", "TM ", "KT ", "TL ", "TUQ "]
  /// Bodies that decide together.
  private static let collective = [
    "BAN THƯỜNG VỤ", "BAN CHẤP HÀNH", "TỈNH ỦY", "THÀNH ỦY", "HUYỆN ỦY", "QUẬN ỦY", "ĐẢNG ỦY", "CHI ỦY",
    "ỦY BAN KIỂM TRA", "BAN CHỈ ĐẠO",
  ]

  func check(_ sheet: Sheet, into report: inout ClauseReport) {
    for line in sheet.parts(.authority).compactMap(\.lines.first) {
      let text = line.text
      let foreign = (sheet.guideline.isParty ? Self.state : Self.party).first(where: text.hasPrefix)
      if let foreign {
        report.add(
          page: nil, line, marked: foreign,
          vi: "“\(foreign)” là cách viết của \(sheet.guideline.isParty ? "cơ quan nhà nước" : "cơ quan Đảng")",
          en: "“\(foreign)” is how \(sheet.guideline.isParty ? "the State" : "the Party") writes it")
      } else if sheet.guideline.isParty, text.hasPrefix("K/T "),
        Self.collective.contains(where: text.dropFirst(4).hasPrefix)
      {
        report.add(
          page: nil, line, marked: "K/T", vi: "tập thể ký T/M, không ký K/T", en: "a committee signs T/M, never K/T")
      }
    }
  }
}
