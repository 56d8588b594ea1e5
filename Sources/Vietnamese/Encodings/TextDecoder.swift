/// Bytes of a file turned into UTF-8.
public struct DecodedText: Sendable, Hashable {
  /// Valid UTF-8 without a byte order mark. Text of the one-byte encodings is NFC; UTF-8 and UTF-16 are left in the
  /// form they came in (cells are normalised where they are read).
  public var utf8: [UInt8] = []
  /// Offsets in the source of the first bytes that mean nothing, at most `TextDecoder.offsetLimit`; each stands in
  /// the text as U+FFFD.
  public var undecodable: [Int] = []
  /// How many there are in all.
  public var undecodableCount = 0

  public var text: String { String(decoding: utf8, as: UTF8.self) }

  mutating func append(_ value: UInt32) {
    switch value {
    case ..<0x80:
      utf8.append(UInt8(value))
    case ..<0x800:
      utf8.append(UInt8(0xC0 | value >> 6))
      utf8.append(UInt8(0x80 | value & 0x3F))
    default:
      let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
      for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { utf8.append(byte) }
    }
  }

  mutating func appendUndecodable(at offset: Int) {
    append(0xFFFD)
    note(undecodable: offset)
  }

  mutating func note(undecodable offset: Int) {
    if undecodable.count < TextDecoder.offsetLimit { undecodable.append(offset) }
    undecodableCount += 1
  }
}

/// Turns bytes into text, whatever they are; nothing here can fail or crash.
public enum TextDecoder {
  /// How many offsets of meaningless bytes are kept.
  public static let offsetLimit = 100

  /// Decodes all of `bytes`.
  public static func decode(_ bytes: [UInt8], as encoding: TextEncoding) -> DecodedText {
    decode(bytes[...], as: encoding)
  }

  /// Decodes all of `bytes`; offsets count from the start of the slice.
  public static func decode(_ bytes: ArraySlice<UInt8>, as encoding: TextEncoding) -> DecodedText {
    switch encoding {
    case .utf8, .utf8BOM: utf8(bytes)
    case .utf16LE: utf16(bytes, isLittle: true)
    case .utf16BE: utf16(bytes, isLittle: false)
    case .windows1258: composed(oneByte(bytes, .windows1258))
    case .tcvn3: composed(oneByte(bytes, .tcvn3))
    case .tcvn5712: composed(oneByte(bytes, .tcvn5712))
    case .viscii: oneByte(bytes, .viscii)
    case .vni: VNI.decode(bytes)
    case .viqr: VIQR.decode(bytes)
    case .tcvn3InUTF8, .vniInUTF8: Mojibake.decode(utf8(bytes), as: encoding)
    }
  }

  private static func oneByte(_ bytes: ArraySlice<UInt8>, _ table: ByteTable) -> DecodedText {
    var result = DecodedText()
    result.utf8.reserveCapacity(bytes.count + bytes.count / 2)
    for index in bytes.indices {
      let value = table[bytes[index]]
      if value == 0xFFFD {
        result.appendUndecodable(at: index - bytes.startIndex)
      } else {
        result.append(value)
      }
    }
    return result
  }

  /// Windows-1258 and the combining bytes of TCVN leave letter and tone apart.
  private static func composed(_ decoded: DecodedText) -> DecodedText {
    if NFC.isNormalized(bytes: decoded.utf8.span) { return decoded }
    var result = decoded
    result.utf8 = Array(NFC.normalize(decoded.text).utf8)
    return result
  }

  private static func utf8(_ bytes: ArraySlice<UInt8>) -> DecodedText {
    var result = DecodedText()
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes
    let isValid = UTF8Scan.firstInvalid(body) == nil
    if isValid {
      result.utf8 = Array(body)
      return result
    }
    result.utf8.reserveCapacity(body.count)
    var index = body.startIndex
    while index < body.endIndex {
      let length = UTF8Scan.length(body, at: index)
      if length == 0 {
        result.appendUndecodable(at: index - bytes.startIndex)
      } else {
        result.utf8 += body[index..<index + length]
      }
      index += max(1, length)
    }
    return result
  }

  private static func utf16(_ bytes: ArraySlice<UInt8>, isLittle: Bool) -> DecodedText {
    var result = DecodedText()
    result.utf8.reserveCapacity(bytes.count)
    let (high, low) = isLittle ? (1, 0) : (0, 1)
    func unit(_ index: Int) -> UInt32? {
      index + 1 < bytes.endIndex ? UInt32(bytes[index + high]) << 8 | UInt32(bytes[index + low]) : nil
    }
    var index = bytes.startIndex
    if unit(index) == 0xFEFF { index += 2 }
    while index < bytes.endIndex {
      guard let first = unit(index), first & 0xFC00 != 0xDC00 else {
        result.appendUndecodable(at: index - bytes.startIndex)
        index += 2
        continue
      }
      index += 2
      if first & 0xFC00 != 0xD800 {
        result.append(first)
      } else if let second = unit(index), second & 0xFC00 == 0xDC00 {
        result.append(0x10000 + (first & 0x3FF) << 10 + second & 0x3FF)
        index += 2
      } else {
        result.appendUndecodable(at: index - 2 - bytes.startIndex)
      }
    }
    return result
  }
}

/// Strict UTF-8: no overlong forms, no surrogates, nothing above U+10FFFF.
public enum UTF8Scan {
  /// The index of the first byte that is not part of a well-formed sequence, or nil.
  public static func firstInvalid(_ bytes: ArraySlice<UInt8>) -> Int? {
    let offset = firstInvalid(in: bytes.span)
    return offset.map { bytes.startIndex + $0 }
  }

  /// The offset of the first byte that is not part of a well-formed sequence, or nil.
  public static func firstInvalid(in bytes: Span<UInt8>) -> Int? {
    var index = 0
    while true {
      index = ByteLanes.firstBeyondASCII(in: bytes, from: index)
      guard index < bytes.count else { return nil }
      let first = bytes[index]
      // Vietnamese letters take two bytes, or three of which the first is E1: no other byte of these needs a look of its own.
      if 0xC2..<0xE0 ~= first, index + 1 < bytes.count, isInside(bytes[index + 1]) {
        index += 2
        continue
      }
      if first == 0xE1, index + 2 < bytes.count, isInside(bytes[index + 1]), isInside(bytes[index + 2]) {
        index += 3
        continue
      }
      let length = length(bytes, at: index)
      if length == 0 { return index }
      index += length
    }
  }

  /// Whether the byte goes on with a sequence.
  private static func isInside(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

  /// The length of the sequence at `index`, or 0 when there is none.
  static func length(_ bytes: ArraySlice<UInt8>, at index: Int) -> Int {
    length(bytes.span, at: index - bytes.startIndex)
  }

  private static func length(_ bytes: Span<UInt8>, at index: Int) -> Int {
    let first = bytes[index]
    let count = first < 0x80 ? 1 : (first < 0xC2 ? 0 : (first < 0xE0 ? 2 : (first < 0xF0 ? 3 : (first < 0xF5 ? 4 : 0))))
    guard count > 1, index + count <= bytes.count else { return count == 1 ? 1 : 0 }
    for offset in 1..<count where bytes[index + offset] & 0xC0 != 0x80 { return 0 }
    let second = bytes[index + 1]
    switch first {
    case 0xE0: return second >= 0xA0 ? 3 : 0
    case 0xED: return second < 0xA0 ? 3 : 0
    case 0xF0: return second >= 0x90 ? 4 : 0
    case 0xF4: return second < 0x90 ? 4 : 0
    default: return count
    }
  }
}
