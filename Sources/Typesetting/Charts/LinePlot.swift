import Documents
import Graphics

/// Lines over periods. Series are named at the right end of their lines where that is possible, else in a legend.
struct LinePlot {
  let plot: Plot

  /// A scale leaves out zero only when the figures keep to a band this narrow, as part of the largest one; else small changes look large.
  static let narrowBand = 0.25
  /// Below the lowest figure of a scale without zero, as part of the band, so that its label has room.
  static let margin = 0.1
  /// Room for the names of series, as part of the width.
  static let nameShare = 0.3
  private static let leastHeight = 48.0

  init(_ plot: Plot) {
    self.plot = plot
  }

  var data: ChartData { plot.data }

  func draw(text: inout TextSetter) -> ChartCanvas {
    let named = endNames(text: &text)
    if !named.isEmpty, let canvas = draw(names: named, text: &text) { return canvas }
    return draw(names: [], text: &text) ?? ChartCanvas(width: plot.width)
  }

  /// Names to stand at the ends of lines; none where there is one series, or a line ends early.
  private func endNames(text: inout TextSetter) -> [ChartLabel?] {
    guard data.rows.count > 1, data.categories.count > 1,
      data.rows.allSatisfy({ ($0.values.last ?? nil) != nil })
    else { return [] }
    return plot.look.labels(data.rows.map(\.name), width: plot.width * Self.nameShare, text: &text)
  }

  /// nil when the names do not fit one under the other.
  private func draw(names: [ChartLabel?], text: inout TextSetter) -> ChartCanvas? {
    var canvas = ChartCanvas(width: plot.width)
    canvas.height = plot.usualHeight
    let scale = scale(length: canvas.height - 50)
    let magnitude = scale.magnitude(unit: plot.unit)
    let header = ChartHeader(
      unit: plot.unitLine(magnitude), names: names.isEmpty ? plot.legendNames : [], sample: .line,
      limit: plot.legendLimit)
    let top = header.draw(on: &canvas, look: plot.look, text: &text)
    let ticks = plot.look.labels(scale.ticks.map { scale.text($0, in: magnitude) }, text: &text)
    let left = plot.axisWidth(ticks)
    let nameWidth = names.compactMap { $0?.width }.max() ?? 0
    let right = plot.width - (names.isEmpty ? 0 : nameWidth + 3 * ChartLook.gap)
    let categories = LineCategories(
      data.categories, left: left, right: right, look: plot.look, text: &text)
    let line = plot.look.style.size.points * 1.15
    let least = top + line + Self.leastHeight + ChartLook.gap + categories.height
    canvas.height = min(max(canvas.height, least), plot.limit)
    let bottom = canvas.height - categories.height - ChartLook.gap
    let length = bottom - top - line
    guard names.isEmpty || length >= Self.leastHeight else { return nil }
    let axis = ValueAxis(scale: scale, start: bottom, length: -max(length, 10))

    drawGrid(scale, ticks, axis, left: left, right: right, on: &canvas)
    categories.place(y: bottom + ChartLook.gap, on: &canvas)
    let points = points(axis, categories)
    guard placeNames(names, points, top: top, bottom: bottom, x: right + 2 * ChartLook.gap, on: &canvas) else {
      return nil
    }
    drawLines(points, on: &canvas)
    LineLabels(
      data: data, points: points, start: categories.middle(0), band: categories.band,
      bounds: Box(x: left, y: top, width: plot.width - left, height: bottom - top)
    )
    .place(look: plot.look, on: &canvas, text: &text)
    return canvas
  }

  private func scale(length: Double) -> TickScale {
    let (low, high) = data.extremes
    let reach = max(abs(low), abs(high))
    let narrow = low < high && high - low < Self.narrowBand * reach && (low > 0) == (high > 0)
    return TickScale(
      low: narrow ? low - Self.margin * (high - low) : min(low, 0), high: narrow ? high : max(high, 0),
      intervals: plot.intervals(length),
      whole: data.isWhole)
  }

  private func points(_ axis: ValueAxis, _ categories: LineCategories) -> [[(x: Double, y: Double)?]] {
    data.rows.map { row in
      row.values.enumerated().map { index, value in
        value.map { (x: categories.middle(index), y: axis.place($0)) }
      }
    }
  }

