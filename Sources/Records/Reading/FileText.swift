/// The bytes of a file as they are scanned, and how they become text.
///
/// Bytes of UTF-8 and of the old one-byte encodings are scanned as they are: separators, quotes and line breaks are ASCII in
/// all of them. UTF-16 is rewritten as UTF-8 first.
struct FileText: Sendable {
  let bytes: [UInt8]
  /// The first byte of the text, after a byte order mark.
  let start: Int
  let encoding: FileEncoding
  /// The worksheet the bytes were made from.
  var sheet: String?

  init(bytes: [UInt8], start: Int = 0, encoding: FileEncoding = .utf8, sheet: String? = nil) {
    self.bytes = bytes
    self.start = start
    self.encoding = encoding
    self.sheet = sheet
  }

  /// The text of some bytes; what is not text becomes U+FFFD.
  func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// The text of some bytes of a cell in `column` (from 0), which may have an encoding of its own.
  func string(_ range: Range<Int>, column: Int) -> String { string(range) }

  /// Whether cells of `column` can be read from the bytes as they are.
  func isDirect(_ column: Int) -> Bool { true }

  /// Writes the text of a cell into `output` as UTF-8 in NFC, doubled quotes made single.
  func rewrite(_ field: CSVField, column: Int, into output: inout [UInt8]) {
    output.removeAll(keepingCapacity: true)
    var index = field.start
    while index < field.end {
      output.append(bytes[index])
      index += bytes[index] == Byte.quote && field.hasDoubledQuotes ? 2 : 1
    }
  }

  /// The offset in the file as it lies on the disk.
  func originalOffset(of offset: Int) -> Int? { sheet == nil ? offset : nil }

  /// The next place at or after `offset` where a character begins.
  func alignedUp(_ offset: Int) -> Int {
    var place = offset
    while place < bytes.count, place - offset < 4, bytes[place] & 0xC0 == 0x80 { place += 1 }
    return place
  }

  /// The last place at or before `offset` where a character begins.
  func alignedDown(_ offset: Int) -> Int {
    var place = offset
    while place > 0, place < bytes.count, offset - place < 4, bytes[place] & 0xC0 == 0x80 { place -= 1 }
    return place
  }
}

/// How the bytes of a file are read.
enum FileEncoding: Sendable, Hashable {
  case utf8
}
