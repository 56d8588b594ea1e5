internal import Findings

/// The text is set flush at both edges.
struct JustifiedText: Clause {
  private static let asks = Term.box("6", .a, vi: "căn đều hai lề", en: "justified")
  static let entry = ClauseEntry(
    "can-deu", Message(vi: "căn lề nội dung", en: "justification"), party: asks, state: asks)
  static let needs: PartKind? = .body

  func check(_ sheet: Sheet, into report: inout ClauseReport) {
    let block = TextBlock(sheet)
    for part in sheet.body where !part.isItem && part.isPlain {
      for line in part.lines.dropLast() {
        let edge = block.right[sheet.isBack(line.page)] ?? line.right
        guard edge - line.right > Self.slack else { continue }
        report.add(
          line, vi: "cách lề phải \(Measure.vi(Measure.mm(edge - line.right))) mm",
          en: "ends \(Measure.en(Measure.mm(edge - line.right))) mm before the right edge")
        return
      }
    }
  }

  /// The right bearing of a last letter or comma, points.
  private static let slack = 2.0
}
