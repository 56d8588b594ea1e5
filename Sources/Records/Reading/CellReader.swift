import Findings
import Vietnamese

/// Hands the cells of one row to the initialiser of a typed row, by column, and collects what is wrong with them.
///
/// The bytes of a cell are looked at in place; only text that a row keeps becomes a `String`. Every accessor reports what it
/// finds and returns nil or an empty text; `isSound` then tells whether the row can be used.
public struct CellReader {
  let fileName: String
  let text: FileText
  let columns: [ColumnSchema]
  /// The column of the file (from 0) for each column of the schema; -1 where the file has none.
  let fileColumns: [Int]
  /// The schema columns that every row needs.
  let required: [Int]
  /// The file columns of the key.
  let keyPlaces: [Int]
  let separator: UInt8
  /// The first byte below the header, for a second look at a whole column.
  let dataStart: Int

  var record = CSVRecord()
  var findings: FindingList
  /// No error was found in the current row.
  var isSound = true
  /// The blanks of the current row look like those of merged cells.
  var isMerged = false
  /// Where each required column last had a value: range and line.
  var lastFilled: [(range: Range<Int>, line: Int)?]

  /// The units of money columns, from their headers.
  var units: [MoneyUnit]
  private var conventions: [NumberConvention?]
  private var scratch: [UInt8] = []
  private var texts: [ByteMemo<String>]
  private var lists: [ByteMemo<ListMatch>]
  private var periods = ByteMemo<Period>()
  private let cutOff: CutOff

