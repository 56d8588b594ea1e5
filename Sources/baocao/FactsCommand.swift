internal import ArgumentParser
internal import Batch
internal import Facts
internal import Findings

/// Options of the commands that look at figures.
struct FigureOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Kỳ báo cáo, ví dụ 2021-Q4.", valueName: "kỳ"))
  var period: String
  @Option(name: .customLong("don-vi"), help: ArgumentHelp("Chỉ số liệu của tổ chức có mã này.", valueName: "mã"))
  var organisation: String?
}

/// `baocao facts`: all figures of a period with their sources.
struct FactsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "facts", abstract: "In mọi số liệu của một kỳ, kèm nguồn của từng số (JSON).")

  @OptionGroup var place: WorkspaceArgument
  @OptionGroup var figures: FigureOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let facts = try Figures.read(place.workspace, figures, common)
    Terminal.out(FactJSON.render(facts))
  }
}

/// `baocao explain`: where one figure came from.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Cho biết một số liệu lấy từ tệp nào, dòng nào, tính và làm tròn ra sao.")

  @Argument(help: ArgumentHelp("Số liệu, viết như trong mẫu: mo_hinh.dang_ky.ky_nay", valueName: "số-liệu"))
  var figure: String
  @OptionGroup var place: WorkspaceArgument
  @OptionGroup var figures: FigureOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let facts = try Figures.read(place.workspace, figures, common)
    if let fact = facts.at(figure) {
      Terminal.out(Explanation.render(figure, fact))
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

enum Figures {
  /// The figures; findings are printed, and a workspace that cannot be read ends the command.
  static func read(_ workspace: String, _ options: FigureOptions, _ common: CommonOptions) throws -> Record {
    guard let period = try PeriodArgument.parse(options.period) else { throw EndOfCommand(code: .configuration) }
    let result = FactsRun.run(workspace: workspace, period: period, organisation: options.organisation)
    guard let facts = result.facts else {
      common.reporter().report(result.outcome.findings, summary: false)
      throw EndOfCommand(code: result.outcome.code)
    }
    return facts
  }
}
