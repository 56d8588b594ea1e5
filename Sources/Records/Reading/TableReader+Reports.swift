import Findings
import Vietnamese

/// What is said about the head of a file.
extension TableReader {
  mutating func reportHeader(_ header: TableHeader, _ match: HeaderMatch) {
    reportWrongMapping()
    if header.linesAbove > 0 {
      add(
        .titleLines, header, nil,
        Message(
          vi: "Tiêu đề cột ở dòng \(header.record.line); \(header.linesAbove) dòng phía trên được bỏ qua.",
          en: "The header is on row \(header.record.line); \(header.linesAbove) lines above it are skipped."))
    }
    let absent = Row.schema.columns.indices.filter { match.columns[$0] < 0 }
    for index in absent where Row.schema.columns[index].isRequired {
      reportMissing(Row.schema.columns[index], header, match)
    }
    for (place, index) in match.repeated {
      let name = Row.schema.columns[index].name
      add(
        .secondColumn, header, place,
        Message(
          vi: "Cột “\(header.names[place])” cùng nghĩa với cột \(match.columns[index] + 1) (\(name)); không được đọc.",
          en: "“\(header.names[place])” means the same as column \(match.columns[index] + 1) (\(name)); it is not read."
        ))
    }
    let optional = absent.filter { !Row.schema.columns[$0].isRequired }.map { Row.schema.columns[$0].name }
    for (place, name) in match.unknown { reportUnknown(name, place, header, optional) }
  }

  private mutating func reportMissing(_ column: ColumnSchema, _ header: TableHeader, _ match: HeaderMatch) {
    let candidates = match.unknown.map(\.header)
    let near =
      Nearest.suggest(column.name, among: candidates)
      ?? Nearest.suggest(column.meaning.vietnamese, among: candidates)
    let hint = near.map {
      Message(
        vi:
          "ý bạn là cột “\($0)”? đổi tên thành “\(column.name)” hoặc khai báo ở mục “cot” của \(options.configurationName)",
        en: "did you mean “\($0)”? rename it “\(column.name)” or map it under “cot” in \(options.configurationName)")
    }
    let place = near.flatMap { name in match.unknown.first { $0.header == name }?.column }
    add(
      .missingColumn, header, place,
      Message(
        vi: "Thiếu cột bắt buộc “\(column.name)” (\(column.meaning.vietnamese)).",
        en: "The required column “\(column.name)” (\(column.meaning.english)) is missing."),
      field: column.name,
      hint: hint
        ?? Message(
          vi: "thêm cột “\(column.name)” hoặc khai báo cột tương ứng ở mục “cot” của \(options.configurationName)",
          en: "add “\(column.name)”, or map the column that holds it under “cot” in \(options.configurationName)"))
  }

  private mutating func reportUnknown(_ name: String, _ place: Int, _ header: TableHeader, _ absent: [String]) {
    let near = Nearest.suggest(name, among: absent)
    add(
      near == nil ? .unknownColumn : .nearColumn, header, place,
      Message(
        vi: "Cột “\(name)” không có trong bảng \(Row.schema.name.rawValue); không được đọc.",
        en: "“\(name)” is no column of \(Row.schema.name.rawValue); it is not read."),
      hint: near.map { Message(vi: "ý bạn là “\($0)”?", en: "did you mean “\($0)”?") })
  }

  mutating func reportNoHeader(isEmpty: Bool) {
    let names = Row.schema.columns.filter(\.isRequired).map(\.name).joined(separator: ", ")
    let location = Location(file: fileName, sheet: text.sheet, row: 1)
    if isEmpty {
      addFinding(.emptyFile, location, Message(vi: "Tệp trống.", en: "The file is empty."), nil)
      return
    }
    addFinding(
      .missingHeader, location,
      Message(
        vi: "Không tìm thấy dòng tiêu đề cột trong \(TableForm.headerSearch) dòng đầu.",
        en: "No header row was found in the first \(TableForm.headerSearch) lines."),
      Message(vi: "dòng tiêu đề cần có: \(names)", en: "the header needs: \(names)"))
  }

  mutating func reportColumnNumbers(_ record: CSVRecord) {
    let place = CellPlace(fileName: fileName, text: text, record: record, fileColumn: -1, field: nil)
    findings.append(
      Finding(
        code: ReadingRule.columnNumbers.rawValue, severity: ReadingRule.columnNumbers.severity, at: place.location,
        Message(vi: "Dòng đánh số cột; bỏ qua.", en: "A row that numbers the columns is skipped."),
        excerpt: place.excerpt))
  }

  mutating func reportNoRows(_ header: TableHeader) {
    add(
      .emptyFile, header, nil,
      Message(vi: "Tệp chỉ có dòng tiêu đề, không có dòng dữ liệu nào.", en: "The file has a header but no data rows."),
      severity: .warning)
  }

  private mutating func reportWrongMapping() {
    let mapping = options.columns[Row.schema.name.rawValue] ?? [:]
    for (foreign, name) in HeaderMatcher.wrongTargets(Row.schema, mapping) {
      let near = Nearest.suggest(name, among: Row.schema.columns.map(\.name))
      addFinding(
        .wrongMapping, Location(file: options.configurationName, field: "cot.\(Row.schema.name.rawValue).\(foreign)"),
        Message(
          vi: "Bảng \(Row.schema.name.rawValue) không có cột “\(name)” (khai báo cho “\(foreign)”).",
          en: "\(Row.schema.name.rawValue) has no column “\(name)” (mapped from “\(foreign)”)."),
        near.map { Message(vi: "ý bạn là “\($0)”?", en: "did you mean “\($0)”?") })
    }
  }

  private mutating func add(
    _ rule: ReadingRule, _ header: TableHeader, _ column: Int?, _ message: Message, field: String? = nil,
    severity: Severity? = nil, hint: Message? = nil
  ) {
    let place = CellPlace(
      fileName: fileName, text: text, record: header.record, fileColumn: column ?? -1,
      field: field ?? column.map { header.names[$0] })
    findings.append(
      Finding(
        code: rule.rawValue, severity: severity ?? rule.severity, at: place.location, message, hint: hint,
        excerpt: place.excerpt))
  }

  private mutating func addFinding(_ rule: ReadingRule, _ location: Location, _ message: Message, _ hint: Message?) {
    findings.append(Finding(code: rule.rawValue, severity: rule.severity, at: location, message, hint: hint))
  }
}
