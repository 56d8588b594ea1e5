import Findings
import Vietnamese

/// Finds out how the bytes of a file are to be read as text, says so, and asks when it cannot be sure.
struct FileDecoder {
  let options: DatasetOptions

  init(_ options: DatasetOptions) {
    self.options = options
  }

  /// Nil when the file cannot be read as text; the reason is then in `findings`.
  func decode(_ file: SourceFile, _ schema: TableSchema, _ findings: inout FindingList) -> FileText? {
    if file.bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return workbook(file, schema, &findings) }
    if let kind = Self.foreignKind(file.bytes) {
      findings.append(foreign(file, kind))
      return nil
    }
    if let name = options.encodings[file.name] ?? options.encodings[schema.name.rawValue] {
      guard let encoding = TextEncoding(name: name) else {
        findings.append(unknownName(name, schema))
        return nil
      }
      return text(file, encoding, &findings)
    }
    let detection = EncodingDetector.detect(file.bytes)
    if detection.isClose {
      findings.append(unsure(file, schema, detection))
      return nil
    }
    switch detection.encoding {
    case .utf8, .utf8BOM: break
    default: findings.append(note(file, detection))
    }
    return text(file, detection.encoding, &findings, isDamaged: detection.reason == .damagedUTF8)
  }

  private func text(
    _ file: SourceFile, _ encoding: TextEncoding, _ findings: inout FindingList, isDamaged: Bool? = nil
  ) -> FileText? {
    let mark = file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    switch encoding {
    case .utf16LE, .utf16BE:
      let decoded = TextDecoder.decode(file.bytes, as: encoding)
      if let first = decoded.undecodable.first { findings.append(brokenUTF16(file, first, decoded.undecodableCount)) }
      let hasMark = file.bytes.starts(with: [0xFF, 0xFE]) || file.bytes.starts(with: [0xFE, 0xFF])
      let wide = decoded.undecodableCount == 0 ? WideOffsets(decoded.utf8, head: hasMark ? 2 : 0) : nil
      return FileText(bytes: decoded.utf8, wide: wide)
    case .utf8, .utf8BOM:
      // A forced UTF-8 was not looked at before.
      let isDamaged = isDamaged ?? (String(validating: file.bytes, as: UTF8.self) == nil)
      return FileText(bytes: file.bytes, start: mark, isDamaged: isDamaged)
    default:
      return FileText(bytes: file.bytes, start: mark, encoding: encoding)
    }
  }

  /// What the first bytes say the file is, when it is no text at all.
  private static func foreignKind(_ bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return "xls, doc" }
    return bytes.starts(with: [0x25, 0x50, 0x44, 0x46]) ? "pdf" : nil
  }

  // MARK: Findings

  private func foreign(_ file: SourceFile, _ kind: String) -> Finding {
    Finding(
      code: ReadingRule.unusableFile.rawValue, severity: ReadingRule.unusableFile.severity,
      at: Location(file: file.name),
      Message(vi: "Tệp không phải CSV mà là \(kind).", en: "The file is no CSV but \(kind)."),
      hint: Message(
        vi: "mở bằng Excel hoặc LibreOffice và lưu dạng “CSV UTF-8”",
        en: "open it in Excel or LibreOffice and save it as “CSV UTF-8”"))
  }

  private func note(_ file: SourceFile, _ detection: Detection) -> Finding {
    let name = detection.encoding.title
    return Finding(
      code: ReadingRule.encoding.rawValue, severity: ReadingRule.encoding.severity,
      at: Location(file: file.name, row: 1),
      Message(
        vi: "Bảng mã nhận ra là \(name) (tin cậy \(detection.confidence) %): “\(detection.sample)”.",
        en: "The encoding seems to be \(name) (confidence \(detection.confidence) %): “\(detection.sample)”."),
      hint: Message(
        vi: "nếu đọc sai, ghi rõ ở mục “bang_ma” của \(options.configurationName)",
        en: "if it reads wrong, name it under “bang_ma” in \(options.configurationName)"))
  }

  private func unsure(_ file: SourceFile, _ schema: TableSchema, _ detection: Detection) -> Finding {
    var candidates = ["\(detection.encoding.rawValue) (\(detection.confidence) %): “\(detection.sample)”"]
    if let other = detection.runnerUp {
      candidates.append("\(other.rawValue) (\(detection.runnerUpConfidence) %): “\(detection.runnerUpSample)”")
    }
    let list = candidates.joined(separator: "; ")
    return Finding(
      code: ReadingRule.unsureEncoding.rawValue, severity: ReadingRule.unsureEncoding.severity,
      at: Location(file: file.name, row: 1),
      Message(
        vi: "Không chắc bảng mã của tệp: \(list).", en: "The encoding is not certain: \(list)."),
      hint: Message(
        vi: "ghi ở \(options.configurationName): bang_ma: {\(schema.name.rawValue): \(detection.encoding.rawValue)}",
        en: "write in \(options.configurationName): bang_ma: {\(schema.name.rawValue): \(detection.encoding.rawValue)}")
    )
  }

  private func unknownName(_ name: String, _ schema: TableSchema) -> Finding {
    let known = TextEncoding.allCases.map(\.rawValue)
    return Finding(
      code: ReadingRule.wrongEncoding.rawValue, severity: ReadingRule.wrongEncoding.severity,
      at: Location(file: options.configurationName, field: "bang_ma.\(schema.name.rawValue)"),
      Message(vi: "Không có bảng mã “\(name)”.", en: "There is no encoding “\(name)”."),
      hint: Message(
        vi: "một trong: \(known.joined(separator: ", "))", en: "one of: \(known.joined(separator: ", "))"))
  }

  private func brokenUTF16(_ file: SourceFile, _ offset: Int, _ count: Int) -> Finding {
    Finding(
      code: ReadingRule.wrongEncoding.rawValue, severity: ReadingRule.wrongEncoding.severity,
      at: Location(file: file.name, byteOffset: offset),
      Message(
        vi: "\(count) chỗ không phải UTF-16, chỗ đầu ở byte \(offset).",
        en: "\(count) places are no UTF-16, the first at byte \(offset)."),
      hint: Message(vi: "tệp có thể đã hỏng; hãy xuất lại", en: "the file may be damaged; export it again"))
  }
}
