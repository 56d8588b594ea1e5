internal import Configuration
internal import Documents
internal import Facts
internal import Findings
internal import Graphics

/// Reading the body of a ```` ```bang ```` or ```` ```bieu_do ```` block: typed values, texts and expressions in a scope.
struct YAMLBlock {
  let session: CompileSession
  let reader = YAMLReader()
  let fields: YAMLFields

  private var sink: FindingSink { session.sink }

  /// nil after a finding.
  init?(_ body: SourceText, of what: String, keys: [String], session: CompileSession, span: Span) {
    self.session = session
    let (tree, findings) = YAMLTree.parse(body)
    session.sink.report(contentsOf: findings)
    guard let tree else {
      if findings.isEmpty {
        session.sink.error(span, "khoi-trong", vi: "khối \(what) không có gì", en: "the block \(what) is empty")
      }
      return nil
    }
    let reader = self.reader
    defer { session.sink.report(contentsOf: reader.findings) }
    guard let fields = reader.fields(tree, of: what, known: keys) else { return nil }
    self.fields = fields
  }

  // MARK: Texts

  func inlines(_ key: String, _ scope: Scope) -> [InlineNode] { fields[key].map { inlines($0, scope) } ?? [] }

  func inlines(_ node: YAMLNode, _ scope: Scope) -> [InlineNode] {
    guard let text = scalar(node) else { return [] }
    return InlineCompiler.compile(text, session: session, in: scope)
  }

  func plain(_ key: String, _ scope: Scope) -> [TextNode] {
    guard let node = fields[key], let text = scalar(node) else { return [] }
    return TextCompiler(session: session).compile(text, in: scope)
  }

  func word(_ key: String) -> String? {
    guard let node = fields[key], case .scalar(let text) = node.kind, !text.isEmpty else { return nil }
    return text
  }

  func scalar(_ node: YAMLNode) -> SourceText? {
    if let text = node.text { return text }
    wrong(node, vi: "chữ", en: "text")
    return nil
  }

  // MARK: Expressions

  /// An expression, with or without its braces.
  func expression(_ node: YAMLNode, _ scope: Scope) -> TypedExpression? {
    guard let text = scalar(node) else { return nil }
    session.note(scope)
    return ExpressionCompiler(sink: sink).compile(TextCompiler.loneSource(text) ?? text, in: scope)
  }

  /// A list to run over: the loop, the scope inside with the element's fields in sight as themselves and as `dong`, and its type.
  func rows(_ key: String, _ span: Span, _ scope: Scope) -> (loop: Loop, inner: Scope)? {
    guard let node = fields[key] else {
      sink.error(
        span, "thieu-khoa", vi: "\(fields.what) thiếu khóa “\(key)”", en: "\(fields.what) lacks the key “\(key)”")
      return nil
    }
    guard let list = expression(node, scope) else { return nil }
    guard case .list(let element) = list.type else {
      sink.error(
        node.span, "sai-kieu", vi: "\(key) cần một danh sách, ở đây là \(list.type.name)",
        en: "\(key) needs a list; this is \(list.type.englishName)")
      return nil
    }
    var inner = scope
    let slot = inner.bind("dong", element)
    if case .record(let type) = element { inner.open(type, slot: slot) }
    let counter = inner.beginLoop()
    session.note(inner)
    var limit: Expression?
    if let node = fields["gioi_han"] {
      limit = count(node).map { .constant(.integer($0, nil)) }
    }
    return (Loop(list: list.expression, slot: slot, counter: counter, limit: limit, span: node.span), inner)
  }

  // MARK: Values

  func count(_ node: YAMLNode) -> Int? { reading { $0.integer(node, in: 0...1_000_000) } }
  func flag(_ node: YAMLNode) -> Bool? { reading { $0.flag(node) } }
  func length(_ node: YAMLNode) -> Length? { reading { $0.length(node) } }
  func list(_ node: YAMLNode) -> [YAMLNode]? { reading { $0.list(node) } }

  func choice<Value>(_ node: YAMLNode, _ words: [(String, Value)]) -> Value? { reading { $0.choice(node, words) } }

  func fields(_ node: YAMLNode, of what: String, keys: [String]) -> YAMLFields? {
    reading { $0.fields(node, of: what, known: keys) }
  }

  private func reading<Value>(_ read: (YAMLReader) -> Value?) -> Value? {
    let reader = YAMLReader()
    let value = read(reader)
    sink.report(contentsOf: reader.findings)
    return value
  }

  func wrong(_ node: YAMLNode, vi: String, en: String) {
    sink.error(node.span, "gia-tri-sai", vi: "ở đây cần \(vi)", en: "expected \(en) here")
  }

  /// The label of the block, defined for cross-references.
  func label(_ span: Span) -> String? {
    guard let label = word("nhan") else { return nil }
    session.define(label, fields["nhan"]?.span ?? span)
    return label
  }
}
