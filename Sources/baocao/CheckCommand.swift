internal import ArgumentParser
internal import Batch
internal import Findings
internal import Vietnamese

/// `baocao check`: everything that is wrong with a workspace, in one go.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    "check", abstract: "Kiểm tra cấu hình, số liệu, mẫu và lời văn; không lập báo cáo.")

  @Argument(help: .workspace) var workspace = "."
  @Option(
    help: ArgumentHelp("Kỳ báo cáo để kiểm tra thêm những gì phụ thuộc kỳ, ví dụ 2021-Q4.", valueName: "kỳ"))
  var period: String?
  @Option(help: .home) var home: String?
  @OptionGroup var common: CommonOptions

  func validate() throws { _ = try PeriodArgument.parse(period) }

  func run() throws {
    let reporter = common.reporter()
    let period = try PeriodArgument.parse(period)
    let check = WorkspaceCheck(workspace: workspace, resources: try Resources.found(home))
    let outcome = check.run(period: period)
    reporter.report(outcome.findings, summary: true)
    let code = outcome.code == .done ? reporter.ending(outcome.findings) : outcome.code
    if code != .done { throw EndOfCommand(code: code) }
  }
}

/// `--period` as a typed value.
///
/// Commands that need it declare it optional and ask here, because the parser reports a missing option before a misspelt one, and
/// `--perod 2021-Q4` must be told as what it is.
enum PeriodArgument {
  static func required(_ text: String?) throws -> Period {
    if let period = try parse(text) { return period }
    throw ValidationError("thiếu kỳ báo cáo; thêm --period, ví dụ --period 2021-Q4")
  }

  static func parse(_ text: String?) throws -> Period? {
    guard let text else { return nil }
    if let period = PeriodInput.parse(text).value { return period }
    throw ValidationError("“\(text)” không phải là kỳ báo cáo; viết như 2021-Q4, 2021-H1, 2021-9M hoặc 2021")
  }
}
