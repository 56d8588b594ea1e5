/// One pass over the digits and marks of a number, and what the marks can mean.
struct NumberScan {
  /// A character between digits.
  enum Mark: UInt8 { case none, dot, comma, space, apostrophe }

  var coefficient: Int128 = 0
  private var digits = 0
  /// Digits before the first mark, and whether they begin with a zero.
  private var leading = 0
  private var leadingZero = false
  /// Digits since the last mark.
  private var tail = 0
  /// The first kind of mark and how often it stands; the second kind.
  private var outer = Mark.none
  private var outerCount = 0
  private var inner = Mark.none
  /// Every group between two marks has three digits.
  private var groupsOfThree = true

  /// Reads all of `range`; nil when every byte is a digit or a mark that can be one.
  mutating func run(_ bytes: Span<UInt8>, _ range: Range<Int>) -> InputFault? {
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      if ByteText.isDigit(byte) {
        if digits == ExactDecimal.maximumScale { return .tooLarge }
        take(byte)
        index += 1
        continue
      }
      let (mark, length) = Self.mark(bytes, at: index, end: range.upperBound)
      if mark == .none { return Self.isScientific(bytes, index, range) ? .scientific : .notANumber }
      if let fault = take(mark) { return fault }
      index += length
    }
    if digits == 0 { return .notANumber }
    return outer != .none && tail == 0 ? .badGrouping : nil
  }

  private mutating func take(_ digit: UInt8) {
    if digits == 0 { leadingZero = digit == 0x30 }
    coefficient = coefficient * 10 + Int128(digit &- 0x30)
    digits += 1
    tail += 1
  }

  private mutating func take(_ mark: Mark) -> InputFault? {
    if outer == .none {
      outer = mark
      leading = tail
    } else {
      if inner != .none { return .badGrouping }
      if tail != 3 { groupsOfThree = false }
      if mark != outer { inner = mark }
    }
    if mark == outer { outerCount += 1 }
    tail = 0
    return nil
  }

  private static func mark(_ bytes: Span<UInt8>, at index: Int, end: Int) -> (Mark, Int) {
    switch bytes[index] {
    case 0x2E: return (.dot, 1)
    case 0x2C: return (.comma, 1)
    case 0x27: return (.apostrophe, 1)
    default:
      let length = ByteText.spaceLength(bytes, at: index, end: end)
      return length > 0 ? (.space, length) : (.none, 0)
    }
  }

  /// `1,23E+05`: digits already lost by the spreadsheet.
  private static func isScientific(_ bytes: Span<UInt8>, _ index: Int, _ range: Range<Int>) -> Bool {
    guard index > range.lowerBound, ByteText.lowered(bytes[index]) == 0x65 else { return false }
    var next = index + 1
    if next < range.upperBound, bytes[next] == 0x2B || bytes[next] == 0x2D { next += 1 }
    guard next < range.upperBound else { return false }
    return (next..<range.upperBound).allSatisfy { ByteText.isDigit(bytes[$0]) }
  }
}

extension NumberScan {
  /// The first mark can only be grouping: groups of three after one to three digits that do not begin with zero.
  private var canGroup: Bool {
    1...3 ~= leading && !leadingZero && groupsOfThree && (inner != .none || tail == 3)
  }

  private var whole: ExactDecimal { ExactDecimal(coefficient: coefficient, scale: 0) }
  private var fraction: ExactDecimal { ExactDecimal(coefficient: coefficient, scale: tail) }

  /// One mark, three digits behind it, and nothing that tells grouping from decimals.
  private var isDoubtful: Bool {
    inner == .none && outerCount == 1 && canGroup && (outer == .dot || outer == .comma)
  }

  /// The convention these marks prove.
  var convention: NumberConvention? {
    if outer == .none || isDoubtful { return nil }
    if inner != .none { return canGroup ? (inner == .comma ? .vietnamese : .english) : nil }
    if outerCount > 1 || outer == .space || outer == .apostrophe {
      guard canGroup else { return nil }
      return outer == .dot ? .vietnamese : (outer == .comma ? .english : nil)
    }
    return outer == .comma ? .vietnamese : .english
  }

  /// The value of a column of any numbers.
  func decimal(_ convention: NumberConvention) -> Reading<ExactDecimal> {
    guard outer != .none else { return .certain(whole) }
    if inner != .none {
      let marksDecimals = inner == .dot || inner == .comma
      return canGroup && marksDecimals ? .certain(fraction) : .invalid(.badGrouping)
    }
    if outer == .space || outer == .apostrophe || outerCount > 1 {
      return canGroup ? .certain(whole) : .invalid(.badGrouping)
    }
    guard isDoubtful else { return .certain(fraction) }
    switch (convention, outer) {
    case (.vietnamese, .dot), (.english, .comma): return .certain(whole)
    case (.vietnamese, _), (.english, _): return .certain(fraction)
    case (.unknown, .dot): return .ambiguous([whole, fraction], .thousandsOrDecimal)
    case (.unknown, _): return .ambiguous([fraction, whole], .thousandsOrDecimal)
    }
  }

  /// The value of a column of whole things. `1.234` and `1,234` can only be 1234 there; `1,000` could still be
  /// one, written with three decimals.
  func count(_ convention: NumberConvention) -> Reading<ExactDecimal> {
    if isDoubtful, convention == .unknown {
      let both = outer == .comma && fraction.wholeValue != nil
      return both ? .ambiguous([whole, fraction.trimmed(toScale: 0)], .thousandsOrDecimal) : .certain(whole)
    }
    return decimal(convention).map { value in
      let shortest = value.trimmed(toScale: 0)
      return shortest.scale == 0 ? .certain(shortest) : .invalid(.notWhole)
    }
  }
}
