internal import Findings

/// How far paragraphs begin behind the edge of the text.
struct FirstLineIndent: Clause {
  static let entry = ClauseEntry(
    "lui-dong-dau", Message(vi: "lùi đầu dòng", en: "first-line indent"),
    party: .box("6", .a, vi: "khoảng 10 mm", en: "about 10 mm"),
    state: .box("6", .a, vi: "10 mm hoặc 12,7 mm", en: "10 mm or 12.7 mm"))
  static let needs: PartKind? = .body

  func check(_ sheet: Sheet, into report: inout ClauseReport) {
    let block = TextBlock(sheet)
    for part in sheet.body where !part.isItem {
      guard let line = part.lines.first, let edge = block.left[sheet.isBack(line.page)] else { continue }
      let indent = Measure.mm(line.left - edge)
      guard indent < 10 - Self.slack || indent > 12.7 + Self.slack else { continue }
      report.add(line, vi: "lùi \(Measure.vi(indent)) mm", en: "\(Measure.en(indent)) mm")
      return
    }
  }

  /// Letters do not reach quite to the edges of their boxes, mm.
  private static let slack = 1.0
}
