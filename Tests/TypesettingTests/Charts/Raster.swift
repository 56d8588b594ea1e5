import Graphics

@testable import Typesetting

/// What a printer would put on paper: the luma of shapes at single places, as plainly as can be written.
enum Raster {
  /// Mean luma over places spread evenly over `box`: white paper, then each shape over it.
  static func mean(_ shapes: [Shape], in box: Box, samples: Int = 60) -> Double {
    let outlines = shapes.map(Outline.init)
    var sum = 0.0
    for row in 0..<samples {
      for column in 0..<samples {
        let x = box.x + (Double(column) + 0.5) / Double(samples) * box.width
        let y = box.y + (Double(row) + 0.5) / Double(samples) * box.height
        sum += outlines.reduce(1) { $1.luma(over: $0, x, y) }
      }
    }
    return sum / Double(samples * samples)
  }

  static func contains(_ path: Path, _ x: Double, _ y: Double) -> Bool { winds(segments(path, closed: true), x, y) }

  /// A shape with its paths as straight pieces, made once.
  private struct Outline {
    let shape: Shape
    let closed: [(Place, Place)]
    let open: [(Place, Place)]
    let clip: [(Place, Place)]?

    init(_ shape: Shape) {
      self.shape = shape
      closed = segments(shape.path, closed: true)
      open = segments(shape.path, closed: false)
      clip = shape.clip.map { segments($0, closed: true) }
    }

    func luma(over ground: Double, _ x: Double, _ y: Double) -> Double {
      if let clip, !winds(clip, x, y) { return ground }
      var luma = ground
      if let fill = shape.fill, winds(closed, x, y) { luma = fill.luma }
      if let stroke = shape.stroke, touches(open, stroke, x, y) { luma = stroke.color.luma }
      return luma
    }
  }

  /// Whether the winding number around the place is not 0.
  private static func winds(_ segments: [(Place, Place)], _ x: Double, _ y: Double) -> Bool {
    var winding = 0
    for (a, b) in segments where (a.y <= y) != (b.y <= y) {
      let crossing = a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x)
      if crossing > x { winding += b.y > a.y ? 1 : -1 }
    }
    return winding != 0
  }

  private typealias Place = (x: Double, y: Double)

  private static func touches(_ segments: [(Place, Place)], _ stroke: Stroke, _ x: Double, _ y: Double) -> Bool {
    let half = stroke.width.points / 2
    let dash = stroke.dash.map(\.points)
    return segments.contains { a, b in
      let (dx, dy) = (b.x - a.x, b.y - a.y)
      let length = (dx * dx + dy * dy).squareRoot()
      guard length > 0 else { return false }
      let along = ((x - a.x) * dx + (y - a.y) * dy) / length
      let across = abs((x - a.x) * dy - (y - a.y) * dx) / length
      guard across <= half, along >= 0, along <= length else { return false }
      return dash.isEmpty || along.truncatingRemainder(dividingBy: dash.reduce(0, +)) <= dash[0]
    }
  }

  /// The straight pieces of a path, curves as 16 chords.
  private static func segments(_ path: Path, closed: Bool) -> [(Place, Place)] {
    var result: [(Place, Place)] = []
    var (start, current): (Place, Place) = ((0, 0), (0, 0))
    func close() { if closed { result.append((current, start)) } }
    for element in path.elements {
      switch element {
      case .move(let point):
        close()
        start = (point.x.points, point.y.points)
        current = start
      case .line(let point):
        result.append((current, (point.x.points, point.y.points)))
        current = (point.x.points, point.y.points)
      case .curve(let first, let second, let end):
        let from = current
        for part in 1...16 {
          let next = bezier(from, first, second, end, Double(part) / 16)
          result.append((current, next))
          current = next
        }
      case .close:
        result.append((current, start))
        current = start
      }
    }
    close()
    return result
  }

  private static func bezier(_ from: Place, _ first: Point, _ second: Point, _ end: Point, _ t: Double) -> Place {
    let (a, b, c, d) = ((1 - t) * (1 - t) * (1 - t), 3 * t * (1 - t) * (1 - t), 3 * t * t * (1 - t), t * t * t)
    return (
      a * from.x + b * first.x.points + c * second.x.points + d * end.x.points,
      a * from.y + b * first.y.points + c * second.y.points + d * end.y.points
    )
  }
}
