import Graphics

/// Sizes of a lying bar plot at one size of type.
private struct LyingRows {
  var names: [ChartLabel?]
  var values: [[ChartLabel?]]
  var nameWidth: Double
  /// Thickness of a bar, and height of each category's band.
  var bar: Double
  var bands: [Double]

  var height: Double { bands.reduce(0, +) }
}

extension BarPlot {
  /// Thickness of lying bars as part of the height of a line of type, at first and at least (points).
  private static let barLines = 1.1
  private static let stackedBarLines = 1.5
  private static let thinnest = 1.0
  /// Between the bands of two categories, as part of a bar at first, and at least (points).
  private static let bandGap = 0.55
  private static let leastBandGap = 1.0
  /// Widest column of names as part of the chart.
  private static let nameShare = 0.4
  /// Sizes tried, the smallest for charts of many rows; below it labels are left out.
  private static let sizes = [1.0, 0.9, 0.8, 0.7]
  /// Height that one step of a horizontal axis should have room for, points: tick labels lie side by side.
  private static let stepWidth = 56.0

  func lying(text: inout TextSetter) -> ChartCanvas {
    var canvas = ChartCanvas(width: plot.width)
    let scale = scale(length: plot.width * (1 - Self.nameShare), step: Self.stepWidth)
    let magnitude = scale.magnitude(unit: plot.unit)
    let header = ChartHeader(
      unit: plot.unitLine(magnitude), names: plot.legendNames, sample: .surface, limit: plot.legendLimit)
    let top = header.draw(on: &canvas, look: plot.look, text: &text)
    let ticks = plot.look.labels(scale.ticks.map { scale.text($0, in: magnitude) }, text: &text)
    let foot = (ticks.compactMap { $0?.height }.max() ?? 0) + ChartLook.gap
    let (look, rows) = fitted(plot.limit - top - foot, wanted: plot.height.map { $0 - top - foot }, text: &text)

    canvas.height = top + rows.height + foot
    let axis = axis(scale, rows, ticks)
    draw(scale, ticks, axis, top: top, bottom: top + rows.height, on: &canvas)
    let boxes = boxes(axis, rows, top: top)
    paint(boxes, on: &canvas)
    place(rows, top: top, on: &canvas)
    if stacked {
      labelSegments(
        boxes, rows.values, look: look, standing: false, room: (rows.bands.min() ?? 0) - rows.bar, on: &canvas,
        text: &text)
    } else {
      labelEnds(boxes, rows.values, on: &canvas)
    }
    return canvas
  }

  /// Rows at the largest size of type at which they fit the height asked for, else at the smallest; squeezed only where the page ends.
  private func fitted(_ limit: Double, wanted: Double?, text: inout TextSetter) -> (ChartLook, LyingRows) {
    let room = max(1, min(wanted ?? limit, limit))
    var look = plot.look
    var rows = rows(look, room: room, text: &text)
    for factor in Self.sizes.dropFirst() where rows.height > room {
      look = plot.look.sized(factor)
      rows = self.rows(look, room: room, text: &text)
    }
    if rows.height > max(1, limit) { squeeze(&rows, room: max(1, limit)) }
    return (look, rows)
  }

  private func rows(_ look: ChartLook, room: Double, text: inout TextSetter) -> LyingRows {
    let names = look.labels(data.categories, width: plot.width * Self.nameShare, text: &text)
    let line = text.metrics(look.style).ascent + text.metrics(look.style).descent
    let bar = line * (stacked ? Self.stackedBarLines : lanes > 1 ? 1 : Self.barLines)
    let values = valueLabels(look, text: &text)
    let gap = stacked && isCrowded(values) ? bar * Self.bandGap + line : bar * Self.bandGap
    var rows = LyingRows(
      names: names, values: values, nameWidth: names.compactMap { $0?.width }.max() ?? 0,
      bar: bar, bands: [])
    rows.bands = names.map { max(bar * Double(lanes) + gap, ($0?.height ?? 0) + ChartLook.gap) }
    // A height the document asks for is filled, within reason.
    if let height = plot.height, height > 0, rows.height < room {
      let factor = min(room / rows.height, 1.8)
      rows.bar *= min(factor, 1.4)
      rows.bands = rows.bands.map { $0 * factor }
    }
    return rows
  }

  /// Whether some segment of a stack is too short for its figure, which then stands above the bar. The names are taken at their widest.
  private func isCrowded(_ values: [[ChartLabel?]]) -> Bool {
    let (low, high) = data.stackExtremes
    let scale = plot.width * (1 - Self.nameShare) / max(high - low, .leastNormalMagnitude)
    return data.rows.indices.contains { row in
      data.categories.indices.contains { index in
        guard let value = data.rows[row].values[index], value != 0, let label = values[row][index] else { return false }
        return abs(value) * scale < label.width + 4
      }
    }
  }

