import Findings
import Workbooks

/// Worksheets, which are read as the CSV they would have been.
extension FileDecoder {
  func workbook(
    _ file: SourceFile, _ bytes: [UInt8], _ schema: TableSchema, _ findings: inout FindingList
  ) -> FileText? {
    let wanted = options.sheets[file.name] ?? options.sheets[schema.name.rawValue]
    do throws(WorkbookError) {
      let sheet = try Workbook.sheet(wanted, of: bytes)
      return FileText(bytes: sheet.csv, sheet: sheet.name)
    } catch {
      findings.append(unreadable(file, schema, error))
      return nil
    }
  }

  private func unreadable(_ file: SourceFile, _ schema: TableSchema, _ error: WorkbookError) -> Finding {
    Finding(
      code: ReadingRule.unusableFile.rawValue, severity: ReadingRule.unusableFile.severity,
      at: Location(file: file.name), reason(error), hint: hint(error, schema))
  }

  private func reason(_ error: WorkbookError) -> Message {
    switch error {
    case .notAnArchive, .missingPart, .brokenXML:
      Message(
        vi: "Tệp không phải sổ tính .xlsx đọc được, hoặc đã hỏng.",
        en: "The file is no .xlsx workbook, or it is damaged.")
    case .noSuchSheet(let name, _):
      Message(vi: "Sổ tính không có trang “\(name)”.", en: "The workbook has no sheet “\(name)”.")
    case .tooLarge:
      Message(
        vi: "Sổ tính bung ra quá lớn; không đọc tiếp.", en: "The workbook unpacks to far too much; it is not read on.")
    case .noLibrary:
      Message(
        vi: "Máy này chưa cài thư viện libzip, cần để mở sổ tính .xlsx.",
        en: "The library libzip, which opens .xlsx workbooks, is not installed.")
    case .encrypted:
      Message(vi: "Sổ tính được bảo vệ bằng mật khẩu.", en: "The workbook is protected with a password.")
    }
  }

  private func hint(_ error: WorkbookError, _ schema: TableSchema) -> Message {
    if case .noSuchSheet(_, let names) = error {
      let list = names.map { "“\($0)”" }.joined(separator: ", ")
      return Message(vi: "các trang có: \(list)", en: "there are: \(list)")
    }
    if case .noLibrary = error {
      return Message(
        vi: "cài gói libzip4 (hoặc libzip), hoặc lưu dạng “CSV UTF-8”",
        en: "install the package libzip4 (or libzip), or save it as “CSV UTF-8”")
    }
    return Message(
      vi: "mở bằng Excel hoặc LibreOffice và lưu lại, hoặc lưu dạng “CSV UTF-8”",
      en: "open it in Excel or LibreOffice and save it again, or save it as “CSV UTF-8”")
  }
}
