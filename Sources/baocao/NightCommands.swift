internal import ArgumentParser
internal import Batch
internal import Findings
internal import Vietnamese

/// Which reports of which workspace: what every command about runs asks.
struct NightPlaceOptions: ParsableArguments {
  @OptionGroup var place: WorkspaceArgument
  @Option(help: "Kỳ báo cáo, ví dụ 2021-Q4.")
  var period: String
  @Option(name: .customLong("the-thuc"), help: "Thể thức cho mọi báo cáo (mặc định: theo baocao.yaml).")
  var formatName: String?
  @Option(help: "Thư mục đặt báo cáo (mặc định: output trong hồ sơ).")
  var output: String?
  @Flag(name: .customLong("du-thao"), help: "Các bản dự thảo.")
  var isDraft = false
  @Option(name: .customLong("as-of"), help: "Ngày ghi trên văn bản khi baocao.yaml không nêu.")
  var asOf: String?

  func request() throws -> NightRequest {
    guard let period = try PeriodArgument.parse(period) else { throw EndOfCommand(code: .configuration) }
    var request = NightRequest(workspace: place.workspace, period: period)
    request.format = formatName
    request.output = output
    request.isDraft = isDraft
    request.asOf = try DateArgument.parse(asOf)
    return request
  }
}

/// `baocao plan`: what `render --all` would do.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Cho biết sẽ lập báo cáo nào, giữ nguyên báo cáo nào; không lập gì.")

  @OptionGroup var about: NightPlaceOptions
  @OptionGroup var selection: NightOptions
  @Flag(help: "Chỉ in số lượng, không in từng báo cáo.")
  var brief = false
  @OptionGroup var resources: ResourceOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    var request = try about.request()
    try selection.apply(to: &request)
    let survey = Survey.run(request, try resources.resources())
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
    lines.append(total(survey, isVietnamese))
    lines += estimate(survey, jobs: request.jobs, isVietnamese)
    Terminal.out(lines.joined(separator: "\n"))
  }

  private func total(_ survey: Survey, _ isVietnamese: Bool) -> String {
    let (all, new) = (survey.items.count, survey.toRender)
    return isVietnamese
      ? "\(all) báo cáo: sẽ lập \(new), giữ nguyên \(all - new)"
      : "\(all) reports: \(new) to render, \(all - new) unchanged"
  }

  /// From what earlier runs needed; nothing where there was none.
  private func estimate(_ survey: Survey, jobs: Int, _ isVietnamese: Bool) -> [String] {
    guard let pages = survey.meanPages, let sheets = survey.meanSheets, let bytes = survey.meanBytes,
      let time = survey.meanMilliseconds
    else {
      return []
    }
    let count = Double(survey.items.count)
    let (allPages, megabytes) = (Int(pages * count), Int(bytes * count / 1e6))
    let minutes = Int((time * Double(survey.toRender) / Double(jobs) / 60_000).rounded(.up))
    return [
      isVietnamese
        ? "ước tính theo các lần trước: \(allPages) trang, \(Int(sheets * count)) tờ in hai mặt, \(megabytes) MB, lập trong \(minutes) phút"
        : "estimated from earlier runs: \(allPages) pages, \(Int(sheets * count)) sheets in duplex, \(megabytes) MB, \(minutes) min to render"
    ]
  }
}

/// `baocao verify`: files against the books of the runs.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Đối chiếu tệp báo cáo với lần chạy đã lập chúng, và lập lại thử một số.")

  @OptionGroup var about: NightPlaceOptions
  @Option(help: "Số báo cáo lập lại để so từng byte.")
  var sample = 20
  @OptionGroup var resources: ResourceOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let request = try about.request()
    let result = Verification.run(request, try resources.resources(), sample: sample)
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
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: "Gộp sổ của các phần (--shard) thành một lần chạy.")

  @OptionGroup var about: NightPlaceOptions
  @Option(help: "Số phần.")
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
