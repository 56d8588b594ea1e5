extension Dataset {
  /// All rows as text for goldens: a table a block, a row a line with its line in the file and its values in column order.
  public func dump() -> String {
    var lines: [String] = []
    Self.append(tables.organisations, to: &lines)
    Self.append(tables.memberCounts, to: &lines)
    Self.append(tables.campaigns, to: &lines)
    Self.append(tables.models, to: &lines)
    Self.append(tables.ratings, to: &lines)
    Self.append(tables.guidance, to: &lines)
    Self.append(tables.socialWorks, to: &lines)
    Self.append(tables.rewards, to: &lines)
    Self.append(tables.photos, to: &lines)
    Self.append(tables.articles, to: &lines)
    Self.append(tables.visits, to: &lines)
    Self.append(tables.submissions, to: &lines)
    return lines.joined(separator: "\n") + "\n"
  }

  private static func append<Row: TableRow>(_ table: Table<Row>, to lines: inout [String]) {
    guard table.isPresent else { return }
    lines.append("\(Row.schema.name.rawValue): \(table.rows.count) rows")
    for row in table.rows { lines.append("  \(row.row): \(values(of: row).dropFirst().joined(separator: " | "))") }
  }

  /// The stored values one after another; parts of a row that are structures of their own are spread out.
  private static func values(of value: Any) -> [String] {
    let mirror = Mirror(reflecting: value)
    if mirror.displayStyle == .optional { return mirror.children.first.map { values(of: $0.value) } ?? ["-"] }
    if let value = value as? any ListValue { return [value.name] }
    if let text = value as? any CustomStringConvertible { return [text.description] }
    return mirror.children.flatMap { values(of: $0.value) }
  }
}
