internal import Configuration
internal import Findings
internal import Graphics

/// A `{% … %}` tag as written.
enum Command {
  case `if`(ExpressionSyntax?)
  case elsif(ExpressionSyntax?)
  case `else`
  case endif
  case `for`(ForSyntax?)
  case endfor
  case leaf(LeafCommand)
  /// Already reported.
  case broken

  struct ForSyntax {
    var variable: ExpressionSyntax.Name
    var list: ExpressionSyntax
    var limit: ExpressionSyntax?
  }

  static let names = [
    "if", "elsif", "else", "endif", "for", "endfor", "include", "noi_dung", "trang_moi", "phu_luc", "muc_luc", "anh",
    "khoang_cach",
  ]
}

/// A command that stands for itself: `{% phu_luc "Tên", ngang: co %}`.
struct LeafCommand {
  enum Value {
    case expression(ExpressionSyntax)
    case measure(String, Span)

    var span: Span {
      switch self {
      case .expression(let expression): expression.span
      case .measure(_, let span): span
      }
    }
  }

  var name: ExpressionSyntax.Name
  var positional: [Value]
  var named: [(name: ExpressionSyntax.Name, value: Value)]
}

/// Text of a command tag -> command.
struct CommandParser {
  private var parser: ExpressionParser
  private let sink: FindingSink
  private let span: Span

  static func parse(_ source: SourceText, span: Span, sink: FindingSink) -> Command {
    let tokens = ExpressionLexer.tokens(source, sink: sink)
    var parser = CommandParser(parser: ExpressionParser(tokens: tokens, sink: sink), sink: sink, span: span)
    return parser.command()
  }

  private init(parser: ExpressionParser, sink: FindingSink, span: Span) {
    self.parser = parser
    self.sink = sink
    self.span = span
  }

  private mutating func command() -> Command {
    guard let name = parser.takeName() else {
      sink.error(
        span, "the-sai", vi: "thẻ {% … %} phải bắt đầu bằng một từ lệnh", en: "a {% … %} tag begins with a command word"
      )
      return .broken
    }
    switch name.text {
    case "if": return .if(whole())
    case "elsif", "elif", "elseif": return .elsif(whole())
    case "else": return parser.expectEnd() ? .else : .broken
    case "endif": return parser.expectEnd() ? .endif : .broken
    case "for": return .for(loop())
    case "endfor": return parser.expectEnd() ? .endfor : .broken
    case _ where Command.names.contains(name.text): return leaf(name)
    default: return unknown(name)
    }
  }

  private func unknown(_ name: ExpressionSyntax.Name) -> Command {
    sink.error(
      name.span, "the-khong-biet", vi: "không có thẻ “\(name.text)”", en: "there is no tag “\(name.text)”",
      hint: .suggestion(name.text, among: Command.names))
    return .broken
  }

  private mutating func whole() -> ExpressionSyntax? {
    guard let expression = parser.expression(), parser.expectEnd() else { return nil }
    return expression
  }

  /// `x in list limit: n`
  private mutating func loop() -> Command.ForSyntax? {
    guard let variable = parser.takeName(), parser.takeWord("in") else {
      sink.error(
        span, "the-sai", vi: "thẻ for viết là {% for x in danh_sach %}", en: "for is written {% for x in list %}")
      return nil
    }
    guard let list = parser.piped() else { return nil }
    _ = parser.take(",")
    var limit: ExpressionSyntax?
    if parser.takeWord("limit") || parser.takeWord("gioi_han") {
      guard parser.take(":"), let count = parser.primary() else {
        _ = parser.missing(vi: "“limit: n”", en: "“limit: n”")
        return nil
      }
      limit = count
    }
    return parser.expectEnd() ? .init(variable: variable, list: list, limit: limit) : nil
  }

  private mutating func leaf(_ name: ExpressionSyntax.Name) -> Command {
    var command = LeafCommand(name: name, positional: [], named: [])
    while !parser.atEnd {
      if case .name = parser.current.kind, parser.nextIs(":"), let key = parser.takeName() {
        _ = parser.take(":")
        guard let value = value() else { return .broken }
        command.named.append((key, value))
      } else {
        guard let value = value() else { return .broken }
        command.positional.append(value)
      }
      guard parser.atEnd || parser.take(",") else { return parser.expectEnd() ? .leaf(command) : .broken }
    }
    return .leaf(command)
  }

  private mutating func value() -> LeafCommand.Value? {
    if case .measure(let text) = parser.current.kind {
      let span = parser.current.span
      parser.advance()
      return .measure(text, span)
    }
    return parser.expression().map { .expression($0) }
  }
}
