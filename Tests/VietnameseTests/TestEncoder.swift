import Vietnamese

/// Encoders for the tests, built from the domain notes (§6.4) and from `iconv`, not from the decoder's tables.
enum TestEncoder {
  static func encode(_ text: String, as encoding: TextEncoding) -> [UInt8] {
    switch encoding {
    case .utf8: Array(text.utf8)
    case .utf8BOM: [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    case .utf16LE: text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    case .utf16BE: text.utf16.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
    case .windows1258: bytes(text, cp1258)
    case .tcvn5712: bytes(text, tcvn5712)
    case .viscii: bytes(text, viscii)
    case .tcvn3: bytes(text, tcvn3)
    case .vni: bytes(text, vni)
    case .viqr: Array(viqr(text).utf8)
    case .tcvn3InUTF8: Array(asWindows1252(bytes(text, tcvn3)).utf8)
    case .vniInUTF8: Array(asWindows1252(bytes(text, vni)).utf8)
    }
  }

  /// Letters by the table; curly quotes, which the small code pages lack, become straight.
  private static func bytes(_ text: String, _ table: [Unicode.Scalar: [UInt8]]) -> [UInt8] {
    text.unicodeScalars.flatMap { scalar -> [UInt8] in
      if let bytes = table[scalar] { return bytes }
      return [UInt8(exactly: scalar.value).flatMap { $0 < 0x80 ? $0 : nil } ?? 0x22]
    }
  }

  private static let cp1258 = IconvFixtures.table(IconvFixtures.cp1258Letters)
  private static let tcvn5712 = IconvFixtures.table(IconvFixtures.tcvnLetters)
  private static let viscii = IconvFixtures.table(IconvFixtures.visciiLetters)

  /// Rows of domain notes §6.4: the letter, then its bytes for à ả ã á ạ. Capitals with tones lose their case.
  private static let tcvn3: [Unicode.Scalar: [UInt8]] = {
    let rows: [(String, [UInt8])] = [
      ("ĂÂÊÔƠƯĐăâêôơưđ", Array(0xA1...0xAE)), ("àảãáạ", [0xB5, 0xB6, 0xB7, 0xB8, 0xB9]),
      ("ằẳẵắặ", [0xBB, 0xBC, 0xBD, 0xBE, 0xC6]), ("ầẩẫấậ", [0xC7, 0xC8, 0xC9, 0xCA, 0xCB]),
      ("èẻẽéẹ", [0xCC, 0xCE, 0xCF, 0xD0, 0xD1]), ("ềểễếệ", [0xD2, 0xD3, 0xD4, 0xD5, 0xD6]),
      ("ìỉĩíị", [0xD7, 0xD8, 0xDC, 0xDD, 0xDE]), ("òỏõóọ", [0xDF, 0xE1, 0xE2, 0xE3, 0xE4]),
      ("ồổỗốộ", [0xE5, 0xE6, 0xE7, 0xE8, 0xE9]), ("ờởỡớợ", [0xEA, 0xEB, 0xEC, 0xED, 0xEE]),
      ("ùủũúụ", [0xEF, 0xF1, 0xF2, 0xF3, 0xF4]), ("ừửữứự", [0xF5, 0xF6, 0xF7, 0xF8, 0xF9]),
      ("ỳỷỹýỵ", [0xFA, 0xFB, 0xFC, 0xFD, 0xFE]),
    ]
    var table: [Unicode.Scalar: [UInt8]] = [:]
    for (letters, bytes) in rows {
      for (letter, byte) in zip(letters.unicodeScalars, bytes) {
        table[letter] = [byte]
        let capital = letter.properties.uppercaseMapping.unicodeScalars.first
        if let capital, table[capital] == nil, bytes.count == 5 { table[capital] = [byte] }
      }
    }
    return table
  }()

  private static let vni: [Unicode.Scalar: [UInt8]] = {
    let plain: [UInt8] = [0xF8, 0xFB, 0xF5, 0xF9, 0xEF]
    let circumflex: [UInt8] = [0xE0, 0xE5, 0xE3, 0xE1, 0xE4]
    let rows: [(String, [UInt8], [UInt8])] = [
      ("àảãáạ", [0x61], plain), ("èẻẽéẹ", [0x65], plain), ("òỏõóọ", [0x6F], plain), ("ùủũúụ", [0x75], plain),
      ("ỳỷỹý", [0x79], plain), ("ờởỡớợ", [0xF4], plain), ("ừửữứự", [0xF6], plain), ("ầẩẫấậ", [0x61], circumflex),
      ("ềểễếệ", [0x65], circumflex), ("ồổỗốộ", [0x6F], circumflex), ("ằẳẵắặ", [0x61], [0xE8, 0xFA, 0xFC, 0xE9, 0xEB]),
      ("ă", [0x61], [0xEA]), ("â", [0x61], [0xE2]), ("ê", [0x65], [0xE2]), ("ô", [0x6F], [0xE2]),
      ("ìỉĩíị", [], [0xEC, 0xE6, 0xF3, 0xED, 0xF2]), ("đơưỵ", [], [0xF1, 0xF4, 0xF6, 0xEE]),
    ]
    var table: [Unicode.Scalar: [UInt8]] = [:]
    for (letters, base, marks) in rows {
      for (letter, mark) in zip(letters.unicodeScalars, marks) {
        table[letter] = base + [mark]
        let capital = letter.properties.uppercaseMapping.unicodeScalars.first
        if let capital { table[capital] = (base + [mark]).map { $0 - 0x20 } }
      }
    }
    return table
  }()

  /// RFC 1456 by canonical decomposition: the standard library takes the letters apart.
  private static func viqr(_ text: String) -> String {
    let marks: [Unicode.Scalar: String] = [
      "\u{300}": "`", "\u{309}": "?", "\u{303}": "~", "\u{301}": "'", "\u{323}": ".", "\u{306}": "(", "\u{302}": "^",
      "\u{31B}": "+",
    ]
    var result = ""
    for character in text {
      if character == "đ" || character == "Đ" {
        result += character == "đ" ? "dd" : "DD"
        continue
      }
      let parts = decomposed(character)
      // The shape is written before the tone whatever their canonical order.
      let shapes = parts.dropFirst().filter { "\u{306}\u{302}\u{31B}".unicodeScalars.contains($0) }
      let tones = parts.dropFirst().filter { !shapes.contains($0) }
      if let base = parts.first { result.unicodeScalars.append(base) }
      for mark in shapes + tones { result += marks[mark] ?? "" }
      if "“”".contains(character) { result = String(result.dropLast()) + "\"" }
    }
    return result
  }

  /// Tries base letter + marks until the standard library calls them equal.
  private static func decomposed(_ character: Character) -> [Unicode.Scalar] {
    guard let scalar = character.unicodeScalars.first, scalar.value >= 0x80 else {
      return Array(character.unicodeScalars)
    }
    return table[character] ?? [scalar]
  }

  private static let table: [Character: [Unicode.Scalar]] = {
    var table: [Character: [Unicode.Scalar]] = [:]
    let shapes: [[Unicode.Scalar]] = [[], ["\u{306}"], ["\u{302}"], ["\u{31B}"]]
    let tones: [[Unicode.Scalar]] = [[], ["\u{300}"], ["\u{309}"], ["\u{303}"], ["\u{301}"], ["\u{323}"]]
    for base in "aeiouyAEIOUY".unicodeScalars {
      for shape in shapes {
        for tone in tones {
          let text = String(String.UnicodeScalarView([base] + shape + tone))
          if let character = text.first, text.count == 1 { table[character] = [base] + shape + tone }
        }
      }
    }
    return table
  }()

  private static func asWindows1252(_ bytes: [UInt8]) -> String {
    // Neither form uses 0x80…0x9F for letters, so that Latin-1 and Windows-1252 agree.
    String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
  }
}
