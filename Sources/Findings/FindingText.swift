/// How a finding reads on a terminal: as compilers write them, with the source line and a caret under the cell.
///
///     data/mo-hinh.csv:12:5: lỗi: “abc” không phải là số [so-khong-hop-le]
///       12 | MH-03,Cổng trường an toàn,abc
///          |                           ^^^
///          = gợi ý: chỉ ghi chữ số, ví dụ 1.250
public struct FindingText: Sendable {
  public let language: Language

  /// Longest part of a source line that is shown, in grapheme clusters: one row of a wide terminal.
  static let window = 100

  public init(language: Language) {
    self.language = language
  }

  public func render(_ finding: Finding) -> String {
    var lines = [
      "\(finding.location.description): \(label(finding.severity)): \(sentence(clean(finding.message.text(language)))) [\(finding.code)]"
    ]
    let number = finding.location.row.map(String.init) ?? ""
    let margin = String(repeating: " ", count: number.count + 2)
    if let excerpt = finding.excerpt {
      let shown = Self.cut(excerpt)
      lines.append("  \(number) | \(clean(shown.line))")
      let caret = String(repeating: "^", count: max(1, shown.length))
      lines.append("\(margin) | \(String(repeating: " ", count: shown.start))\(caret)")
    }
    if let hint = finding.hint {
      lines.append("\(margin) = \(language == .vietnamese ? "gợi ý" : "hint"): \(clean(hint.text(language)))")
    }
    return lines.joined(separator: "\n")
  }

  /// The last lines of a listing: what was only counted, and the totals.
  public func summary(_ findings: FindingList) -> String {
    var lines = findings.suppressed.map { rest in
      language == .vietnamese
        ? "\(rest.file): còn \(rest.count) trường hợp nữa [\(rest.code)]"
        : "\(rest.file): \(rest.count) more [\(rest.code)]"
    }
    let errors = findings.count(.error)
    let warnings = findings.count(.warning)
    let notes = findings.count(.note)
    lines.append(
      language == .vietnamese
        ? "Tổng cộng: \(errors) lỗi, \(warnings) cảnh báo, \(notes) lưu ý."
        : "Total: \(errors) errors, \(warnings) warnings, \(notes) notes.")
    return lines.joined(separator: "\n")
  }

  private func label(_ severity: Severity) -> String {
    switch (severity, language) {
    case (.error, .vietnamese): "lỗi"
    case (.warning, .vietnamese): "cảnh báo"
    case (.note, .vietnamese): "lưu ý"
    case (.error, .english): "error"
    case (.warning, .english): "warning"
    case (.note, .english): "note"
    }
  }

  /// Rooms word their messages as fits them; here each becomes a sentence with a capital and a full stop.
  private func sentence(_ text: String) -> String {
    guard let first = text.first, let last = text.last else { return text }
    let end = ".!?…".contains(last) ? "" : "."
    return first.uppercased() + text.dropFirst() + end
  }

  /// Control and bidirectional characters of the data become `·`, so that a cell can neither steer the terminal nor reorder the line.
  private func clean(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: Self.isUnsafe) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(Self.isUnsafe(scalar) ? "·" : scalar) }
    return String(result)
  }

  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }

  /// A long line is cut around the marked part.
  static func cut(_ excerpt: Excerpt) -> Excerpt {
    let characters = Array(excerpt.line)
    let start = min(max(0, excerpt.start), characters.count)
    let length = min(max(0, excerpt.length), characters.count - start)
    guard characters.count > window else { return Excerpt(line: excerpt.line, start: start, length: length) }
    let first = max(0, min(start - window / 4, characters.count - window))
    let last = min(characters.count, first + window)
    let head = first > 0 ? "…" : ""
    let tail = last < characters.count ? "…" : ""
    return Excerpt(
      line: head + String(characters[first..<last]) + tail, start: start - first + head.count,
      length: min(length, last - start))
  }
}
