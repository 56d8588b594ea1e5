internal import Facts
internal import Records
internal import Vietnamese

/// A number being counted together with the rows that make it.
///
/// Sums are carried in 128 bits, so that no data can overflow them; a result beyond an `Int` is no figure of this world and
/// comes out as missing.
struct Tally: Sendable {
  private(set) var total: Int128 = 0
  private(set) var rows = RowRuns()

  mutating func add(_ amount: Int = 1, row: Int) {
    total += Int128(amount)
    rows.append(row)
  }

  /// Adds another figure with its rows.
  mutating func add(_ other: Tally) {
    total += other.total
    rows.append(other.rows)
  }

  var value: Int? { Int(exactly: total) }

  /// Each line once, ascending: a line that counts for two parts of a figure is one line of the file.
  func source(_ table: TableName, _ formula: String) -> Source {
    Source(file: table.file, runs: lines, formula: formula)
  }

  private var lines: RowRuns { rows.isAscending ? rows : RowRuns(Set(rows.rows).sorted()) }

  /// The source of a figure some of whose parts stand in another file: bodies of the list that a file does not name.
  func source(_ table: TableName, _ formula: String, with others: Tally, _ otherTable: TableName, _ name: String)
    -> Source
  {
    guard !others.rows.isEmpty else { return source(table, formula) }
    return Source(
      file: table.file, runs: lines, formula: formula,
      parts: [.init(name: name, value: "\(others.total)", source: others.source(otherTable, "đếm dòng"))])
  }

  /// Two parts of one figure that stand in two files.
  func count(_ table: TableName, _ formula: String, with others: Tally, _ otherTable: TableName, _ name: String) -> Fact
  {
    guard let value = Int(exactly: total + others.total) else { return .missing }
    return .integer(value, source(table, formula, with: others, otherTable, name))
  }

  func count(_ table: TableName, _ formula: String = "đếm dòng") -> Fact {
    value.map { .integer($0, source(table, formula)) } ?? .missing
  }

  func money(_ table: TableName, _ formula: String = "cộng cột so_tien") -> Fact {
    value.map { .money($0, source(table, formula)) } ?? .missing
  }
}

extension TableName {
  /// The file as findings name it.
  var file: String { "data/\(rawValue).csv" }
}

extension Sequence {
  /// Counts the elements that satisfy `condition`.
  func tally(row: (Element) -> Int, where condition: (Element) -> Bool = { _ in true }) -> Tally {
    var tally = Tally()
    for element in self where condition(element) { tally.add(row: row(element)) }
    return tally
  }
}

/// Percentages of one figure in another.
enum Percent {
  static func fact(_ part: Tally, of whole: Tally, _ table: TableName, scale: Int) -> Fact {
    fact(
      part.value, of: whole.value, scale: scale, partSource: part.source(table, "đếm dòng"),
      wholeSource: whole.source(table, "đếm dòng"))
  }

  static func fact(_ part: Int?, of whole: Int?, scale: Int, partSource: Source?, wholeSource: Source?) -> Fact {
    guard let part, let whole, let value = ExactDecimal.percentage(of: part, in: whole, scale: scale) else {
      return .missing
    }
    return .percent(
      Percentage(part: part, whole: whole, value: value),
      Source(
        formula: "\(part) / \(whole) × 100", rounding: "làm tròn nửa lên đến \(scale) chữ số thập phân",
        parts: [
          .init(name: "tử số", value: String(part), source: partSource),
          .init(name: "mẫu số", value: String(whole), source: wholeSource),
        ]))
  }

  /// Shares of one table: rounded together, by the rule of the office.
  ///
  /// - Parameter formula: how the numerator at a place was counted.
  static func shares(
    _ parts: [Tally], _ table: TableName, _ rules: CountingRules, formula: (Int) -> String = { _ in "đếm dòng" }
  ) -> [Fact] {
    let counts = parts.map { $0.value ?? 0 }
    guard let shares = Shares.of(counts, scale: rules.shareScale, rule: rules.shareRule) else {
      return parts.map { _ in .missing }
    }
    let whole = counts.reduce(0, +)
    // The rows of the whole are those of all parts: named once for each part, not once more for every share.
    let wholeSource = Source(formula: "cộng tử số của mọi mục trong bảng")
    return parts.indices.map { index in
      let rounding =
        shares.adjusted.contains(index)
        ? "điều chỉnh theo số dư lớn nhất để tổng bằng 100"
        : "làm tròn nửa lên đến \(rules.shareScale) chữ số thập phân"
      return .percent(
        Percentage(part: counts[index], whole: whole, value: shares.percentages[index]),
        Source(
          formula: "\(counts[index]) / \(whole) × 100", rounding: rounding,
          parts: [
            .init(name: "tử số", value: String(counts[index]), source: parts[index].source(table, formula(index))),
            .init(name: "mẫu số", value: String(whole), source: wholeSource),
          ]))
    }
  }
}
