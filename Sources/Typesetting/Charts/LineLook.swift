import Graphics

/// How the line of one series looks: dash, marker and grey differ, so that any one of them is enough.
struct LineLook: Hashable {
  var marker: Marker
  /// Lengths of dash and gap, points; empty for a solid line.
  var dash: [Double]
  var color: Color
  var width: Double

  private static let red = Color(red: 0.62, green: 0.18, blue: 0.14)
  private static let green = Color(red: 0.2, green: 0.42, blue: 0.28)
  private static let gray = Color(gray: 0.42)

  static let all = [
    LineLook(marker: Marker(.circle, filled: true), dash: [], color: Tone.ink, width: 1.4),
    LineLook(marker: Marker(.square, filled: false), dash: [5, 2.5], color: red, width: 1.2),
    LineLook(marker: Marker(.triangle, filled: true), dash: [1.6, 1.8], color: green, width: 1.4),
    LineLook(marker: Marker(.diamond, filled: false), dash: [8, 2.2, 1.6, 2.2], color: gray, width: 1.2),
    LineLook(marker: Marker(.square, filled: true), dash: [2.8, 1.6], color: Tone.ink, width: 1),
    LineLook(marker: Marker(.circle, filled: false), dash: [10, 3], color: red, width: 1),
    LineLook(marker: Marker(.diamond, filled: true), dash: [5, 1.6, 1.4, 1.6, 1.4, 1.6], color: green, width: 1),
    LineLook(marker: Marker(.triangle, filled: false), dash: [1.2, 3], color: gray, width: 1.2),
  ]

  static func series(_ index: Int) -> LineLook { all[index % all.count] }

  var stroke: Stroke { Stroke(color: color, width: .points(width), dash: dash.map { .points($0) }) }

  /// Markers of this series around `places`, as one shape.
  func markers(_ places: [(x: Double, y: Double)]) -> Shape { marker.shape(places, color: color) }
}

/// The sign at a point of a line.
struct Marker: Hashable {
  enum Form: Hashable {
    case circle
    case square
    case triangle
    case diamond
  }

  var form: Form
  var filled: Bool

  /// Half the width of the largest marker, its edge included, points.
  static let reach = 3.6
  private static let edge = 1.0

  /// The room a marker at `point` takes.
  static func box(_ point: (x: Double, y: Double)) -> Box {
    Box(x: point.x - reach, y: point.y - reach, width: 2 * reach, height: 2 * reach)
  }

  init(_ form: Form, filled: Bool) {
    self.form = form
    self.filled = filled
  }

  func shape(_ places: [(x: Double, y: Double)], color: Color) -> Shape {
    var path = Path()
    for (x, y) in places { add(x, y, to: &path) }
    return Shape(
      path: path, fill: filled ? color : Tone.paper, stroke: Stroke(color: color, width: .points(Self.edge)))
  }

  /// Forms of about the same area.
  private func add(_ x: Double, _ y: Double, to path: inout Path) {
    switch form {
    case .circle:
      path.elements.append(.move(Point(x, y - 2.4)))
      path.arc(x: x, y: y, radius: 2.4, from: 0, to: 2 * .pi)
      path.elements.append(.close)
    case .square: path.add(Box(x: x - 2.1, y: y - 2.1, width: 4.2, height: 4.2))
    case .triangle: polygon([(0, -3.1), (2.8, 1.9), (-2.8, 1.9)], x, y, to: &path)
    case .diamond: polygon([(0, -3.1), (3.1, 0), (0, 3.1), (-3.1, 0)], x, y, to: &path)
    }
  }

  private func polygon(_ corners: [(Double, Double)], _ x: Double, _ y: Double, to path: inout Path) {
    for (number, corner) in corners.enumerated() {
      let point = Point(x + corner.0, y + corner.1)
      path.elements.append(number == 0 ? .move(point) : .line(point))
    }
    path.elements.append(.close)
  }
}
