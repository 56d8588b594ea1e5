import Vietnamese

/// An optional count in four bytes: a million rating rows hold seven of them each.
struct CompactCount: Sendable, Hashable {
  private var stored: Int32 = -1

  /// Counts above this are refused when read.
  static let largest = Int(Int32.max)

  var value: Int? {
    get { stored < 0 ? nil : Int(stored) }
    set { stored = newValue.map { Int32(clamping: max(0, $0)) } ?? -1 }
  }

  init(_ value: Int?) { self.value = value }
}

/// An optional decimal of at most 17 digits in eight bytes.
struct CompactDecimal: Sendable, Hashable {
  /// Coefficient × 32 + scale; `Int64.min` for nil.
  private(set) var stored: Int64 = .min

  private static let largest = Int128(1) << 57
  /// The scale a longer number is rounded to: spreadsheets write 23.809523809523807.
  private static let roundedScale = 14

  var value: ExactDecimal? {
    get {
      stored == .min ? nil : ExactDecimal(coefficient: Int128(stored >> 5), scale: Int(stored & 31))
    }
    set { stored = newValue.map(Self.pack) ?? .min }
  }

  init(_ value: ExactDecimal?) { self.value = value }

  init(stored: Int64) { self.stored = stored }

  private static func pack(_ value: ExactDecimal) -> Int64 {
    var number = value
    if number.scale > 31 || number.coefficient.magnitude >= UInt128(largest) {
      number = value.rounded(toScale: min(value.scale, roundedScale))
    }
    guard number.coefficient.magnitude < UInt128(largest) else { return .min }
    return Int64(number.coefficient) << 5 | Int64(number.scale)
  }
}

/// An optional percentage of 0…100 in four bytes, with at most six decimals: more are the noise of binary floating point in
/// spreadsheets (23.809523809523807).
struct CompactShare: Sendable, Hashable {
  /// Coefficient × 8 + scale; -1 for nil. 100 with six decimals is 8 × 10^8, which fits.
  private(set) var stored: Int32 = -1

  static let largestScale = 6

  var value: ExactDecimal? {
    stored < 0 ? nil : ExactDecimal(coefficient: Int128(stored >> 3), scale: Int(stored & 7))
  }

  init(stored: Int32) { self.stored = stored }

  /// - Parameter value: 0…100, as it was checked when it was read; anything else is not kept.
  init(_ value: ExactDecimal?) {
    guard let value = value?.rounded(toScale: Self.largestScale),
      ExactDecimal.zero <= value, value <= ExactDecimal(100), let digits = Int32(exactly: value.coefficient)
    else { return }
    stored = digits << 3 | Int32(value.scale)
  }
}
