/// VNI (VNI-Times…): a letter, then a mark byte; a few letters have a byte of their own. Capital marks lie 0x20 lower.
///
/// The pairs of capitals are derived from the small ones; a widely copied table swaps Ắ and Ằ there.
enum VNI {
  static func decode(_ bytes: ArraySlice<UInt8>) -> DecodedText {
    var result = DecodedText()
    result.utf8.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      let next = index + 1 < bytes.endIndex ? bytes[index + 1] : 0
      if next >= 0xC0, let value = pairs[UInt16(byte) << 8 | UInt16(next)] {
        result.append(value)
        index += 2
        continue
      }
      if byte < 0x80 {
        result.append(UInt32(byte))
      } else if let value = singles[byte] {
        result.append(value)
      } else {
        appendOther(byte, at: index - bytes.startIndex, to: &result)
      }
      index += 1
    }
    return result
  }

  /// Below 0xC0 VNI fonts keep the quotes and signs of Windows; a mark without its letter means nothing.
  private static func appendOther(_ byte: UInt8, at offset: Int, to result: inout DecodedText) {
    let value = byte < 0xC0 ? ByteTable.windows1252[byte] : 0xFFFD
    if value == 0xFFFD {
      result.appendUndecodable(at: offset)
    } else {
      result.append(value)
    }
  }

  /// Tone marks behind a letter without a shape, in the order of `Tone`.
  private static let tones: [(UInt8, Tone)] = [
    (0xF8, .huyen), (0xFB, .hoi), (0xF5, .nga), (0xF9, .sac), (0xEF, .nang),
  ]
  /// Circumflex, then circumflex with tone.
  private static let circumflexes: [(UInt8, Tone)] = [
    (0xE2, .ngang), (0xE0, .huyen), (0xE5, .hoi), (0xE3, .nga), (0xE1, .sac), (0xE4, .nang),
  ]
  private static let breves: [(UInt8, Tone)] = [
    (0xEA, .ngang), (0xE8, .huyen), (0xFA, .hoi), (0xFC, .nga), (0xE9, .sac), (0xEB, .nang),
  ]
  /// Letters of one byte.
  private static let small: [(UInt8, Unicode.Scalar)] = [
    (0xF1, "đ"), (0xF4, "ơ"), (0xF6, "ư"), (0xEC, "ì"), (0xE6, "ỉ"), (0xF3, "ĩ"), (0xED, "í"), (0xF2, "ị"), (0xEE, "ỵ"),
  ]

  private static let singles: [UInt8: UInt32] = {
    var table: [UInt8: UInt32] = [:]
    for (byte, scalar) in small {
      table[byte] = scalar.value
      table[byte - 0x20] = scalar.properties.uppercaseMapping.unicodeScalars.first?.value
    }
    return table
  }()

  /// Letter byte and mark byte -> letter. The case of the letter decides: people mix capital letters with small marks.
  private static let pairs: [UInt16: UInt32] = {
    var table: [UInt16: UInt32] = [:]
    func add(_ base: Unicode.Scalar, _ byte: UInt8, _ shape: Letter.Shape, _ marks: [(UInt8, Tone)]) {
      for (mark, tone) in marks {
        guard var letter = Letter(base) else { continue }
        (letter.shape, letter.tone) = (shape, tone)
        for isCapital in [false, true] {
          letter.isCapital = isCapital
          let first = UInt16(isCapital ? byte - 0x20 : byte) << 8
          table[first | UInt16(mark)] = letter.scalar?.value
          table[first | UInt16(mark - 0x20)] = letter.scalar?.value
        }
      }
    }
    for base: Unicode.Scalar in ["a", "e", "o", "u", "y"] { add(base, UInt8(base.value), .plain, tones) }
    for base: Unicode.Scalar in ["a", "e", "o"] { add(base, UInt8(base.value), .circumflex, circumflexes) }
    add("a", 0x61, .breve, breves)
    add("o", 0xF4, .horn, tones)
    add("u", 0xF6, .horn, tones)
    return table
  }()
}
