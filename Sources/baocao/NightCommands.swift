internal import ArgumentParser
internal import Batch
internal import Findings
internal import Vietnamese

/// Which reports of which workspace: what every command about runs asks.
struct NightPlaceOptions: ParsableArguments {
  @Argument(help: .workspace) var workspace = "."
  @Option(help: ArgumentHelp("Kỳ báo cáo, ví dụ 2021-Q4.", valueName: "kỳ"))
  var period: String
  @Option(
    name: .customLong("the-thuc"),
    help: ArgumentHelp("Thể thức cho mọi báo cáo (mặc định: theo baocao.yaml).", valueName: "thể-thức"))
  var formatName: String?
  @Option(help: ArgumentHelp("Thư mục đặt báo cáo (mặc định: output trong hồ sơ).", valueName: "thư-mục"))
  var output: String?
  @Flag(name: .customLong("du-thao"), help: "Các bản dự thảo.")
  var isDraft = false
  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp("Ngày ghi trên văn bản khi baocao.yaml không nêu.", valueName: "ngày"))
  var asOf: String?

  func request() throws -> NightRequest {
    guard let period = try PeriodArgument.parse(period) else { throw EndOfCommand(code: .configuration) }
    var request = NightRequest(workspace: workspace, period: period)
    request.format = formatName
    request.output = output
    request.isDraft = isDraft
    request.asOf = try DateArgument.parse(asOf)
    return request
  }
}

/// `baocao plan`: what `render --all` would do.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    "plan", abstract: "Cho biết sẽ lập báo cáo nào, giữ nguyên báo cáo nào; không lập gì.")

  @OptionGroup var about: NightPlaceOptions
  @OptionGroup var selection: NightOptions
  @Flag(help: "Chỉ in số lượng, không in từng báo cáo.")
  var brief = false
  @Option(help: .home) var home: String?
  @OptionGroup var common: CommonOptions

  func run() throws {
    if let folder = selection.workspaces {
      return try TourCommand(folder: folder, common: common).plan(try Resources.found(home)) { name in
        var request = try about.request()
        request.workspace = Paths.join(folder, name)
        request.output = about.output.map { Paths.join($0, name) }
        try selection.apply(to: &request)
        return request
      }
    }
    var request = try about.request()
    try selection.apply(to: &request)
    let survey = Survey.run(request, try Resources.found(home))
    common.reporter().reportErrors(
      survey.findings, seeAll: "baocao check \(request.workspace) --period \(request.period.code)")
    guard survey.code == .done else { throw EndOfCommand(code: survey.code) }
    let isVietnamese = common.language == .vietnamese
    var lines: [String] = []
    if !brief {
      lines = survey.items.map { item in
        let word = item.fate == .render ? (isVietnamese ? "lập" : "render") : isVietnamese ? "giữ" : "keep"
        return "\(word)\t\(item.key.text)"
      }
    }
    lines.append(PlanTotal(survey, jobs: request.jobs).text(isVietnamese))
    if survey.isMeasured {
      lines.append(
        isVietnamese
          ? "(trang, dung lượng, thời gian ước tính từ một số báo cáo lập thử trong bộ nhớ)"
          : "(pages, size and time estimated from some reports made in memory)")
    }
    Terminal.out(lines.joined(separator: "\n"))
  }
}

/// What a plan comes to.
struct PlanTotal {
  private var reports = 0
  private var toRender = 0
  private var pages = 0.0
  private var sheets = 0.0
  private var bytes = 0.0
  private var seconds = 0.0

  init() {}

  init(_ survey: Survey, jobs: Int) {
    reports = survey.items.count
    toRender = survey.toRender
    pages = survey.pages
    sheets = survey.sheets
    bytes = survey.bytes
    seconds = survey.milliseconds / 1000 / Double(max(1, jobs))
  }

  mutating func add(_ other: PlanTotal) {
    reports += other.reports
    toRender += other.toRender
    pages += other.pages
    sheets += other.sheets
    bytes += other.bytes
    seconds += other.seconds
  }

  func text(_ isVietnamese: Bool) -> String {
    let megabytes = Int((bytes / 1e6).rounded(.up))
    let minutes = seconds < 60 ? "\(isVietnamese ? "dưới" : "under") 1" : String(Int((seconds / 60).rounded(.up)))
    func rounded(_ value: Double) -> String { NumberFormat.string(Int(value.rounded())) }
    return isVietnamese
      ? "\(NumberFormat.string(reports)) báo cáo (sẽ lập \(NumberFormat.string(toRender)), giữ nguyên \(NumberFormat.string(reports - toRender))), \(rounded(pages)) trang, \(rounded(sheets)) tờ in hai mặt, \(NumberFormat.string(megabytes)) MB; lập trong \(toRender == 0 ? "0" : minutes) phút"
      : "\(reports) reports (\(toRender) to render, \(reports - toRender) unchanged), \(Int(pages.rounded())) pages, \(Int(sheets.rounded())) sheets in duplex, \(megabytes) MB; \(toRender == 0 ? "0" : minutes) min to render"
  }
}

/// `baocao verify`: files against the books of the runs.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    "verify", abstract: "Đối chiếu tệp báo cáo với lần chạy đã lập chúng, và lập lại thử một số.")

  @OptionGroup var about: NightPlaceOptions
  @Option(help: ArgumentHelp("Số báo cáo lập lại để so từng byte.", valueName: "số"))
  var sample = 20
  @Option(help: .home) var home: String?
  @OptionGroup var common: CommonOptions

  func run() throws {
    let request = try about.request()
    let result = Verification.run(request, try Resources.found(home), sample: sample)
    common.reporter().reportErrors(
      result.findings, seeAll: "baocao check \(request.workspace) --period \(request.period.code)")
    Terminal.out(
      common.language == .vietnamese
        ? "đối chiếu \(result.checked) tệp, lập lại \(result.repeated) báo cáo, \(result.changed) báo cáo đã đổi số liệu hoặc mẫu"
        : "\(result.checked) files compared, \(result.repeated) reports made again, \(result.changed) with changed inputs"
    )
    if result.code != .done { throw EndOfCommand(code: result.code) }
  }
}

/// `baocao merge`: the shards of a night as one run.
struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    "merge", abstract: "Gộp sổ của các phần (--shard) thành một lần chạy.")

  @OptionGroup var about: NightPlaceOptions
  @Option(help: ArgumentHelp("Số phần.", valueName: "số"))
  var shards: Int
  @OptionGroup var common: CommonOptions

  mutating func validate() throws {
    guard (1...100_000).contains(shards) else { throw ValidationError("--shards phải từ 1 đến 100000") }
  }

  func run() throws {
    let outcome = Merge.run(try about.request(), shards: shards)
    common.reporter().report(outcome.findings, summary: false)
    NightReporter(.none, common.language, shard: nil).finish(outcome)
    if outcome.code != .done { throw EndOfCommand(code: outcome.code) }
  }
}
