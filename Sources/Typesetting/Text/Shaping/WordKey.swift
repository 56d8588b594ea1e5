/// Face and bytes of a word as numbers, which are compared and hashed at once.
struct WordKey: Equatable {
  /// Bytes; “nghiêng” in UTF-8 has 9.
  static let longest = 24

  private var first: UInt64 = 0
  private var second: UInt64 = 0
  private var third: UInt64 = 0
  private var faceAndCount: UInt64

  /// Nil for words that are not kept: long ones, and those with digits.
  @inline(__always) init?(_ bytes: borrowing Scratch<UInt8>, _ range: Range<Int>, face: Int) {
    guard range.count <= Self.longest else { return nil }
    faceAndCount = UInt64(truncatingIfNeeded: face) << 8 | UInt64(truncatingIfNeeded: range.count)
    first = bytes.lane(range)
    if Self.hasDigit(first) { return nil }
    guard range.count > 8 else { return }
    second = bytes.lane(range.dropFirst(8))
    third = bytes.lane(range.dropFirst(16))
    if Self.hasDigit(second) || Self.hasDigit(third) { return nil }
  }

  /// Whether a byte of the lane is one of `0` to `9`: they and no others are below 10 without the bits of `0`, and a byte below 10 is one
  /// that borrows when 10 is taken from it (Warren, Hacker’s Delight, 6-1).
  private static func hasDigit(_ lane: UInt64) -> Bool {
    let rest = lane ^ 0x3030_3030_3030_3030
    return (rest &- 0x0A0A_0A0A_0A0A_0A0A) & ~rest & 0x8080_8080_8080_8080 != 0
  }

  /// Multiplied by the golden ratio of 64 bits, as Fibonacci hashing does (Knuth, The Art of Computer Programming 3, 6.4).
  var hash: Int {
    var mixed = (first ^ faceAndCount &<< 56) &* 0x9E37_79B9_7F4A_7C15
    mixed ^= second ^ third &<< 1 ^ faceAndCount &>> 8
    mixed = (mixed ^ mixed &>> 32) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed &>> 33)
  }
}
