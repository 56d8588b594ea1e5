/// Reads the records of a file one after the other, whether its bytes are in memory or lie in a store: of those one window at a time is held.
struct RecordReader {
  /// The bytes the last record lies in; its places count from their start.
  private(set) var text: FileText
  private(set) var scanner: CSVScanner
  /// Counts the windows, so that those who hold the text know when to take the next.
  private(set) var windows = 0
  /// A window could not be read.
  private var hasFailed = false

  /// Bytes of a window; a longer record makes a longer one.
  static let window = 1 << 16

  /// - Parameters:
  ///   - start: the first byte to read, as a place in the file.
  ///   - line: its line.
  init(_ text: FileText, separator: UInt8, start: Int, line: Int) {
    self.text = text
    scanner = CSVScanner(
      separator: separator, offset: start - text.base, line: line, wholeCount: text.store == nil ? nil : text.fileCount)
    if start < text.base || start > text.base + text.bytes.count { move(to: start, Self.window) }
  }

  /// The place in the file where the next record begins.
  var offset: Int { text.base + scanner.offset }

  /// Reads the next record into `record`; false at the end, or where the rest of a file cannot be read any more.
  mutating func next(into record: inout CSVRecord) -> Bool {
    while !hasFailed {
      let before = scanner
      let bytes = text.bytes
      let isRead = scanner.next(in: bytes.span, into: &record)
      // What ends with the window may go on behind it.
      if text.isAtEnd || (isRead && !scanner.hasTouchedEnd(of: bytes.span)) { return isRead }
      scanner = before
      let isWholeWindow = scanner.offset == 0
      move(to: offset, isWholeWindow ? text.bytes.count * 2 : Self.window)
    }
    return false
  }

  private mutating func move(to start: Int, _ length: Int) {
    guard let next = text.window(start..<start + max(length, Self.window)) else {
      hasFailed = true
      return
    }
    scanner.move(by: next.base - text.base)
    text = next
    windows += 1
  }
}
