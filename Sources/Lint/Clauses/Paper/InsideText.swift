internal import Findings
internal import Graphics

/// Nothing stands outside the width of the text.
struct InsideText: Clause {
  private static let asks = Term.paper(
    .a, vi: "bảng, hình, chữ nằm trong phần chữ; trang ngang cách mép ít nhất 15 mm",
    en: "tables, pictures and text stay within the text; on lying pages 15 mm from the edge at least")
  static let entry = ClauseEntry(
    "ngoai-phan-chu", Message(vi: "phần chữ", en: "text area"), party: asks, state: asks)

  func check(_ sheet: Sheet, into report: inout ClauseReport) {
    let block = TextBlock(sheet)
    for page in sheet.pages {
      let edge = Measure.points(mm: 15)
      let isBack = sheet.isBack(page.index)
      // Without full lines to measure by, the margins of the guideline hold.
      let bound = Measure.points(mm: 30)
      let left = page.isLandscape ? edge : block.left[isBack] ?? (isBack ? edge : bound)
      let right =
        page.isLandscape ? page.width - edge : block.right[isBack] ?? page.width - (isBack ? bound : edge)
      let top = page.isLandscape ? edge : 0
      let bottom = page.isLandscape ? page.height - edge : page.height
      let outside = Self.extents(page).first { box in
        box.left < left - Self.slack || box.right > right + Self.slack || box.top < top - Self.slack
          || box.bottom > bottom + Self.slack
      }
      guard let outside else { continue }
      let by = max(left - outside.left, outside.right - right, top - outside.top, outside.bottom - bottom)
      report.add(
        page: page.index, outside.line, vi: "vượt ra ngoài \(Measure.vi(Measure.mm(by))) mm",
        en: "\(Measure.en(Measure.mm(by))) mm outside")
    }
  }

  private struct Extent {
    var left, right, top, bottom: Double
    var line: PrintedLine?
  }

  private static func extents(_ page: PrintedPage) -> [Extent] {
    page.runs.map {
      Extent(left: $0.left, right: $0.right, top: $0.top, bottom: $0.bottom, line: PrintedLine(runs: [$0]))
    }
      + page.rules.map {
        Extent(
          left: min($0.from.x, $0.to.x).points, right: max($0.from.x, $0.to.x).points,
          top: min($0.from.y, $0.to.y).points, bottom: max($0.from.y, $0.to.y).points)
      }
      + page.boxes.map {
        Extent(left: $0.minX.points, right: $0.maxX.points, top: $0.minY.points, bottom: $0.maxY.points)
      }
  }

  /// Half the thickness of a rule and rounding, points.
  private static let slack = 2.0
}
