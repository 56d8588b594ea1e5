import Findings

/// Keeps what is needed to point into a file after it was read: its bytes, and where each kept row begins.
struct TableSource: Sendable {
  let fileName: String
  private(set) var text: FileText
  let separator: UInt8
  /// The column of the file (from 0) for each column of the schema; -1 where the file has none.
  let columns: [Int]
  /// The canonical names of the schema's columns.
  let names: [String]
  /// The first byte of each kept row. No file is longer than a gigabyte, so that 32 bits are enough for a million rows.
  private(set) var offsets: [UInt32] = []

  init(fileName: String, text: FileText, separator: UInt8, columns: [Int], names: [String]) {
    self.fileName = fileName
    self.text = text
    self.separator = separator
    self.columns = columns
    self.names = names
  }

  mutating func reserve(_ count: Int) { offsets.reserveCapacity(count) }

  mutating func append(offset: Int) { offsets.append(UInt32(clamping: offset)) }

  /// Whether the bytes of the file were let go of: then no cell can be pointed at.
  private(set) var isLetGo = false

  /// Lets go of the bytes of a file longer than `limit`.
  mutating func letGo(above limit: Int) {
    guard text.bytes.count > limit else { return }
    text = FileText(bytes: [])
    offsets = []
    isLetGo = true
  }

  mutating func keepRows(_ indices: [Int]) { offsets = indices.map { offsets[$0] } }

  func columnNumber(_ column: Int) -> Int? { columns[column] < 0 ? nil : columns[column] + 1 }

  /// Reads the record of row `index` again and points at one of its cells.
  func place(ofRow index: Int, _ line: Int, _ column: Int?) -> CellPlace? {
    guard offsets.indices.contains(index) else { return nil }
    var scanner = CSVScanner(separator: separator, offset: Int(offsets[index]), line: line)
    var record = CSVRecord()
    guard scanner.next(in: text.bytes.span, into: &record) else { return nil }
    return CellPlace(
      fileName: fileName, text: text, record: record, fileColumn: column.map { columns[$0] } ?? -1,
      field: column.map { names[$0] })
  }
}
