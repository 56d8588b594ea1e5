public import Findings

/// One check of a whole dataset. Each has a file and a test file of its name, a stable code and an entry in the manual.
public protocol Rule: Sendable {
  static var entry: RuleEntry { get }
  init()
  func check(_ dataset: Dataset, into report: inout RuleReport)
}

extension Rule {
  /// The stable name of the rule's findings.
  public static var code: String { entry.code }
}

/// What rules found, and which rows can therefore not be used.
public struct RuleReport: Sendable {
  public internal(set) var findings: FindingList
  var rejected: [TableName: Set<Int>] = [:]

  public init(limit: Int = 20) {
    findings = FindingList(limit: limit)
  }

  /// Adds a finding about row `index` of `table`; an error takes the row out of the dataset unless `keepsRow`. The texts are
  /// only made when the finding is kept.
  public mutating func add<Row: TableRow>(
    _ rule: (some Rule).Type, _ severity: Severity? = nil, in table: Table<Row>, _ index: Int, _ column: Row.Column?,
    keepsRow: Bool = false, _ message: @autoclosure () -> Message, hint: @autoclosure () -> Message? = nil
  ) {
    let severity = severity ?? rule.entry.severity
    if severity == .error, !keepsRow { rejected[Row.schema.name, default: []].insert(index) }
    guard findings.hasRoom(for: rule.code, in: table.fileName) else {
      findings.count(rule.code, severity, in: table.fileName)
      return
    }
    findings.append(table.finding(rule.code, severity, index, column, message(), hint: hint()))
  }

  /// Adds a finding about no row in particular.
  public mutating func add(
    _ rule: (some Rule).Type, at location: Location, _ message: Message, hint: Message? = nil
  ) {
    findings.append(Finding(code: rule.code, severity: rule.entry.severity, at: location, message, hint: hint))
  }
}
