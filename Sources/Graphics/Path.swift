/// An outline: lines and cubic curves, in page coordinates.
public struct Path: Sendable, Hashable {
  public enum Element: Sendable, Hashable {
    case move(Point)
    case line(Point)
    case curve(Point, Point, Point)
    case close
  }

  public var elements: [Element]

  public init(_ elements: [Element] = []) {
    self.elements = elements
  }

  public init(_ rect: Rect) {
    elements = [
      .move(rect.origin), .line(Point(x: rect.maxX, y: rect.minY)), .line(Point(x: rect.maxX, y: rect.maxY)),
      .line(Point(x: rect.minX, y: rect.maxY)), .close,
    ]
  }
}

/// How the edge of a path is drawn.
public struct Stroke: Sendable, Hashable {
  public var color: Color
  public var width: Length
  /// Lengths of dash and gap in turn; empty is a solid line.
  public var dash: [Length]

  public init(color: Color = .black, width: Length, dash: [Length] = []) {
    self.color = color
    self.width = width
    self.dash = dash
  }
}

/// A path with its paint. `clip` limits what is painted, as hatches inside a bar need it.
public struct Shape: Sendable, Hashable {
  public var path: Path
  public var fill: Color?
  public var stroke: Stroke?
  public var clip: Path?

  public init(path: Path, fill: Color? = nil, stroke: Stroke? = nil, clip: Path? = nil) {
    self.path = path
    self.fill = fill
    self.stroke = stroke
    self.clip = clip
  }
}

/// A straight horizontal or vertical line: table rules, the line under a title.
///
/// Apart from `Shape`, because all rules of a page of one width and colour are drawn in a single stroke before the text.
public struct Rule: Sendable, Hashable {
  public var from: Point
  public var to: Point
  public var width: Length
  public var color: Color

  public init(from: Point, to: Point, width: Length, color: Color = .black) {
    self.from = from
    self.to = to
    self.width = width
    self.color = color
  }
}
