import Findings
import Vietnamese

/// What is said about a cell that cannot be used as it is.
extension CellReader {
  /// Cell text longer than this is cut in messages.
  private static let longestQuote = 60

  private func quoted(_ slice: Slice) -> String { Self.quoted(string(slice)) }

  static func quoted(_ text: String) -> String {
    text.count > longestQuote ? "“\(text.prefix(longestQuote))…”" : "“\(text)”"
  }

  private func name(_ column: Int) -> String { columns[column].name }

  func reportPlace(_ column: Int) -> CellPlace {
    CellPlace(
      fileName: fileName, text: text, record: record, fileColumn: column >= 0 ? fileColumns[column] : -1,
      field: column >= 0 ? columns[column].name : nil)
  }

  /// Whether a finding of `rule` would be kept; if not it is counted. An error makes the row unusable either way. Asked before
  /// the texts are made, because a column typed wrongly a million times must not cost a million messages.
  mutating func admits(_ rule: ReadingRule) -> Bool {
    if rule.severity == .error { isSound = false }
    if findings.hasRoom(for: rule.rawValue, in: fileName) { return true }
    findings.count(rule.rawValue, rule.severity, in: fileName)
    return false
  }

  /// Adds a finding about a cell (or, with -1, about the row) that `admits` let through.
  mutating func add(_ rule: ReadingRule, _ column: Int, _ message: Message, hint: Message? = nil) {
    let place = reportPlace(column)
    findings.append(
      Finding(
        code: rule.rawValue, severity: rule.severity, at: place.location, message, hint: hint, excerpt: place.excerpt))
  }

  mutating func reportMissing(_ column: Int) {
    let field = name(column)
    if isMerged, let last = lastFilled[column] {
      guard admits(.mergedCell) else { return }
      let value = Self.quoted(last.text ?? text.string(last.range))
      add(
        .mergedCell, column,
        Message(
          vi: "Ô “\(field)” trống, có lẽ do gộp ô với dòng \(last.line) (\(value)).",
          en: "“\(field)” is blank, probably merged with row \(last.line) (\(value))."),
        hint: Message(
          vi: "bỏ gộp ô trong bảng tính và ghi \(value) vào từng dòng",
          en: "unmerge the cells and write \(value) into every row"))
      return
    }
    guard admits(.missingValue) else { return }
    add(
      .missingValue, column,
      Message(vi: "Thiếu giá trị ở cột bắt buộc “\(field)”.", en: "The required cell “\(field)” is empty."),
      hint: Message(vi: "điền \(columns[column].meaning.vietnamese.lowercased())", en: "fill it in"))
  }

  mutating func reportControl(_ column: Int, _ scalar: Unicode.Scalar) {
    guard admits(.control) else { return }
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    add(
      .control, column,
      Message(
        vi: "Ô “\(name(column))” chứa ký tự điều khiển \(code); khi in sẽ bỏ.",
        en: "“\(name(column))” holds the control character \(code); it is left out on paper."),
      hint: Message(vi: "xóa ô rồi gõ lại", en: "clear the cell and type it again"))
  }

  mutating func reportUndecodable(_ fileColumn: Int) {
    reportFile(
      .wrongEncoding, fileColumn,
      Message(
        vi: "Ô có byte không thuộc bảng mã \(text.encoding.title).",
        en: "The cell has bytes that are no \(text.encoding.title)."),
      hint: Message(
        vi: "ghi đúng bảng mã ở mục “bang_ma” của baocao.yaml, hoặc xuất lại tệp",
        en: "name the right encoding under “bang_ma” in baocao.yaml, or export the file again"))
  }

  mutating func reportLostLetters(_ fileColumn: Int) {
    reportFile(
      .lostLetters, fileColumn,
      Message(
        vi: "Chữ tiếng Việt đã bị thay bằng dấu “?” khi lưu tệp; không thể khôi phục.",
        en: "Vietnamese letters became “?” when the file was saved; they cannot be brought back."),
      hint: Message(
        vi: "xuất lại tệp gốc với bảng mã UTF-8 (CSV UTF-8)", en: "export the original again as CSV UTF-8"))
  }

  mutating func reportBadCode(_ column: Int, _ slice: Slice) {
    guard admits(.badCode) else { return }
    add(
      .badCode, column,
      Message(
        vi: "\(quoted(slice)) không phải là mã hợp lệ ở cột “\(name(column))”.",
        en: "\(quoted(slice)) is not a valid code in “\(name(column))”."),
      hint: Message(
        vi: "mã chỉ gồm chữ, số và các dấu . - _ /, không có khoảng trắng",
        en: "codes have letters, digits and . - _ / only, no spaces"))
  }

