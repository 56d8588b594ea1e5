import Findings
import Vietnamese

/// Reads one file into the typed rows of one table, with everything that is wrong with it.
struct TableReader<Row: TableRow> {
  let fileName: String
  let text: FileText
  let options: DatasetOptions
  var findings: FindingList
  private let matcher: HeaderMatcher

  init(fileName: String, text: FileText, options: DatasetOptions) {
    self.fileName = fileName
    self.text = text
    self.options = options
    findings = FindingList(limit: options.findingLimit)
    let mapping = options.columns[Row.schema.name.rawValue] ?? [:]
    matcher = HeaderMatcher(Row.schema, mapping: mapping)
  }

  mutating func read() -> Table<Row> {
    let form = findForm()
    guard let header = findHeader(form) else { return empty(form) }
    var text = text
    let match = matcher.match(header.names)
    reportHeader(header, match)
    var repair = ColumnRepair(fileName, Row.schema, options)
    repair.apply(to: &text, form, header, match)
    findings.append(contentsOf: repair.findings)
    guard Row.schema.columns.indices.allSatisfy({ match.columns[$0] >= 0 || !Row.schema.columns[$0].isRequired }) else {
      return empty(form)
    }
    return readRows(text, form, header, match)
  }

  /// A table that could not be read.
  private func empty(_ form: TableForm) -> Table<Row> {
    let columns = Array(repeating: -1, count: Row.schema.columns.count)
    return Table(
      rows: Rows(),
      source: TableSource(
        fileName: fileName, text: text, separator: form.separator, columns: columns,
        names: Row.schema.columns.map(\.name)))
  }

  // MARK: Separator and header

  private func findForm() -> TableForm {
    if text.sheet != nil { return TableForm(separator: Byte.comma, start: text.start, line: 1) }
    let bytes = text.bytes.span
    if let given = TableForm.separator(options, fileName, Row.schema) {
      let next = SeparatorDetector.directive(in: bytes, from: text.start)?.next ?? text.start
      return TableForm(separator: given, start: next, line: next == text.start ? 1 : 2)
    }
    if let directive = SeparatorDetector.directive(in: bytes, from: text.start) {
      return TableForm(separator: directive.separator, start: directive.next, line: 2)
    }
    let enough = Row.schema.columns.count(where: \.isRequired)
    let separator = SeparatorDetector.detect(in: bytes, from: text.start, enough: enough) { record in
      matcher.score(names(record))
    }
    return TableForm(separator: separator, start: text.start, line: 1)
  }

  /// The first record that names the most columns, among the first thirty that are not blank; a pair of rows when together they
  /// name more than either alone.
  private mutating func findHeader(_ form: TableForm) -> TableHeader? {
    var scanner = CSVScanner(separator: form.separator, offset: form.start, line: form.line)
    var record = CSVRecord()
    var best: (header: TableHeader, score: Int)?
    var above: [String] = []
    var seen = 0
    let pair = HeaderPair(matcher: matcher)
    let all = Row.schema.columns.count
    while seen < TableForm.headerSearch, scanner.next(in: text.bytes.span, into: &record) {
      if record.isBlank {
        above = []
        continue
      }
      var (names, isPair) = (names(record), false)
      var score = matcher.score(names)
      let single = names
      if let joined = pair.names(above, names), matcher.score(joined) > max(score, best?.score ?? 1) {
        (names, isPair, score) = (joined, true, matcher.score(joined))
      }
      above = single
      if score > best?.score ?? 1 {
        let header = TableHeader(
          names: names, record: record, next: scanner.offset, nextLine: scanner.line,
          linesAbove: isPair ? seen - 1 : seen)
        best = (header, score)
        if score == all || isComplete(names, score) { break }
      }
      seen += 1
    }
    if let best { return withoutColumnNumbers(best.header, form) }
    reportNoHeader(isEmpty: seen == 0)
    return nil
  }

  /// Every cell names a column, and no column that must be there is missing: no later record is a better header. A blank cell may be
  /// part of a merged one, with names in the row below.
  private func isComplete(_ names: [String], _ score: Int) -> Bool {
    guard score == names.count else { return false }
    let columns = matcher.match(names).columns
    return columns.indices.allSatisfy { columns[$0] >= 0 || !Row.schema.columns[$0].isRequired }
  }

