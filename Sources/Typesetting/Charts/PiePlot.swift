import Documents
import Graphics

/// Shares of a whole as slices of a circle, each with its name and figure beside it. Several series become circles side by side.
struct PiePlot {
  let plot: Plot
  /// Radius of the hole as part of the circle's; 0 for a pie.
  let hole: Double

  static let ringHole = 0.56
  /// Diameter as part of the width, at first; and least and most, points.
  private static let diameterShare = 0.36
  private static let diameters = 60.0...220.0
  /// From the rim to the bend of a leader, and from there to the label.
  private static let bend = 8.0
  private static let tail = 10.0

  init(_ plot: Plot, hole: Double) {
    self.plot = plot
    self.hole = hole
  }

  var data: ChartData { plot.data }

  func draw(text: inout TextSetter) -> ChartCanvas {
    data.rows.count == 1 ? single(text: &text) : several(text: &text)
  }

  /// One circle; names and figures in two columns beside it.
  private func single(text: inout TextSetter) -> ChartCanvas {
    var canvas = ChartCanvas(width: plot.width)
    let header = ChartHeader(unit: plot.unitLine(), names: [], sample: .surface)
    let top = header.draw(on: &canvas, look: plot.look, text: &text)
    let room = plot.height ?? plot.limit
    var diameter = min(max(plot.width * Self.diameterShare, Self.diameters.lowerBound), Self.diameters.upperBound)
    diameter = max(10, min(diameter, plot.width * 0.5, room - top - 2 * Self.bend))
    let slices = slices(data.rows[0])
    for attempt in Self.attempts {
      let across = diameter * attempt.circle
      let labels = sideLabels(slices, diameter: across, look: plot.look.sized(attempt.type), text: &text)
      let reach = across / 2 + Self.bend
      let (above, below) = extent(labels, reach: reach)
      guard top + above + below <= room || attempt == Self.attempts.last else { continue }
      canvas.height = min(top + above + below, room)
      let middle = top + min(above, canvas.height - top - reach)
      let circle = Circle(x: plot.width / 2, y: middle, radius: across / 2, hole: hole)
      circle.draw(slices, on: &canvas)
      place(labels, circle, top: top, on: &canvas)
      break
    }
    return canvas
  }

  /// A smaller circle before smaller type: a label at the rim needs room below it that the circle alone does not.
  private struct Attempt: Equatable {
    var type: Double
    var circle: Double
  }

  private static let attempts: [Attempt] = (ChartLook.sizes + [0.7, 0.6]).flatMap { type in
    [1.0, 0.93, 0.86, 0.79].map { Attempt(type: type, circle: $0) }
  }

  /// How far circle and labels reach above and below its middle where nothing limits them: the labels of many thin slices at 12 o'clock
  /// stand above it, so that their leaders do not cross the circle.
  private func extent(_ labels: [SideLabel], reach: Double) -> (above: Double, below: Double) {
    var (above, below) = (reach, reach)
    for right in [true, false] {
      let side = labels.filter { $0.right == right }
      let middles = Spread.middles(
        ideal: side.map { reach * Direction($0.slice.middle).y }, lengths: side.map(\.label.height),
        low: -10_000, high: 10_000)
      for (middle, item) in zip(middles ?? [], side) {
        above = max(above, item.label.height / 2 - middle)
        below = max(below, middle + item.label.height / 2)
      }
    }
    return (above, below)
  }

  private struct SideLabel {
    var slice: Slice
    var label: ChartLabel
    var right: Bool
  }

  private func sideLabels(
    _ slices: [Slice], diameter: Double, look: ChartLook, text: inout TextSetter
  ) -> [SideLabel] {
    let width = (plot.width - diameter) / 2 - Self.bend - Self.tail - ChartLook.gap
    var result: [SideLabel] = []
    for slice in slices {
      let figure = data.rows[0].labels[slice.index]
      let name = data.categories[slice.index]
      guard let label = sideLabel(name, figure, width: width, look: look, text: &text) else { continue }
      result.append(SideLabel(slice: slice, label: label, right: slice.middle < .pi))
    }
    return result
  }

  /// “Name: figure” where that fits on one line, else the figure on a line of its own.
  private func sideLabel(
    _ name: String, _ figure: String, width: Double, look: ChartLook, text: inout TextSetter
  ) -> ChartLabel? {
    guard !figure.isEmpty, !name.isEmpty else { return look.label(name + figure, width: width, text: &text) }
    let line = look.label("\(name): \(figure)", width: width, text: &text)
    if let line, line.lineCount == 1 { return line }
    return look.label([.plain(name), .lineBreak, .plain(figure)], width: width, text: &text)
  }

  private func place(_ labels: [SideLabel], _ circle: Circle, top: Double, on canvas: inout ChartCanvas) {
    var leaders = Path()
    for right in [true, false] {
      let side = labels.filter { $0.right == right }
      let reach = circle.radius + Self.bend
      let middles = Spread.middles(
        ideal: side.map { circle.y + reach * Direction($0.slice.middle).y }, lengths: side.map(\.label.height),
        low: top,
        high: canvas.height)
      guard let middles else {
        canvas.omitted += side.count
        continue
      }
      let sign = right ? 1.0 : -1.0
      for (item, middle) in zip(side, middles) {
        let direction = Direction(item.slice.middle)
        let bendX = circle.x + sign * max(abs(direction.x) * reach, elbow(circle, middle))
        let end = circle.x + sign * (circle.radius + Self.bend + Self.tail)
        leaders.elements += [
          .move(Point(circle.x + direction.x * circle.radius, circle.y + direction.y * circle.radius)),
          .line(Point(bendX, middle)), .line(Point(end, middle)),
        ]
        let x = right ? end + ChartLook.gap : end - ChartLook.gap - item.label.width
        canvas.place(
          item.label, x: x, y: middle - item.label.height / 2, role: .category, alignment: right ? .left : .right)
      }
    }
    if !leaders.elements.isEmpty { canvas.front.append(Shape(path: leaders, stroke: ChartLook.leader)) }
  }

  /// Half the width of the circle with its margin at height `y`: leaders bend outside of it.
  private func elbow(_ circle: Circle, _ y: Double) -> Double {
    let reach = circle.radius + Self.bend
    let rise = y - circle.y
    return max(0, reach * reach - rise * rise).squareRoot()
  }
}
