internal import Vietnamese

extension Record {
  /// The tree as indented text for goldens: a field a line, with the rows behind each number.
  public func dump() -> String {
    lines(depth: 0).joined(separator: "\n") + "\n"
  }

  private func lines(depth: Int) -> [String] {
    let margin = String(repeating: "  ", count: depth)
    return zip(type.fields, values).flatMap { field, value in
      Self.lines(margin + field.name, value, depth: depth)
    }
  }

  private static func lines(_ head: String, _ value: Fact, depth: Int) -> [String] {
    switch value {
    case .record(let record): [head + ":"] + record.lines(depth: depth + 1)
    case .list(let list) where list.isEmpty: [head + ": []"]
    case .list(let list):
      [head + ":"]
        + list.enumerated().flatMap { index, item in
          lines(String(repeating: "  ", count: depth + 1) + "[\(index)]", item, depth: depth + 1)
        }
    default: ["\(head): \(value.plain)\(value.source.map(rows) ?? "")"]
    }
  }

  private static func rows(_ source: Source) -> String {
    guard !source.rows.isEmpty else { return "" }
    let shown = source.rows.prefix(6).map(String.init).joined(separator: ",")
    let rest = source.rows.count > 6 ? ",… \(source.rows.count) rows" : ""
    return "  <- \(source.file):\(shown)\(rest)"
  }
}

extension Fact {
  /// The bare value, unformatted: digits with a dot, ISO dates, period codes.
  public var plain: String {
    switch self {
    case .missing: "-"
    case .integer(let value, _): String(value)
    case .decimal(let value, _): value.description
    case .money(let value, _): "\(value) đồng"
    case .percent(let share, _): "\(share.value.description)% (\(share.part)/\(share.whole))"
    case .text(let text, _): text
    case .date(let date): date.iso
    case .period(let period): period.code
    case .flag(let flag): flag ? "true" : "false"
    case .list(let list): "[\(list.count)]"
    case .record(let record): "{\(record.type.name)}"
    }
  }
}
