/// A distance on the page. Stored in PostScript points (1/72 inch), the unit of PDF.
public struct Length: Sendable, Hashable, Comparable {
  /// The distance in points.
  public var points: Double

  @inlinable public init(points: Double) { self.points = points }

  @inlinable public static func points(_ value: Double) -> Length { Length(points: value) }
  /// 1 mm = 72/25.4 points.
  @inlinable public static func mm(_ value: Double) -> Length { Length(points: value * 72 / 25.4) }

  public static let zero = Length(points: 0)

  /// The distance in millimetres.
  @inlinable public var mm: Double { points * 25.4 / 72 }

  @inlinable public static func < (left: Length, right: Length) -> Bool { left.points < right.points }
  @inlinable public static func + (left: Length, right: Length) -> Length { Length(points: left.points + right.points) }
  @inlinable public static func - (left: Length, right: Length) -> Length { Length(points: left.points - right.points) }
  @inlinable public static func * (left: Length, factor: Double) -> Length { Length(points: left.points * factor) }
  @inlinable public static func / (left: Length, divisor: Double) -> Length { Length(points: left.points / divisor) }
  @inlinable public static prefix func - (value: Length) -> Length { Length(points: -value.points) }
  @inlinable public static func += (left: inout Length, right: Length) { left.points += right.points }
  @inlinable public static func -= (left: inout Length, right: Length) { left.points -= right.points }
}

/// A point on the page: origin at the upper left corner of the paper, x to the right, y down.
public struct Point: Sendable, Hashable {
  public var x: Length
  public var y: Length

  @inlinable public init(x: Length, y: Length) {
    self.x = x
    self.y = y
  }
}

/// A width and a height.
public struct Size: Sendable, Hashable {
  public var width: Length
  public var height: Length

  @inlinable public init(width: Length, height: Length) {
    self.width = width
    self.height = height
  }

  /// ISO 216 A4, portrait.
  public static let a4 = Size(width: .mm(210), height: .mm(297))
}

/// An upright rectangle; `origin` is its upper left corner.
public struct Rect: Sendable, Hashable {
  public var origin: Point
  public var size: Size

  @inlinable public init(origin: Point, size: Size) {
    self.origin = origin
    self.size = size
  }

  @inlinable public init(x: Length, y: Length, width: Length, height: Length) {
    self.init(origin: Point(x: x, y: y), size: Size(width: width, height: height))
  }

  @inlinable public var minX: Length { origin.x }
  @inlinable public var minY: Length { origin.y }
  @inlinable public var maxX: Length { origin.x + size.width }
  @inlinable public var maxY: Length { origin.y + size.height }
}
