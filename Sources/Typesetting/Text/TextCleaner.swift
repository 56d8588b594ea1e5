/// Turns a string into what can be set: NFC, line ends as U+000A, tabs as spaces, and nothing that steers a terminal or turns the
/// direction of reading.
struct TextCleaner {
  /// What was dropped: how many, and the first of them.
  private(set) var dropped = 0
  private(set) var firstDropped: Unicode.Scalar?
  /// The first letter of a script that reads from right to left: kept, but the line is set from left to right.
  private(set) var firstRightToLeft: Unicode.Scalar?

  /// Marks stacked on one letter beyond this are dropped: no orthography needs more, and a pile of them leaves the line.
  static let mostMarks = 6

  /// Whether every byte stands for itself: Latin letters composed, digits, punctuation. True for nearly all text, at a byte a step.
  static func isClean(_ utf8: Span<UInt8>) -> Bool {
    var index = 0
    while index < utf8.count {
      let byte = utf8[index]
      switch byte {
      case 0x20...0x7E: index += 1
      case 0xC2 where index + 1 < utf8.count && utf8[index + 1] >= 0xA0 && utf8[index + 1] != 0xAD: index += 2
      case 0xC3...0xCB: index += 2
      // Latin Extended Additional, U+1E00 to U+1EFF: the Vietnamese letters.
      case 0xE1 where index + 1 < utf8.count && (0xB8...0xBB).contains(utf8[index + 1]): index += 3
      // Dashes, quotation marks, dots: U+2010 to U+2027; currency signs U+20A0 to U+20BF.
      case 0xE2 where index + 2 < utf8.count && isPlainPunctuation(utf8[index + 1], utf8[index + 2]): index += 3
      default: return false
      }
    }
    return true
  }

  private static func isPlainPunctuation(_ second: UInt8, _ third: UInt8) -> Bool {
    second == 0x80 && (0x90...0xA7).contains(third) || second == 0x82 && third >= 0xA0
  }

  /// The string cleaned, as UTF-8 appended to `bytes`.
  mutating func append(_ string: String, to bytes: inout Scratch<UInt8>) {
    var kept: [Unicode.Scalar] = []
    var marks = 0
    var afterReturn = false
    for scalar in string.unicodeScalars {
      defer { afterReturn = scalar == "\r" }
      if scalar == "\n", afterReturn { continue }
      guard let clean = clean(scalar) else {
        drop(scalar)
        continue
      }
      marks = LineBreakClass(clean) == .cm && clean.value >= 0x300 ? marks + 1 : 0
      if marks > Self.mostMarks { drop(scalar) } else { kept.append(clean) }
    }
    for scalar in Normalizer.compose(kept) {
      for byte in UTF8.encode(scalar) ?? .init() { bytes.append(byte) }
    }
  }

  private mutating func drop(_ scalar: Unicode.Scalar) {
    // Soft hyphens and joiners are invisible by intent: leaving them out changes nothing.
    if scalar.value == 0xAD || scalar.value == 0x200C || scalar.value == 0x200D { return }
    dropped += 1
    if firstDropped == nil { firstDropped = scalar }
  }

  /// The scalar to set in its place, or nil for none.
  private mutating func clean(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029: return "\n"
    case 0x09: return " "
    case 0x00..<0x20, 0x7F..<0xA0: return nil
    case 0xAD, 0x200C...0x200F, 0x061C, 0x202A...0x202E: return nil
    case 0x2061...0x206F, 0xFEFF, 0xFFF9...0xFFFB: return nil
    case 0xFE00...0xFE0F, 0x180B...0x180F, 0xE0000...0xE0FFF: return nil
    case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC:
      if firstRightToLeft == nil { firstRightToLeft = scalar }
      return scalar
    default: return scalar
    }
  }
}
