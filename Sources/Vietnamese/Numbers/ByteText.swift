/// Small questions about UTF-8 bytes in place, shared by the readers of numbers, money and dates.
enum ByteText {
  /// The bytes of `range` without the spaces, no-break spaces and invisible marks around them.
  static func trimmed(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end {
      let length = spaceLength(bytes, at: start, end: end)
      if length == 0 { break }
      start += length
    }
    while end > start {
      let length = spaceLength(bytes, before: end, start: start)
      if length == 0 { break }
      end -= length
    }
    return start..<end
  }

  /// The length in bytes of the space that begins at `index`, or 0.
  static func spaceLength(_ bytes: Span<UInt8>, at index: Int, end: Int) -> Int {
    let first = bytes[index]
    if first == 0x20 || 0x09...0x0D ~= first { return 1 }
    if first < 0xC2 { return 0 }
    if first == 0xC2 { return index + 1 < end && bytes[index + 1] == 0xA0 ? 2 : 0 }
    guard index + 2 < end else { return 0 }
    return isWideSpace(first, bytes[index + 1], bytes[index + 2]) ? 3 : 0
  }

  /// The length in bytes of the space that ends just before `index`, or 0.
  private static func spaceLength(_ bytes: Span<UInt8>, before index: Int, start: Int) -> Int {
    let last = bytes[index - 1]
    if last == 0x20 || 0x09...0x0D ~= last { return 1 }
    if last < 0x80 { return 0 }
    if index - 2 >= start, bytes[index - 2] == 0xC2, last == 0xA0 { return 2 }
    guard index - 3 >= start else { return 0 }
    return isWideSpace(bytes[index - 3], bytes[index - 2], last) ? 3 : 0
  }

  /// U+2000…U+200B and U+200E/F, U+202F, U+205F, U+2060, U+3000, U+FEFF.
  private static func isWideSpace(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Bool {
    switch (a, b) {
    case (0xE2, 0x80): 0x80...0x8B ~= c || c == 0x8E || c == 0x8F || c == 0xAF
    case (0xE2, 0x81): c == 0x9F || c == 0xA0
    case (0xE3, 0x80): c == 0x80
    case (0xEF, 0xBB): c == 0xBF
    default: false
    }
  }

  /// Runs `body` over the UTF-8 of `text` without copying it.
  static func withBytes<Result>(of text: String, _ body: (Span<UInt8>) -> Result) -> Result {
    let view = text.utf8Span
    return body(view.span)
  }

  /// No number, amount, date or period is longer; a longer cell is refused before any work is done on it.
  static let longestCell = 512

  static func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }

  /// The ASCII letter in lower case, other bytes as they are.
  static func lowered(_ byte: UInt8) -> UInt8 { 0x41...0x5A ~= byte ? byte | 0x20 : byte }

  /// True when `range` is `word` (ASCII, lower case), whatever the case of the bytes.
  static func equals(_ bytes: Span<UInt8>, _ range: Range<Int>, _ word: StaticString) -> Bool {
    guard range.count == word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { expected in
      for offset in 0..<expected.count where lowered(bytes[range.lowerBound + offset]) != expected[offset] {
        return false
      }
      return true
    }
  }
}
