internal import Vietnamese

/// Facts as JSON (RFC 8259), indented, fields in the order of their type. Numbers that must stay exact (decimals, percentages) are
/// strings; every figure is an object with its value and its source.
public enum FactJSON {
  public static func render(_ record: Record) -> String {
    var text = ""
    write(.record(record), indent: 0, into: &text)
    return text + "\n"
  }

  private static func write(_ fact: Fact, indent: Int, into text: inout String) {
    switch fact {
    case .missing: text += "null"
    case .flag(let flag): text += flag ? "true" : "false"
    case .date(let date): text += quote(date.iso)
    case .period(let period): text += quote(period.code)
    case .text(let value, _): text += quote(value)
    case .integer(let value, let source): figure(String(value), source, into: &text)
    case .money(let value, let source): figure(String(value), source, into: &text)
    case .decimal(let value, let source): figure(quote(value.description), source, into: &text)
    case .percent(let share, let source):
      figure(
        quote(share.value.description), source, extra: ",\"tu_so\":\(share.part),\"mau_so\":\(share.whole)", into: &text
      )
    case .list(let list): lines(list.map { ("", $0) }, "[", "]", indent, into: &text)
    case .record(let record):
      lines(zip(record.type.fields, record.values).map { (quote($0.name) + ": ", $1) }, "{", "}", indent, into: &text)
    }
  }

  private static func lines(
    _ items: [(head: String, fact: Fact)], _ open: String, _ close: String, _ indent: Int, into text: inout String
  ) {
    if items.isEmpty {
      text += open + close
      return
    }
    let margin = String(repeating: "  ", count: indent + 1)
    text += open
    for (index, item) in items.enumerated() {
      text += index == 0 ? "\n" : ",\n"
      text += margin + item.head
      write(item.fact, indent: indent + 1, into: &text)
    }
    text += "\n" + margin.dropLast(2) + close
  }

  private static func figure(_ value: String, _ source: Source?, extra: String = "", into text: inout String) {
    text += "{\"gia_tri\":\(value)\(extra)"
    if let source { text += ",\"nguon\":" + self.source(source) }
    text += "}"
  }

  private static func source(_ source: Source) -> String {
    var parts = ["\"cong_thuc\":\(quote(source.formula))"]
    if !source.file.isEmpty { parts.append("\"tep\":\(quote(source.file))") }
    if !source.rows.isEmpty { parts.append("\"dong\":[\(source.rows.map(String.init).joined(separator: ","))]") }
    if !source.rounding.isEmpty { parts.append("\"lam_tron\":\(quote(source.rounding))") }
    if !source.parts.isEmpty {
      let items = source.parts.map { part in
        "{\"ten\":\(quote(part.name)),\"gia_tri\":\(quote(part.value))"
          + (part.source.map { ",\"nguon\":" + self.source($0) } ?? "") + "}"
      }
      parts.append("\"tu\":[\(items.joined(separator: ","))]")
    }
    return "{\(parts.joined(separator: ","))}"
  }

  static func quote(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
