internal import Findings

/// Which side and in which order the boxes of the letterhead stand.
struct LetterheadPlaces: Clause {
  static let entry = ClauseEntry(
    "vi-tri-dau-van-ban", Message(vi: "bố trí đầu văn bản", en: "places in the letterhead"),
    party: .box(
      "1–4", .a,
      vi: "bên trái: cấp trên, cơ quan, dấu sao, số; bên phải: tiêu đề, rồi địa danh, ngày tháng dưới đường kẻ",
      en: "left: superior, issuer, star, number; right: title, then place and date under the rule"),
    state: .box(
      "1–4", .a,
      vi: "bên trái: cấp trên, cơ quan, số; bên phải: quốc hiệu, tiêu ngữ; địa danh, ngày tháng ngang dòng số",
      en: "left: superior, issuer, number; right: title, motto; place and date on the line of the number"))
  static let needs: PartKind? = .issuer

  func check(_ sheet: Sheet, into report: inout ClauseReport) {
    column([.superior, .issuer, .star, .number, .letterAbstract, .urgency], isLeft: true, sheet, &report)
    column([.nationalTitle, .motto, .placeAndDate], isLeft: false, sheet, &report)
    guard !sheet.guideline.isParty, let number = sheet.part(.number)?.lines.first,
      let date = sheet.part(.placeAndDate)?.lines.first, abs(number.baseline - date.baseline) > 1
    else { return }
    report.add(date, vi: "không ngang dòng với số", en: "not on the line of the number")
  }

  private func column(_ kinds: [PartKind], isLeft: Bool, _ sheet: Sheet, _ report: inout ClauseReport) {
    var above = 0.0
    for part in kinds.compactMap(sheet.part) {
      guard let line = part.lines.first else { continue }
      let middle = (part.left + part.right) / 2
      if (middle < sheet.centre(0)) != isLeft {
        report.add(line, vi: "sai bên", en: "on the wrong side")
      } else if line.baseline <= above {
        report.add(line, vi: "sai thứ tự từ trên xuống", en: "out of order from top to bottom")
      }
      above = max(above, line.baseline)
    }
  }
}
