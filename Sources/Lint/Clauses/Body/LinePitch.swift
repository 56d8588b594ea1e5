internal import Findings

/// Distance of the lines of the text.
struct LinePitch: Clause {
  static let entry = ClauseEntry(
    "gian-dong", Message(vi: "giãn dòng", en: "line pitch"),
    party: .box(
      "6", .a, vi: "đúng bằng 18–22 pt (HD 36: ít nhất 18 pt)", en: "exactly 18–22 pt (HD 36: 18 pt at least)"),
    state: .box("6", .a, vi: "từ dòng đơn đến 1,5 dòng", en: "single to 1.5 lines"))
  static let needs: PartKind? = .body

  func check(_ sheet: Sheet, into report: inout ClauseReport) {
    for (above, below) in sheet.body.flatMap(\.neighbours) {
      let pitch = below.baseline - above.baseline
      let single = above.size * (above.runs.first?.face?.single ?? 1.15)
      let range = sheet.guideline.isParty ? 18...(sheet.guideline == .hd36 ? .infinity : 22) : single...(1.5 * single)
      guard pitch < range.lowerBound - Self.slack || pitch > range.upperBound + Self.slack else { continue }
      report.add(
        below, vi: "cách dòng trên \(Measure.vi(pitch)) pt", en: "\(Measure.en(pitch)) pt under the line above")
      return
    }
  }

  /// Points.
  private static let slack = 0.05
}

extension Part {
  /// Lines that follow each other on one page.
  var neighbours: [(above: PrintedLine, below: PrintedLine)] {
    zip(lines, lines.dropFirst()).filter { $0.page == $1.page }.map { (above: $0, below: $1) }
  }
}
