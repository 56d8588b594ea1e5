internal import Batch

/// `baocao info`: which template, format and font is in force.
struct InfoCommand: Command {
  static let name = "info"
  static let abstract = "Cho biết mẫu, thể thức, phông chữ nào đang được dùng và lấy từ đâu."

  var place = WorkspaceArgument()
  var resources = ResourceOptions()
  var common = CommonOptions()

  mutating func take(_ words: inout Words) throws(UsageError) {
    try place.take(&words)
    try resources.take(&words)
    try common.take(&words)
  }

  func run() throws {
    let info = WorkspaceInfo(workspace: place.workspace, resources: try resources.resources())
    Terminal.out(info.lines().joined(separator: "\n"))
    let outcome = info.problems()
    common.reporter().report(outcome.findings, summary: false)
    if outcome.code != .done { throw EndOfCommand(code: outcome.code) }
  }
}
