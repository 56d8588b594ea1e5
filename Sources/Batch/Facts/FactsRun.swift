public import Facts
internal import Findings
internal import Records
internal import Statistics
public import Vietnamese

/// The figures of a workspace and period, without a report.
public struct FactsRun {
  /// Figures, or why there are none.
  public struct Result {
    public var outcome: Outcome
    public var facts: Record?
  }

  public static func run(workspace folder: String, period asked: Period, about: AskedScope) -> Result {
    var outcome = Outcome()
    switch Workspace.open(folder) {
    case .failed(let findings, let code): return Result(outcome: outcome.ended(code, findings), facts: nil)
    case .open(let workspace, let findings):
      outcome.findings.append(contentsOf: findings)
      let period = asked.with(cutOff: workspace.settings.cutOff)
      let (dataset, problems) = workspace.dataset(period: period)
      outcome.findings.append(contentsOf: problems)
      if let unknown = about.unknown(in: dataset, file: Paths.join(folder, "data/to-chuc.csv")) {
        return Result(outcome: outcome.ended(.configuration, [unknown]), facts: nil)
      }
      if problems.hasErrors { outcome.code = .dataFailed }
      if problems.sorted.contains(where: { $0.code == "thieu-tep" }) { outcome.code = .inputMissing }
      let facts = FactMaker(dataset, rules: workspace.settings.rules).facts(
        about.scope, period: period, office: workspace.settings.office, paper: Paper(date: period.end),
        imprint: workspace.settings.imprint)
      return Result(outcome: outcome, facts: facts)
    }
  }

  /// Paths of the schema near a path that names nothing, for a suggestion.
  public static func suggestion(for path: String, in record: Record) -> String? {
    var type = record.type
    var known = ""
    for part in path.split(separator: ".").map(String.init) {
      guard let place = type.place(of: part) else {
        return Nearest.suggest(part, among: type.fields.map(\.name)).map { known + $0 }
      }
      known += part + "."
      guard case .record(let next) = type.fields[place].type else { return nil }
      type = next
    }
    return nil
  }
}
