internal import Batch
internal import Findings

/// Options that every command has.
struct CommonOptions {
  var languageName = "vi"

  var format = "text"

  var allow: [String] = []

  var deny: [String] = []

  mutating func take(_ words: inout Words) throws(UsageError) {
    try words.option("lang", "ngôn-ngữ", "Ngôn ngữ của thông báo: vi hoặc en.", &languageName)
    try words.option(
      "format", "cách-in", "Cách in các phát hiện: text, json (mỗi dòng một phát hiện) hoặc github.", &format)
    try words.option("allow", "mã", "Bỏ qua các phát hiện có mã này; dùng được nhiều lần.", &allow)
    try words.option("deny", "mã", "Coi phát hiện có mã này là lỗi; “warnings” là mọi cảnh báo.", &deny)
    try words.check(validate)
  }

  var language: Language { Language(rawValue: languageName) ?? .vietnamese }

  func validate() throws(UsageError) {
    guard Language(rawValue: languageName) != nil else { throw UsageError("--lang phải là vi hoặc en") }
    guard ReportStyle(rawValue: format) != nil else {
      throw UsageError("--format phải là text, json hoặc github")
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

/// The one argument of most commands.
struct WorkspaceArgument {
  var workspace = "."

  mutating func take(_ words: inout Words) throws(UsageError) {
    try words.argument("hồ-sơ", "Thư mục hồ sơ, nơi có tệp baocao.yaml.", &workspace)
  }
}
