import Graphics

/// An upright rectangle in points, as chart geometry computes with it.
struct Box: Hashable {
  var x: Double
  var y: Double
  var width: Double
  var height: Double

  var maxX: Double { x + width }
  var maxY: Double { y + height }
  var midX: Double { x + width / 2 }
  var midY: Double { y + height / 2 }

  /// Whether the two share more than an edge.
  func overlaps(_ other: Box) -> Bool {
    x < other.maxX - Self.touch && other.x < maxX - Self.touch
      && y < other.maxY - Self.touch && other.y < maxY - Self.touch
  }

  func contains(_ other: Box) -> Bool {
    other.x >= x - Self.touch && other.maxX <= maxX + Self.touch
      && other.y >= y - Self.touch && other.maxY <= maxY + Self.touch
  }

  /// Whether the segment from (`x0`, `y0`) to (`x1`, `y1`) passes through (Liang–Barsky).
  func crosses(_ x0: Double, _ y0: Double, _ x1: Double, _ y1: Double) -> Bool {
    var enter = 0.0
    var leave = 1.0
    for (delta, distance) in [(x0 - x1, x0 - x), (x1 - x0, maxX - x0), (y0 - y1, y0 - y), (y1 - y0, maxY - y0)] {
      if delta == 0, distance < 0 { return false }
      if delta < 0 { enter = max(enter, distance / delta) }
      if delta > 0 { leave = min(leave, distance / delta) }
    }
    return enter < leave
  }

  /// The smallest box around both.
  func joined(_ other: Box) -> Box {
    let (left, top) = (min(x, other.x), min(y, other.y))
    return Box(x: left, y: top, width: max(maxX, other.maxX) - left, height: max(maxY, other.maxY) - top)
  }

  func widened(_ distance: Double) -> Box { Box(x: x - distance, y: y, width: width + 2 * distance, height: height) }

  func grown(_ distance: Double) -> Box {
    Box(x: x - distance, y: y - distance, width: width + 2 * distance, height: height + 2 * distance)
  }

  /// The rounding by which boxes that touch may seem to overlap.
  private static let touch = 1e-6
}

extension Point {
  init(_ x: Double, _ y: Double) { self.init(x: .points(x), y: .points(y)) }
}

extension Path {
  init(_ box: Box) {
    self.init(Rect(x: .points(box.x), y: .points(box.y), width: .points(box.width), height: .points(box.height)))
  }

  /// The smallest box around all points, those that curves only bend towards among them.
  var bounds: Box {
    var result: Box?
    for element in elements {
      let points: [Point] =
        switch element {
        case .move(let point), .line(let point): [point]
        case .curve(let first, let second, let end): [first, second, end]
        case .close: []
        }
      for point in points {
        let box = Box(x: point.x.points, y: point.y.points, width: 0, height: 0)
        result = result.map { $0.joined(box) } ?? box
      }
    }
    return result ?? Box(x: 0, y: 0, width: 0, height: 0)
  }

  mutating func add(_ box: Box) { elements += Path(box).elements }

  mutating func line(_ x0: Double, _ y0: Double, _ x1: Double, _ y1: Double) {
    elements.append(.move(Point(x0, y0)))
    elements.append(.line(Point(x1, y1)))
  }

  /// A part of a circle from `start` to `end` (radians, clockwise from 12 o'clock), as curves of at most a quarter each; the path is at
  /// the start already. Control points at 4/3·tan(angle/4): 0.03 % off the circle at most.
  mutating func arc(x: Double, y: Double, radius: Double, from start: Double, to end: Double) {
    let parts = max(1, Int((abs(end - start) / (Double.pi / 2) - 1e-9).rounded(.up)))
    let step = (end - start) / Double(parts)
    let reach = radius * 4 / 3 * tangent(step / 4)
    for part in 0..<parts {
      let (from, to) = (start + Double(part) * step, start + Double(part + 1) * step)
      let (a, b) = (Direction(from), Direction(to))
      elements.append(
        .curve(
          Point(x + radius * a.x - reach * a.y, y + radius * a.y + reach * a.x),
          Point(x + radius * b.x + reach * b.y, y + radius * b.y - reach * b.x),
          Point(x + radius * b.x, y + radius * b.y)))
    }
  }

  private func tangent(_ angle: Double) -> Double {
    let direction = Direction(angle)
    return direction.x / -direction.y
  }
}
