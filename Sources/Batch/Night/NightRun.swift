internal import Findings
internal import Statistics
internal import Vietnamese

/// Many reports of one workspace and period: prepared once, made by several workers, published by one writer.
public struct NightRun {
  private let request: NightRequest
  private let resources: Resources
  private let files: any FileLayer
  private let stop: StopFlag

  public init(_ request: NightRequest, _ resources: Resources, stop: StopFlag = StopFlag()) {
    self.init(request, resources, stop: stop, files: SystemFiles())
  }

  init(_ request: NightRequest, _ resources: Resources, stop: StopFlag, files: any FileLayer) {
    self.request = request
    self.resources = resources
    self.stop = stop
    self.files = files
  }

  /// Makes what has to be made. `tell` hears of every report as it is published.
  public func run(_ tell: (NightEvent) -> Void = { _ in }) -> NightOutcome {
    let (plan, prepared) = NightPlan.prepare(request, resources)
    var outcome = prepared
    guard let plan else { return outcome }
    let (jobs, unknown) = plan.jobs(request)
    outcome.planned = jobs.count
    guard unknown.isEmpty else { return outcome.ended(.configuration, unknown) }
    do throws(FileError) {
      guard let lock = try FolderLock.take(request.folder.books, request.shard) else {
        return outcome.ended(.locked, [locked])
      }
      try make(plan, jobs, &outcome, tell)
      _ = consume lock
    } catch {
      return outcome.ended(error.exitCode, [error.finding()])
    }
    return outcome
  }

  private func make(
    _ plan: NightPlan, _ jobs: [NightPlan.Job], _ outcome: inout NightOutcome, _ tell: (NightEvent) -> Void
  ) throws(FileError) {
    let folder = request.folder
    let known = try folder.known()
    let number = try folder.nextNumber()
    let path = folder.manifestPath(number, request.shard)
    let header = Manifest.Header(
      run: number, tool: Version.text, period: plan.desk.period.code, shard: request.shard?.text ?? "",
      forms: plan.formsDigest, isWhole: request.isWhole, planned: jobs.count)
    if known.isCutShort { try sweep(plan, jobs, folder) }
    try files.append(Array(header.line.text.utf8), to: path)
    tell(.started(run: number, planned: jobs.count, path: path))
    outcome.manifest = path

    let maker = ReportMaker(
      plan: plan, folder: folder, files: files, known: known, isForced: request.isForced, limits: request.limits)
    var press = Press(
      files, folder, path, figures: folder.figuresName(number, request.shard), maker, planned: jobs.count)
    let failure = work(maker, jobs, &press, tell)
    outcome.summary = press.summary
    if let failure { throw failure }
    try close(plan, known, &press, &outcome, tell)
  }

  /// Removes what a run that was killed left half written.
  private func sweep(_ plan: NightPlan, _ jobs: [NightPlan.Job], _ folder: RunFolder) throws(FileError) {
    for job in jobs { try files.remove(folder.temporaryPath(of: plan.key(of: job))) }
  }

  /// The one writer: gathers what the workers made, publishes in groups, watches the time.
  private func work(
    _ maker: ReportMaker, _ jobs: [NightPlan.Job], _ press: inout Press, _ tell: (NightEvent) -> Void
  ) -> FileError? {
    let pool = WorkerPool(maker, jobs, stop)
    var watch = Watch(pool, wanted: max(1, min(request.jobs, jobs.count)))
    while watch.isWorking {
      for message in pool.mailbox.take(milliseconds: Press.patience) {
        switch message {
        case .ended: watch.workers -= 1
        case .made(_, let made): press.take(made)
        }
      }
      for job in watch.overdue(after: .seconds(request.secondsPerReport)) {
        press.take(maker.failed(Manifest.Entry(maker.plan.key(of: jobs[job]), .failed), overdue, [overdue]))
      }
      if let failure = press.publishIfDue(tell) ?? press.failure {
        stop.stop(failure.exitCode)
        press.discard()
        return failure
      }
      if let limit = request.maxFailures, limit.isExceeded(failed: press.summary.failed, planned: jobs.count) {
        stop.stop(.dataFailed)
      }
      if stop.reason != nil, watch.isOutOfPatience { break }
    }
    return press.publish(tell)
  }

