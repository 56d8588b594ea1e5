/// Takes the spaces off both ends of a cell: ASCII, no-break, narrow and zero-width ones.
enum CellTrim {
  static func trim(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    // Nearly every cell begins and ends with a letter or digit.
    if start < end, isPlain(bytes[start]), isPlain(bytes[end - 1]) { return range }
    while start < end, let length = spaceLength(bytes, at: start, end) { start += length }
    while start < end, let length = spaceLength(bytes, before: end, start) { end -= length }
    return start..<end
  }

  private static func isPlain(_ byte: UInt8) -> Bool { 0x21...0x7E ~= byte }

  private static func isASCIISpace(_ byte: UInt8) -> Bool { byte == 0x20 || 0x09...0x0D ~= byte }

  private static func spaceLength(_ bytes: Span<UInt8>, at index: Int, _ end: Int) -> Int? {
    if isASCIISpace(bytes[index]) { return 1 }
    if end - index >= 2, bytes[index] == 0xC2, bytes[index + 1] == 0xA0 { return 2 }
    return end - index >= 3 && isWide(bytes[index], bytes[index + 1], bytes[index + 2]) ? 3 : nil
  }

  private static func spaceLength(_ bytes: Span<UInt8>, before end: Int, _ start: Int) -> Int? {
    if isASCIISpace(bytes[end - 1]) { return 1 }
    if end - start >= 2, bytes[end - 2] == 0xC2, bytes[end - 1] == 0xA0 { return 2 }
    return end - start >= 3 && isWide(bytes[end - 3], bytes[end - 2], bytes[end - 1]) ? 3 : nil
  }

  /// U+2000…U+200B, U+202F, U+205F, U+2060, U+3000, U+FEFF.
  private static func isWide(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Bool {
    switch (a, b) {
    case (0xE2, 0x80): 0x80...0x8B ~= c || c == 0xAF
    case (0xE2, 0x81): c == 0x9F || c == 0xA0
    case (0xE3, 0x80): c == 0x80
    case (0xEF, 0xBB): c == 0xBF
    default: false
    }
  }
}
