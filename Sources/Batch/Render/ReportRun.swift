internal import Documents
internal import Findings
public import Lint
internal import Records
internal import Statistics
internal import Templates
internal import Vietnamese

/// One report of one workspace, from folder to file.
///
/// Each step ends the run with its findings and exit code when it cannot go on; a file is only touched by the last step, so a run
/// that fails leaves the report of yesterday as it was.
public struct ReportRun {
  let request: RenderRequest
  let shelf: Shelf
  private var purpose = Purpose.print

  private enum Purpose {
    case print
    case rehearse
    case judge
  }

  public init(_ request: RenderRequest, _ resources: Resources) {
    self.request = request
    shelf = Shelf(workspace: request.workspace, resources: resources)
  }

  public func run() -> Outcome { made().outcome }

  /// The report laid out and judged by the guideline of its format; nothing is written. No inspection where no report could be made.
  public func lint() -> (outcome: Outcome, inspection: Inspection?) {
    var run = self
    run.purpose = .judge
    return run.made()
  }

  private typealias Made = (outcome: Outcome, inspection: Inspection?)

  private func made() -> Made {
    var outcome = Outcome()
    let workspace: Workspace
    switch Workspace.open(request.workspace) {
    case .failed(let findings, let code): return (outcome.ended(code, findings), nil)
    case .open(let opened, let findings):
      workspace = opened
      outcome.findings.append(contentsOf: findings)
    }
    let period = request.period.with(cutOff: workspace.settings.cutOff)
    let start = ContinuousClock.now
    let (dataset, problems) = workspace.dataset(period: period)
    shelf.resources.clock?.add(since: start, to: .data)
    outcome.findings.append(contentsOf: problems)
    if let refusal = Desk.refusal(problems, workspace, dataset, period, shelf, isDraft: request.isDraft) {
      return (outcome.ended(refusal.code, refusal.findings), nil)
    }
    if let unknown = request.about.unknown(in: dataset, file: "data/to-chuc.csv") {
      return (outcome.ended(.configuration, [unknown]), nil)
    }
    let desk = Desk(workspace, dataset, period, shelf, asOf: request.asOf, isDraft: request.isDraft)
    return make(desk, outcome)
  }

  /// Everything but the file: what a person would be told if she rendered this report now.
  func rehearse(_ desk: Desk) -> Outcome {
    var run = self
    run.purpose = .rehearse
    return run.make(desk, Outcome()).outcome
  }

  private func make(_ desk: Desk, _ before: Outcome) -> Made {
    var outcome = before
    let format = desk.formatName(of: request.report, asked: request.format)
    let (stationery, formatFindings) = Stationery.prepare(format, shelf)
    outcome.findings.append(contentsOf: formatFindings)
    guard let stationery else { return (outcome.ended(.configuration, []), nil) }
    let (form, formFindings) = desk.form(request.report, format: format, stationery)
    outcome.findings.append(contentsOf: formFindings)
    guard let form else { return (outcome.ended(.configuration, []), nil) }
    let file = shelf.path("templates", request.report + ".md") ?? request.report
    if let mismatch = TemplateWords.mismatch(form.template.header, desk.period, file: file) {
      return (outcome.ended(.configuration, [mismatch]), nil)
    }
    if purpose != .rehearse, !request.isDraft,
      let nobody = TemplateWords.lacksUnit(form.template.header, request.about.scope, file: file)
    {
      return (outcome.ended(.configuration, [nobody]), nil)
    }
    var night: NightSummary?
    if form.template.header.scope == NightPage.scope {
      night = purpose == .rehearse ? NightSummary() : NightSummary(newestIn: request.folder)
      if night == nil { return (outcome.ended(.inputMissing, [noRun]), nil) }
    }
    let (document, findings) = desk.document(form, desk.facts(form, request.about.scope, night: night))
    outcome.findings.append(contentsOf: findings)
    if findings.contains(where: { $0.severity == .error }) { return (outcome.ended(.dataFailed, []), nil) }
    let places = CharacterPlaces(desk)
    let pipeline = Pipeline(stationery, desk.workspace.settings.limits, shelf.resources.clock)
    if purpose == .judge {
      return judge(document, format, stationery, pipeline, outcome) {
        places.placed($0, request.about.scope, otherwise: file)
      }
    }
    return (publish(document, pipeline, outcome) { places.placed($0, request.about.scope, otherwise: file) }, nil)
  }

  private var noRun: Finding {
    Finding(
      code: "chua-co-lan-chay", severity: .error, at: Location(file: request.folder.books),
      Message(vi: "kỳ này chưa có lần chạy nào để đưa tin", en: "there is no run of this period to tell of"),
      hint: Message(
        vi: "chạy trước: baocao render --all --period \(request.period.code)",
        en: "first: baocao render --all --period \(request.period.code)"))
  }

  private func publish(
    _ document: Document, _ pipeline: consuming Pipeline, _ before: Outcome, _ placed: ([Finding]) -> [Finding]
  ) -> Outcome {
    var outcome = before
    do throws(FileError) {
      // Pages go to the temporary file as they come: a report of thousands of pages is never in memory whole.
      let draft = purpose == .rehearse ? nil : try Draft(of: request.path)
      let product = pipeline.product(of: document, to: draft)
      outcome.findings.append(contentsOf: placed(product.findings))
      outcome.pages = product.pages
      if let failure = draft?.failure { throw failure }
      if let failure = product.failure { return outcome.ended(failure, []) }
      guard let draft else { return outcome }
      let start = ContinuousClock.now
      try draft.publish()
      shelf.resources.clock?.add(since: start, to: .publishing)
      outcome.files = [request.path]
      return outcome
    } catch {
      return outcome.ended(error.exitCode, [error.finding()])
    }
  }
}
