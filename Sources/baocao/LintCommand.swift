internal import ArgumentParser
internal import Batch
internal import Findings
internal import Lint
internal import Vietnamese

/// `baocao lint`: a report laid out and judged by the clauses of the official text it follows.
struct LintCommand: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    "lint", abstract: "Kiểm tra thể thức của một báo cáo đã dàn trang; không ghi tệp.",
    discussion: """
      Ví dụ:
        baocao lint bao-cao-quy examples/hung-yen --period 2021-Q4
        baocao lint bao-cao-quy examples/hung-yen --period 2021-Q4 --the-thuc state-nd30 --giai-thich
      """)

  @Argument(help: ArgumentHelp("Tên mẫu báo cáo trong templates.", valueName: "báo-cáo"))
  var report: String
  @Argument(help: .workspace) var workspace = "."
  @Option(help: ArgumentHelp("Kỳ báo cáo, ví dụ 2021-Q4. Cần có.", valueName: "kỳ"))
  var period: String?
  @OptionGroup var scope: ScopeOptions
  @Option(
    name: .customLong("the-thuc"),
    help: ArgumentHelp("Thể thức (mặc định: theo baocao.yaml).", valueName: "thể-thức"))
  var formatName: String?
  @Flag(name: .customLong("du-thao"), help: "Kiểm tra bản dự thảo.")
  var isDraft = false
  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp("Ngày ghi trên văn bản khi baocao.yaml không nêu, ví dụ 2022-01-05.", valueName: "ngày"))
  var asOf: String?
  @Flag(name: .customLong("giai-thich"), help: "In mọi điều khoản đã kiểm tra, căn cứ và kết quả.")
  var explains = false
  @Option(help: .home) var home: String?
  @OptionGroup var common: CommonOptions

  func validate() throws {
    _ = try PeriodArgument.parse(period)
    _ = try DateArgument.parse(asOf)
    if report.hasSuffix(".pdf") {
      throw ValidationError(
        "lệnh lint dàn trang báo cáo của hồ sơ rồi kiểm tra, không đọc tệp PDF; ghi tên mẫu, ví dụ bao-cao-quy")
    }
    if report.contains("/") {
      throw ValidationError("“\(report)” không phải là tên báo cáo; viết: baocao lint bao-cao-quy \(report) --period …")
    }
  }

  func run() throws {
    let request = RenderRequest(
      workspace: workspace, period: try PeriodArgument.required(period), report: report,
      about: scope.asked, format: formatName, isDraft: isDraft, asOf: try DateArgument.parse(asOf))
    let (outcome, inspection) = ReportRun(request, try Resources.found(home)).lint()
    let reporter = common.reporter()
    guard let inspection else {
      reporter.reportErrors(outcome.findings, seeAll: "baocao check \(workspace) --period \(request.period.code)")
      throw EndOfCommand(code: outcome.code)
    }
    var findings = FindingList()
    findings.append(contentsOf: inspection.findings)
    reporter.report(findings, summary: true)
    if reporter.style == .text { Terminal.out(lines(inspection).joined(separator: "\n")) }
    let code = reporter.ending(findings)
    if code != .done { throw EndOfCommand(code: code) }
  }

  /// One line, or with `--giai-thich` one for each clause.
  private func lines(_ inspection: Inspection) -> [String] {
    let broken = Dictionary(grouping: inspection.findings, by: \.code).mapValues(\.count)
    let title = inspection.guideline.title.text(common.language)
    let kept = inspection.checked.count { broken[$0.code] == nil }
    let total =
      common.language == .vietnamese
      ? "\(report), \(title): \(kept)/\(inspection.checked.count) điều khoản đúng."
      : "\(report), \(title): \(kept) of \(inspection.checked.count) clauses kept."
    guard explains else { return [total] }
    let isVietnamese = common.language == .vietnamese
    let lines = inspection.checked.map { entry in
      let count = broken[entry.code] ?? 0
      let mark = isVietnamese ? (count == 0 ? "đúng" : "sai \(count)") : (count == 0 ? "kept" : "broken \(count)")
      return line(entry, inspection.guideline, mark)
    }
    let absent = inspection.absent.map { line($0, inspection.guideline, isVietnamese ? "không có" : "absent") }
    return lines + absent + [total]
  }

  private func line(_ entry: ClauseEntry, _ guideline: Guideline, _ mark: String) -> String {
    let citation = entry.citation(guideline)?.text(common.language) ?? ""
    let asks = entry.terms[guideline]?.asks.text(common.language) ?? ""
    return "[\(mark)] \(entry.code): \(entry.name.text(common.language)): \(asks) (\(citation))"
  }
}
