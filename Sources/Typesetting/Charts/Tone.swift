import Graphics

/// How the surface of one series or slice looks: ground, and lines on it.
///
/// Told apart without colour: neighbours in `Tone.all` differ in mean grey by `leastContrast`, and no two have the same pattern
/// and grey. One hue of ink, as in a printed yearbook.
struct Tone: Hashable {
  enum Hatch: Hashable {
    case none
    /// Lines rising to the right, falling to the right, both.
    case rising
    case falling
    case crossed
    case horizontal
    case vertical
    case dots
  }

  var ground: Color
  var hatch: Hatch
  /// Distance of the hatch's lines and their thickness, points.
  var spacing: Double
  var weight: Double

  /// Lines, edges and axes of charts.
  static let ink = Color(red: 0.11, green: 0.24, blue: 0.39)
  static let paper = Color.white
  private static let mid = Color(red: 0.56, green: 0.67, blue: 0.78)
  private static let pale = Color(red: 0.86, green: 0.9, blue: 0.94)

  /// Mean luma of neighbours differs by at least this much. A fifth of the scale stays visible on an office printer and its copies
  /// (adjacent steps of grey wedges in print control are 0.1 to 0.2 apart).
  static let leastContrast = 0.18

  static let all = [
    Tone(ground: ink, hatch: .none, spacing: 0, weight: 0),
    Tone(ground: paper, hatch: .rising, spacing: 4, weight: 0.8),
    Tone(ground: mid, hatch: .none, spacing: 0, weight: 0),
    Tone(ground: paper, hatch: .dots, spacing: 3.6, weight: 1.1),
    Tone(ground: paper, hatch: .crossed, spacing: 3.2, weight: 0.9),
    Tone(ground: pale, hatch: .none, spacing: 0, weight: 0),
    Tone(ground: paper, hatch: .horizontal, spacing: 2.4, weight: 1.1),
    Tone(ground: paper, hatch: .falling, spacing: 6, weight: 0.7),
  ]

  /// The tone of series `index`; beyond the known ones they return in turn.
  static func series(_ index: Int) -> Tone { all[index % all.count] }

  /// Tone indices for `count` slices around a circle, where the last one touches the first.
  static func around(_ count: Int) -> [Int] {
    var indices = (0..<count).map { $0 % all.count }
    // 9 slices, 17, …: the last would look like the first. The third tone is apart from the last and the first.
    if count > 1, indices[count - 1] == indices[0] { indices[count - 1] = 2 }
    return indices
  }

  /// Whether text is readable straight on it, and in which colour; nil: it needs a white ground of its own.
  var textColor: Color? {
    guard hatch == .none else { return nil }
    return ground.luma < 0.45 ? .white : .black
  }

  /// Share of the surface that the lines cover, 0…1.
  var coverage: Double {
    guard spacing > 0 else { return 0 }
    let part = min(weight / spacing, 1)
    return switch hatch {
    case .none: 0
    case .rising, .falling, .horizontal, .vertical: part
    case .crossed: 1 - (1 - part) * (1 - part)
    case .dots: part * part
    }
  }

  /// Mean luma of the surface, as a black-and-white printer and a distant eye see it.
  var luma: Double { ground.luma * (1 - coverage) + Tone.ink.luma * coverage }
}

extension Tone {
  /// Lines of one hatch at most; larger surfaces get them further apart.
  static let mostLines = 160
  /// Thickness of the line around bars and slices.
  static let edge = 0.5

  /// The shapes that paint `outline`, which lies inside `box`: ground, hatch cut to the outline, edge.
  func shapes(_ outline: Path, in box: Box) -> [Shape] {
    var shapes = [Shape(path: outline, fill: ground)]
    if hatch != .none, box.width > 0, box.height > 0 {
      shapes.append(Shape(path: lines(in: box), stroke: stroke, clip: outline))
    }
    shapes.append(Shape(path: outline, stroke: Stroke(color: Tone.ink, width: .points(Tone.edge))))
    return shapes
  }

  private var stroke: Stroke {
    let dash: [Length] = hatch == .dots ? [.points(weight), .points(spacing - weight)] : []
    return Stroke(color: Tone.ink, width: .points(weight), dash: dash)
  }

  /// The lines of the hatch over `box`. Their places are multiples of the spacing from the corner of the chart, so that equal
  /// surfaces side by side look as if cut from one sheet.
  func lines(in box: Box) -> Path {
    var path = Path()
    switch hatch {
    case .none: break
    case .rising: diagonals(in: box, rising: true, into: &path)
    case .falling: diagonals(in: box, rising: false, into: &path)
    case .crossed:
      diagonals(in: box, rising: true, into: &path)
      diagonals(in: box, rising: false, into: &path)
    case .horizontal:
      for y in places(from: box.y, to: box.maxY, step: spacing) { path.line(box.x, y, box.maxX, y) }
    case .vertical:
      for x in places(from: box.x, to: box.maxX, step: spacing) { path.line(x, box.y, x, box.maxY) }
    case .dots: dots(in: box, into: &path)
    }
    return path
  }

  private func diagonals(in box: Box, rising: Bool, into path: inout Path) {
    // Lines x + y = c or x - y = c; c steps by √2 times the distance.
    let step = spacing * 2.0.squareRoot()
    let low = rising ? box.x + box.y : box.x - box.maxY
    let high = rising ? box.maxX + box.maxY : box.maxX - box.y
    for c in places(from: low, to: high, step: step) {
      let left = rising ? max(box.x, c - box.maxY) : max(box.x, c + box.y)
      let right = rising ? min(box.maxX, c - box.y) : min(box.maxX, c + box.maxY)
      guard right > left else { continue }
      path.line(left, rising ? c - left : left - c, right, rising ? c - right : right - c)
    }
  }

  /// Rows of square dots, every other row half a step further: dashes as long as the line is thick.
  private func dots(in box: Box, into path: inout Path) {
    for y in places(from: box.y, to: box.maxY, step: spacing) {
      let row = (y / spacing).rounded()
      let offset = row.truncatingRemainder(dividingBy: 2) == 0 ? 0 : spacing / 2
      let start = ((box.x - offset) / spacing).rounded(.down) * spacing + offset
      path.line(start, y, box.maxX, y)
    }
  }

  /// Multiples of `step` between `low` and `high`, `mostLines` at most.
  private func places(from low: Double, to high: Double, step: Double) -> [Double] {
    guard high > low, step > 0, (high - low).isFinite else { return [] }
    let wanted = (high - low) / step
    let wide = step * max(1, (wanted / Double(Tone.mostLines - 1)).rounded(.up))
    let first = (low / wide).rounded(.up)
    let count = Int((high / wide).rounded(.down) - first) + 1
    return (0..<max(0, min(count, Tone.mostLines))).map { (first + Double($0)) * wide }
  }
}
