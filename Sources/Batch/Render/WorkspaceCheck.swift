internal import Documents
internal import Findings
internal import Statistics
internal import Templates
public import Vietnamese

/// Everything that can be said about a workspace without making a report: settings, data, formats, templates and texts.
public struct WorkspaceCheck {
  private let workspace: String
  private let shelf: Shelf

  public init(workspace: String, resources: Resources) {
    self.workspace = workspace
    shelf = Shelf(workspace: workspace, resources: resources)
  }

  public func run(period: Period?) -> Outcome {
    var outcome = Outcome()
    switch Workspace.open(workspace) {
    case .failed(let findings, let code): return outcome.ended(code, findings)
    case .open(let opened, let findings):
      outcome.findings.append(contentsOf: findings)
      let (_, problems) = opened.dataset(period: period?.with(cutOff: opened.settings.cutOff))
      outcome.findings.append(contentsOf: problems)
      if problems.sorted.contains(where: { $0.code == "thieu-tep" }) { outcome.code = .inputMissing }
      return templates(opened.settings.format, period, outcome)
    }
  }

  /// Formats, fonts, every template in force, and the texts of the period.
  private func templates(_ format: String, _ period: Period?, _ before: Outcome) -> Outcome {
    var outcome = before
    let (stationery, findings) = Stationery.prepare(format, shelf)
    outcome.findings.append(contentsOf: findings)
    guard let stationery else { return outcome.ended(.configuration, []) }
    let set = TemplateSet(shelf, styles: Set(stationery.format.styles.keys))
    var problems: [Finding] = []
    for name in shelf.reportNames { problems += set.compiler.compile(name).1 }
    if let period { problems += set.narratives(period).1 }
    outcome.findings.append(contentsOf: problems)
    if problems.contains(where: { $0.severity == .error }) { outcome.code = .configuration }
    return outcome
  }
}
