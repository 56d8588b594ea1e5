internal import Batch
internal import Findings
internal import Vietnamese

/// `--workspaces DIR`: the night run, or its plan, of every workspace in a folder, one after the other.
struct TourCommand {
  let folder: String
  let common: CommonOptions

  private var isVietnamese: Bool { common.language == .vietnamese }

  /// The names, or the end of the command with a finding.
  private func names() throws -> [String] {
    do throws(FileError) {
      let names = try NightTour.workspaces(in: folder)
      if !names.isEmpty { return names }
      common.reporter().report([nothing])
    } catch {
      common.reporter().report([error.finding()])
    }
    throw EndOfCommand(code: .configuration)
  }

  private var nothing: Finding {
    Finding(
      code: "khong-co-ho-so", severity: .error, at: Location(file: folder),
      Message(vi: "không có hồ sơ nào trong thư mục này", en: "there is no workspace in this folder"),
      hint: Message(
        vi: "mỗi hồ sơ là một thư mục con có tệp baocao.yaml", en: "a workspace is a folder below with a baocao.yaml"))
  }

  // MARK: Render

  /// - Parameter request: makes the request of one workspace.
  func render(
    _ period: Period, _ resources: Resources, output: String?, shard: Shard?, log: LogStyle,
    request: (String) throws -> NightRequest
  ) throws {
    let names = try names()
    let stop = StopFlag()
    Signals.watch(stop)
    var tour = NightTour(folder: folder, period: period)
    for name in names where stop.reason == nil {
      let teller = NightReporter(log, common.language, shard: shard, workspace: name)
      let outcome = run(try request(name), resources, stop, teller)
      tour.add(NightTour.Stage(name: name, outcome: outcome))
      Terminal.out(line(name, outcome))
    }
    if stop.reason == nil || !tour.stages.isEmpty { try publish(tour, output, shard) }
    Terminal.out(total(tour, of: names.count))
    let code = stop.reason ?? tour.code
    if code != .done { throw EndOfCommand(code: code) }
  }

  private func run(_ request: NightRequest, _ resources: Resources, _ stop: StopFlag, _ teller: NightReporter)
    -> NightOutcome
  {
    var outcome = NightRun(request, resources, stop: StopFlag(within: stop)).run(teller.hear)
    let reporter = common.reporter()
    reporter.reportErrors(
      outcome.findings, seeAll: "baocao check \(request.workspace) --period \(request.period.code)")
    teller.close(outcome)
    if outcome.code == .done { outcome.code = reporter.denial(outcome.findings) }
    return outcome
  }

  private func publish(_ tour: NightTour, _ output: String?, _ shard: Shard?) throws {
    do throws(FileError) {
      Terminal.out(try tour.publish(to: output, shard: shard))
    } catch {
      common.reporter().report([error.finding()])
      throw EndOfCommand(code: error.exitCode)
    }
  }

  private func line(_ name: String, _ outcome: NightOutcome) -> String {
    let summary = outcome.summary
    return isVietnamese
      ? "\(name): mã \(outcome.code.rawValue), \(outcome.planned) báo cáo, lập \(summary.done), giữ nguyên \(summary.unchanged), hỏng \(summary.failed)"
      : "\(name): exit \(outcome.code.rawValue), \(outcome.planned) reports, \(summary.done) made, \(summary.unchanged) unchanged, \(summary.failed) failed"
  }

  private func total(_ tour: NightTour, of count: Int) -> String {
    let good = tour.stages.count { $0.code == .done }
    let reports = tour.stages.reduce(0) { $0 + $1.planned }
    let failed = tour.stages.reduce(0) { $0 + $1.summary.failed }
    let left = count - tour.stages.count
    let rest = left == 0 ? "" : isVietnamese ? ", chưa làm \(left)" : ", \(left) not begun"
    return isVietnamese
      ? "\(count) hồ sơ: xong \(good), có vấn đề \(tour.stages.count - good)\(rest); \(reports) báo cáo, hỏng \(failed)"
      : "\(count) workspaces: \(good) done, \(tour.stages.count - good) with problems\(rest); \(reports) reports, \(failed) failed"
  }

  // MARK: Plan

  /// One line for each workspace and one for all.
  func plan(_ resources: Resources, request: (String) throws -> NightRequest) throws {
    var all = PlanTotal()
    var codes: Set<Batch.ExitCode> = []
    for name in try names() {
      let request = try request(name)
      let survey = Survey.run(request, resources)
      codes.insert(survey.code)
      guard survey.code == .done else {
        common.reporter().reportErrors(
          survey.findings, seeAll: "baocao check \(request.workspace) --period \(request.period.code)")
        Terminal.out(
          isVietnamese ? "\(name): không lập được, mã \(survey.code.rawValue)" : "\(name): exit \(survey.code.rawValue)"
        )
        continue
      }
      let total = PlanTotal(survey, jobs: request.jobs)
      all.add(total)
      Terminal.out("\(name): " + total.text(isVietnamese))
    }
    Terminal.out((isVietnamese ? "tất cả: " : "in all: ") + all.text(isVietnamese))
    if let code = NightTour.order.first(where: codes.contains), code != .done { throw EndOfCommand(code: code) }
  }
}
