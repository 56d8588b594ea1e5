internal import ArgumentParser
internal import Batch

/// `baocao info`: which template, format and font is in force.
struct InfoCommand: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    "info", abstract: "Cho biết mẫu, thể thức, phông chữ nào đang được dùng và lấy từ đâu.")

  @Argument(help: .workspace) var workspace = "."
  @Option(help: .home) var home: String?
  @OptionGroup var common: CommonOptions

  func run() throws {
    let info = WorkspaceInfo(workspace: workspace, resources: try Resources.found(home))
    Terminal.out(info.lines().joined(separator: "\n"))
    let outcome = info.problems()
    common.reporter().report(outcome.findings, summary: false)
    if outcome.code != .done { throw EndOfCommand(code: outcome.code) }
  }
}