  /// Steps over a row that numbers the columns.
  private mutating func withoutColumnNumbers(_ header: TableHeader, _ form: TableForm) -> TableHeader {
    var scanner = CSVScanner(separator: form.separator, offset: header.next, line: header.nextLine)
    var record = CSVRecord()
    guard scanner.next(in: text.bytes.span, into: &record), ColumnNumberRow.isOne(lazyNames(record)) else {
      return header
    }
    reportColumnNumbers(record)
    var header = header
    (header.next, header.nextLine) = (scanner.offset, scanner.line)
    return header
  }

  private func names(_ record: CSVRecord) -> [String] { Array(lazyNames(record)) }

  private func lazyNames(_ record: CSVRecord) -> some Sequence<String> {
    record.fields.lazy.map { field in
      field.end - field.start > TableForm.longestHeader
        ? "" : CellReader.header(text.string(field.range))
    }
  }

  // MARK: Rows

  private mutating func readRows(
    _ text: FileText, _ form: TableForm, _ header: TableHeader, _ match: HeaderMatch
  ) -> Table<Row> {
    var source = TableSource(
      fileName: fileName, text: text.withoutBytes, separator: form.separator, columns: match.columns,
      names: Row.schema.columns.map(\.name))
    var cells = CellReader(
      fileName: fileName, text: text, schema: Row.schema, header: match, separator: form.separator,
      dataStart: header.next, cutOff: options.cutOff, findings: findings)
    cells.leavesProse = options.leavesProse && text.store != nil
    var filter = RowFilter(width: header.width)
    var reader = RecordReader(text, separator: form.separator, start: header.next, line: header.nextLine)
    var rows = ElementCollector(cells.leavesProse ? Row.packing : nil, options.scratch?())
    var starts = ElementCollector(rows.isPacked ? RowStart.packing : nil, options.scratch?())
    var (window, base) = (0, reader.text.base)
    while reader.next(into: &cells.record) {
      if reader.windows != window {
        (window, base) = (reader.windows, reader.text.base)
        cells.move(to: reader.text)
      }
      guard filter.accepts(&cells) else { continue }
      cells.isSound = true
      if let row = Row(&cells) {
        if rows.count == TableForm.sampleRows { reserve(&rows, &starts, reader.offset - header.next) }
        rows.append(row)
        starts.append(RowStart(offset: base + cells.record.start, line: cells.line))
      }
      filter.remember(&cells)
    }
    filter.finish(&cells)
    findings = cells.findings
    if cells.leavesProse { source.reader = cells.again() }
    if rows.count == 0, findings.count(.error) == 0 { reportNoRows(header) }
    source.starts = starts.finish()
    return Table(rows: rows.finish(), source: source)
  }

  /// Guesses the number of rows from the first thousand, so that a million of them are not moved again and again. A sixteenth is added: where
  /// the guess falls short by one row, the array takes twice its room.
  private func reserve(
    _ rows: inout ElementCollector<Row>, _ starts: inout ElementCollector<RowStart>, _ consumed: Int
  ) {
    let perRow = max(1, consumed / TableForm.sampleRows)
    let estimate = (text.fileCount - text.start) / perRow + TableForm.sampleRows
    rows.reserve(estimate + estimate / 16)
    starts.reserve(estimate + estimate / 16)
  }
}

/// How a file is cut into records, and where its first one begins.
struct TableForm {
  var separator: UInt8
  var start: Int
  var line: Int

  /// Records looked at for the header: titles above it take a few lines.
  static let headerSearch = 30
  /// No header is longer than this, in bytes.
  static let longestHeader = 200
  /// Rows after which their number is guessed.
  static let sampleRows = 1024

  /// The separator the configuration names.
  static func separator(_ options: DatasetOptions, _ fileName: String, _ schema: TableSchema) -> UInt8? {
    (options.separators[fileName] ?? options.separators[schema.name.rawValue])?.asciiValue
  }
}

/// The header row of a file.
struct TableHeader {
  var names: [String]
  var record: CSVRecord
  /// The first byte and line below it.
  var next: Int
  var nextLine: Int
  /// Records above it that are no header.
  var linesAbove: Int

  /// The number of columns that have a header.
  var width: Int { (names.lastIndex { !$0.isEmpty } ?? -1) + 1 }
}