  mutating func reportUnknown(_ column: Int, _ slice: Slice, _ suggest: (String) -> String?) {
    guard admits(.unknownListValue) else { return }
    let suggestion = suggest(string(slice))
    guard case .list(let list) = columns[column].kind else { return }
    add(
      .unknownListValue, column,
      Message(
        vi: "\(quoted(slice)) không có trong danh mục của cột “\(name(column))”.",
        en: "\(quoted(slice)) is not on the list of “\(name(column))”."),
      hint: suggestion.map { Message(vi: "ý bạn là “\($0)”?", en: "did you mean “\($0)”?") }
        ?? Message(vi: "một trong: \(list.quoted)", en: "one of: \(list.quoted)"))
  }

  mutating func reportOldName(_ column: Int, _ slice: Slice, _ current: String) {
    guard admits(.oldListName) else { return }
    add(
      .oldListName, column,
      Message(
        vi: "\(quoted(slice)) là tên cũ, được đọc là “\(current)”.",
        en: "\(quoted(slice)) is an old name, read as “\(current)”."))
  }

  mutating func reportNewValue(_ column: Int, _ value: String, _ names: [String]) {
    guard admits(.newListValue) else { return }
    add(
      .newListValue, column,
      Message(
        vi: "\(Self.quoted(value)) nằm ngoài danh mục gợi ý của cột “\(name(column))”; vẫn được dùng.",
        en: "\(Self.quoted(value)) is beyond the usual list of “\(name(column))”; it is used."),
      hint: Nearest.suggest(value, among: names).map { Message(vi: "ý bạn là “\($0)”?", en: "did you mean “\($0)”?") })
  }

  mutating func reportBadPath(_ column: Int, _ value: String) {
    guard admits(.badPath) else { return }
    add(
      .badPath, column,
      Message(
        vi: "\(Self.quoted(value)) không phải là đường dẫn trong thư mục hồ sơ.",
        en: "\(Self.quoted(value)) is not a path inside the workspace."),
      hint: Message(
        vi: "ghi đường dẫn tương đối với dấu “/”, ví dụ anh/tang-qua.jpg",
        en: "write a relative path with “/”, such as anh/tang-qua.jpg"))
  }

  mutating func reportOutOfRange(_ column: Int, _ slice: Slice, _ low: String, _ high: String) {
    guard admits(.outOfRange) else { return }
    add(
      .outOfRange, column,
      Message(
        vi: "\(quoted(slice)) nằm ngoài khoảng \(low)-\(high) của cột “\(name(column))”.",
        en: "\(quoted(slice)) is outside \(low)-\(high) in “\(name(column))”."))
  }

  mutating func reportAmbiguous(_ column: Int, _ slice: Slice, _ readings: [String], _ doubt: InputDoubt) {
    guard admits(.ambiguous) else { return }
    let choices = readings.map { "“\($0)”" }
    add(
      .ambiguous, column,
      Message(
        vi: "\(quoted(slice)) ở cột “\(name(column))” không rõ nghĩa: \(doubt.vietnamese).",
        en: "\(quoted(slice)) in “\(name(column))” is not clear: \(doubt.english)."),
      hint: Message(
        vi: "ghi rõ \(choices.joined(separator: " hoặc "))", en: "write \(choices.joined(separator: " or "))"))
  }

  mutating func reportInvalid(_ rule: ReadingRule, _ column: Int, _ slice: Slice, _ fault: InputFault) {
    guard admits(rule) else { return }
    let isDash = ["-", "–", "—", "x", "X"].contains(string(slice))
    add(
      rule, column,
      Message(
        vi: "\(quoted(slice)) ở cột “\(name(column))”: \(fault.vietnamese).",
        en: "\(quoted(slice)) in “\(name(column))”: \(fault.english)."),
      hint: isDash
        ? Message(
          vi: "để trống nếu không có số liệu, ghi 0 nếu là không", en: "leave it empty if unknown, write 0 for none")
        : Self.example(rule))
  }

  /// How a cell of that kind is written.
  private static func example(_ rule: ReadingRule) -> Message {
    switch rule {
    case .badNumber: Message(vi: "chỉ ghi chữ số, ví dụ 1250 hoặc 1.250", en: "write digits only, such as 1250")
    case .badMoney:
      Message(vi: "ghi số đồng, ví dụ 135000000 hoặc “135 triệu đồng”", en: "write đồng, such as 135000000")
    case .badDate: Message(vi: "ghi ngày/tháng/năm, ví dụ 05/02/2026", en: "write day/month/year, such as 05/02/2026")
    case .badPeriod:
      Message(vi: "ghi mã kỳ, ví dụ 2026-Q3 hoặc 2026", en: "write a period code, such as 2026-Q3 or 2026")
    default: Message(vi: "sửa lại ô này", en: "correct this cell")
    }
  }
}
