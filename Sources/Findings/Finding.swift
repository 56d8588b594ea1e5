/// How bad a finding is.
public enum Severity: Int, Sendable, Hashable, Comparable, CaseIterable {
  /// Something the reader should know; nothing is wrong.
  case note
  /// Work goes on with the value; a person should look.
  case warning
  /// The row, report or run it belongs to cannot be used.
  case error

  public static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }
}

/// One text in the two languages the program speaks.
public struct Message: Sendable, Hashable {
  public var vietnamese: String
  public var english: String

  public init(vi vietnamese: String, en english: String) {
    self.vietnamese = vietnamese
    self.english = english
  }

  public func text(_ language: Language) -> String {
    language == .vietnamese ? vietnamese : english
  }
}

/// The language of messages.
public enum Language: String, Sendable, Hashable, CaseIterable {
  case vietnamese = "vi"
  case english = "en"
}

/// Where a finding is: a file, and inside it a row and column when they are known.
///
/// `row` and `column` count from 1. For CSV, `row` is the line of the file on which the cell begins and `column` the number of the
/// cell; for templates and YAML, `column` is the first character of the offending text.
public struct Location: Sendable, Hashable {
  public var file: String
  /// Worksheet name, for `.xlsx`.
  public var sheet: String?
  public var row: Int?
  public var column: Int?
  /// Page of a laid-out report, counted from 1 over the whole file.
  public var page: Int?
  /// Header of the column or name of the field, when there is one.
  public var field: String?
  /// Bytes from the start of the file.
  public var byteOffset: Int?

  public init(
    file: String, sheet: String? = nil, row: Int? = nil, column: Int? = nil, page: Int? = nil, field: String? = nil,
    byteOffset: Int? = nil
  ) {
    self.file = file
    self.sheet = sheet
    self.row = row
    self.column = column
    self.page = page
    self.field = field
    self.byteOffset = byteOffset
  }

  /// `file:row:column`, as compilers write it, or `file#page=2`, as links into a PDF do; parts that are unknown are left out.
  public var description: String {
    var text = file
    if let page { text += "#page=\(page)" }
    if let sheet { text += "[\(sheet)]" }
    if let row {
      text += ":\(row)"
      if let column { text += ":\(column)" }
    }
    return text
  }
}

/// The source line a finding points into, for the caret.
public struct Excerpt: Sendable, Hashable {
  public var line: String
  /// Grapheme clusters before the marked part.
  public var start: Int
  /// Grapheme clusters marked; 0 marks the place between two.
  public var length: Int

  public init(line: String, start: Int, length: Int) {
    self.line = line
    self.start = start
    self.length = length
  }
}

/// One located problem: what, where, how bad, and what to do about it. Findings are collected, never thrown.
public struct Finding: Sendable, Hashable {
  /// Stable name of the rule, in unaccented Vietnamese with hyphens: `so-khong-hop-le`.
  public var code: String
  public var severity: Severity
  public var location: Location
  public var message: Message
  public var hint: Message?
  public var excerpt: Excerpt?

  public init(
    code: String, severity: Severity, at location: Location, _ message: Message, hint: Message? = nil,
    excerpt: Excerpt? = nil
  ) {
    self.code = code
    self.severity = severity
    self.location = location
    self.message = message
    self.hint = hint
    self.excerpt = excerpt
  }
}