  private func close(
    _ plan: NightPlan, _ known: KnownReports, _ press: inout Press, _ outcome: inout NightOutcome,
    _ tell: (NightEvent) -> Void
  ) throws(FileError) {
    try stale(plan, known, &press, tell)
    let failed = press.summary.failed
    outcome.code = stop.reason ?? (failed > 0 ? .dataFailed : .done)
    press.summary.exitCode = Int(outcome.code.rawValue)
    outcome.summary = press.summary
    if stop.reason == nil || stop.reason == .dataFailed {
      let path = request.folder.failedPath(request.shard)
      if failed > 0 {
        try files.replace(Array(press.failed.text.utf8), at: path)
        outcome.failedList = path
      } else if request.isWhole {
        try files.remove(path)
      }
    }
    bulletins(plan, &outcome)
    // Last of all: a summary says that everything before it was done.
    if stop.reason == nil { try press.close() }
  }

  /// The nightly pages of a run of everything; a page that cannot be made fails the night, not its reports.
  private func bulletins(_ plan: NightPlan, _ outcome: inout NightOutcome) {
    guard request.isWhole, request.shard == nil, stop.reason == nil || stop.reason == .dataFailed,
      let path = outcome.manifest, let run = Int(Paths.name(of: path).prefix { $0.isNumber })
    else { return }
    for form in plan.bulletins {
      guard let night = NightSummary(run: run, in: request.folder) else { continue }
      let problems = NightPage(form: form, desk: plan.desk, folder: request.folder).make(night)
      outcome.findings.append(contentsOf: problems)
      if outcome.code == .done, problems.contains(where: { $0.severity == .error }) { outcome.code = .dataFailed }
    }
  }

  /// Files of earlier runs that no report stands for any more: listed, and removed when asked for and unchanged since.
  private func stale(
    _ plan: NightPlan, _ known: KnownReports, _ press: inout Press, _ tell: (NightEvent) -> Void
  ) throws(FileError) {
    guard request.isWhole, stop.reason == nil else { return }
    for entry in known.entries(besides: plan.all.lazy.map(plan.key)) where request.shard?.owns(entry.key) ?? true {
      var entry = entry
      let key = entry.key
      guard !entry.output.isEmpty, let bytes = try? FileReader.read(request.folder.path(of: key)) else { continue }
      let removes = request.prunes && Digest.sha256(bytes) == entry.output
      if removes { try files.remove(request.folder.path(of: key)) }
      tell(.stale(key, removed: removes))
      if removes { continue }
      entry.status = .stale
      try press.note(entry)
    }
  }

  private var locked: Finding {
    Finding(
      code: "dang-co-lan-chay-khac", severity: .error, at: Location(file: request.folder.reports),
      Message(vi: "một lần chạy khác đang ghi vào thư mục này", en: "another run is writing into this folder"),
      hint: Message(vi: "đợi lần chạy kia xong, hoặc chọn --output khác", en: "wait for it, or choose another --output")
    )
  }

  private var overdue: Finding {
    Finding(
      code: "qua-thoi-gian", severity: .error, at: Location(file: request.workspace),
      Message(
        vi: "báo cáo lập quá \(request.secondsPerReport) giây",
        en: "the report took more than \(request.secondsPerReport) seconds"),
      hint: Message(vi: "xem lại mẫu có vòng lặp quá lớn không", en: "look for very large loops in the template"))
  }
}

extension NightOutcome {
  func ended(_ code: ExitCode, _ more: [Finding]) -> NightOutcome {
    var outcome = self
    outcome.code = code
    outcome.findings.append(contentsOf: more)
    return outcome
  }
}

/// How many workers are at it, and for how long.
struct Watch {
  var workers = 0
  private let pool: WorkerPool
  private var replacements = 0
  private var stoppedAt: ContinuousClock.Instant?

  /// A stopped run has two seconds; one and a half are for the workers.
  private static let patience: Duration = .milliseconds(1500)
  private static let mostReplacements = 16

  init(_ pool: WorkerPool, wanted: Int) {
    self.pool = pool
    for _ in 0..<wanted where pool.startWorker() { workers += 1 }
  }

  var isWorking: Bool { workers > 0 }

  var isOutOfPatience: Bool {
    mutating get {
      let start = stoppedAt ?? .now
      stoppedAt = start
      return .now - start > Self.patience
    }
  }

  /// Reports given up; each worker lost with one is replaced, up to a number.
  mutating func overdue(after limit: Duration) -> [Int] {
    let jobs = pool.giveUp(after: limit)
    for _ in jobs {
      workers -= 1
      guard replacements < Self.mostReplacements, pool.startWorker() else { continue }
      replacements += 1
      workers += 1
    }
    return jobs
  }
}
