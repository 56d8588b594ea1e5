internal import Findings

/// What paragraphs stand apart beyond the pitch of their lines.
struct ParagraphGap: Clause {
  private static let asks = Term.box(
    "6", .a, vi: "các đoạn cách nhau ít nhất 6 pt", en: "paragraphs 6 pt apart at least")
  static let entry = ClauseEntry(
    "cach-doan", Message(vi: "khoảng cách đoạn", en: "paragraph gap"), party: asks, state: asks)
  static let needs: PartKind? = .body

  func check(_ sheet: Sheet, into report: inout ClauseReport) {
    guard let pitch = sheet.body.flatMap(\.neighbours).map({ $0.below.baseline - $0.above.baseline }).min()
    else { return }
    for (part, next) in zip(sheet.body, sheet.body.dropFirst()) where part.block + 1 == next.block {
      guard let last = part.lines.last, let first = next.lines.first, last.page == first.page else { continue }
      let gap = first.baseline - last.baseline - pitch
      guard gap < 6 - Self.slack else { continue }
      report.add(
        first, vi: "cách đoạn trên \(Measure.vi(gap)) pt", en: "\(Measure.en(gap)) pt from the paragraph above")
      return
    }
  }

  /// Points.
  private static let slack = 0.05
}
