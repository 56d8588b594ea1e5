internal import Batch
internal import Glibc
internal import Vietnamese

/// The command line: arguments in, exit code out. Everything else is `Batch`'s.
@main
enum Baocao {
  private static let commands: [any Command.Type] = [
    RenderCommand.self, PlanCommand.self, VerifyCommand.self, DiffCommand.self, MergeCommand.self, SampleCommand.self,
    CheckCommand.self, LintCommand.self, FactsCommand.self, ExplainCommand.self, InfoCommand.self,
  ]
  private static let abstract = "Lập báo cáo “Dân vận khéo” và xếp loại từ các tệp CSV, in ra PDF đúng thể thức."
  private static let examples = """
    Ví dụ:
      baocao check examples/hung-yen                      kiểm tra số liệu
      baocao render examples/hung-yen --period 2021-Q4    lập báo cáo quý
    """

  static func main() {
    Glibc.exit(run(Array(CommandLine.arguments.dropFirst())).rawValue)
  }

  private static func run(_ words: [String]) -> Batch.ExitCode {
    var command: (any Command.Type)?
    do {
      guard let first = words.first else { return tell(page) }
      let rest = Array(words.dropFirst())
      if ["--help", "-h"].contains(first) { return tell(page) }
      if first == "--version" { return tell(Version.text) }
      if first == "help" { return tell(try rest.first.map { HelpPage.page(of: try named($0)) } ?? page) }
      let asked = try named(first)
      command = asked
      let options = rest.prefix { $0 != "--" }
      if options.contains("--help") || options.contains("-h") { return tell(HelpPage.page(of: asked)) }
      if options.contains("--version") { return tell(Version.text) }
      try asked.run(rest)
      return .done
    } catch let end as EndOfCommand {
      return end.code
    } catch let error as UsageError {
      Terminal.err(HelpPage.complaint(error, command))
    } catch {
      Terminal.err("Lỗi: \(error)")
    }
    return .configuration
  }

  private static func tell(_ text: String) -> Batch.ExitCode {
    Terminal.out(text)
    return .done
  }

  private static var page: String { HelpPage.page(abstract, examples, commands) }

  private static func named(_ word: String) throws(UsageError) -> any Command.Type {
    if let command = commands.first(where: { $0.name == word }) { return command }
    if word.hasPrefix("-") { throw UsageError("không có tùy chọn '\(word)'") }
    let names = commands.map { $0.name } + ["help"]
    let near = Nearest.suggest(word, among: names).map { "ý bạn là “\($0)”?" }
    throw UsageError("không có lệnh “\(word)”; \(near ?? "các lệnh: \(names.joined(separator: ", "))")")
  }
}

/// Thrown by a command that ends with a code other than 0, after it has said why.
struct EndOfCommand: Error {
  var code: Batch.ExitCode
}
