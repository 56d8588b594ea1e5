import Vietnamese

/// The bytes of a file as they are scanned, and how they become text.
///
/// UTF-8 and the old one-byte encodings are scanned as they are: separators, quotes and line breaks are ASCII in all of them, so
/// offsets are those of the file and each cell is decoded alone. UTF-16 is rewritten as UTF-8 first.
///
/// Of a file in a store these are the bytes of one window; `window(_:)` gives another.
struct FileText: Sendable {
  let bytes: [UInt8]
  /// Where the first of `bytes` stands in the file.
  let base: Int
  /// Where the other bytes of the file lie; nil when all of them are in memory.
  let store: (any ByteStore)?
  /// The first byte of the text, after a byte order mark.
  let start: Int
  /// What the cells are decoded from; `.utf8` when they can be used as they are.
  let encoding: TextEncoding
  /// Some bytes are no UTF-8.
  let isDamaged: Bool
  /// There may be letters that were lost: a `?` or U+FFFD somewhere.
  let mayHaveLostLetters: Bool
  /// The worksheet the bytes were made from.
  var sheet: String?
  /// Encodings of single columns (from 0), found after the header.
  var columnEncodings: [Int: TextEncoding] = [:]
  /// For a file that was UTF-16: how offsets lead back to it.
  private let wide: WideOffsets?

  init(
    bytes: [UInt8], start: Int = 0, encoding: TextEncoding = .utf8, isDamaged: Bool = false, sheet: String? = nil,
    wide: WideOffsets? = nil, base: Int = 0, store: (any ByteStore)? = nil
  ) {
    self.bytes = bytes
    self.base = base
    self.store = store
    self.start = start
    self.encoding = encoding
    self.isDamaged = isDamaged
    self.sheet = sheet
    self.wide = wide
    // In VIQR a question mark behind a vowel is the tone hỏi.
    mayHaveLostLetters = encoding != .viqr && Self.hasSignOfLoss(bytes.span)
  }

  // MARK: Windows

  /// The bytes of the whole file.
  var fileCount: Int { store?.count ?? bytes.count }

  /// Whether no byte of the file lies behind `bytes`.
  var isAtEnd: Bool { base + bytes.count >= fileCount }

  /// Another stretch of a file in a store, read the same way; nil when it cannot be read any more.
  ///
  /// - Parameter range: places in the file; cut to its end.
  func window(_ range: Range<Int>) -> FileText? {
    guard let store, let bytes = store.bytes(range.clamped(to: 0..<store.count)) else { return nil }
    var text = FileText(
      bytes: bytes, start: range.lowerBound == 0 ? start : 0, encoding: encoding, isDamaged: isDamaged, sheet: sheet,
      base: range.lowerBound, store: store)
    text.columnEncodings = columnEncodings
    return text
  }

  /// The same without its bytes, for when only windows are asked for.
  var withoutBytes: FileText {
    guard store != nil else { return self }
    var text = FileText(
      bytes: [], start: start, encoding: encoding, isDamaged: isDamaged, sheet: sheet, base: fileCount, store: store)
    text.columnEncodings = columnEncodings
    return text
  }

  // MARK: Cells

  /// The text of some bytes; what is not text becomes U+FFFD.
  func string(_ range: Range<Int>) -> String { Self.decode(bytes[range], encoding).text }

  /// The text of some bytes of a cell in `column` (from 0), which may have an encoding of its own.
  func string(_ range: Range<Int>, column: Int) -> String {
    Self.decode(bytes[range], columnEncodings[column] ?? encoding).text
  }

  /// Whether cells of `column` can be read from the bytes as they are.
  func isDirect(_ column: Int) -> Bool {
    encoding == .utf8 && !isDamaged && (columnEncodings.isEmpty || (columnEncodings[column] ?? .utf8) == .utf8)
  }

  /// Writes the text of a cell into `output` as UTF-8, doubled quotes made single. False when bytes mean nothing.
  func rewrite(_ field: CSVField, column: Int, into output: inout [UInt8]) -> Bool {
    output.removeAll(keepingCapacity: true)
    var index = field.start
    while index < field.end {
      output.append(bytes[index])
      index += bytes[index] == Byte.quote && field.hasDoubledQuotes ? 2 : 1
    }
    if isDirect(column) { return true }
    let (text, isSound) = Self.decode(output[...], columnEncodings[column] ?? encoding)
    output = Array(text.utf8)
    return isSound
  }

  private static func decode(_ bytes: ArraySlice<UInt8>, _ encoding: TextEncoding) -> (text: String, isSound: Bool) {
    switch encoding {
    case .tcvn3InUTF8, .vniInUTF8:
      // A cell that reads well as it is stays: offices mix fonts within a column.
      let cell = String(decoding: bytes, as: UTF8.self)
      return (Mojibake.repairMixed(cell, as: encoding) ?? cell, true)
    default:
      let decoded = TextDecoder.decode(bytes, as: encoding)
      return (decoded.text, decoded.undecodableCount == 0)
    }
  }

  private static func hasSignOfLoss(_ bytes: Span<UInt8>) -> Bool {
    var next = 0
    while let index = ByteLanes.firstIndex(of: 0x3F, or: 0xEF, in: bytes, from: next) {
      if bytes[index] == 0x3F { return true }
      if index + 2 < bytes.count, bytes[index + 1] == 0xBF, bytes[index + 2] == 0xBD { return true }
      next = index + 1
    }
    return false
  }

  // MARK: Places

  /// The offset in the file as it lies on the disk; nil for worksheets.
  func originalOffset(of offset: Int) -> Int? {
    if sheet != nil { return nil }
    return wide?.original(offset, in: bytes) ?? base + offset
  }

  private var isUTF8: Bool { encoding == .utf8 || encoding == .tcvn3InUTF8 || encoding == .vniInUTF8 }

  /// The next place at or after `offset` where a character begins.
  func alignedUp(_ offset: Int) -> Int {
    var place = offset
    while isUTF8, place < bytes.count, place - offset < 4, bytes[place] & 0xC0 == 0x80 { place += 1 }
    return place
  }

  /// The last place at or before `offset` where a character begins.
  func alignedDown(_ offset: Int) -> Int {
    var place = offset
    while isUTF8, place > 0, place < bytes.count, offset - place < 4, bytes[place] & 0xC0 == 0x80 { place -= 1 }
    return place
  }
}

/// Leads offsets in UTF-8 back to the UTF-16 file it was made from.
struct WideOffsets: Sendable {
  private static let stride = 1 << 14
  /// Bytes of the byte order mark.
  private let head: Int
  /// UTF-16 units before each multiple of `stride` bytes.
  private var units: [Int] = [0]

  init(_ utf8: [UInt8], head: Int) {
    self.head = head
    var count = 0
    for (index, byte) in utf8.enumerated() {
      if index > 0, index % Self.stride == 0 { units.append(count) }
      count += Self.units(byte)
    }
  }

  func original(_ offset: Int, in utf8: [UInt8]) -> Int {
    let block = min(offset / Self.stride, units.count - 1)
    var count = units[block]
    for index in block * Self.stride..<offset { count += Self.units(utf8[index]) }
    return head + count * 2
  }

  /// The units of the character that begins with `byte`; 0 for the bytes inside one.
  private static func units(_ byte: UInt8) -> Int { byte & 0xC0 == 0x80 ? 0 : (byte >= 0xF0 ? 2 : 1) }
}
