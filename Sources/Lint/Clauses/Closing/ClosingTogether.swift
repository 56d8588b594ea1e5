internal import Findings

/// Recipients and signature stand on one page, with two lines of text above them.
struct ClosingTogether: Clause {
  private static let asks = Term.box(
    "7–9", .c, vi: "nơi nhận và chữ ký ở một trang, cùng ít nhất hai dòng nội dung",
    en: "recipients and signature on one page with two lines of text at least")
  static let entry = ClauseEntry(
    "khoi-chu-ky", Message(vi: "khối chữ ký", en: "signature block"), party: asks, state: asks)
  static let needs: PartKind? = .signer

  func check(_ sheet: Sheet, into report: inout ClauseReport) {
    let lines = sheet.parts.filter { Sheet.closingKinds.contains($0.kind) }.flatMap(\.lines)
    guard let first = lines.min(by: { ($0.page, $0.baseline) < ($1.page, $1.baseline) }) else { return }
    if let stray = lines.first(where: { $0.page != first.page }) {
      report.add(stray, vi: "chia ra hai trang", en: "split over two pages")
      return
    }
    let above = PrintedLine.lines(sheet.pages[first.page].runs.filter { $0.baseline < first.baseline - 1 })
    guard Set(above.map { Int($0.baseline) }).count < 2 else { return }
    report.add(first, vi: "đứng một mình ở trang \(first.page + 1)", en: "alone on page \(first.page + 1)")
  }
}

extension Sheet {
  /// Boxes 7 and 9b.
  static let closingKinds: Set<PartKind> = [.recipientsLabel, .recipient, .authority, .post, .signer]
}
