internal import ArgumentParser
internal import Batch
internal import Facts
internal import Findings

/// Options of the commands that look at figures.
struct FigureOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Kỳ báo cáo, ví dụ 2021-Q4. Cần có.", valueName: "kỳ"))
  var period: String?
  @OptionGroup var scope: ScopeOptions

  func validate() throws { _ = try PeriodArgument.parse(period) }
}

/// `baocao facts`: all figures of a period with their sources.
struct FactsCommand: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    "facts", abstract: "In mọi số liệu của một kỳ, kèm nguồn của từng số (JSON).")

  @Argument(help: .workspace) var workspace = "."
  @OptionGroup var figures: FigureOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let (facts, code) = try Figures.read(workspace, figures, common)
    Terminal.out(FactJSON.render(facts))
    if code != .done { throw EndOfCommand(code: code) }
  }
}

/// `baocao explain`: where one figure came from.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    "explain", abstract: "Cho biết một số liệu lấy từ tệp nào, dòng nào, tính và làm tròn ra sao.")

  @Argument(help: ArgumentHelp("Số liệu, viết như trong mẫu: mo_hinh.dang_ky.ky_nay", valueName: "số-liệu"))
  var figure: String
  @Argument(help: .workspace) var workspace = "."
  @OptionGroup var figures: FigureOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let (facts, code) = try Figures.read(workspace, figures, common)
    if case .record(let group)? = facts.at(figure) { throw GroupAsked.end(figure, group, common) }
    if let fact = facts.at(figure) {
      Terminal.out(Explanation.render(figure, fact))
      if code != .done { throw EndOfCommand(code: code) }
      return
    }
    let near = FactsRun.suggestion(for: figure, in: facts)
    common.reporter().report([
      Finding(
        code: "khong-co-so-lieu-nay", severity: .error, at: Location(file: figure),
        Message(vi: "không có số liệu “\(figure)”", en: "there is no figure “\(figure)”"),
        hint: near.map { Message(vi: "ý bạn là “\($0)”?", en: "did you mean “\($0)”?") }
          ?? Message(vi: "xem tên các số liệu trong docs/vi/so-lieu.md", en: "see docs/vi/so-lieu.md for the names"))
    ])
    throw EndOfCommand(code: .configuration)
  }
}

/// A path that stops at a group has no one source; its fields have.
enum GroupAsked {
  static func end(_ figure: String, _ group: Record, _ common: CommonOptions) -> EndOfCommand {
    let names = group.type.fields.map(\.name).joined(separator: ", ")
    common.reporter().report([
      Finding(
        code: "la-mot-nhom", severity: .error, at: Location(file: figure),
        Message(vi: "“\(figure)” là một nhóm, không phải một số liệu", en: "“\(figure)” is a group, not one figure"),
        hint: Message(vi: "thêm dấu chấm và một trường: \(names)", en: "add a point and a field: \(names)"))
    ])
    return EndOfCommand(code: .configuration)
  }
}

enum Figures {
  /// The figures, and how the command must end. Errors in the data are printed: rows that were left out are not in the figures.
  static func read(
    _ workspace: String, _ options: FigureOptions, _ common: CommonOptions
  ) throws -> (Record, Batch.ExitCode) {
    let period = try PeriodArgument.required(options.period)
    let result = FactsRun.run(workspace: workspace, period: period, about: options.scope.asked)
    let errors = result.outcome.findings.sorted.filter { $0.severity == .error }
    // The standard output is for the figures.
    Reporter(style: .text, language: common.language, allowed: [], denied: []).report(errors)
    guard let facts = result.facts else { throw EndOfCommand(code: result.outcome.code) }
    return (facts, result.outcome.code)
  }
}
