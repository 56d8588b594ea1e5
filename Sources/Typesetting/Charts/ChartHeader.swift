import Graphics

/// What stands above the plot: what is measured, and which surface or line is which series.
struct ChartHeader {
  enum Sample {
    case surface
    case line
  }

  var unit: String
  /// Empty where series are named elsewhere.
  var names: [String]
  var sample: Sample
  /// Tone of each name; nil: in the order of `Tone.all`.
  var tones: [Int]?
  /// How far down the legend may reach; names beyond are left out.
  var limit = Double.infinity

  static let swatchWidth = 16.0
  static let lineWidth = 28.0
  static let swatchGap = 5.0
  static let entryGap = 18.0
  static let rowGap = 3.0
  static let after = 6.0

  /// Draws it and returns how far down it reaches.
  func draw(on canvas: inout ChartCanvas, look: ChartLook, text: inout TextSetter) -> Double {
    let legendEnd = legend(on: &canvas, look: look, text: &text)
    guard let label = look.label(unit, width: canvas.width, italic: true, text: &text) else { return legendEnd }
    canvas.place(label, x: 0, y: legendEnd, role: .unit)
    return legendEnd + label.height + Self.gapAfterUnit
  }

  static let gapAfterUnit = 4.0

  private func legend(on canvas: inout ChartCanvas, look: ChartLook, text: inout TextSetter) -> Double {
    var entries: [(index: Int, label: ChartLabel)] = []
    for (index, name) in names.enumerated() {
      if let label = look.label(name, width: canvas.width - sampleWidth - Self.swatchGap, text: &text) {
        entries.append((index, label))
      }
    }
    var y = 0.0
    for row in rows(entries.map(\.label.width), width: canvas.width) {
      let width = row.reduce(-Self.entryGap) { $0 + entryWidth(entries[$1].label.width) }
      var x = max(0, (canvas.width - width) / 2)
      let height = row.reduce(0) { max($0, entries[$1].label.height) }
      guard y + height <= limit else {
        canvas.omitted += row.count
        continue
      }
      for place in row {
        let (index, label) = entries[place]
        draw(index, on: &canvas, x: x, middle: y + (height - label.height) / 2 + label.middle)
        canvas.place(
          label, x: x + sampleWidth + Self.swatchGap, y: y + (height - label.height) / 2, role: .seriesName)
        x += entryWidth(label.width)
      }
      y += height + Self.rowGap
    }
    return entries.isEmpty ? 0 : y + Self.after
  }

  private var sampleWidth: Double { sample == .surface ? Self.swatchWidth : Self.lineWidth }

  private func entryWidth(_ label: Double) -> Double { sampleWidth + Self.swatchGap + label + Self.entryGap }

  /// Entries in as few rows as the width allows, the rows of equal number as far as they can be.
  private func rows(_ widths: [Double], width: Double) -> [[Int]] {
    let fewest = rows(widths, width: width, most: widths.count)
    guard fewest.count > 1 else { return fewest }
    let even = rows(widths, width: width, most: (widths.count + fewest.count - 1) / fewest.count)
    return even.count == fewest.count ? even : fewest
  }

  /// Rows filled one after another, with `most` entries at most.
  private func rows(_ widths: [Double], width: Double, most: Int) -> [[Int]] {
    var rows: [[Int]] = []
    var x = 0.0
    for (index, label) in widths.enumerated() {
      let next = entryWidth(label)
      if rows.isEmpty || x + next - Self.entryGap > width + 1e-9 || rows[rows.count - 1].count == most {
        rows.append([])
        x = 0
      }
      rows[rows.count - 1].append(index)
      x += next
    }
    return rows
  }

  private func draw(_ index: Int, on canvas: inout ChartCanvas, x: Double, middle: Double) {
    switch sample {
    case .surface:
      let box = Box(x: x, y: middle - 4, width: Self.swatchWidth, height: 8)
      canvas.marks += Tone.series(tones?[index] ?? index).shapes(Path(box), in: box)
    case .line:
      let look = LineLook.series(index)
      var path = Path()
      path.line(x, middle, x + Self.lineWidth, middle)
      canvas.marks.append(Shape(path: path, stroke: look.stroke))
      canvas.marks.append(look.markers([(x + Self.lineWidth / 2, middle)]))
    }
  }
}
