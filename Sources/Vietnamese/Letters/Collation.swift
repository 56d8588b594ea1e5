/// A sort key: keys compare byte by byte.
public struct CollationKey: Sendable, Hashable, Comparable {
  public let bytes: [UInt8]

  public static func < (left: CollationKey, right: CollationKey) -> Bool {
    left.bytes.lexicographicallyPrecedes(right.bytes)
  }
}

/// Vietnamese order, as the CLDR tailoring and the dictionaries have it, syllable by syllable.
///
/// Within a syllable letters come first (a ă â b c d đ e ê … y z; anything else that is no letter before them), then
/// the tone (ngang, huyền, hỏi, ngã, sắc, nặng). Only when all syllables are equal does case decide, lower before
/// capital, and last the place of the tone (hòa, hoà), which is no difference of meaning. A space sorts before any
/// letter: `ba`, `ba ba`, `bà`, `bà con`, `ban`.
public enum Collation {
  /// How digits are ordered.
  public enum Digits: Sendable, Hashable {
    /// Digit by digit: `Chi bộ 10` before `Chi bộ 2`.
    case plain
    /// By the value of the number: `Chi bộ 2` before `Chi bộ 10`.
    case numeric
  }

  /// The key of one text. NFC or NFD, the key is the same.
  public static func key(_ text: String, digits: Digits = .plain) -> CollationKey {
    var builder = CollationBuilder(digits: digits)
    builder.append(NFC.normalize(text))
    return builder.key
  }

  /// `texts` in order; equal keys keep their places.
  public static func sorted(_ texts: [String], digits: Digits = .plain) -> [String] {
    let keyed = texts.enumerated().map { (key($1, digits: digits), $0, $1) }
    return keyed.sorted { $0.0 == $1.0 ? $0.1 < $1.1 : $0.0 < $1.0 }.map(\.2)
  }
}

/// Orders of lists of people.
public enum PersonName {
  public enum Order: String, Sendable, Hashable, CaseIterable {
    /// By given name (the last syllable), then surname, then middle names.
    case ten
    /// By surname, then as written.
    case ho
  }

  /// The sort key of a full name.
  public static func key(_ name: String, order: Order = .ten) -> CollationKey {
    let syllables = NFC.normalize(name).split { $0.isWhitespace }.map(String.init)
    var builder = CollationBuilder(digits: .plain)
    guard order == .ten, let given = syllables.last, syllables.count > 1 else {
      builder.append(syllables.joined(separator: " "))
      return builder.key
    }
    for part in [given, syllables[0], syllables[1..<syllables.count - 1].joined(separator: " ")] {
      builder.append(part)
      builder.endPart()
    }
    return builder.key
  }

  /// `names` in order; equal keys keep their places.
  public static func sorted(_ names: [String], order: Order = .ten) -> [String] {
    let keyed = names.enumerated().map { (key($1, order: order), $0, $1) }
    return keyed.sorted { $0.0 == $1.0 ? $0.1 < $1.1 : $0.0 < $1.0 }.map(\.2)
  }
}

/// Builds `syllable (01 syllable)* 00 details`, each syllable `primaries 02 tones`; a part of a name ends with 00 too.
struct CollationBuilder {
  private let digits: Collation.Digits
  private var bytes: [UInt8] = []
  private var tones: [UInt8] = []
  /// Case, then places of tones: compared after everything else.
  private var cases: [UInt8] = []
  private var places: [UInt8] = []
  private var isOpen = false
  private var number: [UInt8] = []

  init(digits: Collation.Digits) { self.digits = digits }

  var key: CollationKey {
    var builder = self
    builder.endSyllable()
    return CollationKey(bytes: builder.bytes + [0] + builder.cases + [0] + builder.places)
  }

  mutating func append(_ text: String) {
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace {
        endSyllable()
      } else {
        append(scalar)
      }
    }
  }

  mutating func endPart() {
    endSyllable()
    bytes.append(0)
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    let digit = UInt8(exactly: scalar.value).flatMap { ByteText.isDigit($0) ? $0 : nil }
    if digit == nil { endNumber() }
    openSyllable()
    if let letter = Letter(scalar) {
      append(letter)
    } else if let digit {
      digits == .numeric ? number.append(digit) : bytes.append(digit)
    } else {
      appendOther(scalar)
    }
  }

  /// A space owed from the syllable before is written only when another syllable follows.
  private mutating func openSyllable() {
    if isOpen { return }
    if let last = bytes.last, last != 0 { bytes.append(1) }
    isOpen = true
  }

  private mutating func append(_ letter: Letter) {
    bytes.append(Self.weight(letter))
    if letter.tone != .ngang { tones.append(3 + letter.tone.rawValue) }
    cases.append(letter.isCapital ? 2 : 1)
    places.append(letter.tone == .ngang ? 1 : 2)
  }

  /// 0x40 and up: 26 letters with room for their shapes.
  private static func weight(_ letter: Letter) -> UInt8 {
    let shape: UInt8 =
      switch letter.shape {
      case .plain: 0
      case .breve, .stroke: 1
      // e and o have no breve; the circumflex is their first shape either way.
      case .circumflex: 2
      case .horn: 3
      }
    return 0x40 + (letter.base - 0x61) * 4 + shape
  }

  /// Foreign letters by their base letter with a mark heavier than the tones; signs before digits; other scripts last.
  private mutating func appendOther(_ scalar: Unicode.Scalar) {
    var parts: [UInt32] = []
    NFC.table.decompose(scalar.value, into: &parts)
    if parts.count > 1, let base = parts.first.flatMap(Unicode.Scalar.init).flatMap(Letter.init) {
      append(base)
      for mark in parts.dropFirst() { tones.append(UInt8(truncatingIfNeeded: 0x10 + mark % 0x70)) }
    } else if scalar.value < 0x80 {
      bytes.append(0x10 + UInt8(scalar.value) / 4)
      bytes.append(UInt8(scalar.value))
    } else {
      let isLetter = scalar.properties.isAlphabetic
      bytes.append(isLetter ? 0xF0 : 0x2F)
      for shift in [UInt32(16), 8, 0] { bytes.append(UInt8(truncatingIfNeeded: scalar.value >> shift)) }
    }
  }

  /// A number by value: its length without leading zeros, then its digits.
  private mutating func endNumber() {
    if number.isEmpty { return }
    let significant = number.drop { $0 == 0x30 }
    bytes.append(0x30)
    bytes.append(3 + UInt8(min(significant.count, 200)))
    bytes.append(contentsOf: significant)
    number = []
  }

  private mutating func endSyllable() {
    endNumber()
    if !isOpen { return }
    bytes.append(2)
    bytes.append(contentsOf: tones)
    tones = []
    isOpen = false
  }
}
