internal import Graphics

/// A finished piece of page of fixed size: a chart or a row of pictures with its caption. It never splits over pages.
///
/// `ChartSetter` and `FigureSetter` make fragments, the page builder places them. Items are relative to the upper left corner of the
/// fragment and stay inside `width` × `height` (points); they are in reading order.
struct Fragment: Sendable, Hashable {
  var width: Double
  var height: Double
  var items: [Item]
  /// Footnotes whose marks stand in the caption, in order.
  var footnotes: [FootnoteCall] = []

  init(width: Double, height: Double, items: [Item] = []) {
    self.width = width
    self.height = height
    self.items = items
  }

  /// The items with the fragment's upper left corner at (`x`, `y`) points on the page.
  func placed(x: Double, y: Double) -> [Item] {
    items.map { $0.moved(x: x, y: y) }
  }
}

extension Item {
  /// The same item `x` points further right and `y` points further down.
  func moved(x: Double, y: Double) -> Item {
    switch self {
    case .glyphs(let run): .glyphs(run.moved(x: x, y: y))
    case .rule(let rule):
      .rule(
        Rule(from: rule.from.moved(x: x, y: y), to: rule.to.moved(x: x, y: y), width: rule.width, color: rule.color))
    case .shape(let shape): .shape(shape.moved(x: x, y: y))
    case .picture(let picture, let rect): .picture(picture, in: rect.moved(x: x, y: y))
    case .link(let target, let rect): .link(target, in: rect.moved(x: x, y: y))
    case .anchor(let name, let point): .anchor(name, at: point.moved(x: x, y: y))
    case .outline(let title, let level, let point): .outline(title: title, level: level, at: point.moved(x: x, y: y))
    case .watermark(let run, let angle, let point):
      .watermark(run.moved(x: x, y: y), angle: angle, around: point.moved(x: x, y: y))
    }
  }
}

extension Point {
  func moved(x: Double, y: Double) -> Point { Point(x: self.x + .points(x), y: self.y + .points(y)) }
}

extension Rect {
  func moved(x: Double, y: Double) -> Rect { Rect(origin: origin.moved(x: x, y: y), size: size) }
}

extension GlyphRun {
  func moved(x: Double, y: Double) -> GlyphRun {
    with(glyphs: glyphs.map { Glyph(id: $0.id, x: $0.x + x, y: $0.y + y) })
  }
}

extension Path {
  func moved(x: Double, y: Double) -> Path {
    Path(
      elements.map { element in
        switch element {
        case .move(let point): .move(point.moved(x: x, y: y))
        case .line(let point): .line(point.moved(x: x, y: y))
        case .curve(let first, let second, let end):
          .curve(first.moved(x: x, y: y), second.moved(x: x, y: y), end.moved(x: x, y: y))
        case .close: .close
        }
      })
  }
}

extension Shape {
  func moved(x: Double, y: Double) -> Shape {
    Shape(path: path.moved(x: x, y: y), fill: fill, stroke: stroke, clip: clip?.moved(x: x, y: y))
  }
}
