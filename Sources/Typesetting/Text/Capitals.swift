/// Capitals of Vietnamese, at a letter a step: headings and letterheads are set in them.
///
/// Gives what `String.uppercased()` gives, which decodes, looks up and encodes each character; a test compares them.
enum Capitals {
  /// Appends the text in capitals. False, with nothing appended, where it holds anything but ASCII, letters of Vietnamese, and dashes and
  /// quotation marks.
  static func append(_ utf8: Span<UInt8>, to bytes: inout Scratch<UInt8>) -> Bool {
    let start = bytes.count
    var index = 0
    while index < utf8.count {
      let lead = utf8[index]
      let second = index + 1 < utf8.count ? utf8[index + 1] : 0
      let third = index + 2 < utf8.count ? utf8[index + 2] : 0
      switch lead {
      case 0x61...0x7A: bytes.append(lead - 0x20)
      case 0x20...0x7E: bytes.append(lead)
      case 0xC3...0xC6:
        guard let capital = capital(lead, second) else { return undo(&bytes, start) }
        bytes.append(lead)
        bytes.append(capital)
        index += 1
      // U+1EA0 to U+1EF9: capitals even, small letters odd.
      case 0xE1
      where second == 0xBA && third >= 0xA0 && third <= 0xBF || second == 0xBB && third >= 0x80 && third <= 0xB9:
        bytes.append(lead)
        bytes.append(second)
        bytes.append(third & 0xFE)
        index += 2
      case 0xE2 where second == 0x80 && third >= 0x90 && third <= 0xA7:
        bytes.append(lead)
        bytes.append(second)
        bytes.append(third)
        index += 2
      default: return undo(&bytes, start)
      }
      index += 1
    }
    return true
  }

  /// The second byte of the capital of a letter of two bytes; nil for letters that are not Vietnamese.
  private static func capital(_ lead: UInt8, _ second: UInt8) -> UInt8? {
    switch (lead, second) {
    case (0xC3, 0x80...0x9E), (0xC3, 0xB7): second
    case (0xC3, 0xA0...0xBE): second - 0x20
    // Ă Đ Ĩ, Ũ, Ơ Ư, and the small letters, which follow them.
    case (0xC4, 0x82), (0xC4, 0x90), (0xC4, 0xA8), (0xC5, 0xA8), (0xC6, 0xA0), (0xC6, 0xAF): second
    case (0xC4, 0x83), (0xC4, 0x91), (0xC4, 0xA9), (0xC5, 0xA9), (0xC6, 0xA1), (0xC6, 0xB0): second - 1
    default: nil
    }
  }

  private static func undo(_ bytes: inout Scratch<UInt8>, _ start: Int) -> Bool {
    bytes.removeLast(bytes.count - start)
    return false
  }
}
