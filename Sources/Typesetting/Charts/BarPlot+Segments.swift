import Graphics

extension BarPlot {
  /// Between a label and the edge of the segment it stands in, and length of the line to a segment it stands beside; points.
  private static let inset = 2.0
  private static let leader = 6.0
  /// Part of a label's height that figures leave white below them.
  private static let descender = 0.2

  /// Figures of stacked bars: in their segment where they fit, else beside the bar (above it where bars lie) with a thin line.
  ///
  /// `room` is the space between two bars.
  func labelSegments(
    _ boxes: [[Box]], _ values: [[ChartLabel?]], look: ChartLook, standing: Bool, room: Double,
    on canvas: inout ChartCanvas, text: inout TextSetter
  ) {
    for index in data.categories.indices {
      var outside: [(box: Box, label: ChartLabel)] = []
      for row in data.rows.indices {
        guard let label = values[row][index] else { continue }
        let box = boxes[row][index]
        guard box.width > 0, box.height > 0 else { continue }
        if box.width >= label.width + 2 * Self.inset, box.height >= label.height {
          let tone = Tone.series(row)
          let own = tone.textColor.flatMap { look.label(data.rows[row].labels[index], color: $0, text: &text) }
          placeInside(own ?? label, in: box, patched: own == nil, on: &canvas)
        } else {
          outside.append((box, label))
        }
      }
      placeOutside(outside, standing: standing, room: room, on: &canvas)
    }
  }

  private func foot(of boxes: [Box]) -> Double { boxes.reduce(0) { max($0, $1.maxY) } }

  private func placeInside(_ label: ChartLabel, in bar: Box, patched: Bool, on canvas: inout ChartCanvas) {
    let box = Box(
      x: bar.midX - label.width / 2, y: bar.midY - label.height / 2, width: label.width, height: label.height)
    if patched {
      let patch = Box(x: box.x - 1.5, y: box.y + 0.5, width: box.width + 3, height: box.height - 1)
      canvas.marks.append(Shape(path: Path(patch), fill: Tone.paper))
    }
    canvas.place(label, x: box.x, y: box.y, role: .value)
  }

  private func placeOutside(
    _ labels: [(box: Box, label: ChartLabel)], standing: Bool, room: Double, on canvas: inout ChartCanvas
  ) {
    guard let first = labels.first else { return }
    let need = labels.reduce(0) { max($0, standing ? $1.label.width + Self.leader + Self.inset : $1.label.height) }
    // Beside a standing bar no lower than the bar: below it are the names.
    let foot = foot(of: labels.map(\.box)) + first.label.height * Self.descender
    let limits = standing ? (0.0, min(foot, canvas.height)) : (0.0, canvas.width)
    let middles = Spread.middles(
      ideal: labels.map { standing ? $0.box.midY : $0.box.midX },
      lengths: labels.map { standing ? $0.label.height : $0.label.width + 2 * Self.inset },
      low: limits.0, high: limits.1)
    guard let middles, need <= room else {
      canvas.omitted += labels.count
      return
    }
    var leaders = Path()
    for (item, middle) in zip(labels, middles) {
      let x = standing ? item.box.maxX + Self.leader : middle - item.label.width / 2
      let y = standing ? middle - item.label.height / 2 : first.box.y - item.label.height
      let box = canvas.inside(Box(x: x, y: y, width: item.label.width, height: item.label.height))
      canvas.patch(box)
      canvas.place(item.label, x: box.x, y: box.y, role: .value)
      if standing {
        leaders.line(item.box.maxX, item.box.midY, item.box.maxX + Self.leader - 1, middle)
      } else if abs(middle - item.box.midX) > item.box.width / 2 {
        leaders.line(item.box.midX, item.box.y, middle, item.box.y - Self.inset)
      }
    }
    if !leaders.elements.isEmpty { canvas.front.append(Shape(path: leaders, stroke: ChartLook.leader)) }
  }
}
