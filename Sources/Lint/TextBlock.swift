/// Where the text of upright pages stands, as measured on the paper: the outermost edges of its full lines. The first line of a paragraph
/// is indented and the last one short, so that paragraphs of one line say nothing.
struct TextBlock {
  /// Edges on front and back pages, points; nil where no full line stands on such a page.
  private(set) var left: [Bool: Double] = [:]
  private(set) var right: [Bool: Double] = [:]
  /// Most full lines end at the right edge.
  private(set) var isJustified = false

  init(_ sheet: Sheet) {
    for line in sheet.body.flatMap({ $0.lines.dropFirst() }) {
      let isBack = sheet.isBack(line.page)
      left[isBack] = min(left[isBack] ?? line.left, line.left)
    }
    let full = sheet.body.flatMap { $0.lines.dropLast() }
    for line in full {
      let isBack = sheet.isBack(line.page)
      right[isBack] = max(right[isBack] ?? line.right, line.right)
    }
    let flush = full.count { line in abs((right[sheet.isBack(line.page)] ?? 0) - line.right) < Self.flush }
    isJustified = flush * 2 > full.count
  }

  /// Middle of the text on a page of that side.
  func centre(isBack: Bool) -> Double? {
    guard let left = left[isBack], let right = right[isBack] else { return nil }
    return (left + right) / 2
  }

  /// How far from the edge a line still ends at it, points.
  static let flush = 1.0
}

extension Sheet {
  /// Middle of the text of a page, points: as measured, else between the margins of the guideline.
  func centre(_ page: Int) -> Double {
    let width = pages.indices.contains(page) ? pages[page].width : 0
    let isLandscape = pages.indices.contains(page) && pages[page].isLandscape
    if !isLandscape, let centre = TextBlock(self).centre(isBack: isBack(page)) { return centre }
    if isLandscape { return width / 2 }
    let shift = Measure.points(mm: 7.5)
    return width / 2 + (isBack(page) ? -shift : shift)
  }
}
