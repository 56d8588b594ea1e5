/// What a column holds; it decides how a doubtful mark is read.
public enum NumberKind: Sendable, Hashable {
  /// Whole things: organisations, people, models. `1.234` is 1234.
  case count
  /// Any number. `1.234` is ambiguous.
  case decimal
  /// A rate, with or without `%`; `12 %` gives 12.
  case percent
}

/// Which marks a file uses. A caller that has seen the whole column passes what it found.
public enum NumberConvention: Sendable, Hashable {
  /// `1.234.567,5`
  case vietnamese
  /// `1,234,567.5`
  case english
  case unknown
}

/// Reads the numbers offices type, and says when one may mean two things.
///
/// Accepted: `1.234.567,5`, `1,234,567.5`, `1 234 567` (space, no-break space, U+202F), `1'234`, `45.5`, `12 %`,
/// `'02` (the apostrophe a spreadsheet uses to mark text), `-5`, `−5`, `+5`, `(5)` (accounting, minus five).
/// One mark followed by exactly three digits is the only doubtful form; see `NumberKind`.
public enum NumberInput {
  /// Reads one cell.
  public static func parse(
    _ text: String, as kind: NumberKind, convention: NumberConvention = .unknown
  ) -> Reading<ExactDecimal> {
    ByteText.withBytes(of: text) { parse(bytes: $0, as: kind, convention: convention) }
  }

  /// Reads one cell of UTF-8 bytes, without allocating unless the value is ambiguous.
  public static func parse(
    bytes: Span<UInt8>, as kind: NumberKind, convention: NumberConvention = .unknown
  ) -> Reading<ExactDecimal> {
    if let quick = shortCount(bytes) { return .certain(ExactDecimal(quick)) }
    return parse(bytes, 0..<bytes.count, kind, convention)
  }

  /// The convention a cell proves by itself: `1.234.567`, `45,5` are Vietnamese, `1,234,567`, `45.5` English.
  /// Nil when it proves nothing (`12`, `1.234`).
  public static func evidence(bytes: Span<UInt8>) -> NumberConvention? {
    var scan = NumberScan()
    var sign = NumberSign()
    let body = sign.strip(bytes, ByteText.trimmed(bytes, 0..<bytes.count))
    guard scan.run(bytes, body) == nil else { return nil }
    return scan.convention
  }

  /// `evidence(bytes:)` for a string.
  public static func evidence(_ text: String) -> NumberConvention? {
    ByteText.withBytes(of: text) { evidence(bytes: $0) }
  }

  /// One to eighteen ASCII digits: by far the commonest cell.
  private static func shortCount(_ bytes: Span<UInt8>) -> Int? {
    guard 1...18 ~= bytes.count else { return nil }
    var value = 0
    for index in 0..<bytes.count {
      let digit = bytes[index] &- 0x30
      if digit > 9 { return nil }
      value = value &* 10 &+ Int(digit)
    }
    return value
  }

  static func parse(
    _ bytes: Span<UInt8>, _ range: Range<Int>, _ kind: NumberKind, _ convention: NumberConvention
  ) -> Reading<ExactDecimal> {
    let cell = ByteText.trimmed(bytes, range)
    if cell.isEmpty { return .empty }
    var sign = NumberSign()
    let body = sign.strip(bytes, cell)
    if body.isEmpty { return .invalid(.notANumber) }
    if sign.percent, kind == .count { return .invalid(.unexpectedPercent) }
    var scan = NumberScan()
    if let fault = scan.run(bytes, body) { return .invalid(fault) }
    if sign.negative { scan.coefficient = -scan.coefficient }
    let reading = kind == .count ? scan.count(convention) : scan.decimal(convention)
    return sign.percent && kind == .decimal ? asRateOrNumber(reading) : reading
  }

  /// `12 %` among plain numbers: 12, or 12 hundredths.
  private static func asRateOrNumber(_ reading: Reading<ExactDecimal>) -> Reading<ExactDecimal> {
    guard let value = reading.value, value.scale + 2 <= ExactDecimal.maximumScale else { return reading }
    let hundredth = ExactDecimal(coefficient: value.coefficient, scale: value.scale + 2)
    return .ambiguous([value, hundredth], .percentOrFraction)
  }
}

/// What stands around the digits: apostrophe, sign, accounting brackets, percent sign.
struct NumberSign {
  var negative = false
  var percent = false

  /// The range of what is left inside.
  mutating func strip(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var body = Self.withoutApostrophe(bytes, range)
    if let last = body.last, bytes[last] == 0x25 {
      percent = true
      body = ByteText.trimmed(bytes, body.lowerBound..<last)
    }
    if body.count >= 3, bytes[body.lowerBound] == 0x28, bytes[body.upperBound - 1] == 0x29 {
      negative = true
      return ByteText.trimmed(bytes, body.lowerBound + 1..<body.upperBound - 1)
    }
    return withoutSign(bytes, body)
  }

  private mutating func withoutSign(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    guard let first = range.first else { return range }
    switch bytes[first] {
    case 0x2D:
      negative = true
      return ByteText.trimmed(bytes, first + 1..<range.upperBound)
    case 0x2B:
      return first + 1..<range.upperBound
    case 0xE2 where range.count > 3 && bytes[first + 1] == 0x88 && bytes[first + 2] == 0x92:
      negative = true
      return ByteText.trimmed(bytes, first + 3..<range.upperBound)
    default:
      return range
    }
  }

  /// `'` or a curly apostrophe at the start marks text in a spreadsheet.
  private static func withoutApostrophe(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    guard let first = range.first else { return range }
    if bytes[first] == 0x27 { return ByteText.trimmed(bytes, first + 1..<range.upperBound) }
    guard range.count > 3, bytes[first] == 0xE2, bytes[first + 1] == 0x80 else { return range }
    guard bytes[first + 2] == 0x98 || bytes[first + 2] == 0x99 else { return range }
    return ByteText.trimmed(bytes, first + 3..<range.upperBound)
  }
}
