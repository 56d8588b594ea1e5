import Findings
import Vietnamese

/// Which file is which table.
extension DatasetReader {
  /// The first file of each table by name, in the order of the names so that the choice does not depend on a directory's order.
  func choose(_ files: [SourceFile], _ findings: inout FindingList) -> [TableName: SourceFile] {
    var chosen: [TableName: SourceFile] = [:]
    for file in files.sorted(by: { $0.name < $1.name }) {
      guard let name = table(named: file.stem) else {
        reportUnknown(file, &findings)
        continue
      }
      if let first = chosen[name] {
        reportSecond(file, first, name, &findings)
      } else {
        chosen[name] = file
      }
    }
    return chosen
  }

  private func table(named stem: String) -> TableName? {
    if let name = TableName(rawValue: stem) { return name }
    let key = HeaderKey.fold(stem)
    return TableName.allCases.first { HeaderKey.fold($0.rawValue) == key }
  }

  func reportAbsent(_ schema: TableSchema, _ files: [TableName: SourceFile], _ findings: inout FindingList) {
    let isRequired = options.requiredTables.contains(schema.name)
    let rule: ReadingRule = isRequired ? .missingFile : .absentFile
    let name = schema.meaning
    findings.append(
      Finding(
        code: rule.rawValue, severity: rule.severity, at: Location(file: schema.fileName),
        isRequired
          ? Message(
            vi: "Thiếu tệp \(schema.fileName) (\(name.vietnamese)).",
            en: "\(schema.fileName) (\(name.english)) is missing.")
          : Message(
            vi: "Không có tệp \(schema.fileName) (\(name.vietnamese)); bảng coi như trống.",
            en: "There is no \(schema.fileName) (\(name.english)); its table is empty."),
        hint: isRequired
          ? Message(
            vi: "tạo tệp với các cột \(columnList(schema))", en: "make it with the columns \(columnList(schema))") : nil
      ))
  }

  private func columnList(_ schema: TableSchema) -> String {
    schema.columns.filter(\.isRequired).map(\.name).joined(separator: ", ")
  }

  private func reportUnknown(_ file: SourceFile, _ findings: inout FindingList) {
    let near = Nearest.suggest(file.stem, among: TableName.allCases.map(\.rawValue))
    findings.append(
      Finding(
        code: ReadingRule.unknownFile.rawValue, severity: ReadingRule.unknownFile.severity,
        at: Location(file: file.name),
        Message(
          vi: "Tệp “\(file.name)” không thuộc bảng nào; không được đọc.",
          en: "“\(file.name)” belongs to no table; it is not read."),
        hint: near.map { Message(vi: "ý bạn là “\($0).csv”?", en: "did you mean “\($0).csv”?") }))
  }

  private func reportSecond(
    _ file: SourceFile, _ first: SourceFile, _ name: TableName, _ findings: inout FindingList
  ) {
    findings.append(
      Finding(
        code: ReadingRule.secondFile.rawValue, severity: ReadingRule.secondFile.severity,
        at: Location(file: file.name),
        Message(
          vi: "“\(file.name)” và “\(first.name)” cùng là bảng \(name.rawValue); chỉ đọc “\(first.name)”.",
          en: "“\(file.name)” and “\(first.name)” are both \(name.rawValue); only “\(first.name)” is read."),
        hint: Message(vi: "xóa hoặc đổi tên một trong hai tệp", en: "remove or rename one of them")))
  }
}
