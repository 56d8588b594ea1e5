import Documents
import Graphics

extension BarPlot {
  /// Room a standing plot needs between its highest tick and its names, points.
  private static let leastHeight = 48.0

  /// nil when the names, or the figures of bars side by side, do not fit at this size of type.
  func standing(look: ChartLook, text: inout TextSetter) -> ChartCanvas? {
    var canvas = ChartCanvas(width: plot.width)
    let height = plot.usualHeight
    let scale = scale(length: height - 60)
    let magnitude = scale.magnitude(unit: plot.unit)
    let header = ChartHeader(
      unit: plot.unitLine(magnitude), names: plot.legendNames, sample: .surface, limit: plot.legendLimit)
    let top = header.draw(on: &canvas, look: look, text: &text)
    let ticks = look.labels(scale.ticks.map { scale.text($0, in: magnitude) }, text: &text)
    let left = plot.axisWidth(ticks)
    let band = (plot.width - left) / Double(data.categories.count)
    guard let names = names(look, width: band - 2 * ChartLook.gap, text: &text) else { return nil }
    let values = valueLabels(look, text: &text)
    guard let bars = barWidth(values, band: band) else { return nil }
    let bottom = height - (names.compactMap { $0?.height }.max() ?? 0) - ChartLook.gap
    guard let axis = axis(scale, top: top, bottom: bottom, values) else { return nil }

    canvas.height = height
    draw(scale, ticks, axis, left: left, on: &canvas)
    let boxes = boxes(axis, left: left, band: band, bar: bars)
    paint(boxes, on: &canvas)
    for (index, name) in names.enumerated() {
      guard let name else { continue }
      let middle = left + (Double(index) + 0.5) * band
      canvas.place(name, x: middle - name.width / 2, y: bottom + ChartLook.gap, role: .category, alignment: .center)
    }
    if stacked {
      labelSegments(boxes, values, look: look, standing: true, room: band - bars, on: &canvas, text: &text)
    } else {
      labelEnds(boxes, values, on: &canvas)
    }
    return canvas
  }

  private func names(_ look: ChartLook, width: Double, text: inout TextSetter) -> [ChartLabel?]? {
    guard width >= look.narrowest(data.categories, text: &text) else { return nil }
    let names = look.labels(data.categories, width: width, text: &text)
    let fit = names.allSatisfy { name in
      name.map { $0.lineCount <= ChartLook.mostNameLines } ?? true
    }
    return fit ? names : nil
  }

  /// Width of one bar: such that the figures over bars side by side stay apart. nil where they cannot.
  private func barWidth(_ values: [[ChartLabel?]], band: Double) -> Double? {
    let usual = min(band * Self.fill / Double(lanes), Self.thickest)
    guard !stacked else { return usual }
    let widest = values.joined().compactMap { $0?.width }.max() ?? 0
    if lanes == 1 { return widest <= band - ChartLook.gap ? usual : nil }
    let needed = widest + ChartLook.gap
    let most = band * Self.mostFill / Double(lanes)
    return needed <= most ? max(usual, needed) : nil
  }

  /// The value axis between `top` and `bottom`, with room for the figures over and under the bars.
  private func axis(_ scale: TickScale, top: Double, bottom: Double, _ values: [[ChartLabel?]]) -> ValueAxis? {
    let tallest = values.flatMap { $0.compactMap { $0?.height } }.max() ?? 0
    let below = !stacked && scale.lower < 0 ? tallest + ChartLook.gap : 0
    // Half a tick label stands above the highest tick.
    let room = bottom - below - top - plot.look.style.size.points * 0.5
    var sizes: [(value: Double, size: Double)] = []
    if !stacked {
      for (row, series) in data.rows.enumerated() {
        for (index, value) in series.values.enumerated() {
          if let value, value >= 0, let label = values[row][index] { sizes.append((value, label.height)) }
        }
      }
    }
    let length = axisLength(scale, room: room, sizes: sizes)
    return length >= Self.leastHeight ? ValueAxis(scale: scale, start: bottom - below, length: -length) : nil
  }

  private func draw(
    _ scale: TickScale, _ ticks: [ChartLabel?], _ axis: ValueAxis, left: Double, on canvas: inout ChartCanvas
  ) {
    var grid = Path()
    for (tick, label) in zip(scale.ticks, ticks) {
      let y = axis.place(scale.value(tick))
      if tick != 0 { grid.line(left, y, plot.width, y) }
      if let label { canvas.placeTick(label, right: left - 2 * ChartLook.gap, middle: y) }
    }
    if !grid.elements.isEmpty { canvas.ground.append(Shape(path: grid, stroke: ChartLook.grid)) }
    var base = Path()
    base.line(left, axis.place(0), plot.width, axis.place(0))
    canvas.front.append(Shape(path: base, stroke: ChartLook.axis))
  }

  /// One box per series and category; flat on the base line where there is no figure.
  private func boxes(_ axis: ValueAxis, left: Double, band: Double, bar: Double) -> [[Box]] {
    data.rows.indices.map { row in
      data.categories.indices.map { index in
        let span = span(row: row, category: index)
        let lane = stacked ? 0 : Double(row)
        let x = left + (Double(index) + 0.5) * band + (lane - Double(lanes) / 2) * bar
        let (from, to) = (axis.place(span.from), axis.place(span.to))
        return Box(x: x, y: min(from, to), width: bar, height: abs(to - from))
      }
    }
  }

  /// Figures above bars and below negative ones.
  private func labelEnds(_ boxes: [[Box]], _ values: [[ChartLabel?]], on canvas: inout ChartCanvas) {
    for (row, series) in data.rows.enumerated() {
      for (index, label) in values[row].enumerated() {
        guard let label else { continue }
        let bar = boxes[row][index]
        let down = (series.values[index] ?? 0) < 0
        let y = down ? bar.maxY + ChartLook.halo : bar.y - ChartLook.halo - label.height
        let box = Box(x: bar.midX - label.width / 2, y: y, width: label.width, height: label.height)
        canvas.patch(box)
        canvas.place(label, x: box.x, y: box.y, role: .value)
      }
    }
  }
}
