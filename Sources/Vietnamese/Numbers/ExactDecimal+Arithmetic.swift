/// The result does not fit 38 digits.
public struct DecimalOverflow: Error, Sendable, Hashable, CustomStringConvertible {
  public init() {}
  public var description: String { "số quá lớn / the number is too large" }
}

extension ExactDecimal {
  public static func + (left: ExactDecimal, right: ExactDecimal) throws(DecimalOverflow) -> ExactDecimal {
    let common = max(left.scale, right.scale)
    let (a, b) = (try left.coefficient(atScale: common), try right.coefficient(atScale: common))
    let (sum, overflow) = a.addingReportingOverflow(b)
    if overflow { throw DecimalOverflow() }
    return ExactDecimal(coefficient: sum, scale: common)
  }

  public static func - (left: ExactDecimal, right: ExactDecimal) throws(DecimalOverflow) -> ExactDecimal {
    let common = max(left.scale, right.scale)
    let (a, b) = (try left.coefficient(atScale: common), try right.coefficient(atScale: common))
    let (difference, overflow) = a.subtractingReportingOverflow(b)
    if overflow { throw DecimalOverflow() }
    return ExactDecimal(coefficient: difference, scale: common)
  }

  public static func * (left: ExactDecimal, right: ExactDecimal) throws(DecimalOverflow) -> ExactDecimal {
    let (product, overflow) = left.coefficient.multipliedReportingOverflow(by: right.coefficient)
    if !overflow, left.scale + right.scale <= maximumScale {
      return ExactDecimal(coefficient: product, scale: left.scale + right.scale)
    }
    // Written zeros may be all that is in the way.
    let (a, b) = (left.trimmed(toScale: 0), right.trimmed(toScale: 0))
    let (shorter, stillTooLarge) = a.coefficient.multipliedReportingOverflow(by: b.coefficient)
    if stillTooLarge || a.scale + b.scale > maximumScale { throw DecimalOverflow() }
    return ExactDecimal(coefficient: shorter, scale: a.scale + b.scale)
  }

  /// The value at `target` decimals, half away from zero. A value that already has no more decimals is returned
  /// as it is; printing adds the zeros.
  public func rounded(toScale target: Int) -> ExactDecimal {
    let places = max(0, target)
    guard places < scale else { return self }
    let unit = PowerOfTen.int128(scale - places)
    let (quotient, remainder) = coefficient.quotientAndRemainder(dividingBy: unit)
    // Compared by subtraction: twice a remainder of 10^37 would still fit, but this needs no argument.
    let reaches = remainder.magnitude >= unit.magnitude - remainder.magnitude
    let step: Int128 = reaches ? (coefficient < 0 ? -1 : 1) : 0
    return ExactDecimal(coefficient: quotient + step, scale: places)
  }

  /// `numerator / denominator` with exactly `scale` decimals, half away from zero.
  ///
  /// Nil when the denominator is zero, when `scale` is outside 0…`maximumScale`, or when the result does not fit.
  public static func ratio(
    _ numerator: ExactDecimal, _ denominator: ExactDecimal, scale: Int
  ) -> ExactDecimal? {
    guard !denominator.isZero, 0...maximumScale ~= scale else { return nil }
    var divisor = denominator.coefficient.magnitude
    let shift = scale + denominator.scale - numerator.scale
    if shift < 0 {
      let (scaled, overflow) = divisor.multipliedReportingOverflow(by: PowerOfTen.int128(-shift).magnitude)
      // A divisor beyond 38 digits is more than twice any numerator: the quotient rounds to zero.
      if overflow { return ExactDecimal(coefficient: Int128(0), scale: scale) }
      divisor = scaled
    }
    guard let quotient = divide(numerator.coefficient.magnitude, by: divisor, extraDigits: max(0, shift)),
      let magnitude = Int128(exactly: quotient)
    else { return nil }
    return ExactDecimal(
      coefficient: numerator.isNegative != denominator.isNegative ? -magnitude : magnitude, scale: scale)
  }

  /// 100 × `part` / `whole` with `scale` decimals, half up; nil when `whole` is zero.
  public static func percentage(of part: Int, in whole: Int, scale: Int) -> ExactDecimal? {
    ratio(ExactDecimal(coefficient: Int128(part) * 100, scale: 0), ExactDecimal(whole), scale: scale)
  }

  /// Long division by hand, one decimal digit at a time, so that no intermediate product overflows.
  private static func divide(_ dividend: UInt128, by divisor: UInt128, extraDigits: Int) -> UInt128? {
    var (quotient, remainder) = dividend.quotientAndRemainder(dividingBy: divisor)
    for _ in 0..<extraDigits {
      let (digit, rest) = nextDigit(remainder, divisor)
      let (shifted, tooLarge) = quotient.multipliedReportingOverflow(by: 10)
      let (next, carried) = shifted.addingReportingOverflow(digit)
      if tooLarge || carried { return nil }
      (quotient, remainder) = (next, rest)
    }
    guard remainder >= divisor - remainder else { return quotient }
    let (up, overflow) = quotient.addingReportingOverflow(1)
    return overflow ? nil : up
  }

  /// The next digit of `remainder / divisor` and what is left; `remainder < divisor`.
  private static func nextDigit(_ remainder: UInt128, _ divisor: UInt128) -> (digit: UInt128, rest: UInt128) {
    let (tenfold, overflow) = remainder.multipliedReportingOverflow(by: 10)
    if !overflow { return (tenfold / divisor, tenfold % divisor) }
    // Only for divisors near 2^128: add ten times, subtracting when the divisor is reached.
    var (digit, rest) = (UInt128(0), UInt128(0))
    for _ in 0..<10 {
      if rest >= divisor - remainder {
        rest -= divisor - remainder
        digit += 1
      } else {
        rest += remainder
      }
    }
    return (digit, rest)
  }

  private func coefficient(atScale target: Int) throws(DecimalOverflow) -> Int128 {
    let (scaled, overflow) = coefficient.multipliedReportingOverflow(by: PowerOfTen.int128(target - scale))
    if overflow { throw DecimalOverflow() }
    return scaled
  }
}
