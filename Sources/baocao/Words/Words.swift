internal import Vietnamese

/// The words after the name of a command, and what may be among them.
///
/// A command says in `take` what it takes, one call for each option and argument; the same calls make its help. They are made twice: an argument
/// can be told from the value of an option only when every option has taken its own.
struct Words {
  private enum Pass {
    case options
    case arguments
    /// Nothing is read: what there is to take is written down.
    case help
  }

  private var pass: Pass
  /// nil where a word has been taken.
  private var words: [String?]
  /// Behind a `--`, words that begin with a dash are arguments.
  private let endOfOptions: Int
  private var names: [String] = []
  /// A required option that was not given: told after a misspelt one.
  private var missing: HelpEntry?
  private(set) var entries: [HelpEntry] = []

  private init(_ pass: Pass, _ words: [String]) {
    self.pass = pass
    let end = words.firstIndex(of: "--")
    endOfOptions = end ?? words.count
    self.words = words
    if let end { self.words[end] = nil }
  }

  /// Reads all of `words` into a command.
  static func read(_ words: [String], into command: inout some Command) throws(UsageError) {
    var reader = Words(.options, words)
    try command.take(&reader)
    try reader.refuseUnknownOptions()
    if let missing = reader.missing { throw missing.missing }
    reader.pass = .arguments
    try command.take(&reader)
    if let left = reader.words.lazy.compactMap({ $0 }).first { throw UsageError("thừa tham số '\(left)'") }
  }

  /// What a command takes, for its help.
  static func entries(of command: any Command.Type) -> [HelpEntry] {
    var reader = Words(.help, [])
    var command = command.init()
    // Nothing is read, so nothing can be wrong.
    try? command.take(&reader)
    return reader.entries
  }

  // MARK: What a command takes

  /// `--name value`, at most once; the last one counts.
  mutating func option<Value: WordValue>(
    _ name: String, _ value: String, _ help: String, _ place: inout Value, isRequired: Bool = false
  ) throws(UsageError) {
    let entry = HelpEntry(.option, "--\(name) <\(value)>", help, standard: place.word, isRequired: isRequired)
    if let word = try values(name, entry).last {
      place = try Self.value(word, entry)
    } else if isRequired, pass == .options {
      missing = missing ?? entry
    }
  }

  mutating func option<Value: WordValue>(
    _ name: String, _ value: String, _ help: String, _ place: inout Value?
  ) throws(UsageError) {
    let entry = HelpEntry(.option, "--\(name) <\(value)>", help)
    if let word = try values(name, entry).last { place = try Self.value(word, entry) }
  }

  /// `--name value`, any number of times.
  mutating func option(
    _ name: String, _ value: String, _ help: String, _ place: inout [String]
  ) throws(UsageError) {
    place += try values(name, HelpEntry(.option, "--\(name) <\(value)>", help))
  }

  /// `--name`. Without help it is not shown.
  mutating func flag(_ name: String, _ help: String?, _ place: inout Bool) throws(UsageError) {
    let word = "--" + name
    names.append(word)
    switch pass {
    case .help: if let help { entries.append(HelpEntry(.option, word, help)) }
    case .arguments: break
    case .options:
      for index in 0..<endOfOptions {
        if words[index] == word {
          place = true
          words[index] = nil
        } else if words[index]?.hasPrefix(word + "=") == true {
          throw UsageError("tùy chọn '\(word)' không có giá trị")
        }
      }
    }
  }

  /// A word of its own.
  mutating func argument<Value: WordValue>(
    _ name: String, _ help: String, _ place: inout Value, isRequired: Bool = false
  ) throws(UsageError) {
    let entry = HelpEntry(.argument, "<\(name)>", help, standard: place.word, isRequired: isRequired)
    if pass == .help { entries.append(entry) }
    guard pass == .arguments else { return }
    if let word = nextArgument() {
      place = try Self.value(word, entry)
    } else if isRequired {
      throw entry.missing
    }
  }

  /// What must hold when everything has been read.
  mutating func check(_ rule: () throws(UsageError) -> Void) throws(UsageError) {
    if pass == .arguments { try rule() }
  }

  // MARK: Taking words

  private mutating func nextArgument() -> String? {
    guard let index = words.firstIndex(where: { $0 != nil }), let word = words[index] else { return nil }
    words[index] = nil
    return word
  }

  private mutating func values(_ name: String, _ entry: HelpEntry) throws(UsageError) -> [String] {
    let word = "--" + name
    names.append(word)
    if pass == .help { entries.append(entry) }
    guard pass == .options else { return [] }
    var values: [String] = []
    for index in 0..<endOfOptions {
      guard let found = words[index], found.hasPrefix(word) else { continue }
      if found == word {
        guard index + 1 < endOfOptions, let value = words[index + 1], !value.hasPrefix("-") else {
          throw UsageError("thiếu giá trị cho '\(entry.label)'", hint: entry.line)
        }
        values.append(value)
        words[index + 1] = nil
      } else if found.dropFirst(word.count).first == "=" {
        values.append(String(found.dropFirst(word.count + 1)))
      } else {
        continue
      }
      words[index] = nil
    }
    return values
  }

  private static func value<Value: WordValue>(_ word: String, _ entry: HelpEntry) throws(UsageError) -> Value {
    if let value = Value(word: word) { return value }
    throw UsageError("giá trị '\(word)' không hợp lệ cho '\(entry.label)'", hint: entry.line)
  }

  private func refuseUnknownOptions() throws(UsageError) {
    guard let word = words[..<endOfOptions].lazy.compactMap({ $0 }).first(where: { $0.hasPrefix("-") && $0 != "-" })
    else { return }
    let near = Nearest.suggest(word, among: names).map { ". Ý bạn là '\($0)'?" }
    throw UsageError("không có tùy chọn '\(word)'\(near ?? "")")
  }
}

/// A value that is written as one word.
protocol WordValue {
  init?(word: String)
  /// As it is written.
  var word: String { get }
}

extension String: WordValue {
  init?(word: String) { self = word }
  var word: String { self }
}

extension Int: WordValue {
  init?(word: String) { self.init(word) }
  var word: String { description }
}

extension UInt64: WordValue {
  init?(word: String) { self.init(word) }
  var word: String { description }
}
