internal import Batch
internal import Findings
internal import Vietnamese

/// `baocao check`: everything that is wrong with a workspace, in one go.
struct CheckCommand: Command {
  static let name = "check"
  static let abstract = "Kiểm tra cấu hình, số liệu, mẫu và lời văn; không lập báo cáo."

  var place = WorkspaceArgument()
  var period: String?
  var resources = ResourceOptions()
  var common = CommonOptions()

  mutating func take(_ words: inout Words) throws(UsageError) {
    try place.take(&words)
    try words.option("period", "kỳ", "Kỳ báo cáo để kiểm tra thêm những gì phụ thuộc kỳ, ví dụ 2021-Q4.", &period)
    try resources.take(&words)
    try common.take(&words)
    try words.check(validate)
  }

  func validate() throws(UsageError) { _ = try PeriodArgument.parse(period) }

  func run() throws {
    let reporter = common.reporter()
    let period = try PeriodArgument.parse(period)
    let check = WorkspaceCheck(workspace: place.workspace, resources: try resources.resources())
    let outcome = check.run(period: period)
    reporter.report(outcome.findings, summary: true)
    let code = outcome.code == .done ? reporter.ending(outcome.findings) : outcome.code
    if code != .done { throw EndOfCommand(code: code) }
  }
}

/// `--period` as a typed value.
///
/// Commands that need it and can say more than that it is missing declare it optional and ask here.
enum PeriodArgument {
  static func required(_ text: String?) throws(UsageError) -> Period {
    if let period = try parse(text) { return period }
    throw UsageError("thiếu kỳ báo cáo; thêm --period, ví dụ --period 2021-Q4")
  }

  static func parse(_ text: String?) throws(UsageError) -> Period? {
    guard let text else { return nil }
    if let period = PeriodInput.parse(text).value { return period }
    throw UsageError("“\(text)” không phải là kỳ báo cáo; viết như 2021-Q4, 2021-H1, 2021-9M hoặc 2021")
  }
}
