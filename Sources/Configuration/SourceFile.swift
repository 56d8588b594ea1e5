package import Findings
internal import Vietnamese

/// The text of one template, partial, narrative or format file, and the name findings show for it.
///
/// Positions are offsets in its UTF-8 bytes; lines and columns are worked out only when a finding needs them.
package final class SourceFile: Sendable {
  package let path: String
  /// Normal form C, without a byte order mark.
  package let bytes: [UInt8]
  private let lineStarts: [Int]

  package init(path: String, text: String) {
    self.path = path
    var bytes = Array(NFC.normalize(text).utf8)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    self.bytes = bytes
    var starts = [0]
    for (index, byte) in bytes.enumerated() where byte == 0x0A { starts.append(index + 1) }
    lineStarts = starts
  }

  package var lineCount: Int { lineStarts.count }

  /// The line of an offset, counted from 0.
  package func line(of offset: Int) -> Int {
    var (low, high) = (0, lineStarts.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// The bytes of a line (counted from 0) without its line break.
  package func range(ofLine line: Int) -> Range<Int> {
    guard lineStarts.indices.contains(line) else { return bytes.count..<bytes.count }
    let start = lineStarts[line]
    var end = line + 1 < lineStarts.count ? lineStarts[line + 1] - 1 : bytes.count
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }

  /// The offset of the `column`-th code point (counted from 0) of a line (counted from 0), as libyaml counts.
  package func offset(line: Int, codePoint column: Int) -> Int {
    let range = range(ofLine: line)
    var offset = range.lowerBound
    var left = column
    while left > 0, offset < range.upperBound {
      offset += 1
      while offset < range.upperBound, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      left -= 1
    }
    return offset
  }

  package func text(_ range: Range<Int>) -> String {
    let clamped = range.clamped(to: 0..<bytes.count)
    return String(decoding: bytes[clamped], as: UTF8.self)
  }

  /// All of the file.
  package var source: SourceText {
    SourceText(file: self, bytes: bytes, offsets: Array(0...bytes.count))
  }
}

/// A stretch of a file, for findings.
package struct Span: Sendable {
  package let file: SourceFile
  package var start: Int
  package var end: Int

  package init(_ file: SourceFile, _ start: Int, _ end: Int) {
    self.file = file
    self.start = min(max(0, start), file.bytes.count)
    self.end = min(max(self.start, end), file.bytes.count)
  }

  /// From the start of this one to the end of the other.
  package func to(_ other: Span) -> Span { Span(file, start, max(end, other.end)) }

  /// A located problem with the source line and the marked part of it; a span over several lines marks the first.
  package func finding(_ code: String, _ message: Message, severity: Severity = .error, hint: Message? = nil) -> Finding
  {
    let line = file.line(of: start)
    let range = file.range(ofLine: line)
    let first = min(start, range.upperBound)
    let before = file.text(range.lowerBound..<first).count
    let length = max(1, file.text(first..<max(first, min(end, range.upperBound))).count)
    let location = Location(file: file.path, row: line + 1, column: before + 1, byteOffset: start)
    let excerpt = Excerpt(line: file.text(range), start: before, length: length)
    return Finding(code: code, severity: severity, at: location, message, hint: hint, excerpt: excerpt)
  }
}

/// Text cut out of a file (or decoded from it), with the place in the file of each of its bytes.
package struct SourceText: Sendable {
  package let file: SourceFile
  package var bytes: [UInt8]
  /// One more than there are bytes: the last is the end.
  package var offsets: [Int]

  /// Precondition of use: one offset more than bytes.
  package init(file: SourceFile, bytes: [UInt8], offsets: [Int]) {
    self.file = file
    self.bytes = bytes
    self.offsets = offsets
  }

  package func span(_ range: Range<Int>) -> Span {
    guard let last = offsets.indices.last else { return Span(file, 0, 0) }
    let start = offsets[min(range.lowerBound, last)]
    // The end of the last byte, not the start of the next: decoded text may have gaps.
    let end = range.isEmpty ? start : offsets[min(range.upperBound - 1, last)] + 1
    return Span(file, start, end)
  }

  package var whole: Span { span(0..<bytes.count) }
  package var string: String { String(decoding: bytes, as: UTF8.self) }

  package subscript(_ range: Range<Int>) -> SourceText {
    let clamped = range.clamped(to: 0..<bytes.count)
    return SourceText(
      file: file, bytes: Array(bytes[clamped]), offsets: Array(offsets[clamped.lowerBound...clamped.upperBound]))
  }

  package func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }
}
