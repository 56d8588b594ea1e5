import SeededRandom
import Testing

@testable import Vietnamese

/// Eight bytes at a time, compared with one at a time.
struct ByteLanesTests {
  /// Bytes that mean something to the looks, among those that do not.
  private static let special: [UInt8] = [
    0x00, 0x01, 0x1F, 0x20, 0x21, 0x3F, 0x7E, 0x7F, 0x80, 0xBF, 0xC2, 0xC3, 0xCC, 0xCD, 0xCE, 0xE1, 0xE2, 0xE3, 0xEF,
    0xFF,
  ]

  private static func bytes(_ random: inout SeededGenerator) -> [UInt8] {
    let plain = Bool.random(using: &random)
    return (0..<Int.random(in: 0...40, using: &random)).map { _ in
      plain && Int.random(in: 0..<30, using: &random) > 0
        ? UInt8.random(in: 0x30...0x7A, using: &random) : special[Int.random(in: special.indices, using: &random)]
    }
  }

  @Test(arguments: 0..<50) func `looks find what is there`(_ seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<100 {
      let bytes = Self.bytes(&random)
      let start = Int.random(in: 0...bytes.count, using: &random)
      let hasControl = ByteLanes.mayHoldControl(bytes.span)
      let hasMark = ByteLanes.mayHoldMark(bytes.span)
      let firstAccent = ByteLanes.firstBeyondASCII(in: bytes.span, from: start)
      let firstOfTwo = ByteLanes.firstIndex(of: 0x3F, or: 0xEF, in: bytes.span, from: start)
      #expect(hasControl == bytes.contains { $0 < 0x20 || $0 == 0x7F || $0 == 0xC2 || $0 == 0xE2 })
      #expect(hasMark == bytes.contains { $0 == 0xCC || $0 == 0xCD || $0 == 0xE2 })
      #expect(firstAccent == bytes[start...].firstIndex { $0 >= 0x80 } ?? bytes.count)
      #expect(firstOfTwo == bytes[start...].firstIndex { $0 == 0x3F || $0 == 0xEF })
    }
  }

  @Test(arguments: 0..<50) func `equal bytes are equal and have one hash`(_ seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<100 {
      let bytes = Self.bytes(&random)
      var other = bytes
      if let place = other.indices.randomElement(using: &random), Bool.random(using: &random) { other[place] ^= 0x10 }
      let longer = bytes + [0x30]
      let (isEqual, isPrefixEqual) = (
        ByteLanes.isEqual(bytes.span, other.span), ByteLanes.isEqual(bytes.span, longer.span)
      )
      let hashes = (ByteLanes.hash(bytes.span), ByteLanes.hash(other.span), ByteLanes.hash(longer.span))
      #expect(isEqual == (bytes == other))
      #expect(!isPrefixEqual)
      #expect((hashes.0 == hashes.1) == (bytes == other))
      #expect(hashes.0 != hashes.2)
    }
  }
}
