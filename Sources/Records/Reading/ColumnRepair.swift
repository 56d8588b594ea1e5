import Findings
import Vietnamese

/// Columns whose cells hold text of an old font inside UTF-8: cells in `.VnTime` saved as “CSV UTF-8”.
struct ColumnRepair {
  /// Rows and accented cells of a column that are looked at.
  private static let sampleRows = 2000
  private static let sampleCells = 200

  let fileName: String
  let schema: TableSchema
  let options: DatasetOptions
  private(set) var findings: FindingList

  init(_ fileName: String, _ schema: TableSchema, _ options: DatasetOptions) {
    self.fileName = fileName
    self.schema = schema
    self.options = options
    findings = FindingList(limit: options.findingLimit)
  }

  /// Gives `text` the encodings of its columns. Only files of UTF-8 can hide another encoding.
  mutating func apply(to text: inout FileText, _ form: TableForm, _ header: TableHeader, _ match: HeaderMatch) {
    let forced = forcedEncodings(match)
    text.columnEncodings = forced
    guard text.encoding == .utf8, !text.isDamaged else { return }
    let (samples, windows) = samples(text, form, header)
    for (index, place) in match.columns.enumerated() where samples.indices.contains(place) && forced[place] == nil {
      // Nearly every column is proper text, of which nothing becomes a string.
      guard samples[place].contains(where: { Mojibake.isSuspect(utf8: windows[$0.window].bytes[$0.content]) }) else {
        continue
      }
      let cells = samples[place].map { (text: windows[$0.window].string($0.content), place: $0) }
      guard let verdict = Mojibake.detect(cells.map(\.text)) else { continue }
      let cell = cells.first { $0.text == verdict.sample }?.place
      findings.append(finding(verdict, schema.columns[index].name, cell, windows))
      if !verdict.isClose { text.columnEncodings[place] = verdict.encoding }
    }
  }

  private func forcedEncodings(_ match: HeaderMatch) -> [Int: TextEncoding] {
    var result: [Int: TextEncoding] = [:]
    for (name, encoding) in options.columnEncodings[schema.name.rawValue] ?? [:] {
      let key = HeaderKey.fold(name)
      guard let index = schema.columns.firstIndex(where: { HeaderKey.fold($0.name) == key }),
        match.columns[index] >= 0, let encoding = Self.hidden(encoding)
      else { continue }
      result[match.columns[index]] = encoding
    }
    return result
  }

  /// Inside UTF-8 the old encodings are always hidden ones.
  private static func hidden(_ name: String) -> TextEncoding? {
    switch TextEncoding(name: name == "unicode" ? "utf-8" : name) {
    case .tcvn3, .tcvn3InUTF8: .tcvn3InUTF8
    case .vni, .vniInUTF8: .vniInUTF8
    case .utf8, .utf8BOM: .utf8
    default: nil
    }
  }

  private struct Sample {
    var content: Range<Int>
    /// With its quotes.
    var range: Range<Int>
    var line: Int
    var column: Int
    /// The bytes it lies in, by their place among the windows that were looked at.
    var window: Int
  }

  /// Accented cells of each column, as they stand in the file.
  private func samples(
    _ text: FileText, _ form: TableForm, _ header: TableHeader
  ) -> (samples: [[Sample]], windows: [FileText]) {
    var reader = RecordReader(text, separator: form.separator, start: header.next, line: header.nextLine)
    var record = CSVRecord()
    var result: [[Sample]] = []
    var rows = 0
    // Taken from the reader once a window, and kept where a sample lies in it.
    var (text, window, isKept) = (reader.text, reader.windows, false)
    var windows: [FileText] = []
    while rows < Self.sampleRows, reader.next(into: &record) {
      rows += 1
      if reader.windows != window { (text, window, isKept) = (reader.text, reader.windows, false) }
      while result.count < record.fields.count { result.append([]) }
      for place in record.fields.indices where result[place].count < Self.sampleCells {
        let field = record.fields[place]
        guard Self.isAccented(text.bytes.span, field.range) else { continue }
        if !isKept { windows.append(text) }
        isKept = true
        result[place].append(
          Sample(
            content: field.range, range: field.rawRange, line: field.line, column: place, window: windows.count - 1))
      }
    }
    return (result, windows)
  }

  private static func isAccented(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    for index in range where bytes[index] >= 0x80 { return true }
    return false
  }

  private func finding(
    _ verdict: Mojibake.Verdict, _ name: String, _ cell: Sample?, _ windows: [FileText]
  ) -> Finding {
    let rule: ReadingRule = verdict.isClose ? .unsureEncoding : .columnEncoding
    let old = verdict.encoding == .vniInUTF8 ? "VNI" : "TCVN3"
    let place = cell.map {
      CellPlace(
        fileName: fileName, text: windows[$0.window], line: $0.line, column: $0.column + 1, field: name, range: $0.range
      )
    }
    let change = "“\(verdict.sample)” → “\(verdict.repairedSample)”"
    let setting = "bang_ma_cot: {\(schema.name.rawValue): {\(name): \(old.lowercased())}}"
    return Finding(
      code: rule.rawValue, severity: rule.severity, at: place?.location ?? Location(file: fileName, field: name),
      verdict.isClose
        ? Message(
          vi: "Cột “\(name)” có vẻ là chữ \(old): \(change); không chắc nên giữ nguyên.",
          en: "“\(name)” seems to be \(old): \(change); left as it is, for it is not certain.")
        : Message(
          vi: "Cột “\(name)” là chữ \(old) trong tệp UTF-8, đã chuyển: \(change).",
          en: "“\(name)” held \(old) inside UTF-8 and was converted: \(change)."),
      hint: Message(
        vi: "ghi rõ ở \(options.configurationName): \(setting)",
        en: "name it in \(options.configurationName): \(setting)"),
      excerpt: place?.excerpt)
  }
}
