import Findings
import Vietnamese

/// A code that no row of the other table has.
///
/// The row is left out, for nobody can tell whom it is about. Only an organisation whose body above or successor is unknown stays:
/// it exists, and so do its members.
struct MissingReference: Rule {
  static let entry = RuleEntry(
    code: "tham-chieu-khong-co", severity: .error,
    explanation: Message(
      vi: "Mã không có trong bảng được tham chiếu; dòng bị bỏ.",
      en: "A code is not in the table it refers to; the row is left out."))

  func check(_ dataset: Dataset, into report: inout RuleReport) {
    let tables = dataset.tables
    let organisations = Target(tables.organisations) { $0.code }
    let campaigns = Target(tables.campaigns) { $0.code }
    let models = Target(tables.models, asked: Set(dataset.rewards.compactMap(\.model))) { $0.code }
    look(tables.organisations, .parent, organisations, &report, keepsRow: true) { $0.parent }
    look(tables.organisations, .successor, organisations, &report, keepsRow: true) { $0.successor }
    look(tables.memberCounts, .organisation, organisations, &report) { $0.organisation }
    look(tables.models, .organisation, organisations, &report) { $0.organisation }
    look(tables.models, .campaign, campaigns, &report) { $0.campaign }
    lookAtRatings(dataset, organisations, &report)
    look(tables.guidance, .organisation, organisations, &report) { $0.organisation }
    look(tables.guidance, .campaign, campaigns, &report) { $0.campaign }
    look(tables.socialWorks, .organisation, organisations, &report) { $0.organisation }
    look(tables.rewards, .organisation, organisations, &report) { $0.organisation }
    look(tables.rewards, .campaign, campaigns, &report) { $0.campaign }
    look(tables.rewards, .model, models, &report) { $0.model }
    look(tables.photos, .organisation, organisations, &report) { $0.organisation }
    look(tables.submissions, .organisation, organisations, &report) { $0.organisation }
  }

  /// The codes of a table.
  private struct Target {
    let table: TableName
    let codes: Set<String>
    /// All codes in the order of the rows, for a message.
    let ordered: () -> [String]
    /// Whether the file was there at all.
    let isPresent: Bool

    /// - Parameter asked: the only codes that are asked for; nil for any. A table may have a million.
    init<Row>(_ table: Table<Row>, asked: Set<String>? = nil, _ code: @escaping (Row) -> String) {
      self.table = Row.schema.name
      ordered = { table.rows.map(code) }
      codes =
        if let asked {
          asked.isEmpty ? [] : Set(table.rows.lazy.map(code).filter(asked.contains))
        } else {
          Set(table.rows.lazy.map(code))
        }
      isPresent = table.isPresent
    }
  }

  private func look<Row: TableRow>(
    _ table: Table<Row>, _ column: Row.Column, _ target: Target, _ report: inout RuleReport,
    keepsRow: Bool = false, _ code: (Row) -> String?
  ) {
    // Rows of one body mostly stand together: a code is looked up where it is another than that of the row above.
    var found: String?
    for (index, row) in table.rows.enumerated() {
      guard let code = code(row), code != found else { continue }
      if target.codes.contains(code) {
        found = code
        continue
      }
      add(table, index, column, code, target, &report, keepsRow: keepsRow)
    }
  }

  private func add<Row: TableRow>(
    _ table: Table<Row>, _ index: Int, _ column: Row.Column, _ code: String, _ target: Target,
    _ report: inout RuleReport, keepsRow: Bool = false
  ) {
    report.add(
      Self.self, in: table, index, column, keepsRow: keepsRow,
      Message(
        vi: "Mã \(CellReader.quoted(code)) không có trong bảng \(target.table.rawValue).",
        en: "\(CellReader.quoted(code)) is not in \(target.table.rawValue)."),
      hint: hint(code, target))
  }

  /// Of a million ratings each organisation is looked up once.
  private func lookAtRatings(_ dataset: Dataset, _ target: Target, _ report: inout RuleReport) {
    let index = dataset.ratingIndex
    let isMissing = index.organisationCodes.map { !target.codes.contains($0) }
    guard isMissing.contains(true) else { return }
    for row in dataset.ratings.indices where isMissing[index.organisationNumber(ofRow: row)] {
      add(dataset.tables.ratings, row, .organisation, dataset.ratings[row].organisation, target, &report)
    }
  }

  private func hint(_ code: String, _ target: Target) -> Message {
    guard target.isPresent else {
      return Message(
        vi: "thêm tệp data/\(target.table.rawValue).csv", en: "add the file data/\(target.table.rawValue).csv")
    }
    if let near = Nearest.suggest(code, among: target.ordered()) {
      return Message(vi: "ý bạn là “\(near)”?", en: "did you mean “\(near)”?")
    }
    return Message(
      vi: "thêm dòng có mã này vào bảng \(target.table.rawValue), hoặc xem dòng đó có bị bỏ vì lỗi không",
      en: "add a row with this code to \(target.table.rawValue), or see whether its row was left out for an error")
  }
}
