import Foundation
import Testing

/// Writes Vietnamese as old programs did, from the published tables (domain §6.4); the room under test only reads.
enum OldEncodings {
  /// TCVN3 has no toned capitals: they are written small, as the fonts of capitals showed them.
  static func tcvn3(_ text: String) throws -> [UInt8] {
    try text.precomposedStringWithCanonicalMapping.flatMap { character -> [UInt8] in
      if let byte = tcvn3Table[character] { return [byte] }
      if let byte = character.asciiValue { return [byte] }
      let small = try #require(character.lowercased().first)
      return [try #require(tcvn3Table[small], "\(character) is not in TCVN3")]
    }
  }

  private static let tcvn3Table: [Character: UInt8] = {
    var table: [Character: UInt8] = [:]
    for (letter, byte) in zip("ĂÂÊÔƠƯĐăâêôơưđ", UInt8(0xA1)...0xAE) { table[letter] = byte }
    let rows: [(String, [UInt8])] = [
      ("àảãáạ", [0xB5, 0xB6, 0xB7, 0xB8, 0xB9]), ("ằẳẵắặ", [0xBB, 0xBC, 0xBD, 0xBE, 0xC6]),
      ("ầẩẫấậ", [0xC7, 0xC8, 0xC9, 0xCA, 0xCB]), ("èẻẽéẹ", [0xCC, 0xCE, 0xCF, 0xD0, 0xD1]),
      ("ềểễếệ", [0xD2, 0xD3, 0xD4, 0xD5, 0xD6]), ("ìỉĩíị", [0xD7, 0xD8, 0xDC, 0xDD, 0xDE]),
      ("òỏõóọ", [0xDF, 0xE1, 0xE2, 0xE3, 0xE4]), ("ồổỗốộ", [0xE5, 0xE6, 0xE7, 0xE8, 0xE9]),
      ("ờởỡớợ", [0xEA, 0xEB, 0xEC, 0xED, 0xEE]), ("ùủũúụ", [0xEF, 0xF1, 0xF2, 0xF3, 0xF4]),
      ("ừửữứự", [0xF5, 0xF6, 0xF7, 0xF8, 0xF9]), ("ỳỷỹýỵ", [0xFA, 0xFB, 0xFC, 0xFD, 0xFE]),
    ]
    for (letters, bytes) in rows { for (letter, byte) in zip(letters, bytes) { table[letter] = byte } }
    return table
  }()

  /// TCVN3 bytes taken for Windows-1252 and saved as UTF-8: `§¶ng bé`. All letters lie above A0, where that is Latin-1.
  static func tcvn3InUTF8(_ text: String) throws -> String {
    var result = String.UnicodeScalarView()
    for byte in try tcvn3(text) { result.append(Unicode.Scalar(byte)) }
    return String(result)
  }

  /// Base letters with their hat, breve or horn, then a combining byte for the tone.
  static func windows1258(_ text: String) throws -> [UInt8] {
    let whole: [Character: UInt8] = [
      "Ă": 0xC3, "ă": 0xE3, "Đ": 0xD0, "đ": 0xF0, "Ơ": 0xD5, "ơ": 0xF5, "Ư": 0xDD, "ư": 0xFD, "Â": 0xC2, "â": 0xE2,
      "Ê": 0xCA, "ê": 0xEA, "Ô": 0xD4, "ô": 0xF4,
    ]
    let tones: [Unicode.Scalar: UInt8] = [
      "\u{300}": 0xCC, "\u{309}": 0xD2, "\u{303}": 0xDE, "\u{301}": 0xEC, "\u{323}": 0xF2,
    ]
    return try text.flatMap { character -> [UInt8] in
      let scalars = Array(String(character).decomposedStringWithCanonicalMapping.unicodeScalars)
      let tone = scalars.compactMap { tones[$0] }
      var base = String.UnicodeScalarView()
      for scalar in scalars where tones[scalar] == nil { base.append(scalar) }
      let letter = try #require(String(base).precomposedStringWithCanonicalMapping.first)
      return [try #require(whole[letter] ?? letter.asciiValue)] + tone
    }
  }

  static func utf16(_ text: String, isLittle: Bool = true, hasMark: Bool = true) -> [UInt8] {
    ((hasMark ? "\u{FEFF}" : "") + text).utf16.flatMap {
      isLittle ? [UInt8($0 & 0xFF), UInt8($0 >> 8)] : [UInt8($0 >> 8), UInt8($0 & 0xFF)]
    }
  }
}
