internal import Facts
internal import Findings

/// What one worker does with one report: figures, comparison with what is there, document, pages, bytes, temporary file.
struct ReportMaker: Sendable {
  let plan: NightPlan
  let folder: RunFolder
  let files: any FileLayer
  /// What earlier runs know.
  let known: KnownReports
  let isForced: Bool
  var limits = ReportLimits.none
  /// Only compares; makes nothing.
  var isTrial = false

  /// A report settled by a worker and still to be published by the one writer.
  struct Made: Sendable {
    var entry: Manifest.Entry
    var findings: [Finding] = []
    /// Bytes wait under the temporary name.
    var isWaiting = false
    /// Figures to be stored with it.
    var figures: StoredFigures?
    /// Why the run itself cannot go on.
    var failure: FileError?
  }

  /// The pipelines of one worker, one per format: prepared faces and caches belong to a thread.
  final class Bench {
    private var boxes: [String: Box] = [:]

    private final class Box {
      var pipeline: Pipeline
      init(_ stationery: Stationery, _ limits: PrintLimits, _ clock: StageClock?) {
        pipeline = Pipeline(stationery, limits, clock)
      }
    }

    func product(
      of form: Desk.Form, _ desk: Desk, _ facts: Record, limits: ReportLimits = .none
    ) -> Pipeline.Product {
      let (document, findings) = desk.document(form, facts, limits: limits.render)
      if findings.contains(where: { $0.severity == .error }) {
        return Pipeline.Product(bytes: [], pages: 0, findings: findings, failure: .dataFailed)
      }
      let box = boxes[form.formatName] ?? Box(form.stationery, desk.workspace.settings.limits, desk.clock)
      boxes[form.formatName] = box
      var product = box.pipeline.product(of: document, limits: limits)
      product.findings = findings + product.findings
      return product
    }
  }

  func make(_ job: NightPlan.Job, _ bench: Bench, mayWrite: () -> Bool = { true }) -> Made {
    let start = ContinuousClock.now
    let form = plan.forms[job.form]
    let ingredients = plan.ingredients(job)
    var entry = Manifest.Entry(plan.key(of: job), .done, input: ingredients.input, facts: ingredients.factsDigest)
    // Figures of rows that could not be read again are no figures.
    if let failure = plan.desk.workspace.failure { return refused(entry, failure) }
    if let known = unchanged(entry) { return Made(entry: known) }
    if isTrial { return Made(entry: entry) }
    let product = bench.product(of: form, plan.desk, ingredients.facts, limits: limits)
    entry.findings = product.findings.count
    entry.milliseconds = Self.milliseconds(since: start)
    if product.failure != nil {
      let findings = plan.places.placed(product.findings, plan.scope(of: job), otherwise: plan.templatePath(job))
      return failed(entry, findings.first { $0.severity == .error }, findings)
    }
    let publishing = ContinuousClock.now
    defer { plan.desk.clock?.add(since: publishing, to: .publishing) }
    entry.pages = product.pages
    entry.bytes = product.bytes.count
    entry.output = Digest.sha256(product.bytes)
    guard mayWrite() else { return Made(entry: entry) }
    var made = write(product, entry)
    if made.isWaiting { keep(ingredients.figures, &made) }
    return made
  }

  /// Figures an earlier run has stored need not be stored again.
  private func keep(_ figures: StoredFigures, _ made: inout Made) {
    if let known = known[made.entry.key], known.facts == made.entry.facts, !known.figures.isEmpty {
      made.entry.figures = known.figures
    } else {
      made.figures = figures
    }
  }

  /// The line of an earlier run when it still holds: same inputs, and the file is what that run published.
  private func unchanged(_ entry: Manifest.Entry) -> Manifest.Entry? {
    guard !isForced, var known = known[entry.key], known.status == .done || known.status == .unchanged,
      known.input == entry.input, let bytes = try? FileReader.read(folder.path(of: entry.key)),
      bytes.count == known.bytes, Digest.sha256(bytes) == known.output
    else { return nil }
    known.status = .unchanged
    return known
  }

  private func write(_ product: Pipeline.Product, _ entry: Manifest.Entry) -> Made {
    let temporary = folder.temporaryPath(of: entry.key)
    do throws(FileError) {
      try files.makeFolders(Paths.parent(of: temporary))
      try files.write(product.bytes, to: temporary)
      return Made(entry: entry, findings: product.findings, isWaiting: true)
    } catch {
      try? files.remove(temporary)
      return refused(entry, error, product.findings)
    }
  }

  /// A disk that is full stops the night; a folder in the way of one report does not.
  func refused(_ entry: Manifest.Entry, _ error: FileError, _ findings: [Finding] = []) -> Made {
    let finding = error.finding()
    var made = failed(entry, finding, findings + [finding])
    if error.exitCode == .transient { made.failure = error }
    return made
  }

  /// The file of an earlier run stays in place, and the books go on knowing it.
  func failed(_ entry: Manifest.Entry, _ problem: Finding?, _ findings: [Finding]) -> Made {
    let known = known[entry.key]
    var entry = entry
    entry.status = .failed
    entry.output = known?.output ?? ""
    entry.bytes = known?.bytes ?? 0
    entry.pages = known?.pages ?? 0
    entry.problem = problem?.code ?? "khong-ro"
    entry.place = problem.map { $0.location.description } ?? ""
    entry.message = problem?.message.vietnamese ?? ""
    return Made(entry: entry, findings: findings)
  }

  static func milliseconds(since start: ContinuousClock.Instant) -> Int {
    let (seconds, attoseconds) = (ContinuousClock.now - start).components
    return Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000)
  }
}
