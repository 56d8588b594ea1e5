/// One finding as one line of JSON (RFC 8259), with the same content as the text form; for `--format json`.
public enum FindingJSON {
  public static func render(_ finding: Finding) -> String {
    var fields: [(String, String)] = [
      ("code", quote(finding.code)),
      ("severity", quote(name(finding.severity))),
      ("file", quote(finding.location.file)),
    ]
    if let sheet = finding.location.sheet { fields.append(("sheet", quote(sheet))) }
    if let row = finding.location.row { fields.append(("row", String(row))) }
    if let column = finding.location.column { fields.append(("column", String(column))) }
    if let page = finding.location.page { fields.append(("page", String(page))) }
    if let field = finding.location.field { fields.append(("field", quote(field))) }
    if let offset = finding.location.byteOffset { fields.append(("byte_offset", String(offset))) }
    fields.append(("message", bilingual(finding.message)))
    if let hint = finding.hint { fields.append(("hint", bilingual(hint))) }
    if let excerpt = finding.excerpt {
      fields.append(("line", quote(excerpt.line)))
      fields.append(("mark", "[\(excerpt.start),\(excerpt.length)]"))
    }
    return "{" + fields.map { "\(quote($0.0)):\($0.1)" }.joined(separator: ",") + "}"
  }

  static func name(_ severity: Severity) -> String {
    switch severity {
    case .note: "note"
    case .warning: "warning"
    case .error: "error"
    }
  }

  private static func bilingual(_ message: Message) -> String {
    "{\"vi\":\(quote(message.vietnamese)),\"en\":\(quote(message.english))}"
  }

  /// A JSON string; control characters as `\u00XX`.
  public static func quote(_ text: String) -> String {
    // Hardly any text has a character to be written otherwise.
    if !text.utf8.contains(where: { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C || $0 == 0x7F }) { return "\"\(text)\"" }
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

/// Findings as workflow commands of GitHub Actions (`::error file=…,line=…::…`).
public enum FindingGitHub {
  public static func render(_ finding: Finding, language: Language) -> String {
    let level =
      switch finding.severity {
      case .error: "error"
      case .warning: "warning"
      case .note: "notice"
      }
    var properties = ["file=\(escape(finding.location.file, property: true))"]
    if let row = finding.location.row { properties.append("line=\(row)") }
    if let column = finding.location.column { properties.append("col=\(column)") }
    properties.append("title=\(escape(finding.code, property: true))")
    var text = finding.message.text(language)
    if let hint = finding.hint { text += "\n" + hint.text(language) }
    return "::\(level) \(properties.joined(separator: ","))::\(escape(text, property: false))"
  }

  private static func escape(_ text: String, property: Bool) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      case ":" where property: result += "%3A"
      case "," where property: result += "%2C"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
