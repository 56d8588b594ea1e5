internal import ArgumentParser
internal import Batch
internal import Findings
internal import Vietnamese

/// What `baocao render` asks about a report. Parsed by itself it is the command that makes one, without the options of many: what the parser asks
/// of those, and of a group around these, costs a start more than a millisecond.
struct OneReportCommand: ParsableCommand {
  static let configuration = RenderCommand.configuration

  @Argument(help: .workspace) var workspace = "."
  @Option(
    help: ArgumentHelp("Kỳ báo cáo: 2021-Q4, 2021-H1, 2021-9M, 2021; hoặc “quý IV/2021”. Cần có.", valueName: "kỳ"))
  var period: String?
  @Option(help: ArgumentHelp("Tên mẫu báo cáo trong templates.", valueName: "mẫu"))
  var report = "bao-cao-quy"
  @OptionGroup var scope: ScopeOptions
  @Option(
    name: .customLong("the-thuc"),
    help: ArgumentHelp(
      "Thể thức: party-hd05, party-hd36, state-nd30 (mặc định: theo baocao.yaml).", valueName: "thể-thức"))
  var formatName: String?
  @Option(help: ArgumentHelp("Thư mục đặt báo cáo (mặc định: output trong hồ sơ).", valueName: "thư-mục"))
  var output: String?
  @Flag(name: .customLong("du-thao"), help: "Lập bản dự thảo: in chữ DỰ THẢO, vẫn lập khi số liệu còn lỗi.")
  var isDraft = false
  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp("Ngày ghi trên văn bản khi baocao.yaml không nêu, ví dụ 2022-01-05.", valueName: "ngày"))
  var asOf: String?
  @Flag(name: .customLong("do-thoi-gian"), help: .hidden)
  var showsTimes = false
  @Option(help: .home) var home: String?
  @OptionGroup var common: CommonOptions

  func validate() throws {
    _ = try PeriodArgument.parse(period)
    _ = try DateArgument.parse(asOf)
  }

  func clock() -> StageClock? { showsTimes ? StageClock() : nil }

  /// Makes the one report.
  func run() throws {
    let period = try PeriodArgument.required(period)
    let clock = clock()
    defer { if let clock { Terminal.err(clock.report) } }
    let request = RenderRequest(
      workspace: workspace, period: period, report: report, about: scope.asked, format: formatName, output: output,
      isDraft: isDraft, asOf: try DateArgument.parse(asOf))
    let outcome = ReportRun(request, try Resources.found(home, clock)).run()
    try finish(outcome.code, outcome.findings, period) {
      for file in outcome.files { Terminal.out(file) }
    }
  }

  /// Prints what was found, and throws when the run did not end well.
  func finish(_ code: Batch.ExitCode, _ findings: FindingList, _ period: Period, then tell: () -> Void) throws {
    let reporter = common.reporter()
    reporter.reportErrors(findings, seeAll: "baocao check \(workspace) --period \(period.code)")
    tell()
    let code = code == .done ? reporter.denial(findings) : code
    if code != .done { throw EndOfCommand(code: code) }
  }
}

/// `baocao render`: a report of a workspace as PDF, or many.
struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    "render", abstract: "Lập báo cáo của một kỳ và in ra PDF.")

  @OptionGroup var paper: OneReportCommand
  @OptionGroup var night: NightRunOptions

  func run() throws {
    if !night.isAsked { return try paper.run() }
    let clock = paper.clock()
    defer { if let clock { Terminal.err(clock.report) } }
    try runNight(PeriodArgument.required(paper.period), clock)
  }

  /// Many reports: `--all`, `--only`, `--only-failed`.
  private func runNight(_ period: Period, _ clock: StageClock?) throws {
    if let folder = night.selection.workspaces {
      return try TourCommand(folder: folder, common: paper.common).render(
        period, try Resources.found(paper.home, clock), output: paper.output, shard: night.selection.wantedShard,
        log: LogStyle(rawValue: night.log) ?? .auto
      ) { name in
        try nightRequest(Paths.join(folder, name), period, paper.output.map { Paths.join($0, name) })
      }
    }
    let request = try nightRequest(paper.workspace, period, paper.output)
    let stop = StopFlag()
    Signals.watch(stop)
    let teller = NightReporter(LogStyle(rawValue: night.log) ?? .auto, paper.common.language, shard: request.shard)
    let outcome = NightRun(request, try Resources.found(paper.home, clock), stop: stop).run(teller.hear)
    try paper.finish(outcome.code, outcome.findings, period) { teller.finish(outcome) }
  }

  private func nightRequest(_ workspace: String, _ period: Period, _ output: String?) throws -> NightRequest {
    var request = NightRequest(workspace: workspace, period: period)
    request.format = paper.formatName
    request.output = output
    request.isDraft = paper.isDraft
    request.asOf = try DateArgument.parse(paper.asOf)
    try night.apply(to: &request)
    return request
  }
}

/// `--as-of` as a typed value.
enum DateArgument {
  static func parse(_ text: String?) throws -> CivilDate? {
    guard let text else { return nil }
    if let date = DateInput.parse(text).value { return date }
    throw ValidationError("“\(text)” không phải là ngày; viết như 2022-01-05")
  }
}
