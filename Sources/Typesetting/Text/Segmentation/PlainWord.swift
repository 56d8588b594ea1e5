/// A word of Vietnamese letters and at most one mark of a sentence behind them, which nearly all words are: its traits are found without
/// looking at characters one by one as `WordTraits(of:)` does, whose answer is the same (a test compares them).
struct PlainWord {
  /// In lower case, without the mark.
  private var lower: [UInt8] = []
  /// `,` `.` `;` `:`, or 0.
  private var mark: UInt8 = 0
  private var letters = 0
  private var firstIsCapital = false
  private var isRoman = true

  /// Nil for any other word.
  init?(_ bytes: Span<UInt8>) {
    lower.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      guard let length = add(bytes, at: index) else {
        guard index == bytes.count - 1, Self.isMark(bytes[index]) else { return nil }
        mark = bytes[index]
        break
      }
      index += length
    }
    if letters == 0 { return nil }
  }

  private static func isMark(_ byte: UInt8) -> Bool { byte == 0x2C || byte == 0x2E || byte == 0x3A || byte == 0x3B }

  /// Adds the letter at `index` and returns the number of its bytes; nil where no Vietnamese letter begins there.
  private mutating func add(_ bytes: Span<UInt8>, at index: Int) -> Int? {
    let byte = bytes[index]
    let second = index + 1 < bytes.count ? bytes[index + 1] : 0
    let third = index + 2 < bytes.count ? bytes[index + 2] : 0
    switch byte {
    case 0x61...0x7A: return add(byte, isCapital: false)
    case 0x41...0x5A:
      let isNumeral = byte == 0x49 || byte == 0x56 || byte == 0x58 || byte == 0x4C || byte == 0x43
      return add(byte | 0x20, isCapital: true, isNumeral: isNumeral)
    case 0xC3 where second >= 0x80 && second <= 0x9D && second != 0x97:
      return add(byte, second + 0x20, isCapital: true)
    case 0xC3 where second >= 0xA0 && second <= 0xBD && second != 0xB7: return add(byte, second, isCapital: false)
    // Ă Đ Ĩ, Ũ, Ơ: the small letter follows the capital.
    case 0xC4 where second == 0x82 || second == 0x90 || second == 0xA8, 0xC5 where second == 0xA8,
      0xC6 where second == 0xA0 || second == 0xAF:
      return add(byte, second + 1, isCapital: true)
    case 0xC4 where second == 0x83 || second == 0x91 || second == 0xA9, 0xC5 where second == 0xA9,
      0xC6 where second == 0xA1 || second == 0xB0:
      return add(byte, second, isCapital: false)
    // U+1EA0 to U+1EF9: capitals even, small letters odd.
    case 0xE1
    where second == 0xBA && third >= 0xA0 && third <= 0xBF || second == 0xBB && third >= 0x80 && third <= 0xB9:
      return add(byte, second, third | 1, isCapital: third & 1 == 0)
    default: return nil
    }
  }

  /// Adds a small letter of one to three bytes and returns their number.
  private mutating func add(
    _ first: UInt8, _ second: UInt8? = nil, _ third: UInt8? = nil, isCapital: Bool, isNumeral: Bool = false
  ) -> Int {
    if letters == 0 { firstIsCapital = isCapital }
    isRoman = isRoman && isNumeral
    letters += 1
    lower.append(first)
    guard let second else { return 1 }
    lower.append(second)
    guard let third else { return 2 }
    lower.append(third)
    return 3
  }

  var traits: WordTraits {
    var traits: WordTraits = mark == 0 ? [] : .closed
    if isRoman, letters <= 7 { traits.insert(.roman) } else if letters == 1 { traits.insert(.letter) }
    let word = String(decoding: lower, as: UTF8.self)
    if let listed = Ties.listed[word] { traits.formUnion(listed) }
    if mark == 0x2E {
      if Ties.prefixes.contains(word + ".") { traits.insert(.prefix) }
      if letters == 1, firstIsCapital { traits.insert(.initial) }
    }
    // “TP.” ends with a full stop that ends nothing.
    if traits.contains(.prefix) || traits.contains(.initial) { traits.remove(.closed) }
    return traits
  }
}
