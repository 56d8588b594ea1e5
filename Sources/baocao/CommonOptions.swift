internal import ArgumentParser
internal import Batch
internal import Findings

/// Options that every command has.
struct CommonOptions: ParsableArguments {
  @Option(name: .customLong("lang"), help: ArgumentHelp("Ngôn ngữ của thông báo: vi hoặc en.", valueName: "ngôn-ngữ"))
  var languageName = "vi"

  @Option(
    help: ArgumentHelp(
      "Cách in các phát hiện: text, json (mỗi dòng một phát hiện) hoặc github.", valueName: "cách-in"))
  var format = "text"

  @Option(help: ArgumentHelp("Bỏ qua các phát hiện có mã này; dùng được nhiều lần.", valueName: "mã"))
  var allow: [String] = []

  @Option(help: ArgumentHelp("Coi phát hiện có mã này là lỗi; “warnings” là mọi cảnh báo.", valueName: "mã"))
  var deny: [String] = []

  var language: Language { Language(rawValue: languageName) ?? .vietnamese }

  mutating func validate() throws {
    guard Language(rawValue: languageName) != nil else { throw ValidationError("--lang phải là vi hoặc en") }
    guard ReportStyle(rawValue: format) != nil else {
      throw ValidationError("--format phải là text, json hoặc github")
    }
  }

  /// Prints findings as asked for.
  func reporter() -> Reporter {
    Reporter(style: ReportStyle(rawValue: format) ?? .text, language: language, allowed: Set(allow), denied: Set(deny))
  }
}

enum ReportStyle: String {
  case text
  case json
  case github
}

/// Help of what several commands have. A group of its own for one option costs every start a million instructions: the parser asks of each
/// type of group, among all conformances of the program, whether it is a command or describes itself.
extension ArgumentHelp {
  /// The one positional argument of most commands.
  static let workspace = ArgumentHelp("Thư mục hồ sơ, nơi có tệp baocao.yaml.", valueName: "hồ-sơ")
  static let home = ArgumentHelp(
    "Thư mục của chương trình, nơi có templates và fonts (mặc định: tìm từ chỗ của tệp baocao).", valueName: "thư-mục")
}
