extension ExactDecimal {
  /// Reads the machine form only: an optional `-`, digits, and optionally `.` with digits. What people type goes
  /// through `NumberInput`. Nil for anything else, and for more than 37 decimals or significant digits.
  public static func parse(_ text: String) -> ExactDecimal? {
    var coefficient: Int128 = 0
    var scale: Int?
    var significant = 0
    var hasDigits = false
    var rest = Substring(text)
    let negative = rest.first == "-"
    if negative { rest = rest.dropFirst() }
    for byte in rest.utf8 {
      switch byte {
      case 0x30...0x39 where significant < maximumScale && (scale ?? 0) < maximumScale:
        coefficient = coefficient * 10 + Int128(byte &- 0x30)
        // The zero before the mark of 0.24… is no digit of the number.
        if coefficient > 0 { significant += 1 }
        hasDigits = true
        if let places = scale { scale = places + 1 }
      case 0x2E where scale == nil && hasDigits: scale = 0
      default: return nil
      }
    }
    guard hasDigits, scale != 0 else { return nil }
    return ExactDecimal(coefficient: negative ? -coefficient : coefficient, scale: scale ?? 0)
  }

  /// Sign, whole part (grouped in threes when `grouping` is given), mark, and at least `minimumScale` decimals. Marks
  /// are ASCII.
  func text(decimalMark: UInt8, grouping: UInt8?, minimumScale: Int = 0) -> String {
    // From the last digit to the first; a report prints a thousand of these.
    var reversed: [UInt8] = []
    reversed.reserveCapacity(48)
    for _ in 0..<max(0, minimumScale - scale) { reversed.append(0x30) }
    var digits = DigitSource(coefficient.magnitude)
    for _ in 0..<scale { reversed.append(digits.next()) }
    if scale > 0 || minimumScale > 0 { reversed.append(decimalMark) }
    var count = 0
    repeat {
      if let grouping, count > 0, count % 3 == 0 { reversed.append(grouping) }
      reversed.append(digits.next())
      count += 1
    } while !digits.isEmpty
    if coefficient < 0 { reversed.append(0x2D) }
    reversed.reverse()
    return String(decoding: reversed, as: UTF8.self)
  }
}

/// The decimal digits of a number from the last, in 64-bit arithmetic as soon as it fits.
private struct DigitSource {
  private var high: UInt128
  private var low: UInt64

  init(_ value: UInt128) {
    let fits = value <= UInt64.max
    (high, low) = fits ? (0, UInt64(value)) : (value, 0)
  }

  var isEmpty: Bool { high == 0 && low == 0 }

  /// The next digit as ASCII; `0` for ever once the number is used up.
  mutating func next() -> UInt8 {
    if high == 0 {
      let (quotient, digit) = low.quotientAndRemainder(dividingBy: 10)
      low = quotient
      return 0x30 + UInt8(digit)
    }
    let digit = UInt8(high % 10)
    high /= 10
    if high <= UInt64.max { (high, low) = (0, UInt64(high)) }
    return 0x30 + digit
  }
}
