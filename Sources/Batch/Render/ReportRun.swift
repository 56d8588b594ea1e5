internal import Documents
internal import Facts
internal import Findings
internal import Records
internal import Statistics
internal import Templates
internal import Vietnamese

/// One report of one workspace, from folder to file.
///
/// Each step ends the run with its findings and exit code when it cannot go on; a file is only touched by the last step, so a run
/// that fails leaves the report of yesterday as it was.
public struct ReportRun {
  private let request: RenderRequest
  private let shelf: Shelf

  public init(_ request: RenderRequest, _ resources: Resources) {
    self.request = request
    shelf = Shelf(workspace: request.workspace, resources: resources)
  }

  public func run() -> Outcome {
    var outcome = Outcome()
    let workspace: Workspace
    switch Workspace.open(request.workspace) {
    case .failed(let findings, let code): return outcome.ended(code, findings)
    case .open(let opened, let findings):
      workspace = opened
      outcome.findings.append(contentsOf: findings)
    }
    let period = request.period.with(cutOff: workspace.settings.cutOff)
    let (dataset, problems) = workspace.dataset(period: period)
    outcome.findings.append(contentsOf: problems)
    if let code = refusal(problems) { return outcome.ended(code, []) }
    return make(workspace, dataset, period, outcome)
  }

  /// Why data are not good enough to print: a missing file is worth waiting for, an error is not. A draft shows what there is.
  private func refusal(_ findings: FindingList) -> ExitCode? {
    if findings.sorted.contains(where: { $0.code == "thieu-tep" }) { return .inputMissing }
    return findings.hasErrors && !request.isDraft ? .dataFailed : nil
  }

  private func make(_ workspace: Workspace, _ dataset: Dataset, _ period: Period, _ before: Outcome) -> Outcome {
    var outcome = before
    let report = workspace.settings.reports[request.report] ?? ReportSettings()
    let formatName = request.format ?? report.format ?? workspace.settings.format
    let (stationery, formatFindings) = Stationery.prepare(formatName, shelf)
    outcome.findings.append(contentsOf: formatFindings)
    guard let stationery else { return outcome.ended(.configuration, []) }

    let set = TemplateSet(shelf, styles: Set(stationery.format.styles.keys))
    let (template, templateFindings) = set.compiler.compile(request.report)
    let (texts, textFindings) = set.narratives(period)
    outcome.findings.append(contentsOf: templateFindings)
    outcome.findings.append(contentsOf: textFindings)
    guard let template, !textFindings.contains(where: { $0.severity == .error }) else {
      return outcome.ended(.configuration, [])
    }

    let paper = paper(report, period)
    let facts = FactMaker(dataset, rules: workspace.settings.rules).facts(
      .committee, period: period, office: workspace.settings.office, paper: paper, imprint: workspace.settings.imprint)
    let pictures = PictureShelf(workspace.folder)
    let context = RenderContext(
      format: stationery.format, isDraft: paper.isDraft, created: (paper.date ?? period.end).iso + "T00:00:00",
      texts: { texts[$0] }, pictures: { pictures.picture($0) })
    let (document, findings) = template.evaluate(facts, context)
    outcome.findings.append(contentsOf: findings)
    if findings.contains(where: { $0.severity == .error }) { return outcome.ended(.dataFailed, []) }
    return publish(document, stationery, outcome)
  }

  private func paper(_ report: ReportSettings, _ period: Period) -> Paper {
    var paper = report.paper(for: period, date: request.asOf)
    paper.isDraft = paper.isDraft || request.isDraft
    return paper
  }

  private func publish(_ document: Document, _ stationery: Stationery, _ before: Outcome) -> Outcome {
    var outcome = before
    var pipeline = Pipeline(stationery)
    let product = pipeline.product(of: document)
    outcome.findings.append(contentsOf: product.findings)
    outcome.pages = product.pages
    if let failure = product.failure { return outcome.ended(failure, []) }
    do throws(FileError) {
      try Publisher.publish(product.bytes, to: request.path)
      outcome.files = [request.path]
      return outcome
    } catch {
      return outcome.ended(error.exitCode, [error.finding()])
    }
  }
}
