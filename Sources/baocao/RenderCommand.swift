internal import ArgumentParser
internal import Batch
internal import Findings
internal import Vietnamese

/// `baocao render`: a report of a workspace as PDF.
struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    "render", abstract: "Lập báo cáo của một kỳ và in ra PDF.")

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
  @OptionGroup var night: NightRunOptions
  @Option(help: .home) var home: String?
  @OptionGroup var common: CommonOptions

  func validate() throws {
    _ = try PeriodArgument.parse(period)
    _ = try DateArgument.parse(asOf)
  }

  func run() throws {
    let period = try PeriodArgument.required(period)
    let clock = showsTimes ? StageClock() : nil
    defer { if let clock { Terminal.err(clock.report) } }
    if night.isAsked { return try runNight(period, clock) }
    let request = RenderRequest(
      workspace: workspace, period: period, report: report, about: scope.asked, format: formatName,
      output: output, isDraft: isDraft, asOf: try DateArgument.parse(asOf))
    let outcome = ReportRun(request, try Resources.found(home, clock)).run()
    let reporter = common.reporter()
    reporter.reportErrors(outcome.findings, seeAll: "baocao check \(workspace) --period \(period.code)")
    for file in outcome.files { Terminal.out(file) }
    let code = outcome.code == .done ? reporter.denial(outcome.findings) : outcome.code
    if code != .done { throw EndOfCommand(code: code) }
  }

  /// Many reports: `--all`, `--only`, `--only-failed`.
  private func runNight(_ period: Period, _ clock: StageClock?) throws {
    if let folder = night.selection.workspaces {
      return try TourCommand(folder: folder, common: common).render(
        period, try Resources.found(home, clock), output: output, shard: night.selection.wantedShard,
        log: LogStyle(rawValue: night.log) ?? .auto
      ) { name in
        try nightRequest(Paths.join(folder, name), period, output.map { Paths.join($0, name) })
      }
    }
    let request = try nightRequest(workspace, period, output)
    let stop = StopFlag()
    Signals.watch(stop)
    let teller = NightReporter(LogStyle(rawValue: night.log) ?? .auto, common.language, shard: request.shard)
    let outcome = NightRun(request, try Resources.found(home, clock), stop: stop).run(teller.hear)
    let reporter = common.reporter()
    reporter.reportErrors(outcome.findings, seeAll: "baocao check \(workspace) --period \(period.code)")
    teller.finish(outcome)
    let code = outcome.code == .done ? reporter.denial(outcome.findings) : outcome.code
    if code != .done { throw EndOfCommand(code: code) }
  }

  private func nightRequest(_ workspace: String, _ period: Period, _ output: String?) throws -> NightRequest {
    var request = NightRequest(workspace: workspace, period: period)
    request.format = formatName
    request.output = output
    request.isDraft = isDraft
    request.asOf = try DateArgument.parse(asOf)
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
