/// One line of a help page: an option or argument and what it is for.
struct HelpEntry {
  enum Kind {
    case argument
    case option
  }

  var kind: Kind
  /// `--period <kỳ>`, `<hồ-sơ>`.
  var label: String
  var text: String
  var isRequired: Bool

  /// - Parameter standard: what counts when the word is left out.
  init(_ kind: Kind, _ label: String, _ text: String, standard: String? = nil, isRequired: Bool = false) {
    self.kind = kind
    self.label = label
    self.text = isRequired ? text : standard.map { "\(text) (mặc định: \($0))" } ?? text
    self.isRequired = isRequired
  }

  var line: String { "\(label)  \(text)" }
  var missing: UsageError { UsageError("thiếu tham số '\(label)'", hint: line) }
}

/// How the program tells what it takes.
enum HelpPage {
  /// Characters of a line of a terminal.
  private static let width = 80
  /// Where the texts begin that stand beside labels.
  private static let column = 26
  private static let always = [
    HelpEntry(.option, "--version", "In số phiên bản."), HelpEntry(.option, "-h, --help", "In hướng dẫn này."),
  ]

  /// The page of one command.
  static func page(of command: any Command.Type) -> String {
    let entries = Words.entries(of: command)
    var parts = [wrapped(command.abstract, indent: 0)]
    if let discussion = command.discussion { parts.append(discussion) }
    parts.append("CÁCH DÙNG: " + usage(of: command, entries))
    let arguments = entries.filter { $0.kind == .argument }
    if !arguments.isEmpty { parts.append(list("THAM SỐ:", arguments)) }
    parts.append(list("TÙY CHỌN:", entries.filter { $0.kind == .option } + always))
    return parts.joined(separator: "\n\n")
  }

  /// The page of the program itself.
  static func page(_ abstract: String, _ discussion: String, _ commands: [any Command.Type]) -> String {
    [
      wrapped(abstract, indent: 0), discussion, "CÁCH DÙNG: baocao <lệnh>", list("TÙY CHỌN:", always),
      list("CÁC LỆNH:", commands.map { HelpEntry(.argument, $0.name, $0.abstract) }),
      "  Xem 'baocao help <lệnh>' để biết chi tiết.",
    ].joined(separator: "\n\n")
  }

  /// What is wrong with a command line, and where to read on; nil: no command was named.
  static func complaint(_ error: UsageError, _ command: (any Command.Type)?) -> String {
    var lines = ["Lỗi: \(error.message)"]
    if let hint = error.hint { lines.append("Gợi ý: \(hint)") }
    let usage = command.map { Self.usage(of: $0, Words.entries(of: $0)) } ?? "baocao <lệnh>"
    let name = command.map { "baocao \($0.name)" } ?? "baocao"
    return (lines + ["Cách dùng: \(usage)", "  Xem '\(name) --help' để biết thêm."]).joined(separator: "\n")
  }

  private static func usage(of command: any Command.Type, _ entries: [HelpEntry]) -> String {
    let arguments = entries.filter { $0.kind == .argument }.map { $0.isRequired ? $0.label : "[\($0.label)]" }
    let options = entries.filter { $0.kind == .option && $0.isRequired }.map(\.label)
    return (["baocao", command.name, "[<tùy chọn>]"] + arguments + options).joined(separator: " ")
  }

  private static func list(_ title: String, _ entries: [HelpEntry]) -> String {
    ([title] + entries.map(item)).joined(separator: "\n")
  }

  private static func item(_ entry: HelpEntry) -> String {
    let label = "  " + entry.label
    let text = wrapped(entry.text, indent: column)
    // A label that is too long stands on a line of its own.
    guard label.count <= column - 2 else { return label + "\n" + text }
    return label + text.dropFirst(label.count)
  }

  /// The text in lines of at most `width` characters, each behind `indent` spaces.
  private static func wrapped(_ text: String, indent: Int) -> String {
    let margin = String(repeating: " ", count: indent)
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, last.count + 1 + word.count <= width {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(margin + word)
      }
    }
    return lines.joined(separator: "\n")
  }
}
