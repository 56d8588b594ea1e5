internal import Graphics

/// Gathers the rules of a table on a page and joins those that continue each other, so that a page has few of them.
struct RuleCollector {
  private struct Line {
    /// The coordinate both ends share: x of a vertical rule, y of a horizontal one.
    var place: Double
    var from: Double
    var to: Double
  }

  private var horizontals: [Line] = []
  private var verticals: [Line] = []

  mutating func horizontal(y: Double, from: Double, to: Double) {
    RuleCollector.add(Line(place: y, from: from, to: to), to: &horizontals)
  }

  mutating func vertical(x: Double, from: Double, to: Double) {
    RuleCollector.add(Line(place: x, from: from, to: to), to: &verticals)
  }

  /// The rules so far, horizontal ones first; the collector is empty afterwards.
  mutating func finish(thickness: Length) -> [Item] {
    defer { self = RuleCollector() }
    return horizontals.map { .rule(.horizontal(x: $0.from, y: $0.place, width: $0.to - $0.from, thickness: thickness)) }
      + verticals.map { .rule(.vertical(x: $0.place, from: $0.from, to: $0.to, thickness: thickness)) }
  }

  private static func add(_ line: Line, to lines: inout [Line]) {
    guard line.to > line.from else { return }
    for index in lines.indices.reversed() where abs(lines[index].place - line.place) < tolerance {
      guard line.from <= lines[index].to + tolerance, line.to >= lines[index].from - tolerance else { continue }
      lines[index].from = min(lines[index].from, line.from)
      lines[index].to = max(lines[index].to, line.to)
      return
    }
    lines.append(line)
  }

  /// Rounding of sums: a hundredth of a point is no gap on paper.
  private static let tolerance = 0.01
}
