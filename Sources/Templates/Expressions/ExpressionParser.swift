internal import Configuration
internal import Findings
internal import Vietnamese

/// Tokens -> syntax, by recursive descent:
///
///     or      = and { "or" and }
///     and     = not { "and" not }
///     not     = "not" not | compare
///     compare = piped [ ("==" | "!=" | "<" | "<=" | ">" | ">=" | "contains") piped ]
///     piped   = primary { "|" name [ ":" primary { "," primary } ] }
///     primary = path | text | number | "(" or ")" | "co" primary | "co_noi_dung" primary
struct ExpressionParser {
  private let tokens: [Token]
  let sink: FindingSink
  private var place = 0
  private var depth = 0

  /// Deepest nesting of brackets and “not”.
  static let maximumDepth = 40

  /// - Parameter tokens: the last is `.end`.
  init(tokens: [Token], sink: FindingSink) {
    self.tokens = tokens
    self.sink = sink
  }

  var current: Token { tokens[min(place, tokens.count - 1)] }
  var atEnd: Bool { current.kind == .end }

  mutating func advance() { place = min(place + 1, tokens.count - 1) }

  mutating func take(_ mark: String) -> Bool {
    guard current.kind == .mark(mark) else { return false }
    advance()
    return true
  }

  mutating func takeName() -> ExpressionSyntax.Name? {
    guard case .name(let text) = current.kind else { return nil }
    let name = ExpressionSyntax.Name(text: text, span: current.span)
    advance()
    return name
  }

  mutating func takeWord(_ word: String) -> Bool {
    guard current.kind == .name(word) else { return false }
    advance()
    return true
  }

  /// Whether the token after the current one is this mark.
  func nextIs(_ mark: String) -> Bool { tokens.indices.contains(place + 1) && tokens[place + 1].kind == .mark(mark) }

  /// An expression that reaches to the end; nil after a finding.
  static func parse(_ source: SourceText, sink: FindingSink) -> ExpressionSyntax? {
    var parser = ExpressionParser(tokens: ExpressionLexer.tokens(source, sink: sink), sink: sink)
    guard let expression = parser.expression() else { return nil }
    return parser.expectEnd() ? expression : nil
  }

  func expectEnd() -> Bool {
    if atEnd { return true }
    sink.error(
      current.span, "bieu-thuc-sai", vi: "không hiểu phần thừa từ đây",
      en: "what stands here does not belong to the expression",
      hint: Message(
        vi: "mẫu: {{ duong.dan | bo_loc: tham_so }}; điều kiện nối bằng and, or",
        en: "the pattern is {{ path | filter: argument }}; conditions are joined by and, or"))
    return false
  }

  mutating func expression() -> ExpressionSyntax? {
    guard enter() else { return nil }
    defer { depth -= 1 }
    guard var left = conjunction() else { return nil }
    while takeWord("or") {
      guard let right = conjunction() else { return nil }
      left = .binary(.or, left, right, left.span.to(right.span))
    }
    return left
  }

  private mutating func enter() -> Bool {
    depth += 1
    if depth <= Self.maximumDepth { return true }
    sink.error(current.span, "bieu-thuc-sai", vi: "biểu thức lồng quá sâu", en: "the expression is nested too deeply")
    return false
  }

  private mutating func conjunction() -> ExpressionSyntax? {
    guard var left = negation() else { return nil }
    while takeWord("and") {
      guard let right = negation() else { return nil }
      left = .binary(.and, left, right, left.span.to(right.span))
    }
    return left
  }

  private mutating func negation() -> ExpressionSyntax? {
    let start = current.span
    guard takeWord("not") else { return comparison() }
    guard enter() else { return nil }
    defer { depth -= 1 }
    guard let operand = negation() else { return nil }
    return .not(operand, start.to(operand.span))
  }

  private mutating func comparison() -> ExpressionSyntax? {
    guard let left = piped() else { return nil }
    guard let symbol = takeOperator() else { return left }
    guard let right = piped() else { return nil }
    return .binary(symbol, left, right, left.span.to(right.span))
  }

