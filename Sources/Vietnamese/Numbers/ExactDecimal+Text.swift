extension ExactDecimal {
  /// Reads the machine form only: an optional `-`, digits, and optionally `.` with digits. What people type goes
  /// through `NumberInput`. Nil for anything else and for more than 37 digits.
  public static func parse(_ text: String) -> ExactDecimal? {
    var coefficient: Int128 = 0
    var scale: Int?
    var digits = 0
    var rest = Substring(text)
    let negative = rest.first == "-"
    if negative { rest = rest.dropFirst() }
    for byte in rest.utf8 {
      switch byte {
      case 0x30...0x39 where digits < maximumScale:
        coefficient = coefficient * 10 + Int128(byte &- 0x30)
        digits += 1
        if let places = scale { scale = places + 1 }
      case 0x2E where scale == nil && digits > 0: scale = 0
      default: return nil
      }
    }
    guard digits > 0, scale != 0 else { return nil }
    return ExactDecimal(coefficient: negative ? -coefficient : coefficient, scale: scale ?? 0)
  }

  /// Sign, whole part (grouped in threes when `grouping` is given), mark, and at least `minimumScale` decimals.
  func text(decimalMark: Character, grouping: Character?, minimumScale: Int = 0) -> String {
    var digits = String(coefficient.magnitude)
    if digits.utf8.count <= scale {
      digits = String(repeating: "0", count: scale + 1 - digits.utf8.count) + digits
    }
    let whole = digits.dropLast(scale)
    var result = coefficient < 0 ? "-" : ""
    result += grouping.map { Self.grouped(whole, by: $0) } ?? String(whole)
    let zeros = max(0, minimumScale - scale)
    if scale + zeros > 0 {
      result.append(decimalMark)
      result += digits.suffix(scale) + String(repeating: "0", count: zeros)
    }
    return result
  }

  /// `1234567` -> `1.234.567`.
  static func grouped(_ digits: Substring, by mark: Character) -> String {
    var result = ""
    var left = digits.utf8.count
    for digit in digits {
      result.append(digit)
      left -= 1
      if left > 0, left % 3 == 0 { result.append(mark) }
    }
    return result
  }
}
