import Findings

/// Keeps what is needed to point into a file after it was read: its bytes, or where they lie, and where each kept row begins.
struct TableSource: Sendable {
  let fileName: String
  let text: FileText
  let separator: UInt8
  /// The column of the file (from 0) for each column of the schema; -1 where the file has none.
  let columns: [Int]
  /// The canonical names of the schema's columns.
  let names: [String]
  /// Reads rows again; nil where they are in memory whole.
  var reader: CellReader?
  /// Where each kept row begins.
  var starts = Rows<RowStart>()

  init(fileName: String, text: FileText, separator: UInt8, columns: [Int], names: [String]) {
    self.fileName = fileName
    self.text = text
    self.separator = separator
    self.columns = columns
    self.names = names
  }

  mutating func removeRows(_ indices: Set<Int>) { starts.remove(indices) }

  func columnNumber(_ column: Int) -> Int? { columns[column] < 0 ? nil : columns[column] + 1 }

  /// Reads the record of row `index` again and points at one of its cells.
  func place(ofRow index: Int, _ column: Int?) -> CellPlace? {
    guard starts.indices.contains(index) else { return nil }
    let start = starts[index]
    var reader = RecordReader(text, separator: separator, start: start.offset, line: start.line)
    var record = CSVRecord()
    guard reader.next(into: &record) else { return nil }
    return CellPlace(
      fileName: fileName, text: reader.text, record: record, fileColumn: column.map { columns[$0] } ?? -1,
      field: column.map { names[$0] })
  }

  // MARK: Rows read again

  /// Bytes between two rows that are rather read along than made a stretch of their own.
  private static let gap = 1 << 12
  /// Bytes of a stretch.
  static let longestStretch = 1 << 20

  /// Hands over the cells of the rows at `places` (ascending), read again, the rows of one stretch of the file at a time.
  ///
  /// - Returns: false when the file is not any more what it was.
  func readAgain(_ cells: CellReader, _ places: [Int], _ take: (inout CellReader) -> Bool) -> Bool {
    var cells = cells
    let starts = starts.elements(at: places)
    let ranges = ranges(of: places, starts)
    var first = 0
    while first < ranges.count {
      var last = first
      while last + 1 < ranges.count, continues(ranges[first], ranges[last], ranges[last + 1]) { last += 1 }
      guard let window = text.window(ranges[first].lowerBound..<ranges[last].upperBound) else { return false }
      cells.move(to: window)
      for place in first...last {
        var scanner = CSVScanner(
          separator: separator, offset: ranges[place].lowerBound - window.base, line: starts[place].line)
        cells.isSound = true
        guard scanner.next(in: window.bytes.span, into: &cells.record), take(&cells) else { return false }
      }
      first = last + 1
    }
    return true
  }

  /// The bytes from the beginning of each of these rows to that of the next.
  private func ranges(of places: [Int], _ starts: [RowStart]) -> [Range<Int>] {
    places.indices.map { index in
      let next = places[index] + 1
      let end =
        if index + 1 < places.count, places[index + 1] == next {
          starts[index + 1].offset
        } else {
          next < self.starts.count ? self.starts[next].offset : text.fileCount
        }
      return starts[index].offset..<end
    }
  }

  private func continues(_ first: Range<Int>, _ last: Range<Int>, _ next: Range<Int>) -> Bool {
    next.lowerBound - last.upperBound <= Self.gap && next.upperBound - first.lowerBound <= Self.longestStretch
  }
}

/// Where a row begins in its file, in eight bytes: no file that is read is longer than a gigabyte.
struct RowStart: Sendable, Hashable {
  private let byte: UInt32
  private let number: UInt32

  init(offset: Int, line: Int) {
    byte = UInt32(clamping: offset)
    number = UInt32(clamping: line)
  }

  /// Its first byte.
  var offset: Int { Int(byte) }
  /// Its line, from 1.
  var line: Int { Int(number) }

  static let packing = Packing<RowStart>(size: 2) { start, packer in
    packer.number(start.offset)
    packer.number(start.line)
  } unpack: { packed in
    RowStart(offset: packed.number(), line: packed.number())
  }
}
