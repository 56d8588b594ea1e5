import Graphics

/// One share of a circle: from `start` to `end`, radians clockwise from 12 o'clock.
struct Slice: Hashable {
  /// Of its category.
  var index: Int
  var tone: Int
  /// Part of the whole, 0…1.
  var share: Double
  var start: Double
  var end: Double

  var middle: Double { (start + end) / 2 }
}

extension PiePlot {
  /// The shares of one series in the order of the categories; missing and negative figures have none. Figures that are all zero
  /// give slices without extent.
  ///
  /// `tones` by category; nil: in turn, so that slices that touch look different.
  func slices(_ row: ChartData.Row, tones: [Int]? = nil) -> [Slice] {
    let values = row.values.map { max($0 ?? 0, 0) }
    // Divided before they are added: the sum of very large figures would not be finite.
    let largest = values.max() ?? 0
    let parts = values.map { largest > 0 ? $0 / largest : 0 }
    let sum = parts.reduce(0, +)
    let visible = parts.indices.filter { parts[$0] > 0 }
    let turn = Tone.around(visible.count)
    var result: [Slice] = []
    var before = 0.0
    for index in parts.indices where row.values[index] != nil || !row.labels[index].isEmpty {
      let start = sum > 0 ? before / sum : 0
      before += parts[index]
      let end = sum > 0 ? before / sum : 0
      let tone = tones?[index] ?? visible.firstIndex(of: index).map { turn[$0] } ?? 0
      result.append(
        Slice(
          index: index, tone: tone, share: sum > 0 ? parts[index] / sum : 0, start: start * 2 * .pi,
          end: end * 2 * .pi))
    }
    return result
  }
}

/// A pie or ring on the canvas.
struct Circle {
  var x: Double
  var y: Double
  var radius: Double
  /// Radius of the hole as part of `radius`; 0 for none.
  var hole: Double

  func draw(_ slices: [Slice], on canvas: inout ChartCanvas) {
    let visible = slices.filter { $0.share > 0 }
    for slice in visible {
      let outline = outline(slice)
      canvas.marks += Tone.series(slice.tone).shapes(outline, in: outline.bounds)
    }
    guard visible.isEmpty else { return }
    // Nothing to share: the empty circle says so better than white paper.
    let whole = Slice(index: 0, tone: 0, share: 1, start: 0, end: 2 * .pi)
    canvas.marks.append(
      Shape(
        path: outline(whole),
        stroke: Stroke(color: Tone.ink, width: .points(Tone.edge), dash: [.points(3), .points(2)])))
  }

  func outline(_ slice: Slice) -> Path {
    let full = slice.end - slice.start > 2 * .pi - 1e-9
    var path = Path()
    path.elements.append(.move(point(slice.start, radius)))
    path.arc(x: x, y: y, radius: radius, from: slice.start, to: slice.end)
    if hole > 0 {
      path.elements.append(full ? .close : .line(point(slice.end, radius * hole)))
      if full { path.elements.append(.move(point(slice.end, radius * hole))) }
      // Back the other way round, so that the hole stays empty under either fill rule.
      path.arc(x: x, y: y, radius: radius * hole, from: slice.end, to: slice.start)
    } else if !full {
      path.elements.append(.line(Point(x, y)))
    }
    path.elements.append(.close)
    return path
  }

  private func point(_ angle: Double, _ radius: Double) -> Point {
    let direction = Direction(angle)
    return Point(x + direction.x * radius, y + direction.y * radius)
  }
}
