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
    let samples = samples(text, form, header)
    for (index, place) in match.columns.enumerated() where place >= 0 && forced[place] == nil {
      guard let cells = samples[place], let verdict = Mojibake.detect(cells.map(\.text)) else { continue }
      let cell = cells.first { $0.text == verdict.sample }
      findings.append(finding(verdict, schema.columns[index].name, cell))
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
    var text: String
    var range: Range<Int>
    var line: Int
    var column: Int
    /// The bytes it lies in.
    var file: FileText
  }

  /// Accented cells of each column, as they stand in the file.
  private func samples(_ text: FileText, _ form: TableForm, _ header: TableHeader) -> [Int: [Sample]] {
    var reader = RecordReader(text, separator: form.separator, start: header.next, line: header.nextLine)
    var record = CSVRecord()
    var result: [Int: [Sample]] = [:]
    var rows = 0
    while rows < Self.sampleRows, reader.next(into: &record) {
      rows += 1
      let text = reader.text
      for (place, field) in record.fields.enumerated() where !field.isEmpty {
        guard result[place, default: []].count < Self.sampleCells,
          field.range.contains(where: { text.bytes[$0] >= 0x80 })
        else { continue }
        let sample = Sample(
          text: text.string(field.range), range: field.rawRange, line: field.line, column: place, file: text)
        result[place, default: []].append(sample)
      }
    }
    return result
  }

  private func finding(_ verdict: Mojibake.Verdict, _ name: String, _ cell: Sample?) -> Finding {
    let rule: ReadingRule = verdict.isClose ? .unsureEncoding : .columnEncoding
    let old = verdict.encoding == .vniInUTF8 ? "VNI" : "TCVN3"
    let place = cell.map {
      CellPlace(fileName: fileName, text: $0.file, line: $0.line, column: $0.column + 1, field: name, range: $0.range)
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
