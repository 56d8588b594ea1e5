import Findings

/// What is said about rows that are not read.
extension RowFilter {
  func reportFaults(_ cells: inout CellReader) {
    for fault in cells.record.faults {
      switch fault.kind {
      case .unclosedQuote:
        point(
          .brokenQuotes, fault, &cells,
          Message(
            vi: "Dấu ngoặc kép mở ở đây không được đóng đúng chỗ.", en: "The quote opened here is not closed properly."),
          Message(
            vi: "đóng ngoặc kép ở cuối ô, hoặc viết đôi (\"\") nếu là chữ",
            en: "close it, or double it (\"\") if it is text"))
      case .textAfterQuote:
        point(
          .brokenQuotes, fault, &cells,
          Message(vi: "Có chữ sau dấu ngoặc kép đóng.", en: "Text follows a closing quote."),
          Message(vi: "viết đôi dấu ngoặc kép (\"\") bên trong ô", en: "double the quotes (\"\") inside the cell"))
      case .nul:
        point(
          .nul, fault, &cells, Message(vi: "Dòng chứa ký tự NUL.", en: "The row holds a NUL character."),
          Message(vi: "tệp có thể đã hỏng; hãy xuất lại", en: "the file may be damaged; export it again"))
      case .fieldTooLong:
        point(
          .oversized, fault, &cells, Message(vi: "Ô dài hơn 1 MiB.", en: "The cell is longer than 1 MiB."),
          Message(
            vi: "xem ô có thiếu dấu ngoặc kép đóng, hoặc tệp có mất dấu xuống dòng không",
            en: "see whether a closing quote is missing, or the file has lost its line breaks"))
      case .tooManyFields:
        point(
          .oversized, fault, &cells, Message(vi: "Dòng có hơn 16.384 ô.", en: "The row has more than 16,384 cells."),
          Message(
            vi: "xem dấu phân cách của tệp, và tệp có mất dấu xuống dòng không",
            en: "see the separator of the file, and whether it has lost its line breaks"))
      }
    }
  }

  private func point(
    _ rule: ReadingRule, _ fault: CSVFault, _ cells: inout CellReader, _ message: Message, _ hint: Message
  ) {
    guard cells.admits(rule) else { return }
    let place = CellPlace(
      fileName: cells.fileName, text: cells.text, line: fault.line, column: fault.field + 1, field: nil,
      range: fault.offset..<cells.text.alignedUp(min(fault.offset + 1, cells.text.bytes.count)))
    cells.findings.append(
      Finding(
        code: rule.rawValue, severity: rule.severity, at: place.location, message, hint: hint, excerpt: place.excerpt))
  }

  func reportTotal(_ cells: inout CellReader, _ column: Int) {
    cells.reportFile(
      .totalRow, column,
      Message(vi: "Dòng tổng cộng trong dữ liệu; không tính.", en: "A total row inside the data; it is not counted."))
  }

  func reportStray(_ cells: inout CellReader) {
    let column = cells.record.fields.firstIndex { !$0.isEmpty } ?? 0
    cells.reportFile(
      .strayRow, column,
      Message(
        vi: "Dòng chỉ có một ô có chữ, không phải dữ liệu; bỏ qua.",
        en: "Only one cell of the row is filled; it is no data and is skipped."))
  }

  func reportExtra(_ cells: inout CellReader, _ column: Int) {
    let count = cells.record.fields.count
    let expected = width
    cells.reportFile(
      .extraCells, column,
      Message(
        vi: "Dòng có \(count) ô, tiêu đề chỉ có \(expected).", en: "The row has \(count) cells, the header \(expected)."
      ),
      hint: Message(
        vi: "đặt ô có dấu phân cách trong ngoặc kép", en: "quote the cell that contains the separator"))
  }

  func reportFew(_ cells: inout CellReader, _ count: Int) {
    let expected = width
    cells.reportFile(
      .fewCells, count - 1,
      Message(
        vi: "Dòng chỉ có \(count) ô, tiêu đề có \(expected); các ô thiếu coi như trống.",
        en: "The row has only \(count) cells of \(expected); the absent ones are read as empty."))
  }
}

extension CellReader {
  /// Adds a finding about a column of the file rather than of the schema.
  mutating func reportFile(
    _ rule: ReadingRule, _ fileColumn: Int, _ message: Message, hint: Message? = nil
  ) {
    guard admits(rule) else { return }
    let field = fileColumns.firstIndex(of: fileColumn).map { columns[$0].name }
    let place = CellPlace(fileName: fileName, text: text, record: record, fileColumn: fileColumn, field: field)
    findings.append(
      Finding(
        code: rule.rawValue, severity: rule.severity, at: place.location, message, hint: hint, excerpt: place.excerpt))
  }
}
