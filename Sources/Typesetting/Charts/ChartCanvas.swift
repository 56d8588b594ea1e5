import Documents
import Graphics

/// A short text of a chart, set and measured but not yet placed.
struct ChartLabel {
  enum Alignment {
    case left
    case center
    case right
  }

  var block: TextBlock

  var width: Double { block.widest }
  var height: Double { block.height }
  var lineCount: Int { block.lines.count }
  /// From the upper edge to half the height of the figures of the first line: they are about 0.66 em high, the ascender line 0.89.
  var middle: Double { block.ascent * 0.63 }
}

/// What a label is, for those who look at a finished chart.
enum ChartLabelRole: Hashable {
  case tick
  case unit
  case category
  case value
  case seriesName
}

/// Draws a chart: shapes in three layers, then labels. Origin at the upper left corner, points.
struct ChartCanvas {
  struct Placed {
    var label: ChartLabel
    var box: Box
    var alignment: ChartLabel.Alignment
    var role: ChartLabelRole
  }

  let width: Double
  var height = 0.0
  /// Grid; then white patches that keep lines out of labels; then what carries the figures; then axes and leaders.
  var ground: [Shape] = []
  var patches = Path()
  var marks: [Shape] = []
  var front: [Shape] = []
  private(set) var labels: [Placed] = []
  /// Figures whose labels found no room.
  var omitted = 0

  init(width: Double) {
    self.width = width
  }

  /// Places a label with its box's upper left corner at (`x`, `y`), moved sideways as far as needed to stay inside the chart.
  mutating func place(
    _ label: ChartLabel, x: Double, y: Double, role: ChartLabelRole, alignment: ChartLabel.Alignment = .left
  ) {
    let box = inside(Box(x: x, y: y, width: label.width, height: label.height))
    labels.append(Placed(label: label, box: box, alignment: alignment, role: role))
  }

  /// A tick of a standing axis; left out where the one below it is too near.
  mutating func placeTick(_ label: ChartLabel, right: Double, middle: Double) {
    let y = middle - label.middle
    guard isFree(Box(x: right - label.width, y: y, width: label.width, height: label.height * 0.9)) else { return }
    place(label, x: right - label.width, y: y, role: .tick, alignment: .right)
  }

  /// `box`, moved sideways until it lies inside the chart.
  func inside(_ box: Box) -> Box {
    Box(x: max(0, min(box.x, width - box.width)), y: box.y, width: box.width, height: box.height)
  }

  /// Keeps lines drawn before the marks, that is the grid, out of `box`.
  mutating func patch(_ box: Box) { patches.add(box.grown(ChartLook.halo)) }

  func isFree(_ box: Box) -> Bool { !labels.contains { $0.box.overlaps(box) } }

  /// The items in the order they are drawn; labels last, in the order they were placed.
  func items() -> [Item] {
    var builder = FrameBuilder(size: Size(width: .points(width), height: .points(height)))
    for shape in ground { builder.add(.shape(shape)) }
    if !patches.elements.isEmpty { builder.add(.shape(Shape(path: patches, fill: Tone.paper))) }
    for shape in marks + front { builder.add(.shape(shape)) }
    for placed in labels { Self.emit(placed, into: &builder) }
    return builder.finish().items
  }

  private static func emit(_ placed: Placed, into builder: inout FrameBuilder) {
    let block = placed.label.block
    for (number, line) in block.lines.enumerated() {
      let rest = placed.box.width - line.width
      let shift =
        switch placed.alignment {
        case .left: 0.0
        case .center: rest / 2
        case .right: rest
        }
      line.emit(
        x: placed.box.x + shift - line.x, baseline: placed.box.y + block.ascent + Double(number) * block.pitch,
        into: &builder)
    }
  }
}
