import Findings
import Vietnamese

/// One name in two spellings, such as “Đảng ủy” and “Đảng uỷ”: tables would count it as two.
struct SpellingVariant: Rule {
  static let entry = RuleEntry(
    code: "ten-trung-khac-dau", severity: .warning,
    explanation: Message(
      vi: "Cùng một tên viết hai cách (ủy/uỷ, hoa/thường, khoảng trắng); bảng sẽ tách thành hai.",
      en: "One name in two spellings (ủy/uỷ, capitals, spaces); tables would count it as two."))

  func check(_ dataset: Dataset, into report: inout RuleReport) {
    let tables = dataset.tables
    checkNames(dataset, &report)
    look(tables.organisations, &report, (.sector, { $0.sector }), (.group, { $0.group }))
    look(tables.campaigns, &report, (.launchedBy, { $0.launchedBy }))
    look(tables.guidance, &report, (.kind, { $0.kind }), (.issuedBy, { $0.issuedBy }))
    look(tables.socialWorks, &report, (.programme, { $0.programme }), (.unit, { $0.unit }))
    look(tables.rewards, &report, (.form, { $0.form }), (.level, { $0.level }))
  }

  /// Two codes for one name: the same unit was entered twice.
  private func checkNames(_ dataset: Dataset, _ report: inout RuleReport) {
    var names = CodeNumbers()
    /// The first organisation of each name.
    var first: [Int] = []
    for (index, body) in dataset.organisations.enumerated() {
      let name = names.number(of: Folding.toneStyleKey(body.name))
      if name == first.count {
        first.append(index)
        continue
      }
      let other = dataset.organisations[first[name]]
      // A unit may be followed by one of its name: then their times do not overlap.
      guard Self.overlap(body, other) else { continue }
      report.add(
        Self.self, in: dataset.tables.organisations, index, .name,
        Message(
          vi: "“\(body.name)” (\(body.code)) và “\(other.name)” (\(other.code), dòng \(other.row)) là cùng một tên.",
          en: "“\(body.name)” (\(body.code)) and “\(other.name)” (\(other.code), row \(other.row)) are one name."),
        hint: Message(
          vi: "gộp hai mã, hoặc ghi thời gian hiệu lực của từng tổ chức",
          en: "use one code, or say when each of them was valid"))
    }
  }

  private static func overlap(_ a: Organisation, _ b: Organisation) -> Bool {
    func ends(_ x: Organisation, before y: Organisation) -> Bool {
      guard let end = x.validTo, let start = y.validFrom else { return false }
      return end < start
    }
    return !ends(a, before: b) && !ends(b, before: a)
  }

  /// The texts of a column.
  private struct Spellings {
    struct Use {
      var count = 1
      var first: Int
    }

    var texts = TextNumbers()
    /// By the numbers of texts.
    var uses: [Use] = []

    mutating func add(_ text: String, _ index: Int) {
      if text.isEmpty { return }
      let number = texts.number(of: text)
      if number < uses.count { uses[number].count += 1 } else { uses.append(Use(first: index)) }
    }
  }

  private func look<Row: TableRow>(
    _ table: Table<Row>, _ report: inout RuleReport, _ columns: (column: Row.Column, text: (Row) -> String)...
  ) {
    var spellings = columns.map { _ in Spellings() }
    for (index, row) in table.rows.enumerated() {
      for place in columns.indices { spellings[place].add(columns[place].text(row), index) }
    }
    for (column, spellings) in zip(columns, spellings) { add(spellings, table, column.column, &report) }
  }

  /// Reports each rarer spelling of a text once, where it first stands.
  private func add<Row: TableRow>(
    _ spellings: Spellings, _ table: Table<Row>, _ column: Row.Column, _ report: inout RuleReport
  ) {
    guard spellings.uses.count > 1 else { return }
    var groups: [String: [(text: String, use: Spellings.Use)]] = [:]
    for (text, use) in zip(spellings.texts.list, spellings.uses) {
      groups[Folding.toneStyleKey(text), default: []].append((text, use))
    }
    let rarer = groups.values.filter { $0.count > 1 }.flatMap { spellings in
      // The commonest spelling is taken for the right one, the earlier of two equally common.
      let sorted = spellings.sorted { (-$0.use.count, $0.use.first) < (-$1.use.count, $1.use.first) }
      return sorted.dropFirst().map { (common: sorted[0], other: $0) }
    }
    for (common, other) in rarer.sorted(by: { $0.other.use.first < $1.other.use.first }) {
      report.add(
        Self.self, in: table, other.use.first, column,
        Message(
          vi:
            "“\(other.text)” và “\(common.text)” (dòng \(table.rows[common.use.first].row)) là cùng một tên viết hai cách.",
          en:
            "“\(other.text)” and “\(common.text)” (row \(table.rows[common.use.first].row)) are one name in two spellings."
        ),
        hint: Message(vi: "viết thống nhất “\(common.text)”", en: "write “\(common.text)” everywhere"))
    }
  }
}