  /// All bands alike and as high as the room allows: rows of names that no longer fit are left out when they are placed.
  private func squeeze(_ rows: inout LyingRows, room: Double) {
    let band = room / Double(rows.bands.count)
    rows.bands = rows.bands.map { _ in band }
    rows.bar = max(
      (band - max(Self.leastBandGap, band * 0.2)) / Double(lanes), min(Self.thinnest, band / Double(lanes)))
  }

  private func axis(_ scale: TickScale, _ rows: LyingRows, _ ticks: [ChartLabel?]) -> ValueAxis {
    var left = rows.nameWidth + 2 * ChartLook.gap
    var sizes: [(value: Double, size: Double)] = []
    var negative = 0.0
    for (row, series) in data.rows.enumerated() where !stacked {
      for (index, value) in series.values.enumerated() {
        guard let label = rows.values[row][index] else { continue }
        if let value, value < 0 {
          negative = max(negative, label.width + ChartLook.gap)
        } else {
          sizes.append((value ?? 0, label.width))
        }
      }
    }
    left += negative
    // Half of the last tick's label lies beyond the axis.
    let room = max(plot.width - left - ((ticks.last ?? nil)?.width ?? 0) / 2, 10)
    let base = max(0, scale.fraction(0))
    let beyond = sizes.map { (value: $0.value, size: $0.size) }.filter { scale.fraction($0.value) > base || base == 0 }
    return ValueAxis(scale: scale, start: left, length: max(axisLength(scale, room: room, sizes: beyond), 10))
  }

  private func draw(
    _ scale: TickScale, _ ticks: [ChartLabel?], _ axis: ValueAxis, top: Double, bottom: Double,
    on canvas: inout ChartCanvas
  ) {
    var grid = Path()
    var end = -Double.infinity
    for (tick, label) in zip(scale.ticks, ticks) {
      let x = axis.place(scale.value(tick))
      if tick != 0 { grid.line(x, top, x, bottom) }
      guard let label else { continue }
      let box = canvas.inside(
        Box(x: x - label.width / 2, y: bottom + ChartLook.gap, width: label.width, height: label.height))
      // Ticks of very long figures: every other one may have to do.
      guard box.x >= end + ChartLook.gap else { continue }
      end = box.maxX
      canvas.place(label, x: box.x, y: box.y, role: .tick)
    }
    if !grid.elements.isEmpty { canvas.ground.append(Shape(path: grid, stroke: ChartLook.grid)) }
    var base = Path()
    base.line(axis.place(0), top, axis.place(0), bottom)
    canvas.front.append(Shape(path: base, stroke: ChartLook.axis))
  }

  private func boxes(_ axis: ValueAxis, _ rows: LyingRows, top: Double) -> [[Box]] {
    var tops: [Double] = []
    var y = top
    for band in rows.bands {
      tops.append(y + (band - rows.bar * Double(lanes)) / 2)
      y += band
    }
    return data.rows.indices.map { row in
      data.categories.indices.map { index in
        let span = span(row: row, category: index)
        let (from, to) = (axis.place(span.from), axis.place(span.to))
        let lane = stacked ? 0 : Double(row)
        return Box(x: min(from, to), y: tops[index] + lane * rows.bar, width: abs(to - from), height: rows.bar)
      }
    }
  }

  private func place(_ rows: LyingRows, top: Double, on canvas: inout ChartCanvas) {
    var y = top
    for (name, band) in zip(rows.names, rows.bands) {
      defer { y += band }
      guard let name else { continue }
      let box = Box(
        x: rows.nameWidth - name.width, y: y + (band - name.height) / 2, width: name.width, height: name.height)
      guard box.y >= top - ChartLook.gap, canvas.isFree(box) else {
        canvas.omitted += 1
        continue
      }
      canvas.place(name, x: box.x, y: box.y, role: .category, alignment: .right)
    }
  }

  /// Figures beyond the ends of the bars.
  private func labelEnds(_ boxes: [[Box]], _ values: [[ChartLabel?]], on canvas: inout ChartCanvas) {
    for index in data.categories.indices {
      for (row, series) in data.rows.enumerated() {
        guard let label = values[row][index] else { continue }
        let bar = boxes[row][index]
        let back = (series.values[index] ?? 0) < 0
        let x = back ? bar.x - ChartLook.gap - label.width : bar.maxX + ChartLook.gap
        let box = canvas.inside(Box(x: x, y: bar.midY - label.middle, width: label.width, height: label.height))
        // Lines of type may touch the white of the next one, ascender to descender, but not its figures.
        let core = Box(x: box.x, y: box.y + box.height * 0.2, width: box.width, height: box.height * 0.6)
        guard canvas.isFree(core) else {
          canvas.omitted += 1
          continue
        }
        canvas.patch(core)
        canvas.place(label, x: box.x, y: box.y, role: .value)
      }
    }
  }
}
