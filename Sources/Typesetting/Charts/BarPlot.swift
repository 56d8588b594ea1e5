import Graphics

/// Bars beside each other or stacked, standing or lying. Standing bars whose names or figures find no room are laid down.
struct BarPlot {
  let plot: Plot
  let stacked: Bool

  /// Part of a category's band that its bars fill, at first and at most; thickest bar, points.
  static let fill = 0.66
  static let mostFill = 0.86
  static let thickest = 40.0

  init(_ plot: Plot, stacked: Bool) {
    self.plot = plot
    self.stacked = stacked
  }

  var data: ChartData { plot.data }
  /// Bars side by side in one category.
  var lanes: Int { stacked ? 1 : data.rows.count }

  func draw(horizontal: Bool, text: inout TextSetter) -> ChartCanvas {
    if !horizontal {
      for factor in ChartLook.sizes {
        if let canvas = standing(look: plot.look.sized(factor), text: &text) { return canvas }
      }
    }
    return lying(text: &text)
  }

  /// A scale over all figures and zero.
  func scale(length: Double, step: Double = ChartLook.stepHeight) -> TickScale {
    let (low, high) = stacked ? data.stackExtremes : data.extremes
    return TickScale(
      low: min(low, 0), high: max(high, 0), intervals: plot.intervals(length, step: step), whole: data.isWhole)
  }

  /// From and to which figure a bar reaches: from zero, or from the end of the stack. A missing figure reaches nowhere.
  func span(row: Int, category: Int) -> (from: Double, to: Double) {
    let value = data.rows[row].values[category] ?? 0
    guard stacked else { return (0, value) }
    let below = data.rows[..<row].compactMap { $0.values[category] }.filter { ($0 < 0) == (value < 0) }
    let from = below.reduce(0, +)
    return (from, from + value)
  }

  /// Bars of one series as one outline, so that a hatch needs one clip and few lines.
  func paint(_ boxes: [[Box]], on canvas: inout ChartCanvas) {
    for (row, bars) in boxes.enumerated() {
      let bars = bars.filter { $0.width > 0 && $0.height > 0 }
      guard let first = bars.first else { continue }
      var outline = Path()
      for bar in bars { outline.add(bar) }
      canvas.marks += Tone.series(row).shapes(outline, in: bars.reduce(first) { $0.joined($1) })
    }
  }

  func valueLabels(_ look: ChartLook, text: inout TextSetter) -> [[ChartLabel?]] {
    var result: [[ChartLabel?]] = []
    for row in data.rows { result.append(look.labels(row.labels, text: &text)) }
    return result
  }

  /// The most a plot of `room` points may take so that each label (of `sizes` points, along the axis) fits beyond the end of its bar.
  func axisLength(_ scale: TickScale, room: Double, sizes: [(value: Double, size: Double)]) -> Double {
    sizes.reduce(room) { length, label in
      let part = scale.fraction(label.value)
      return part > 0 ? min(length, (room - label.size - ChartLook.gap) / part) : length
    }
  }
}

/// Places of figures along one direction of the page, points.
struct ValueAxis {
  var scale: TickScale
  /// Place of the lowest tick, and from there to the highest; negative where figures grow upwards.
  var start: Double
  var length: Double

  func place(_ value: Double) -> Double { start + scale.fraction(value) * length }
}
