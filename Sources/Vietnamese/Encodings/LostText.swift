/// Letters that a conversion replaced by question marks: `Ch? t?ch`. They cannot be brought back.
public enum LostText {
  /// The offset of the first sign of loss, or nil.
  ///
  /// Signs are U+FFFD, and a `?` directly before a letter, at the start of a word (`?y ban`) or inside one (`t?ch`).
  /// A `?` behind a word is punctuation as far as anybody can tell, also before a capital (`Ai?Ở đâu`); words with
  /// `/`, `=`, `&` or `@` are addresses.
  public static func firstSign(bytes: Span<UInt8>) -> Int? {
    for index in 0..<bytes.count {
      if bytes[index] == 0x3F {
        // A run of question marks is judged once, from its first.
        if index > 0, bytes[index - 1] == 0x3F { continue }
        if isInsideWord(bytes, index) { return index }
      } else if bytes[index] == 0xEF, index + 2 < bytes.count, bytes[index + 1] == 0xBF, bytes[index + 2] == 0xBD {
        return index
      }
    }
    return nil
  }

  /// `firstSign(bytes:)` for a string.
  public static func firstSign(_ text: String) -> Int? {
    ByteText.withBytes(of: text) { firstSign(bytes: $0) }
  }

  /// The positions of the texts that lost letters.
  public static func find(_ texts: [String]) -> [Int] {
    texts.indices.filter { firstSign(texts[$0]) != nil }
  }

  private static func isInsideWord(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
    guard index + 1 < bytes.count, isLetter(bytes[index + 1]) || bytes[index + 1] == 0x3F else { return false }
    // `qu??n`: two letters are lost.
    var end = index
    while end < bytes.count, bytes[end] == 0x3F { end += 1 }
    guard end < bytes.count, isLetter(bytes[end]) else { return false }
    return !isMissingSpace(bytes, index, end) && !isAddress(bytes, around: index)
  }

  /// `Ai?Ở đâu`: a small letter before and a capital behind is a question without a space.
  private static func isMissingSpace(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    guard let before = scalar(bytes, endingAt: start), let behind = scalar(bytes, at: end) else { return false }
    return before.properties.isLowercase && behind.properties.isUppercase
  }

  private static func scalar(_ bytes: Span<UInt8>, endingAt end: Int) -> Unicode.Scalar? {
    var start = end - 1
    while start > 0, end - start < 4, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return start >= 0 ? scalar(bytes, at: start) : nil
  }

  private static func scalar(_ bytes: Span<UInt8>, at start: Int) -> Unicode.Scalar? {
    let character = (start..<min(start + 4, bytes.count)).map { bytes[$0] }
    return String(decoding: character, as: UTF8.self).unicodeScalars.first
  }

  private static func isAddress(_ bytes: Span<UInt8>, around index: Int) -> Bool {
    var start = index
    while start > 0, bytes[start - 1] > 0x20, index - start < 200 { start -= 1 }
    var end = index
    while end < bytes.count, bytes[end] > 0x20, end - index < 200 { end += 1 }
    for place in start..<end {
      switch bytes[place] {
      case 0x2F, 0x3D, 0x26, 0x40: return true
      default: continue
      }
    }
    return false
  }

  /// The first byte of a letter: ASCII, or of U+00C0…U+1FFF. C2 leads signs, E2 dashes and quotes.
  private static func isLetter(_ byte: UInt8) -> Bool { 0xC3...0xE1 ~= byte || 0x61...0x7A ~= byte | 0x20 }
}
