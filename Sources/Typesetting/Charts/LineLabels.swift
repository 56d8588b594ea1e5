import Graphics

/// Places figures at the points of lines, off other figures, and off lines and markers as far as possible.
struct LineLabels {
  let data: ChartData
  let points: [[(x: Double, y: Double)?]]
  /// Place of the first category, and from one to the next.
  let start: Double
  let band: Double
  /// The plot; figures stay inside.
  let bounds: Box

  /// From a marker's middle to the edge of its figure.
  private static let distance = Marker.reach + 1.2
  /// What a place costs for each marker or line it covers, and for not being the first choice.
  private static let markerCost = 100
  private static let lineCost = 10
  /// A figure that could only stand on a marker, or across more lines than this allows, is left out.
  private static let mostCost = 60
  /// Lines nearer to a figure than this touch it, points.
  private static let graze = 1.0
  /// White left and right of a figure, points.
  private static let apart = 1.5

  /// The first, last, highest and lowest figures of each series come first, so that the important ones stay when not all fit.
  func place(look: ChartLook, on canvas: inout ChartCanvas, text: inout TextSetter) {
    var waiting: [(row: Int, index: Int, label: ChartLabel)] = []
    for row in data.rows.indices {
      let labels = look.labels(data.rows[row].labels, text: &text)
      for index in ranked(row) {
        if let label = labels[index] { waiting.append((row, index, label)) }
      }
    }
    for item in waiting {
      guard let point = points[item.row][item.index] else { continue }
      let best = candidates(item.label, point, row: item.row, index: item.index).enumerated()
        .map { number, box in (box: box, cost: cost(box, point) + number) }
        .filter { bounds.contains($0.box) && canvas.isFree($0.box.widened(Self.apart)) }
        .min { $0.cost < $1.cost }
      guard let best, best.cost <= Self.mostCost else {
        canvas.omitted += 1
        continue
      }
      canvas.patch(best.box)
      canvas.place(item.label, x: best.box.x, y: best.box.y, role: .value)
    }
  }

  private func ranked(_ row: Int) -> [Int] {
    let present = data.rows[row].values.enumerated().compactMap { index, value in value.map { (index, $0) } }
    guard let first = present.first, let last = present.last else { return [] }
    let high = present.max { ($0.1, -$0.0) < ($1.1, -$1.0) }?.0
    let low = present.min { ($0.1, $0.0) < ($1.1, $1.0) }?.0
    let chosen = [last.0, first.0, high, low].compactMap { $0 }
    var result: [Int] = []
    for index in chosen + present.map(\.0) where !result.contains(index) { result.append(index) }
    return result
  }

  /// Places around a point, the best first: above a peak or a slope, below a valley.
  private func candidates(_ label: ChartLabel, _ point: (x: Double, y: Double), row: Int, index: Int) -> [Box] {
    let (width, height) = (label.width, label.height)
    let near = Self.distance
    // The label's box has white above the figures; below them the descender's room.
    let above = point.y - near - height + height * 0.14
    let below = point.y + near - height * 0.14
    let places = [
      (point.x - width / 2, above), (point.x - width / 2, below),
      (point.x - width - 1, above), (point.x + 1, above), (point.x - width - 1, below), (point.x + 1, below),
      (point.x + near, point.y - label.middle), (point.x - near - width, point.y - label.middle),
    ]
    let order = isValley(row, index) ? [1, 0, 4, 5, 2, 3, 6, 7] : [0, 1, 2, 3, 4, 5, 6, 7]
    return order.map { Box(x: places[$0].0, y: places[$0].1, width: width, height: height) }
  }

  private func isValley(_ row: Int, _ index: Int) -> Bool {
    guard let own = points[row][index] else { return false }
    let before = index > 0 ? points[row][index - 1] : nil
    let after = index + 1 < points[row].count ? points[row][index + 1] : nil
    let neighbours = [before, after].compactMap { $0 }
    // y grows downwards: in a valley both neighbours stand higher.
    return !neighbours.isEmpty && neighbours.allSatisfy { $0.y < own.y }
  }

  private func cost(_ box: Box, _ own: (x: Double, y: Double)) -> Int {
    // The figures themselves, and a hair around them: a line that only grazes a figure is as bad as one through it.
    let core = Box(x: box.x, y: box.y + box.height * 0.12, width: box.width, height: box.height * 0.76).widened(
      Self.graze)
    let near = neighbourhood(of: box)
    var cost = 0
    for series in points {
      for index in near {
        guard let point = series[index] else { continue }
        if point != own, core.overlaps(Marker.box(point)) { cost += Self.markerCost }
        guard index > 0, let before = series[index - 1] else { continue }
        if core.crosses(before.x, before.y, point.x, point.y) { cost += Self.lineCost }
      }
    }
    return cost
  }

  /// The categories whose points, or lines to the point before, can reach `box`.
  private func neighbourhood(of box: Box) -> Range<Int> {
    let count = data.categories.count
    let low = ((box.x - Marker.reach - start) / band).rounded(.down)
    let high = ((box.maxX + Marker.reach - start) / band).rounded(.up) + 1
    return max(0, min(Int(low), count))..<max(0, min(Int(high) + 1, count))
  }
}
