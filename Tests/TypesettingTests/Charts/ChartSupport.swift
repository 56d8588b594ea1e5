import Documents
import Findings
import Graphics

@testable import Typesetting

/// Charts drawn with Liberation Serif in the labels of the party format, and what can be read from the result.
enum ChartSupport {
  /// The text block of a page: 165 × 257 mm.
  static let measure = 165 / 25.4 * 72
  static let room = 257 / 25.4 * 72

  static func setter() throws -> TextSetter { TextSetter(fonts: try TestFonts.library()) }

  /// The chart on its canvas, without caption.
  static func canvas(
    _ chart: Chart, width: Double = measure, limit: Double = room
  ) throws -> ChartCanvas {
    var text = try setter()
    let plot = Plot(
      data: ChartData(chart), unit: chart.unit, width: width, height: chart.height?.points, limit: limit,
      look: ChartLook(format: PartyFormat.hd05, context: TextContext()))
    return ChartSetter.draw(chart.kind, plot, text: &text)
  }

  /// The chart as a fragment, and the codes of its findings.
  static func fragment(
    _ chart: Chart, width: Double = measure, limit: Double = room
  ) throws -> (fragment: Fragment, codes: [String]) {
    var text = try setter()
    let fragment = ChartSetter.set(chart, measure: width, room: limit, format: PartyFormat.hd05, text: &text)
    return (fragment, text.findings.sorted.map(\.code))
  }

  static func series(_ name: String, _ values: [Double?]) -> Chart.Series {
    Chart.Series(name: name, values: values, labels: values.map { $0.map(text) ?? "" })
  }

  private static func text(_ value: Double) -> String { abs(value) < 1e15 ? "\(Int(value))" : "\(value)" }

  static func chart(
    _ kind: Chart.Kind, _ categories: [String], _ series: [Chart.Series], unit: String = "mô hình"
  ) -> Chart {
    Chart(kind: kind, categories: categories, series: series, unit: unit)
  }

  static let quarters = ["Quý I", "Quý II", "Quý III", "Quý IV"]
  static let kinds: [Chart.Kind] = [.bars, .stackedBars, .horizontalBars, .lines, .pie, .ring]
}

extension ChartCanvas {
  /// Boxes of the bars of one series, read from the outline that is painted.
  func bars(_ series: Int) -> [Box] {
    // What has an edge is a bar or, painted before the bars, a swatch of the legend; the white under a label has none.
    let edged = Set(marks.filter { $0.stroke != nil && $0.clip == nil }.map(\.path))
    let fills = marks.filter { $0.fill == Tone.series(series).ground && $0.stroke == nil && edged.contains($0.path) }
    // Series of white ground differ in their hatch only: a legend has as many of them as there are bars.
    let same = Tone.all.indices.filter { Tone.series($0).ground == Tone.series(series).ground }
    let drawn = Array(fills.suffix(fills.count / 2))
    guard let place = same.firstIndex(of: series), place < drawn.count || fills.count == 1 else { return [] }
    return (fills.count == 1 ? fills[0] : drawn[place]).path.boxes
  }

  func labels(_ role: ChartLabelRole) -> [Placed] { labels.filter { $0.role == role } }
  func strings(_ role: ChartLabelRole) -> [String] { labels(role).map(\.string) }

  /// Pairs of labels whose figures and letters would touch: the white above and below the letters does not count.
  var collisions: [(String, String)] {
    var result: [(String, String)] = []
    for (index, label) in labels.enumerated() {
      for other in labels[..<index] where label.core.overlaps(other.core) {
        result.append((other.string, label.string))
      }
    }
    return result
  }

  var elementCount: Int { (ground + marks + front).reduce(patches.elements.count) { $0 + $1.path.elements.count } }

  /// Every coordinate that is drawn.
  var coordinates: [Double] {
    let shapes = ground + marks + front + [Shape(path: patches)]
    let points = shapes.flatMap { $0.path.points + ($0.clip?.points ?? []) }
    return points.flatMap { [$0.x.points, $0.y.points] }
      + labels.flatMap { [$0.box.x, $0.box.y, $0.box.maxX, $0.box.maxY] }
  }
}

extension ChartCanvas.Placed {
  var string: String {
    var frame = FrameBuilder(size: .a4)
    for line in label.block.lines { line.emit(x: 0, baseline: 0, into: &frame) }
    return frame.finish().items.map { if case .glyphs(let run) = $0 { run.string } else { "" } }.joined(separator: " ")
  }

  /// A line of type without its descender's and accent's room.
  var core: Box { Box(x: box.x, y: box.y + 2.4, width: box.width, height: max(0, box.height - 4.8)) }
}

extension Path {
  var points: [Point] {
    elements.flatMap { element -> [Point] in
      switch element {
      case .move(let point), .line(let point): [point]
      case .curve(let first, let second, let end): [first, second, end]
      case .close: []
      }
    }
  }

  /// The rectangles of a path made of rectangles.
  var boxes: [Box] {
    var result: [Box] = []
    for start in stride(from: 0, to: elements.count - 4, by: 5) {
      result.append(Path(Array(elements[start..<start + 5])).bounds)
    }
    return result
  }
}
