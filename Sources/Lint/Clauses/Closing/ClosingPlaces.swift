internal import Findings

/// Recipients at the left; authority, post and name under each other at the right.
struct ClosingPlaces: Clause {
  private static let asks = Term.box(
    "7, 9b", .a, vi: "nơi nhận bên trái; quyền hạn, chức vụ, họ tên lần lượt bên phải, cùng hàng với “Nơi nhận”",
    en: "recipients left; authority, post and name in this order right, level with “Nơi nhận”")
  static let entry = ClauseEntry(
    "vi-tri-ket-van-ban", Message(vi: "bố trí nơi nhận, chữ ký", en: "places of recipients and signature"), party: asks,
    state: asks)
  static let needs: PartKind? = .signer

  func check(_ sheet: Sheet, into report: inout ClauseReport) {
    column([.recipientsLabel, .recipient], isLeft: true, sheet, &report)
    column([.authority, .post, .signer], isLeft: false, sheet, &report)
    guard let label = sheet.part(.recipientsLabel)?.lines.first,
      let authority = (sheet.part(.authority) ?? sheet.part(.post))?.lines.first, label.page == authority.page,
      abs(label.baseline - authority.baseline) > Self.level
    else { return }
    report.add(label, vi: "không cùng hàng với khối chữ ký", en: "not level with the signature")
  }

  private func column(_ kinds: [PartKind], isLeft: Bool, _ sheet: Sheet, _ report: inout ClauseReport) {
    var above: (page: Int, baseline: Double) = (0, 0)
    for part in kinds.flatMap(sheet.parts) {
      guard let line = part.lines.first else { continue }
      if ((part.left + part.right) / 2 < sheet.centre(line.page)) != isLeft {
        report.add(line, vi: "sai bên", en: "on the wrong side")
      } else if (line.page, line.baseline) <= above {
        report.add(line, vi: "sai thứ tự từ trên xuống", en: "out of order from top to bottom")
      }
      above = max(above, (line.page, line.baseline)) { $0 < $1 }
    }
  }

  private func max(
    _ left: (page: Int, baseline: Double), _ right: (Int, Double), by less: ((Int, Double), (Int, Double)) -> Bool
  ) -> (page: Int, baseline: Double) {
    less((left.page, left.baseline), right) ? (right.0, right.1) : left
  }

  /// Sizes of the two may differ, points.
  private static let level = 10.0
}
