import Findings

/// The place of a cell with the line that shows it.
struct CellPlace {
  let location: Location
  let excerpt: Excerpt

  /// - Parameter fileColumn: the column from 0; -1 or one the record does not have points at the whole record.
  init(fileName: String, text: FileText, record: CSVRecord, fileColumn: Int, field: String?) {
    if record.fields.indices.contains(fileColumn) {
      let cell = record.fields[fileColumn]
      self.init(
        fileName: fileName, text: text, line: cell.line, column: fileColumn + 1, field: field,
        range: cell.rawRange)
    } else {
      let isCut = fileColumn >= 0
      self.init(
        fileName: fileName, text: text, line: record.line, column: isCut ? fileColumn + 1 : nil, field: field,
        range: isCut ? record.end..<record.end : record.start..<record.end)
    }
  }

  init(fileName: String, text: FileText, line: Int, column: Int?, field: String?, range: Range<Int>) {
    location = Location(
      file: fileName, sheet: text.sheet, row: line, column: column, field: field,
      byteOffset: text.originalOffset(of: range.lowerBound))
    excerpt = Self.excerpt(text, range)
  }

  /// Bytes of a line that are shown around a cell; a line of a gigabyte is cut here.
  private static let reach = 2000

  private static func excerpt(_ text: FileText, _ range: Range<Int>) -> Excerpt {
    let bytes = text.bytes
    var first = range.lowerBound
    while first > 0, range.lowerBound - first < reach, !isLineBreak(bytes[first - 1]) { first -= 1 }
    var last = range.lowerBound
    while last < bytes.count, last - range.lowerBound < reach, !isLineBreak(bytes[last]) { last += 1 }
    first = text.alignedUp(first)
    last = max(text.alignedDown(last), first)
    let end = min(range.upperBound, last)
    let head = first > 0 && !isLineBreak(bytes[first - 1]) && first != text.start ? "…" : ""
    let tail = last < bytes.count && !isLineBreak(bytes[last]) ? "…" : ""
    let before = head + text.string(first..<max(first, range.lowerBound))
    let cell = text.string(range.lowerBound..<max(end, range.lowerBound))
    let after = text.string(max(end, range.lowerBound)..<last) + tail
    return mark(before, cell, after)
  }

  /// Counts grapheme clusters in the joined line, because a cell may begin with a combining mark.
  private static func mark(_ before: String, _ cell: String, _ after: String) -> Excerpt {
    let line = before + cell + after
    let (from, to) = (before.utf8.count, before.utf8.count + cell.utf8.count)
    var (offset, start, length) = (0, 0, 0)
    for character in line {
      let end = offset + character.utf8.count
      if end <= from { start += 1 } else if offset < to { length += 1 }
      offset = end
      if offset >= to { break }
    }
    return Excerpt(line: line, start: start, length: length)
  }

  private static func isLineBreak(_ byte: UInt8) -> Bool { byte == Byte.lineFeed || byte == Byte.carriageReturn }
}
