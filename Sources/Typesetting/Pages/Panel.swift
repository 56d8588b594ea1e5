internal import Graphics

/// Lines, rules and drawings at fixed places in a rectangle: what stands side by side (letterhead, closing block, header of a table).
///
/// Points from the panel's upper left corner. A panel stays whole unless it is higher than a page; then `split` parts it between lines.
struct Panel {
  struct Line {
    var line: TextLine
    var x: Double
    var baseline: Double
    /// Of the line's box, for splitting.
    var top: Double
    var bottom: Double
  }

  struct Drawing {
    var fragment: Fragment
    var x: Double
    var y: Double
  }

  var height = 0.0
  var lines: [Line] = []
  /// In reading order after the lines.
  var drawings: [Drawing] = []
  /// Rules and boxes behind the text.
  var backdrop: [Item] = []

  init(height: Double = 0) {
    self.height = height
  }

  /// Stands `block` at (`x`, `y`) and returns the y under it.
  @discardableResult
  mutating func place(_ block: TextBlock, x: Double, y: Double) -> Double {
    var top = y
    for line in block.lines {
      lines.append(
        Line(
          line: line, x: x, baseline: top + block.ascent, top: top, bottom: top + block.ascent + block.descent))
      top += block.pitch
    }
    let bottom = y + block.height
    height = max(height, bottom)
    return bottom
  }

  /// A horizontal rule from `x`, `width` long.
  mutating func rule(x: Double, y: Double, width: Double, thickness: Length) {
    backdrop.append(.rule(Rule.horizontal(x: x, y: y, width: width, thickness: thickness)))
    height = max(height, y)
  }

  /// The lines and drawings that end above `limit`, and the rest moved up to begin at 0. Either may be empty.
  func split(at limit: Double) -> (head: Panel, tail: Panel) {
    var head = Panel()
    var tail = Panel()
    head.lines = lines.filter { $0.bottom <= limit }
    head.drawings = drawings.filter { $0.y + $0.fragment.height <= limit }
    tail.lines = lines.filter { $0.bottom > limit }
    tail.drawings = drawings.filter { $0.y + $0.fragment.height > limit }
    let rise = min(tail.lines.map(\.top).min() ?? height, tail.drawings.map(\.y).min() ?? height)
    for item in backdrop {
      let bottom = item.bottom
      if bottom <= rise { head.backdrop.append(item) } else { tail.backdrop.append(item.moved(x: 0, y: -rise)) }
    }
    tail.raise(by: rise)
    head.height = min(
      limit, max(head.lines.map(\.bottom).max() ?? 0, head.drawings.map { $0.y + $0.fragment.height }.max() ?? 0))
    tail.height = max(0, height - rise)
    return (head, tail)
  }

  var isEmpty: Bool { lines.isEmpty && drawings.isEmpty }

  private mutating func raise(by distance: Double) {
    for index in lines.indices {
      lines[index].baseline -= distance
      lines[index].top -= distance
      lines[index].bottom -= distance
    }
    for index in drawings.indices { drawings[index].y -= distance }
  }
}

extension Rule {
  static func horizontal(x: Double, y: Double, width: Double, thickness: Length, color: Color = .black) -> Rule {
    Rule(
      from: Point(x: .points(x), y: .points(y)), to: Point(x: .points(x + width), y: .points(y)), width: thickness,
      color: color)
  }

  static func vertical(x: Double, from top: Double, to bottom: Double, thickness: Length, color: Color = .black) -> Rule
  {
    Rule(
      from: Point(x: .points(x), y: .points(top)), to: Point(x: .points(x), y: .points(bottom)), width: thickness,
      color: color)
  }
}

extension Item {
  /// Lowest y of a rule or box behind text, points; 0 for anything else.
  fileprivate var bottom: Double {
    switch self {
    case .rule(let rule): max(rule.from.y.points, rule.to.y.points)
    case .shape(let shape):
      shape.path.elements.reduce(0) { lowest, element in
        if case .move(let point) = element { return max(lowest, point.y.points) }
        if case .line(let point) = element { return max(lowest, point.y.points) }
        return lowest
      }
    default: 0
    }
  }
}
