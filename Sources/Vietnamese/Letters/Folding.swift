/// Keys under which two spellings of one name meet.
public enum Folding {
  /// Lower case without accents; `đ` becomes `d`; runs of spaces, underscores, hyphens and dashes become one space;
  /// invisible marks vanish. `Đảng_Ủy  Khối` and `dang uy khoi` have one key.
  public static func key(_ text: String) -> String {
    var builder = KeyBuilder()
    for scalar in text.unicodeScalars {
      if let letter = Letter(scalar) {
        builder.append(letter.base)
      } else if !builder.takeSpace(scalar, joinsDashes: true) {
        appendFolded(scalar, to: &builder)
      }
    }
    return builder.text
  }

  /// Lower case, accents kept, spaces collapsed, and the tone of open oa, oe, uy always on one place: `Ủy ban` and
  /// `uỷ  ban` have one key, `uy ban` another.
  public static func toneStyleKey(_ text: String) -> String {
    var builder = KeyBuilder()
    for scalar in ToneStyle.convert(NFC.normalize(text), to: .old).unicodeScalars {
      if builder.takeSpace(scalar, joinsDashes: false) { continue }
      if let letter = Letter(scalar) {
        builder.append(letter.isCapital ? small(scalar) : scalar)
        continue
      }
      for lower in scalar.properties.lowercaseMapping.unicodeScalars { builder.append(lower) }
    }
    return NFC.normalize(builder.text)
  }

  /// True where letters without accents tell two texts apart, so that neither `toneStyleKey` nor the key of `Collation` is the same for both. False
  /// says nothing. A walk to the first letter that differs, where making keys costs some hundred times as much.
  public static func isSurelyOther(_ left: String, _ right: String) -> Bool {
    var (lefts, rights) = (left.unicodeScalars.makeIterator(), right.unicodeScalars.makeIterator())
    while let one = lefts.next(), let other = rights.next() {
      if one == " ", other == " " { continue }
      // Marks, runs of spaces and invisible characters shift what stands opposite: from there on only keys can tell.
      guard let oneLetter = Letter(one), let otherLetter = Letter(other) else { return false }
      if oneLetter.base != otherLetter.base { return true }
    }
    return false
  }

  /// The small form of a capital of `Letter`; the tables of Unicode would make a string of it.
  private static func small(_ capital: Unicode.Scalar) -> Unicode.Scalar {
    let value =
      switch capital.value {
      case 0x41...0x5A, 0xC0...0xDE: capital.value + 0x20
      // Capital and small stand side by side, the capital on the even place; only Ư stands on an odd one.
      case 0x1AF: capital.value + 1
      default: capital.value | 1
      }
    return Unicode.Scalar(value) ?? capital
  }

  /// A scalar that is no Vietnamese letter: marks go, foreign letters lose their marks, the rest goes to lower case.
  private static func appendFolded(_ scalar: Unicode.Scalar, to builder: inout KeyBuilder) {
    var parts: [UInt32] = []
    for lower in scalar.properties.lowercaseMapping.unicodeScalars {
      NFC.table.decompose(lower.value, into: &parts)
    }
    for part in parts.compactMap(Unicode.Scalar.init) where !isMark(part) { builder.append(part) }
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x300 && scalar.properties.canonicalCombiningClass != .notReordered
  }
}

/// Collects a key and collapses its spaces.
private struct KeyBuilder {
  private var bytes: [UInt8] = []
  private var owesSpace = false

  var text: String { String(decoding: bytes, as: UTF8.self) }

  mutating func append(_ byte: UInt8) {
    if owesSpace, !bytes.isEmpty { bytes.append(0x20) }
    owesSpace = false
    bytes.append(byte)
  }

  mutating func append(_ scalar: Unicode.Scalar) {
    for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { append(byte) }
  }

  /// True when `scalar` was a separator or an invisible mark and is dealt with.
  mutating func takeSpace(_ scalar: Unicode.Scalar, joinsDashes: Bool) -> Bool {
    switch scalar.value {
    case 0xAD, 0x200B...0x200F, 0x2060, 0xFEFF: return true
    case 0x2D, 0x5F, 0x2010...0x2015, 0x2212:
      if joinsDashes { owesSpace = true }
      return joinsDashes
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
      owesSpace = true
      return true
    default: return false
    }
  }
}
