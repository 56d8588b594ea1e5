/// `failed.csv`: the reports of a run that could not be made, for people and as a list to try again.
public struct FailedList {
  private var rows: [(key: ReportKey, text: String)] = []

  init() {}

  mutating func add(_ entry: Manifest.Entry) {
    let cells = [entry.key.text, entry.problem, entry.place, entry.message]
    rows.append((entry.key, cells.map(Self.quote).joined(separator: ",")))
  }

  /// The whole file, sorted by key.
  var text: String {
    let rows = rows.sorted { $0.key < $1.key }.map(\.text)
    return (["khoa,ma_loi,noi_loi,thong_bao"] + rows).joined(separator: "\n") + "\n"
  }

  /// A cell of a CSV file on one line.
  static func quote(_ cell: String) -> String {
    let field = cell.split(whereSeparator: \.isNewline).joined(separator: " ")
    guard field.contains(where: { "\",\r\n".contains($0) }) else { return field }
    return "\"" + field.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }

  /// Keys of a list: the first column. Keys hold no comma and no quote, so the first field needs no more than this.
  public static func keys(_ bytes: [UInt8]) -> [String] {
    var text = String(decoding: bytes, as: UTF8.self)
    if text.hasPrefix("\u{FEFF}") { text.removeFirst() }
    var keys: [String] = []
    for line in text.split(whereSeparator: \.isNewline) {
      let field = String(line.prefix { $0 != "," && $0 != ";" })
      if field != "khoa", ReportKey(field) != nil, !keys.contains(field) { keys.append(field) }
    }
    return keys
  }
}
