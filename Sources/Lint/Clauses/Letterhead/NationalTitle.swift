internal import Findings

/// Box 1: the Party's name, or the national title.
struct NationalTitle: LookClause {
  static let entry = ClauseEntry(
    "tieu-de", Message(vi: "tiêu đề", en: "title"),
    party: .box(
      "1", .a, vi: "“ĐẢNG CỘNG SẢN VIỆT NAM”: in hoa, cỡ 15, đứng, đậm",
      en: "“ĐẢNG CỘNG SẢN VIỆT NAM”: capitals, 15, upright, bold"),
    state: .box(
      "1", .a, vi: "“CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM”: in hoa, cỡ 12–13, đứng, đậm",
      en: "“CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM”: capitals, 12–13, upright, bold"))
  static let kind = PartKind.nationalTitle

  static func look(_ guideline: Guideline) -> Look {
    guideline.isParty ? .size(15).bolded().capitalised() : .sizes(12, 13).bolded().capitalised()
  }
}
