internal import ArgumentParser
internal import Batch
internal import Findings

/// Options that every command has.
struct CommonOptions: ParsableArguments {
  @Option(name: .customLong("lang"), help: "Ngôn ngữ của thông báo: vi hoặc en.")
  var languageName = "vi"

  @Option(help: "Cách in các phát hiện: text, json (mỗi dòng một phát hiện) hoặc github.")
  var format = "text"

  @Option(help: "Bỏ qua các phát hiện có mã này; dùng được nhiều lần.")
  var allow: [String] = []

  @Option(help: "Coi phát hiện có mã này là lỗi; “warnings” là mọi cảnh báo.")
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

/// The one positional argument of most commands.
struct WorkspaceArgument: ParsableArguments {
  @Argument(help: "Thư mục hồ sơ, nơi có tệp baocao.yaml.")
  var workspace = "."
}