  private func drawGrid(
    _ scale: TickScale, _ ticks: [ChartLabel?], _ axis: ValueAxis, left: Double, right: Double,
    on canvas: inout ChartCanvas
  ) {
    var grid = Path()
    // The lowest line is the axis; where it is not zero, the tick beside it says so.
    for (tick, label) in zip(scale.ticks, ticks) {
      let y = axis.place(scale.value(tick))
      if tick != scale.first { grid.line(left, y, right, y) }
      if let label { canvas.placeTick(label, right: left - 2 * ChartLook.gap, middle: y) }
    }
    canvas.ground.append(Shape(path: grid, stroke: ChartLook.grid))
    var base = Path()
    base.line(left, axis.start, right, axis.start)
    // Only zero gets the line of an axis: what stands on a lighter one does not show its whole height.
    canvas.ground.append(Shape(path: base, stroke: scale.first == 0 ? ChartLook.axis : ChartLook.grid))
    if scale.first < 0, scale.last > 0 {
      var zero = Path()
      zero.line(left, axis.place(0), right, axis.place(0))
      canvas.ground.append(Shape(path: zero, stroke: ChartLook.axis))
    }
  }

  /// Each line from point to point; a missing figure leaves a gap.
  private func drawLines(_ points: [[(x: Double, y: Double)?]], on canvas: inout ChartCanvas) {
    for (index, series) in points.enumerated() {
      let look = LineLook.series(index)
      var path = Path()
      var drawing = false
      for point in series {
        if let point { path.elements.append(drawing ? .line(Point(point.x, point.y)) : .move(Point(point.x, point.y))) }
        drawing = point != nil
      }
      canvas.marks.append(Shape(path: path, stroke: look.stroke))
    }
    for (index, series) in points.enumerated() {
      let present = series.compactMap { $0 }
      if !present.isEmpty { canvas.marks.append(LineLook.series(index).markers(present)) }
    }
  }

  /// Names right of the last points, moved apart; false when the plot is too low for them.
  private func placeNames(
    _ names: [ChartLabel?], _ points: [[(x: Double, y: Double)?]], top: Double, bottom: Double, x: Double,
    on canvas: inout ChartCanvas
  ) -> Bool {
    let ends = zip(names, points).compactMap { name, series -> (label: ChartLabel, end: (x: Double, y: Double))? in
      guard let name, let end = series.last ?? nil else { return nil }
      return (name, end)
    }
    let middles = Spread.middles(
      ideal: ends.map { $0.end.y }, lengths: ends.map { $0.label.height }, low: top,
      high: bottom + ends.reduce(0) { max($0, $1.label.height / 2) })
    guard let middles else { return false }
    var leaders = Path()
    for (item, middle) in zip(ends, middles) {
      canvas.place(item.label, x: x, y: middle - item.label.height / 2, role: .seriesName)
      leaders.line(item.end.x + Marker.reach + 1, item.end.y, x - 2, middle)
    }
    if !leaders.elements.isEmpty { canvas.ground.append(Shape(path: leaders, stroke: ChartLook.leader)) }
    return true
  }
}

/// Names of periods under a plot. Where not all have room, every second, third … is printed.
struct LineCategories {
  private let labels: [ChartLabel?]
  private let every: Int
  private let left: Double
  let band: Double

  init(_ names: [String], left: Double, right: Double, look: ChartLook, text: inout TextSetter) {
    let band = (right - left) / Double(max(names.count, 1))
    self.left = left
    self.band = band
    // Wrapped in their band if that is enough; else as wide as they like, and fewer.
    let room = band - 2 * ChartLook.gap
    let wrapped = room >= look.narrowest(names, text: &text) ? look.labels(names, width: room, text: &text) : []
    let fit = !wrapped.isEmpty && wrapped.allSatisfy { ($0?.lineCount ?? 0) <= 2 }
    labels = fit ? wrapped : look.labels(names, width: (right - left) / 4, text: &text)
    let widest = labels.compactMap { $0?.width }.max() ?? 0
    every = fit ? 1 : max(1, Int(((widest + 2 * ChartLook.gap) / max(band, 0.01)).rounded(.up)))
  }

  var height: Double { labels.compactMap { $0?.height }.max() ?? 0 }

  func middle(_ index: Int) -> Double { left + (Double(index) + 0.5) * band }

  func place(y: Double, on canvas: inout ChartCanvas) {
    for index in stride(from: 0, to: labels.count, by: every) {
      guard let label = labels[index] else { continue }
      // The first one must not run under the lowest tick.
      let x = max(middle(index) - label.width / 2, left - ChartLook.gap)
      let box = canvas.inside(Box(x: x, y: y, width: label.width, height: label.height))
      guard canvas.isFree(box.widened(ChartLook.gap)) else { continue }
      canvas.place(label, x: box.x, y: y, role: .category, alignment: .center)
    }
  }
}
