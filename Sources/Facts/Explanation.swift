/// Where a figure came from, in Vietnamese lines a clerk can follow back to her file.
public enum Explanation {
  /// Most row numbers that are listed; the rest are counted.
  private static let shownRows = 40

  public static func render(_ path: String, _ fact: Fact) -> String {
    var lines = ["\(path) = \(fact.plain)"]
    if let source = fact.source {
      append(source, depth: 1, to: &lines)
    } else {
      lines.append("  (không tính từ dòng nào: lấy từ cấu hình hoặc từ kỳ báo cáo)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func append(_ source: Source, depth: Int, to lines: inout [String]) {
    let margin = String(repeating: "  ", count: depth)
    lines.append("\(margin)cách tính: \(source.formula)")
    if !source.rounding.isEmpty { lines.append("\(margin)làm tròn: \(source.rounding)") }
    if !source.file.isEmpty {
      let shown = source.rows.prefix(shownRows).map(String.init).joined(separator: ", ")
      let rest = source.rows.count > shownRows ? " … (tất cả \(source.rows.count) dòng)" : ""
      lines.append("\(margin)tệp: \(source.file)")
      lines.append("\(margin)dòng: \(shown.isEmpty ? "không có dòng nào" : shown + rest)")
    }
    for part in source.parts {
      lines.append("\(margin)\(part.name): \(part.value)")
      if let source = part.source { append(source, depth: depth + 1, to: &lines) }
    }
  }
}
