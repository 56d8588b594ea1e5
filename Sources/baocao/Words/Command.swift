/// One command of the program: `baocao name …`.
protocol Command: SendableMetatype {
  static var name: String { get }
  /// One sentence.
  static var abstract: String { get }
  /// More than one sentence, shown above the usage.
  static var discussion: String? { get }

  init()
  /// Names everything it takes, in the order of the help.
  mutating func take(_ words: inout Words) throws(UsageError)
  func run() throws
}

extension Command {
  static var discussion: String? { nil }

  static func run(_ words: [String]) throws {
    var command = Self()
    try Words.read(words, into: &command)
    try command.run()
  }
}

/// A command line that cannot be followed.
struct UsageError: Error {
  var message: String
  var hint: String?

  init(_ message: String, hint: String? = nil) {
    self.message = message
    self.hint = hint
  }
}