  private mutating func takeOperator() -> ExpressionSyntax.Operator? {
    let text: String
    switch current.kind {
    case .mark(let mark): text = mark
    case .name("contains"): text = "contains"
    default: return nil
    }
    guard let symbol = ExpressionSyntax.Operator(rawValue: text) else { return nil }
    advance()
    return symbol
  }

  /// A primary and its filters.
  mutating func piped() -> ExpressionSyntax? {
    guard var value = primary() else { return nil }
    while take("|") {
      guard let name = takeName() else {
        return missing(vi: "tên bộ lọc sau dấu |", en: "the name of a filter after |")
      }
      guard let arguments = arguments() else { return nil }
      let end = arguments.last?.span ?? name.span
      value = .filter(value, .init(name: name, arguments: arguments), value.span.to(end))
    }
    return value
  }

  private mutating func arguments() -> [ExpressionSyntax]? {
    guard take(":") else { return [] }
    var arguments: [ExpressionSyntax] = []
    repeat {
      guard let argument = primary() else { return nil }
      arguments.append(argument)
    } while !startsNamedArgument && take(",")
    return arguments
  }

  /// `, name:` — the comma then belongs to the tag, not to the filter.
  private var startsNamedArgument: Bool {
    guard current.kind == .mark(","), tokens.indices.contains(place + 2) else { return false }
    guard case .name = tokens[place + 1].kind else { return false }
    return tokens[place + 2].kind == .mark(":")
  }

  mutating func primary() -> ExpressionSyntax? {
    let token = current
    switch token.kind {
    case .text(let text):
      advance()
      return .text(text, token.span)
    case .integer(let value):
      advance()
      return .integer(value, token.span)
    case .decimal(let value):
      advance()
      return .decimal(value, token.span)
    case .mark("-"): return negative(token.span)
    case .mark("("): return bracket()
    case .name("co") where !nextIs("."): return presence(token.span)
    case .name("co_noi_dung"): return written(token.span)
    case .name: return path()
    default: return missing(vi: "một giá trị: tên trường, số hoặc “chữ”", en: "a value: a field, a number or a “text”")
    }
  }

  private mutating func negative(_ start: Span) -> ExpressionSyntax? {
    advance()
    let span = start.to(current.span)
    switch current.kind {
    case .integer(let value):
      advance()
      return .integer(-value, span)
    case .decimal(let value):
      advance()
      return .decimal(ExactDecimal(coefficient: -value.coefficient, scale: value.scale), span)
    default: return missing(vi: "một số sau dấu trừ", en: "a number after the minus")
    }
  }

  private mutating func bracket() -> ExpressionSyntax? {
    advance()
    guard let inner = expression() else { return nil }
    guard take(")") else { return missing(vi: "dấu )", en: "a )") }
    return inner
  }

  /// `co x`; a field that happens to be called `co` stands alone.
  private mutating func presence(_ start: Span) -> ExpressionSyntax? {
    guard tokens.indices.contains(place + 1), case .name(let next) = tokens[place + 1].kind,
      !["and", "or", "contains", "co"].contains(next)
    else { return path() }
    advance()
    guard let operand = primary() else { return nil }
    return .present(operand, start.to(operand.span))
  }

  private mutating func written(_ start: Span) -> ExpressionSyntax? {
    advance()
    guard case .text(let name) = current.kind else {
      return missing(vi: "tên bài viết trong ngoặc kép", en: "the name of a text in quotes")
    }
    let span = current.span
    advance()
    return .written(.text(name, span), start.to(span))
  }

  private mutating func path() -> ExpressionSyntax? {
    guard let first = takeName() else { return nil }
    var names = [first]
    while take(".") {
      guard let name = takeName() else { return missing(vi: "tên trường sau dấu chấm", en: "a field after the dot") }
      names.append(name)
    }
    return .path(names, first.span.to(names[names.count - 1].span))
  }

  func missing(vi: String, en: String) -> ExpressionSyntax? {
    sink.error(current.span, "bieu-thuc-sai", vi: "ở đây cần \(vi)", en: "expected \(en) here")
    return nil
  }
}
