internal import Documents
internal import Findings
internal import Records
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
      let period = period?.with(cutOff: opened.settings.cutOff)
      let (dataset, problems) = opened.dataset(period: period)
      outcome.findings.append(contentsOf: problems)
      let photos = PhotoCheck(
        dataset: dataset, shelf: PictureShelf(workspace, opened.settings.limits.pictures))
      outcome.findings.append(contentsOf: photos.findings(limit: dataset.options.findingLimit))
      if problems.sorted.contains(where: { $0.code == "thieu-tep" }) { outcome.code = .inputMissing }
      let wrongNames =
        SettingsCheck(settings: opened.settings, dataset: dataset, shelf: shelf).findings()
        + StrayFiles(shelf: shelf).findings()
      outcome.findings.append(contentsOf: wrongNames)
      if !wrongNames.isEmpty { outcome.code = .configuration }
      outcome = templates(opened.settings.format, period, outcome)
      // What follows from a wrong row or template would only bury it.
      guard let period, outcome.code == .done, !outcome.findings.hasErrors else { return outcome }
      return rehearse(opened, dataset, period, outcome)
    }
  }

  /// The reports that `baocao.yaml` prepares for this kind of period, made up to the last step: texts, missing figures, letters
  /// without a glyph.
  private func rehearse(_ opened: Workspace, _ dataset: Dataset, _ period: Period, _ before: Outcome) -> Outcome {
    var outcome = before
    if let missing = PeriodCheck(period: period, dataset: dataset).finding() {
      return outcome.ended(.inputMissing, [missing])
    }
    let desk = Desk(opened, dataset, period, shelf, asOf: nil, isDraft: false)
    for name in opened.settings.reports.keys.sorted() {
      let request = RenderRequest(workspace: workspace, period: period, report: name)
      let rehearsal = ReportRun(request, shelf.resources).rehearse(desk)
      let told = rehearsal.findings.sorted
      if told.contains(where: { $0.code == TemplateWords.mismatchCode }) { continue }
      outcome.findings.append(contentsOf: told.filter { !outcome.findings.sorted.contains($0) })
      if outcome.code == .done { outcome.code = rehearsal.code }
    }
    return outcome
  }

  /// Formats, fonts, every template in force, and the texts of the period.
  private func templates(_ format: String, _ period: Period?, _ before: Outcome) -> Outcome {
    var outcome = before
    let (stationery, findings) = Stationery.prepare(format, shelf)
    outcome.findings.append(contentsOf: findings)
    guard let stationery else { return outcome.ended(.configuration, []) }
    let set = TemplateSet(shelf, styles: Set(stationery.format.styles.keys))
    var problems: [Finding] = []
    for name in shelf.reportNames { problems += set.compile(name).1 }
    if let period { problems += set.narratives(period).1 }
    // The labels all templates share are told once.
    problems = problems.enumerated().filter { problems.firstIndex(of: $1) == $0 }.map(\.element)
    outcome.findings.append(contentsOf: problems)
    if problems.contains(where: { $0.severity == .error }) { outcome.code = .configuration }
    return outcome
  }
}
