internal import Documents
internal import Findings
internal import Statistics
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
    if let code = Desk.refusal(problems, isDraft: request.isDraft) { return outcome.ended(code, []) }
    let desk = Desk(workspace, dataset, period, shelf, asOf: request.asOf, isDraft: request.isDraft)
    return make(desk, outcome)
  }

  private func make(_ desk: Desk, _ before: Outcome) -> Outcome {
    var outcome = before
    let format = desk.formatName(of: request.report, asked: request.format)
    let (stationery, formatFindings) = Stationery.prepare(format, shelf)
    outcome.findings.append(contentsOf: formatFindings)
    guard let stationery else { return outcome.ended(.configuration, []) }
    let (form, formFindings) = desk.form(request.report, format: format, stationery)
    outcome.findings.append(contentsOf: formFindings)
    guard let form else { return outcome.ended(.configuration, []) }
    let (document, findings) = desk.document(form, desk.facts(form, .committee))
    outcome.findings.append(contentsOf: findings)
    if findings.contains(where: { $0.severity == .error }) { return outcome.ended(.dataFailed, []) }
    return publish(document, stationery, outcome)
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
