/// An exact decimal number: `coefficient` / 10^`scale`. No figure of a report passes through binary floating point.
///
/// Equality, order and hashing go by value (`1.5 == 1.50`), while `scale` keeps the precision that was written.
public struct ExactDecimal: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The digits as one whole number, with the sign.
  public let coefficient: Int128
  /// How many of the digits stand after the decimal mark, 0…`maximumScale`.
  public let scale: Int

  /// The largest scale: 10^37 still fits the coefficient with a digit to spare.
  public static let maximumScale = 37
  public static let zero = ExactDecimal(0)

  public init(_ value: Int) {
    self.init(coefficient: Int128(value), scale: 0)
  }

  /// - Precondition: `scale` is in 0…`maximumScale`; text from outside goes through `parse`, which checks.
  public init(coefficient: Int128, scale: Int) {
    precondition(0...Self.maximumScale ~= scale, "scale outside 0...37")
    self.coefficient = coefficient
    self.scale = scale
  }

  /// - Precondition: `scale` is in 0…`maximumScale`.
  public init(coefficient: Int, scale: Int) {
    self.init(coefficient: Int128(coefficient), scale: scale)
  }

  /// The value as a whole number, or nil when it has a fraction or does not fit.
  public var wholeValue: Int? {
    let unit = PowerOfTen.int128(scale)
    guard coefficient % unit == 0 else { return nil }
    return Int(exactly: coefficient / unit)
  }

  /// An approximation for drawing (chart coordinates), never for a printed figure.
  public var approximateDouble: Double {
    Double(coefficient) / Double(PowerOfTen.int128(scale))
  }

  public var isZero: Bool { coefficient == 0 }
  public var isNegative: Bool { coefficient < 0 }

  /// The number as machines write it: `-12.50`.
  public var description: String { text(decimalMark: 0x2E, grouping: nil) }

  public static func == (left: ExactDecimal, right: ExactDecimal) -> Bool {
    if left.scale == right.scale { return left.coefficient == right.coefficient }
    return compare(left, right) == 0
  }

  public static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
    if left.scale == right.scale { return left.coefficient < right.coefficient }
    return compare(left, right) < 0
  }

  public func hash(into hasher: inout Hasher) {
    let shortest = trimmed(toScale: 0)
    hasher.combine(shortest.coefficient)
    hasher.combine(shortest.scale)
  }

  /// The same value without trailing zeros beyond `floor` decimals.
  public func trimmed(toScale floor: Int) -> ExactDecimal {
    var digits = coefficient
    var places = scale
    while places > max(0, floor), digits % 10 == 0 {
      digits /= 10
      places -= 1
    }
    return ExactDecimal(coefficient: digits, scale: places)
  }

  /// Whole parts first, then fractions on the larger scale: nothing here can overflow.
  private static func compare(_ left: ExactDecimal, _ right: ExactDecimal) -> Int {
    let (leftUnit, rightUnit) = (PowerOfTen.int128(left.scale), PowerOfTen.int128(right.scale))
    let (a, b) = (left.coefficient / leftUnit, right.coefficient / rightUnit)
    if a != b { return a < b ? -1 : 1 }
    let common = max(left.scale, right.scale)
    let c = (left.coefficient % leftUnit) * PowerOfTen.int128(common - left.scale)
    let d = (right.coefficient % rightUnit) * PowerOfTen.int128(common - right.scale)
    return c == d ? 0 : (c < d ? -1 : 1)
  }
}

/// Powers of ten up to 10^37, computed once.
enum PowerOfTen {
  private static let values: [Int128] = {
    var powers: [Int128] = [1]
    for _ in 0..<ExactDecimal.maximumScale { powers.append((powers.last ?? 1) * 10) }
    return powers
  }()

  /// - Precondition: `exponent` is in 0…37.
  static func int128(_ exponent: Int) -> Int128 { values[exponent] }
}
