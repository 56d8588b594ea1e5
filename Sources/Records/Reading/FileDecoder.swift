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
    switch file.content {
    case .memory(let bytes): decode(file, whole: bytes, schema, &findings)
    case .store(let store): decode(file, store, schema, &findings)
    }
  }

  private func decode(
    _ file: SourceFile, whole bytes: [UInt8], _ schema: TableSchema, _ findings: inout FindingList
  ) -> FileText? {
    if Self.isWorkbook(bytes) { return workbook(file, bytes, schema, &findings) }
    guard let encoding = encoding(file, bytes, schema, &findings, detect: { EncodingDetector.detect(bytes) }) else {
      return nil
    }
    return text(file, bytes, encoding.name, &findings, isDamaged: encoding.isDamaged)
  }

  /// What a file is read as, and whether as UTF-8 some bytes of it mean nothing; that is nil where nobody looked.
  private typealias Verdict = (name: TextEncoding, isDamaged: Bool?)

  /// - Parameter head: the first bytes.
  private func encoding(
    _ file: SourceFile, _ head: [UInt8], _ schema: TableSchema, _ findings: inout FindingList,
    detect: () -> Detection
  ) -> Verdict? {
    if let kind = Self.foreignKind(head) {
      findings.append(foreign(file, kind))
      return nil
    }
    if let name = options.encodings[file.name] ?? options.encodings[schema.name.rawValue] {
      guard let encoding = TextEncoding(name: name) else {
        findings.append(unknownName(name, schema))
        return nil
      }
      return (encoding, nil)
    }
    let detection = detect()
    if detection.isClose {
      findings.append(unsure(file, schema, detection))
      return nil
    }
    switch detection.encoding {
    case .utf8, .utf8BOM: break
    default: findings.append(note(file, detection))
    }
    return (detection.encoding, detection.reason == .damagedUTF8)
  }

  private func text(
    _ file: SourceFile, _ bytes: [UInt8], _ encoding: TextEncoding, _ findings: inout FindingList,
    isDamaged: Bool? = nil
  ) -> FileText? {
    switch encoding {
    case .utf16LE, .utf16BE:
      let decoded = TextDecoder.decode(bytes, as: encoding)
      if let first = decoded.undecodable.first { findings.append(brokenUTF16(file, first, decoded.undecodableCount)) }
      let hasMark = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
      let wide = decoded.undecodableCount == 0 ? WideOffsets(decoded.utf8, head: hasMark ? 2 : 0) : nil
      return FileText(bytes: decoded.utf8, wide: wide)
    case .utf8, .utf8BOM:
      // A forced UTF-8 was not looked at before.
      let isDamaged = isDamaged ?? (UTF8Scan.firstInvalid(in: bytes.span) != nil)
      return FileText(bytes: bytes, start: Self.mark(bytes), isDamaged: isDamaged)
    default:
      return FileText(bytes: bytes, start: Self.mark(bytes), encoding: encoding)
    }
  }

  private static func mark(_ bytes: [UInt8]) -> Int { bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }

  private static func isWorkbook(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) }

  /// What the first bytes say the file is, when it is no text at all.
  private static func foreignKind(_ bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return "xls, doc" }
    return bytes.starts(with: [0x25, 0x50, 0x44, 0x46]) ? "pdf" : nil
  }

  // MARK: Files in a store

  /// The first bytes of a file in a store: separator and header are looked for there.
  private static let head = 1 << 18

  /// The first window of a file. What is not scanned as it is, workbooks and UTF-16, is read whole.
  private func decode(
    _ file: SourceFile, _ store: any ByteStore, _ schema: TableSchema, _ findings: inout FindingList
  ) -> FileText? {
    guard let head = store.bytes(0..<min(store.count, Self.head)) else { return nil }
    func whole() -> FileText? {
      store.bytes(0..<store.count).flatMap { decode(file, whole: $0, schema, &findings) }
    }
    if Self.isWorkbook(head) { return whole() }
    var probe: EncodingProbe?
    var found = FindingList(limit: options.findingLimit)
    let encoding = encoding(file, head, schema, &found) {
      let all = Self.probe(store)
      probe = all
      return EncodingDetector.detect(all ?? EncodingProbe())
    }
    guard let encoding else {
      findings.append(contentsOf: found)
      return nil
    }
    if encoding.name == .utf16LE || encoding.name == .utf16BE { return whole() }
    findings.append(contentsOf: found)
    let isUTF8 = encoding.name == .utf8 || encoding.name == .utf8BOM
    if isUTF8, encoding.isDamaged == nil { probe = Self.probe(store) }
    return FileText(
      bytes: head, start: Self.mark(head), encoding: isUTF8 ? .utf8 : encoding.name,
      isDamaged: isUTF8 && (encoding.isDamaged ?? (probe?.firstInvalid != nil)), store: store)
  }

  /// Nil when the file cannot be read to its end.
  private static func probe(_ store: any ByteStore) -> EncodingProbe? {
    var probe = EncodingProbe()
    var start = 0
    while start < store.count {
      guard let bytes = store.bytes(start..<min(start + RecordReader.window, store.count)) else { return nil }
      probe.add(bytes[...])
      start += bytes.count
    }
    return probe
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
