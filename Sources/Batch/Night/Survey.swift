public import Findings

/// What a run would do, found out by comparing and not by making: `baocao plan`.
public struct Survey: Sendable {
  public enum Fate: String, Sendable {
    case render
    case unchanged
  }

  public struct Item: Sendable {
    public var key: ReportKey
    public var fate: Fate
  }

  public var code: ExitCode
  public var findings: FindingList
  public var items: [Item] = []
  /// All reports together, those that stay included; estimated for those no run has made yet.
  public var pages = 0.0
  public var bytes = 0.0
  /// Printed on both sides.
  public var sheets = 0.0
  /// Of one worker, for the reports to render.
  public var milliseconds = 0.0
  /// Whether some reports had to be made in memory for the estimate.
  public var isMeasured = false

  public var toRender: Int { items.count { $0.fate == .render } }

  /// Reports of one form made for the estimate; they are spread evenly over its list.
  private static let trials = 5

  /// Compares every report with the files and books of earlier runs. Writes nothing and takes no lock.
  public static func run(_ request: NightRequest, _ resources: Resources) -> Survey {
    let (plan, outcome) = NightPlan.prepare(request, resources)
    var survey = Survey(code: outcome.code, findings: outcome.findings)
    guard let plan else { return survey }
    let (jobs, unknown) = plan.jobs(request)
    guard unknown.isEmpty else {
      survey.findings.append(contentsOf: unknown)
      survey.code = .configuration
      return survey
    }
    do throws(FileError) {
      let known = try request.folder.known()
      let maker = ReportMaker(
        plan: plan, folder: request.folder, files: SystemFiles(), known: known, isForced: request.isForced,
        limits: request.limits, isTrial: true)
      survey.compare(jobs, maker)
      survey.estimate(jobs, maker)
    } catch {
      survey.findings.append(error.finding())
      survey.code = error.exitCode
    }
    return survey
  }

  private mutating func compare(_ jobs: [NightPlan.Job], _ maker: ReportMaker) {
    let bench = ReportMaker.Bench()
    items = jobs.map { job in
      let made = maker.make(job, bench)
      return Item(key: made.entry.key, fate: made.entry.status == .unchanged ? .unchanged : .render)
    }
  }

  /// What a report is known or thought to come to.
  private struct Size {
    var pages = 0.0
    var sheets = 0.0
    var bytes = 0.0
    var milliseconds = 0.0

    init(pages: Int, bytes: Int, milliseconds: Int) {
      self.pages = Double(pages)
      sheets = Double((pages + 1) / 2)
      self.bytes = Double(bytes)
      self.milliseconds = Double(milliseconds)
    }

    init(mean sizes: [Size]) {
      guard !sizes.isEmpty else { return }
      func mean(_ value: (Size) -> Double) -> Double { sizes.reduce(0) { $0 + value($1) } / Double(sizes.count) }
      (pages, sheets) = (mean(\.pages), mean(\.sheets))
      (bytes, milliseconds) = (mean(\.bytes), mean(\.milliseconds))
    }
  }

  /// By what earlier runs needed for each report; a report no run has made counts as the mean of its form.
  private mutating func estimate(_ jobs: [NightPlan.Job], _ maker: ReportMaker) {
    let sizes = jobs.map { job in
      maker.known[maker.plan.key(of: job)].flatMap { entry in
        entry.pages > 0
          ? Size(pages: entry.pages, bytes: entry.bytes, milliseconds: entry.milliseconds) : nil
      }
    }
    let means = Dictionary(grouping: jobs.indices, by: { jobs[$0].form }).mapValues { places in
      let known = places.compactMap { sizes[$0] }
      return Size(mean: known.isEmpty ? measured(places.map { jobs[$0] }, maker) : known)
    }
    for (place, job) in jobs.enumerated() {
      guard let size = sizes[place] ?? means[job.form] else { continue }
      pages += size.pages
      sheets += size.sheets
      bytes += size.bytes
      if items[place].fate == .render { milliseconds += size.milliseconds }
    }
  }

  private mutating func measured(_ jobs: [NightPlan.Job], _ maker: ReportMaker) -> [Size] {
    isMeasured = true
    let bench = ReportMaker.Bench()
    let count = min(Self.trials, jobs.count)
    return (0..<count).compactMap { place in
      let job = jobs[place * jobs.count / count]
      let start = ContinuousClock.now
      let product = bench.product(
        of: maker.plan.forms[job.form], maker.plan.desk, maker.plan.ingredients(job).facts, limits: maker.limits)
      guard product.failure == nil else { return nil }
      return Size(
        pages: product.pages, bytes: product.bytes.count, milliseconds: ReportMaker.milliseconds(since: start))
    }
  }
}
