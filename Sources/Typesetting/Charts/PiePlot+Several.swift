import Documents
import Graphics

extension PiePlot {
  private static let between = 18.0
  /// Largest diameter, and one that is large enough to rather fill the width.
  private static let most = 150.0
  private static let good = 90.0

  /// A circle per series, named below, with one legend for the slices and the figures at the rim.
  func several(text: inout TextSetter) -> ChartCanvas {
    var canvas = ChartCanvas(width: plot.width)
    let look = plot.look
    let tones = Tone.around(data.categories.count)
    let header = ChartHeader(
      unit: plot.unit, names: data.categories, sample: .surface, tones: tones, limit: plot.legendLimit)
    let top = header.draw(on: &canvas, look: look, text: &text)
    var values: [[ChartLabel?]] = []
    for row in data.rows { values.append(look.labels(row.labels, text: &text)) }
    let all = values.flatMap { $0.compactMap { $0 } }
    let margin = (x: all.reduce(0) { max($0, $1.width) } + 6, y: all.reduce(0) { max($0, $1.height) } + 4)
    let (columns, diameter) = grid(margin, top: top)
    let cell = plot.width / Double(columns)
    let names = look.labels(data.rows.map(\.name), width: cell - 8, text: &text)
    let nameHeight = (names.compactMap { $0?.height }.max() ?? 0) + Self.between / 2
    let rowHeight = diameter + 2 * margin.y + nameHeight
    for (index, row) in data.rows.enumerated() {
      let x = (Double(index % columns) + 0.5) * cell
      let y = top + Double(index / columns) * rowHeight + margin.y + diameter / 2
      let circle = Circle(x: x, y: y, radius: diameter / 2, hole: hole)
      let slices = slices(row, tones: tones)
      circle.draw(slices, on: &canvas)
      for slice in slices where slice.share > 0 {
        if let label = values[index][slice.index] { place(label, slice, circle, on: &canvas) }
      }
      guard let name = names[index] else { continue }
      canvas.place(
        name, x: x - name.width / 2, y: y + diameter / 2 + margin.y, role: .seriesName, alignment: .center)
    }
    let rows = (data.rows.count + columns - 1) / columns
    canvas.height = top + Double(rows) * rowHeight
    return canvas
  }

  /// Circles in a row and their diameter: as many side by side as stay of a good size, else as many as makes them largest.
  private func grid(_ margin: (x: Double, y: Double), top: Double) -> (columns: Int, diameter: Double) {
    var best = (columns: 1, diameter: 0.0)
    let room = (plot.height ?? plot.limit) - top
    for columns in 1...data.rows.count {
      let rows = Double((data.rows.count + columns - 1) / columns)
      let wide = plot.width / Double(columns) - 2 * margin.x
      let high = room / rows - 2 * margin.y - 3 * plot.look.style.size.points - Self.between / 2
      let diameter = min(wide, high, Self.most)
      if diameter >= min(best.diameter, Self.good) { best = (columns, diameter) }
    }
    return (best.columns, max(best.diameter, 8))
  }

  private func place(_ label: ChartLabel, _ slice: Slice, _ circle: Circle, on canvas: inout ChartCanvas) {
    let direction = Direction(slice.middle)
    let reach = circle.radius + 3
    // The box touches the ray with the side that faces the circle.
    let x = circle.x + direction.x * reach + (direction.x - 1) / 2 * label.width
    let y = circle.y + direction.y * reach + (direction.y - 1) / 2 * label.height
    let box = canvas.inside(Box(x: x, y: y, width: label.width, height: label.height))
    guard canvas.isFree(box) else {
      canvas.omitted += 1
      return
    }
    canvas.place(label, x: box.x, y: box.y, role: .value)
  }
}