  private struct ListMatch {
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
    keyPlaces = schema.columns.indices.filter { schema.columns[$0].isKey }.map { header.columns[$0] }
    self.separator = separator
    self.dataStart = dataStart
    self.cutOff = cutOff
    self.findings = findings
    lastFilled = Array(repeating: nil, count: columns.count)
    conventions = Array(repeating: nil, count: columns.count)
    texts = Array(repeating: ByteMemo(), count: columns.count)
    lists = Array(repeating: ByteMemo(), count: columns.count)
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
      let text = Self.string(bytes)
      return NFC.isNormalized(bytes: bytes) ? text : NFC.normalize(text)
    }
  }

  /// A header as it is compared and shown: NFC, one line, no spaces around it.
  static func header(_ text: String) -> String {
    let words = NFC.normalize(text).split(whereSeparator: { $0.isWhitespace || $0 == "\u{FEFF}" })
    return words.joined(separator: " ").replacing("\"\"", with: "\"")
  }

  static func string(_ bytes: Span<UInt8>) -> String {
    bytes.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }

  // MARK: Text, codes, lists

  /// A text, NFC, without the spaces around it; empty when the cell is.
  mutating func text(_ column: some TableColumn) -> String {
    let column = column.rawValue
    guard let slice = slice(column) else {
      requireIfNeeded(column)
      return ""
    }
    return remembered(slice, column)
  }

  private mutating func remembered(_ slice: Slice, _ column: Int) -> String {
    let (known, hash) =
      slice.isRewritten
      ? texts[column].find(scratch, slice.range)
      : texts[column].find(text.bytes, slice.range)
    if let known { return known }
    let value = string(slice)
    if let hash {
      if slice.isRewritten {
        texts[column].store(scratch, slice.range, hash: hash, value)
      } else {
        texts[column].store(text.bytes, slice.range, hash: hash, value)
      }
    }
    return value
  }

  /// A code; nil when the cell is empty or has characters that codes may not have.
  mutating func code(_ column: some TableColumn) -> String? {
    let column = column.rawValue
    guard var slice = slice(column) else {
      requireIfNeeded(column)
      return nil
    }
    // The apostrophe is how a spreadsheet marks `'02` as text.
    if withBytes(slice, { $0[0] == 0x27 && $0.count > 1 }) {
      slice.range = slice.range.lowerBound + 1..<slice.range.upperBound
    }
    guard withBytes(slice, Self.isPlainCode) || Self.isCode(string(slice)) else {
      reportBadCode(column, slice)
      return nil
    }
    return remembered(slice, column)
  }

  private static func isPlainCode(_ bytes: Span<UInt8>) -> Bool {
    for index in 0..<bytes.count {
      switch bytes[index] {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F: continue
      default: return false
      }
    }
    return true
  }

  /// Vietnamese letters are letters, too.
  private static func isCode(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || scalar.properties.numericType == .decimal
        || "-._/".unicodeScalars.contains(scalar)
    }
  }

  /// A value of a known list; nil when the cell is empty or names none.
  mutating func list<Value: ListValue>(_ column: some TableColumn, _: Value.Type) -> Value? {
    let column = column.rawValue
    guard let slice = slice(column) else {
      requireIfNeeded(column)
      return nil
    }
    let (known, hash) =
      slice.isRewritten
      ? lists[column].find(scratch, slice.range)
      : lists[column].find(text.bytes, slice.range)
    if let known { return accept(known, slice, column) }
    guard let match = SpellingTable<Value>().find(string(slice)) else {
      reportUnknown(column, slice, SpellingTable<Value>().suggestion(for: string(slice)))
      return nil
    }
    let found = ListMatch(value: match.value.rawValue, isOld: match.isOld)
    if let hash, !slice.isRewritten {
      lists[column].store(text.bytes, slice.range, hash: hash, found)
    }
    return accept(found, slice, column)
  }

  private mutating func accept<Value: ListValue>(_ match: ListMatch, _ slice: Slice, _ column: Int) -> Value? {
    let value = Value(rawValue: match.value)
    if match.isOld, let value { reportOldName(column, slice, value.name) }
    return value
  }

  /// A text of a list that offices may extend; a value beyond the list is only noted.
  mutating func openList(_ column: some TableColumn) -> String {
    let value = text(column)
    guard !value.isEmpty, case .openList(let names) = columns[column.rawValue].kind else { return value }
    if names.contains(value) { return value }
    let key = HeaderKey.fold(value)
    if let name = names.first(where: { HeaderKey.fold($0) == key }) { return name }
    reportNewValue(column.rawValue, value, names)
    return value
  }

  /// A relative path inside the workspace.
  mutating func path(_ column: some TableColumn) -> String {
    let value = text(column)
    let parts = value.split(separator: "/", omittingEmptySubsequences: false)
    let isInside = !value.hasPrefix("/") && !value.contains("\\") && !value.contains(":") && !parts.contains("..")
    if !value.isEmpty, !isInside { reportBadPath(column.rawValue, value) }
    return value
  }

  // MARK: Numbers, dates, periods

  /// A whole number of 0 or more.
  mutating func count(_ column: some TableColumn) -> Int? {
    let column = column.rawValue
    guard let slice = slice(column) else {
      requireIfNeeded(column)
      return nil
    }
    if let quick = withBytes(slice, Self.shortCount) { return quick }
    let reading = withBytes(slice) { NumberInput.parse(bytes: $0, as: .count) }
    guard let number = settle(reading, .badNumber, slice, column, { $0.description }) else { return nil }
    guard let value = number.wholeValue, 0...CompactCount.largest ~= value else {
      reportOutOfRange(column, slice, "0", "2.147.483.647")
      return nil
    }
    return value
  }

  /// One to nine ASCII digits: nearly every count.
  private static func shortCount(_ bytes: Span<UInt8>) -> Int? {
    guard bytes.count <= 9 else { return nil }
    var value = 0
    for index in 0..<bytes.count {
      let digit = bytes[index] &- 0x30
      if digit > 9 { return nil }
      value = value &* 10 &+ Int(digit)
    }
    return value
  }

  /// A rate of 0…100, with or without `%`.
  mutating func percent(_ column: some TableColumn) -> ExactDecimal? { decimal(column.rawValue, .percent) }

  /// A score of 0…100.
  mutating func score(_ column: some TableColumn) -> ExactDecimal? { decimal(column.rawValue, .decimal) }

  private mutating func decimal(_ column: Int, _ kind: NumberKind) -> ExactDecimal? {
    guard let slice = slice(column) else {
      requireIfNeeded(column)
      return nil
    }
    var reading = withBytes(slice) { NumberInput.parse(bytes: $0, as: kind) }
    if reading.isAmbiguous {
      let convention = convention(column)
      reading = withBytes(slice) { NumberInput.parse(bytes: $0, as: kind, convention: convention) }
    }
    guard let value = settle(reading, .badNumber, slice, column, { NumberFormat.string($0) }) else { return nil }
    guard ExactDecimal.zero <= value, value <= ExactDecimal(100) else {
      reportOutOfRange(column, slice, "0", "100")
      return nil
    }
    return value
  }

  /// An amount in đồng.
  mutating func money(_ column: some TableColumn) -> Int? {
    let column = column.rawValue
    guard let slice = slice(column) else {
      requireIfNeeded(column)
      return nil
    }
    if units[column] == .dong, let quick = withBytes(slice, Self.shortCount) { return quick }
    let cell = string(slice)
    var reading = MoneyInput.parse(cell, defaultUnit: units[column])
    if reading.isAmbiguous {
      reading = MoneyInput.parse(cell, defaultUnit: units[column], convention: convention(column))
    }
    guard let value = settle(reading, .badMoney, slice, column, { NumberFormat.string($0) + " đồng" }) else {
      return nil
    }
    guard value >= 0 else {
      reportOutOfRange(column, slice, "0", "9.223.372.036.854.775.807")
      return nil
    }
    return value
  }

  /// A day.
  mutating func date(_ column: some TableColumn) -> CivilDate? {
    let column = column.rawValue
    guard let slice = slice(column) else {
      requireIfNeeded(column)
      return nil
    }
    var reading = withBytes(slice) { DateInput.parse(bytes: $0) }
    if reading == .invalid(.notADate) { reading = DateInput.parse(string(slice)) }
    return settle(reading, .badDate, slice, column) { $0.short }
  }

  /// A period.
  mutating func period(_ column: some TableColumn) -> Period? {
    let column = column.rawValue
    guard let slice = slice(column) else {
      requireIfNeeded(column)
      return nil
    }
    let (known, hash) =
      slice.isRewritten
      ? periods.find(scratch, slice.range) : periods.find(text.bytes, slice.range)
    if let known { return known }
    let reading = PeriodInput.parse(string(slice), cutOff: cutOff)
    let value = settle(reading, .badPeriod, slice, column) { $0.name }
    if let value, let hash, !slice.isRewritten {
      periods.store(text.bytes, slice.range, hash: hash, value)
    }
    return value
  }

  /// What the other cells of the column prove about its marks; found out once, when a cell is first in doubt.
  private mutating func convention(_ column: Int) -> NumberConvention {
    if let known = conventions[column] { return known }
    let found = ColumnEvidence.convention(
      of: fileColumns[column], text: text, separator: separator, from: dataStart)
    conventions[column] = found
    return found
  }

  /// The value of a reading, or nil with a finding.
  private mutating func settle<Value>(
    _ reading: Reading<Value>, _ rule: ReadingRule, _ slice: Slice, _ column: Int, _ show: (Value) -> String
  ) -> Value? {
    switch reading {
    case .certain(let value): return value
    case .empty: requireIfNeeded(column)
    case .ambiguous(let values, let doubt): reportAmbiguous(column, slice, values.map(show), doubt)
    case .invalid(let fault): reportInvalid(rule, column, slice, fault)
    }
    return nil
  }

  // MARK: Required cells

  /// Reports the cell as missing: for columns that only some rows need.
  mutating func require(_ column: some TableColumn) {
    if slice(column.rawValue) == nil { reportMissing(column.rawValue) }
  }

  private mutating func requireIfNeeded(_ column: Int) {
    if required.contains(column) { reportMissing(column) }
  }
}
