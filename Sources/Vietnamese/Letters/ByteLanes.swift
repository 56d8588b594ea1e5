/// Looks through texts eight bytes at a time: rows are read, checked and compared by the million.
public enum ByteLanes {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  /// Whether the bytes are the same.
  public static func isEqual(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
    guard left.count == right.count else { return false }
    return left.withUnsafeBytes { left in
      right.withUnsafeBytes { right in
        var index = 0
        while index + 8 <= left.count {
          if lane(left, index) != lane(right, index) { return false }
          index += 8
        }
        while index < left.count {
          if left[index] != right[index] { return false }
          index += 1
        }
        return true
      }
    }
  }

  /// A number made of all bytes, for tables: equal for equal bytes. Not seeded, so that runs are equal.
  public static func hash(_ bytes: Span<UInt8>) -> UInt64 {
    bytes.withUnsafeBytes { bytes in
      var hash = UInt64(truncatingIfNeeded: bytes.count) &* goldenRatio
      var index = 0
      while index + 8 <= bytes.count {
        hash = mixed(hash, lane(bytes, index))
        index += 8
      }
      return mixed(hash, rest(bytes, from: index))
    }
  }

  /// The first place at or after `start` that holds one of two bytes.
  public static func firstIndex(of first: UInt8, or second: UInt8, in bytes: Span<UInt8>, from start: Int) -> Int? {
    bytes.withUnsafeBytes { bytes in
      let (firsts, seconds) = (ones &* UInt64(first), ones &* UInt64(second))
      var index = start
      while index + 8 <= bytes.count, zeros(lane(bytes, index) ^ firsts) | zeros(lane(bytes, index) ^ seconds) == 0 {
        index += 8
      }
      return bytes[index...].firstIndex { $0 == first || $0 == second }
    }
  }

  /// The first place at or after `start` that holds a byte beyond ASCII; the count where none does.
  public static func firstBeyondASCII(in bytes: Span<UInt8>, from start: Int) -> Int {
    bytes.withUnsafeBytes { bytes in
      var index = start
      while index + 8 <= bytes.count {
        let beyond = UInt64(littleEndian: lane(bytes, index)) & highs
        if beyond != 0 { return index + beyond.trailingZeroBitCount / 8 }
        index += 8
      }
      while index < bytes.count, bytes[index] < 0x80 { index += 1 }
      return index
    }
  }

  /// Whether there may be a control character: one of ASCII, or the first byte of U+0080…U+00BF or of U+2000…U+2FFF.
  public static func mayHoldControl(_ bytes: Span<UInt8>) -> Bool {
    hasLane(bytes) { lane in
      let isBelowSpace = (lane &- ones &* 0x20) & ~lane & highs
      // C2 and E2 differ in one bit.
      return isBelowSpace | zeros(lane ^ ones &* 0x7F) | zeros((lane | ones &* 0x20) ^ ones &* 0xE2)
    }
  }

  /// Whether there may be a character that is not in normal form C: what starts with CC, CD or E2.
  static func mayHoldMark(_ bytes: Span<UInt8>) -> Bool {
    hasLane(bytes) { lane in zeros((lane | ones) ^ ones &* 0xCD) | zeros(lane ^ ones &* 0xE2) }
  }

  // MARK: Lanes

  private static func hasLane(_ bytes: Span<UInt8>, _ test: (UInt64) -> UInt64) -> Bool {
    bytes.withUnsafeBytes { bytes in
      var index = 0
      while index + 8 <= bytes.count {
        if test(lane(bytes, index)) != 0 { return true }
        index += 8
      }
      return test(rest(bytes, from: index)) != 0
    }
  }

  /// Eight bytes. Precondition: they are there.
  private static func lane(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> UInt64 {
    bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
  }

  /// The bytes from `start` on, fewer than eight, between zeros of ASCII.
  private static func rest(_ bytes: UnsafeRawBufferPointer, from start: Int) -> UInt64 {
    var lane = ones &* 0x30
    for index in start..<bytes.count { lane = lane &<< 8 | UInt64(bytes[index]) }
    return lane
  }

  /// Something but 0 where one of the eight bytes is 0 (Warren, Hacker’s Delight, 6-1).
  private static func zeros(_ lane: UInt64) -> UInt64 { (lane &- ones) & ~lane & highs }

  /// As Fibonacci hashing has it (Knuth, The Art of Computer Programming 3, 6.4).
  private static let goldenRatio: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// High bits come down, because tables use the low ones.
  private static func mixed(_ hash: UInt64, _ lane: UInt64) -> UInt64 {
    let product = (hash ^ lane) &* goldenRatio
    return product ^ product >> 29
  }
}
