/// How Vietnamese a text reads: its accented words that are possible syllables, and those that are common ones.
///
/// Only words with something beyond ASCII count; the others read the same in every encoding. Words of one character
/// do not count either (`×`, `«`, `ë` in a list would all be words in some old encoding), nor those that touch a digit
/// (`m²` behind 25, `U+01BA`).
struct TokenScore: Sendable, Hashable {
  /// Words with a letter or sign beyond ASCII, and bytes that meant nothing.
  var tokens = 0
  var legal = 0
  var common = 0
  /// Words of ASCII letters only.
  var plain = 0
  /// Words with a letter that has a shape (ă â đ ê ô ơ ư).
  var shaped = 0
  /// Whether common words are looked up; `common` stays 0 otherwise.
  private let countsCommon: Bool
  /// Which tones the possible syllables carry, one bit each.
  private var tones: UInt8 = 0

  init(countsCommon: Bool = true) { self.countsCommon = countsCommon }

  /// How many of the five written tones occur.
  var toneCount: Int { (tones & 0b11_1110).nonzeroBitCount }

  /// 0…1000. Possible syllables make four fifths, common ones the rest.
  var perMille: Int { tokens == 0 ? 0 : (800 * legal + 200 * common) / tokens }

  /// - Parameter isABC: the reading is TCVN3, whose fonts have no capitals with tones: `§¶NG` reads `ĐảNG`, and `Ổ`
  ///   cannot be.
  mutating func add(_ text: String, isABC: Bool = false) {
    var word = Word()
    for scalar in text.unicodeScalars {
      if Self.isDelimiter(scalar) {
        let isDigit = 0x30...0x39 ~= scalar.value
        if isDigit { word.touchesDigit = true }
        take(&word, isABC)
        word.touchesDigit = isDigit
      } else {
        word.append(scalar)
      }
    }
    take(&word, isABC)
  }

  private mutating func take(_ word: inout Word, _ isABC: Bool) {
    if word.count < 2 || word.touchesDigit {
      word = Word()
      return
    }
    if word.isMarked {
      tokens += 1
      if word.isLegal(isABC: isABC) {
        legal += 1
        if countsCommon, CommonSyllables.contains(word.spelling) { common += 1 }
        if word.hasShape { shaped += 1 }
        tones |= 1 << word.spelling.tone.rawValue
      }
    } else {
      plain += 1
    }
    word = Word()
  }

  /// ASCII that is no letter, spaces, dashes, curly quotes, dots. Signs like § and « stay in the word: in the wrong
  /// reading they are letters.
  private static func isDelimiter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case ..<0x80: !(0x61...0x7A ~= scalar.value | 0x20)
    case 0xA0, 0x2000...0x206F, 0x3000, 0xFEFF: true
    default: false
    }
  }

  /// One word while it is read.
  private struct Word {
    var spelling = Spelling()
    var count = 0
    var isMarked = false
    var hasShape = false
    var touchesDigit = false
    private var isBroken = false
    private var capitals = 0
    private var firstIsCapital = false
    private var asciiSmall = 0
    private var hasTonedCapital = false

    mutating func append(_ scalar: Unicode.Scalar) {
      if scalar.value >= 0x80 { isMarked = true }
      count += 1
      guard let letter = Letter(scalar), spelling.append(letter) else {
        isBroken = true
        return
      }
      if letter.shape != .plain { hasShape = true }
      if letter.isCapital {
        capitals += 1
        if count == 1 { firstIsCapital = true }
        if letter.tone != .ngang { hasTonedCapital = true }
      }
      if scalar.value < 0x80, !letter.isCapital { asciiSmall += 1 }
    }

    func isLegal(isABC: Bool) -> Bool {
      if isBroken || !spelling.isLegal { return false }
      let isUsual = capitals == 0 || capitals == count || (capitals == 1 && firstIsCapital)
      if !isABC { return isUsual }
      return !hasTonedCapital && (isUsual || asciiSmall == 0)
    }
  }
}
