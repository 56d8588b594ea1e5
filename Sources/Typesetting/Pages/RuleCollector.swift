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

  /// Adds the rules so far to `items`, horizontal ones first; the collector is empty afterwards.
  mutating func finish(thickness: Length, into items: inout [Item]) {
    for line in horizontals {
      items.append(.rule(.horizontal(x: line.from, y: line.place, width: line.to - line.from, thickness: thickness)))
    }
    for line in verticals {
      items.append(.rule(.vertical(x: line.place, from: line.from, to: line.to, thickness: thickness)))
    }
    self = RuleCollector()
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
