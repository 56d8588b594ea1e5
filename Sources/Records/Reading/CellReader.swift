import Findings
import Vietnamese

/// Hands the cells of one row to the initialiser of a typed row, by column, and collects what is wrong with them.
///
/// The bytes of a cell are looked at in place; only text that a row keeps becomes a `String`. Every accessor reports what it
/// finds and returns nil or an empty text; `isSound` then tells whether the row can be used.
public struct CellReader: Sendable {
  let fileName: String
  /// The bytes the current row lies in.
  private(set) var text: FileText
  let columns: [ColumnSchema]
  /// The column of the file (from 0) for each column of the schema; -1 where the file has none.
  let fileColumns: [Int]
  /// The schema columns that every row needs.
  let required: [Int]
  /// The file columns of the key.
  let keyPlaces: [Int]
  /// The schema column that is the key alone; nil where several are it together.
  let onlyKey: Int?
  let separator: UInt8
  /// The first byte below the header, for a second look at a whole column.
  let dataStart: Int

  var record = CSVRecord()
  var findings: FindingList
  /// No error was found in the current row.
  var isSound = true
  /// The blanks of the current row look like those of merged cells.
  var isMerged = false
  /// Where each required column last had a value.
  var lastFilled: [LastFilled?]
  /// The rows were read before: what is wrong with them was said.
  private(set) var isReadAgain = false
  /// Prose is checked and then left in the file, for whoever needs it reads the row again.
  var leavesProse = false

  /// The units of money columns, from their headers.
  var units: [MoneyUnit]
  var conventions: [NumberConvention?]
  var scratch: [UInt8] = []
  var texts: [ByteMemo<String>]
  var lists: [ByteMemo<ListMatch>]
  /// The `SpellingTable` of each list column, once it was needed.
  var spellings: [Int: any Sendable] = [:]
  var periods = ByteMemo<Period>()
  let cutOff: CutOff

  /// A cell of a row above.
  struct LastFilled: Sendable {
    var range: Range<Int>
    var line: Int
    /// Its text, once its bytes are not at hand any more.
    var text: String?
  }

  struct ListMatch: Sendable {
    var value: UInt8
    var isOld: Bool
  }

  init(
    fileName: String, text: FileText, schema: TableSchema, header: HeaderMatch, separator: UInt8, dataStart: Int,
    cutOff: CutOff, findings: FindingList
  ) {
    self.fileName = fileName
    self.text = text
    columns = schema.columns
    fileColumns = header.columns
    units = header.units
    required = schema.columns.indices.filter { schema.columns[$0].isRequired }
    let keys = schema.columns.indices.filter { schema.columns[$0].isKey }
    keyPlaces = keys.map { header.columns[$0] }
    onlyKey = keys.count == 1 ? keys[0] : nil
    self.separator = separator
    self.dataStart = dataStart
    self.cutOff = cutOff
    self.findings = findings
    lastFilled = Array(repeating: nil, count: columns.count)
    conventions = Array(repeating: nil, count: columns.count)
    texts = Array(repeating: ByteMemo(), count: columns.count)
    lists = Array(repeating: ByteMemo(), count: columns.count)
  }

  /// Goes on with the rows of another window of the file.
  mutating func move(to next: FileText) {
    for (index, cell) in lastFilled.enumerated() {
      if let cell, cell.text == nil { lastFilled[index]?.text = text.string(cell.range) }
    }
    text = next
  }

  /// A reader of single rows, which were read before and are known to be sound: it says nothing and remembers nothing.
  func again() -> CellReader {
    var reader = self
    reader.findings = FindingList(limit: 0)
    reader.texts = Array(repeating: ByteMemo(), count: columns.count)
    reader.lists = Array(repeating: ByteMemo(), count: columns.count)
    reader.periods = ByteMemo()
    reader.lastFilled = Array(repeating: nil, count: columns.count)
    reader.scratch = []
    reader.isMerged = false
    reader.leavesProse = false
    reader.isReadAgain = true
    reader.record = CSVRecord()
    reader.text = text.withoutBytes
    return reader
  }

  /// The line on which the row begins.
  public var line: Int { record.line }

  // MARK: Bytes

  /// Where the bytes of a cell are, without the spaces around them.
  struct Slice {
    var range: Range<Int>
    /// In `scratch`, because the cell had to be rewritten.
    var isRewritten: Bool
  }

  /// The bytes of a cell; nil when it is empty or the file has no such column.
  mutating func slice(_ column: Int) -> Slice? {
    let place = fileColumns[column]
    guard place >= 0, place < record.fields.count else { return nil }
    let field = record.fields[place]
    if field.isEmpty { return nil }
    if field.hasDoubledQuotes || !text.isDirect(place) { return rewritten(field, place) }
    let range = CellTrim.trim(text.bytes.span, field.range)
    return range.isEmpty ? nil : Slice(range: range, isRewritten: false)
  }

  /// A cell whose bytes are not the text it means: doubled quotes, another encoding.
  private mutating func rewritten(_ field: CSVField, _ place: Int) -> Slice? {
    if !text.rewrite(field, column: place, into: &scratch) { reportUndecodable(place) }
    let range = CellTrim.trim(scratch.span, 0..<scratch.count)
    return range.isEmpty ? nil : Slice(range: range, isRewritten: true)
  }

  func withBytes<Result>(_ slice: Slice, _ body: (Span<UInt8>) -> Result) -> Result {
    slice.isRewritten
      ? body(scratch.span.extracting(slice.range)) : body(text.bytes.span.extracting(slice.range))
  }

  /// The cell as NFC text.
  func string(_ slice: Slice) -> String {
    withBytes(slice) { bytes in
      let value = Self.string(bytes)
      let normal = NFC.isNormalized(bytes: bytes) ? value : NFC.normalize(value)
      // Worksheets keep their line breaks as U+2028, so that their rows stay on their lines.
      return text.sheet == nil ? normal : normal.replacing("\u{2028}", with: "\n")
    }
  }

  /// A header as it is compared and shown: NFC, one line, no spaces around it.
  static func header(_ text: String) -> String {
    if text.utf8.allSatisfy({ 0x23...0x7E ~= $0 }) { return text }
    let words = NFC.normalize(text).split(whereSeparator: { $0.isWhitespace || $0 == "\u{FEFF}" })
    let header = words.joined(separator: " ")
    return header.utf8.contains(0x22) ? header.replacing("\"\"", with: "\"") : header
  }

  static func string(_ bytes: Span<UInt8>) -> String {
    bytes.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }

  // MARK: Required cells

  /// Reports the cell as missing: for columns that only some rows need.
  mutating func require(_ column: some TableColumn) {
    if slice(column.rawValue) == nil { reportMissing(column.rawValue) }
  }

  mutating func requireIfNeeded(_ column: Int) {
    if required.contains(column) { reportMissing(column) }
  }
}
