package import Findings
package import Graphics
internal import Vietnamese

/// Reads typed values out of a YAML tree and collects what is wrong with it. One per file.
///
/// Strict: a key nobody asked for is a finding with the nearest known one, a value of the wrong kind is a finding at the value.
package final class YAMLReader {
  package private(set) var findings: [Finding] = []

  package init() {}

  package func report(_ finding: Finding) { findings.append(finding) }

  /// The entries of a mapping. Every key must be among `known`; nil when `node` is no mapping.
  package func fields(_ node: YAMLNode, of what: String, known: [String]) -> YAMLFields? {
    guard case .mapping(let entries) = node.kind else {
      if case .scalar("") = node.kind { return YAMLFields(entries: [], span: node.span, what: what) }
      expected(node, vi: "các dòng “khóa: giá trị” của \(what)", en: "“key: value” lines of \(what)")
      return nil
    }
    for entry in entries where !known.contains(entry.key) { unknown(entry, what, known) }
    return YAMLFields(entries: entries, span: node.span, what: what)
  }

  private func unknown(_ entry: YAMLEntry, _ what: String, _ known: [String]) {
    let near = Nearest.suggest(entry.key, among: known)
    report(
      entry.keySpan.finding(
        "khoa-khong-biet",
        Message(vi: "\(what) không có khóa “\(entry.key)”", en: "\(what) has no key “\(entry.key)”"),
        hint: near.map { Message(vi: "ý bạn là “\($0)”?", en: "did you mean “\($0)”?") }
          ?? Message(vi: "các khóa: \(known.joined(separator: ", "))", en: "keys: \(known.joined(separator: ", "))")))
  }

  /// A key that must be there.
  package func required(_ fields: YAMLFields, _ key: String) -> YAMLNode? {
    if let node = fields[key] { return node }
    report(
      fields.span.finding(
        "thieu-khoa", Message(vi: "\(fields.what) thiếu khóa “\(key)”", en: "\(fields.what) lacks the key “\(key)”"),
        hint: Message(vi: "thêm dòng “\(key): …”", en: "add a line “\(key): …”")))
    return nil
  }

  package func expected(_ node: YAMLNode, vi: String, en: String) {
    report(node.span.finding("gia-tri-sai", Message(vi: "ở đây cần \(vi)", en: "expected \(en) here")))
  }

  package func text(_ node: YAMLNode) -> String? {
    if case .scalar(let text) = node.kind { return text }
    expected(node, vi: "chữ", en: "text")
    return nil
  }

  package func list(_ node: YAMLNode) -> [YAMLNode]? {
    if case .sequence(let items) = node.kind { return items }
    expected(node, vi: "một danh sách", en: "a list")
    return nil
  }

  package func flag(_ node: YAMLNode) -> Bool? {
    if case .scalar(let text) = node.kind {
      switch text {
      case "true", "co", "có": return true
      case "false", "khong", "không": return false
      default: break
      }
    }
    expected(node, vi: "“co” hoặc “khong”", en: "“co” (yes) or “khong” (no)")
    return nil
  }

  package func integer(_ node: YAMLNode, in range: ClosedRange<Int>) -> Int? {
    if case .scalar(let text) = node.kind, let value = Int(text), range.contains(value) { return value }
    expected(
      node, vi: "số nguyên từ \(range.lowerBound) đến \(range.upperBound)",
      en: "a whole number from \(range.lowerBound) to \(range.upperBound)")
    return nil
  }

  package func number(_ node: YAMLNode, in range: ClosedRange<Double>) -> Double? {
    if case .scalar(let text) = node.kind, let value = Self.decimal(text[...]), range.contains(value) { return value }
    expected(
      node, vi: "số từ \(range.lowerBound) đến \(range.upperBound), viết với dấu chấm thập phân",
      en: "a number from \(range.lowerBound) to \(range.upperBound)")
    return nil
  }

  /// `20mm`, `1.27cm`, `14pt`; a bare number counts in points. At most two metres.
  package func length(_ node: YAMLNode) -> Length? {
    if case .scalar(let text) = node.kind, let length = Self.length(text) { return length }
    expected(node, vi: "độ dài như 20mm, 1.27cm hoặc 14pt", en: "a length such as 20mm, 1.27cm or 14pt")
    return nil
  }

  package static func length(_ text: String) -> Length? {
    let units: [(String, Double)] = [("mm", 72 / 25.4), ("cm", 720 / 25.4), ("pt", 1), ("", 1)]
    for (unit, points) in units where text.hasSuffix(unit) {
      var digits = text.dropLast(unit.count)
      while digits.last == " " { digits = digits.dropLast() }
      guard let value = decimal(digits), (-5670...5670).contains(value * points) else { return nil }
      return unit == "mm" ? .mm(value) : .points(value * points)
    }
    return nil
  }

  /// Digits with an optional sign and point; no exponents, no infinities.
  private static func decimal(_ text: Substring) -> Double? {
    guard !text.isEmpty, text.utf8.count <= 12 else { return nil }
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2D }) else { return nil }
    return Double(text)
  }

  /// One of a few words.
  package func choice<Value>(_ node: YAMLNode, _ words: [(String, Value)]) -> Value? {
    if case .scalar(let text) = node.kind, let match = words.first(where: { $0.0 == text }) { return match.1 }
    let names = words.map { $0.0 }
    guard case .scalar(let text) = node.kind else {
      expected(node, vi: "một trong: \(names.joined(separator: ", "))", en: "one of: \(names.joined(separator: ", "))")
      return nil
    }
    let near = Nearest.suggest(text, among: names)
    report(
      node.span.finding(
        "gia-tri-sai",
        Message(
          vi: "“\(text)” không có trong: \(names.joined(separator: ", "))",
          en: "“\(text)” is not one of: \(names.joined(separator: ", "))"),
        hint: near.map { Message(vi: "ý bạn là “\($0)”?", en: "did you mean “\($0)”?") }))
    return nil
  }
}

/// The entries of one mapping.
package struct YAMLFields {
  package let entries: [YAMLEntry]
  package let span: Span
  /// What the mapping describes, for messages.
  package let what: String

  package subscript(_ key: String) -> YAMLNode? { entries.first { $0.key == key }?.value }
  package func keySpan(_ key: String) -> Span? { entries.first { $0.key == key }?.keySpan }
}
