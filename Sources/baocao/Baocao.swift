internal import ArgumentParser
internal import Batch
internal import Glibc
internal import Vietnamese

/// The command line: arguments in, exit code out. Everything else is `Batch`'s.
@main
struct Baocao: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "baocao",
    abstract: "Lập báo cáo “Dân vận khéo” và xếp loại từ các tệp CSV, in ra PDF đúng thể thức.",
    discussion: """
      Ví dụ:
        baocao check examples/hung-yen                      kiểm tra số liệu
        baocao render examples/hung-yen --period 2021-Q4    lập báo cáo quý
      """,
    version: Version.text,
    subcommands: [
      RenderCommand.self, PlanCommand.self, VerifyCommand.self, DiffCommand.self, MergeCommand.self, SampleCommand.self,
      CheckCommand.self, LintCommand.self,
      FactsCommand.self, ExplainCommand.self, InfoCommand.self,
    ])

  static func main() {
    HeapPages.prepare()
    let words = Array(CommandLine.arguments.dropFirst())
    do {
      try CommandName.check(words.first)
      // With all commands around it the parser takes twice as long; they are needed to say what is wrong with a command line.
      var command = try parsedAlone(words) ?? parseAsRoot(words)
      try command.run()
    } catch {
      Glibc.exit(Ending.of(error))
    }
  }

  /// The command that is asked for, parsed as if there were no other; nil where that fails.
  private static func parsedAlone(_ words: [String]) -> (any ParsableCommand)? {
    let rest = Array(words.dropFirst())
    // Asked for help, the parser answers with a command of its own, which knows the options of one report only.
    if words.first == RenderCommand.configuration.commandName,
      let one = try? OneReportCommand.parseAsRoot(rest) as? OneReportCommand
    {
      return one
    }
    let asked = configuration.subcommands.first { $0.configuration.commandName == words.first }
    return try? asked?.parseAsRoot(rest)
  }
}

extension CommandConfiguration {
  /// A command of the program, which knows its name also when it is parsed alone.
  static func command(_ name: String, abstract: String, discussion: String = "") -> CommandConfiguration {
    var configuration = CommandConfiguration(
      commandName: name, abstract: abstract, discussion: discussion, version: Version.text)
    configuration._superCommandName = "baocao"
    return configuration
  }
}

/// The parser takes an unknown command for a surplus argument and names no command that is near.
enum CommandName {
  static func check(_ word: String?) throws {
    let names = Baocao.configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    guard let word, !word.hasPrefix("-"), !names.contains(word) else { return }
    let near = Nearest.suggest(word, among: names).map { "ý bạn là “\($0)”?" }
    throw ValidationError("không có lệnh “\(word)”; \(near ?? "các lệnh: \(names.joined(separator: ", "))")")
  }
}

/// How an error of the argument parser, or the end of a command, becomes text and an exit code.
enum Ending {
  static func of(_ error: any Error) -> Int32 {
    if let end = error as? EndOfCommand { return end.code.rawValue }
    let text = HelpText.vietnamese(Baocao.fullMessage(for: error))
    if Baocao.exitCode(for: error) == .success {
      Terminal.out(text)
      return Batch.ExitCode.done.rawValue
    }
    Terminal.err(text)
    return Batch.ExitCode.configuration.rawValue
  }
}

/// Thrown by a command that ends with a code other than 0, after it has said why.
struct EndOfCommand: Error {
  var code: Batch.ExitCode
}
