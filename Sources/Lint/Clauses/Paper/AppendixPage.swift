internal import Findings

/// An appendix begins on a page of its own.
struct AppendixPage: Clause {
  static let entry = ClauseEntry(
    "phu-luc", Message(vi: "phụ lục", en: "appendix"),
    party: .paper(.b, vi: "mỗi phụ lục bắt đầu ở trang mới", en: "each appendix begins on a new page"),
    state: .paper(.a, vi: "mỗi phụ lục bắt đầu ở trang mới", en: "each appendix begins on a new page"))
  static let needs: PartKind? = .appendixHeading

  func check(_ sheet: Sheet, into report: inout ClauseReport) {
    var before: Part?
    for part in sheet.parts {
      defer { before = part }
      guard part.kind == .appendixHeading, let line = part.lines.first else { continue }
      // Number and name of one appendix are two lines of one heading.
      if let before, before.kind == .appendixHeading, before.block + 1 == part.block { continue }
      guard sheet.pages[line.page].runs.contains(where: { $0.baseline < line.baseline - line.size / 2 }) else {
        continue
      }
      report.add(line, vi: "không bắt đầu ở trang mới", en: "does not begin on a new page")
    }
  }
}
