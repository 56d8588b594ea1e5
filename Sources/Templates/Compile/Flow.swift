internal import Configuration
internal import Facts
internal import Findings

/// Things in a row, with commands between them: blocks of a page, pieces of a sentence, parts of a text.
enum FlowItem<Item> {
  case item(Item)
  /// A command and the place of its tag.
  case command(SourceText, Span)
}

/// Builds the tree of `if` and `for` out of a row of things, in one pass, so that each thing is compiled in the scope it stands in.
struct Flow<Item, Node: Sendable> {
  let items: [FlowItem<Item>]
  let sink: FindingSink
  let expressions: ExpressionCompiler
  /// What an item becomes.
  let compile: (Item, Scope) -> [Node]
  /// What a command that stands for itself becomes.
  let leaf: (LeafCommand, Span, Scope) -> [Node]
  let branch: ([Branch<Node>]) -> Node
  let loop: (Loop, [Node], [Node]) -> Node
  /// Told of every scope, so that the slots needed are known.
  let note: (Scope) -> Void
  private var place = 0
  private var depth = 0

  /// Deepest nesting of `if` and `for`.
  static var maximumDepth: Int { 32 }

  init(
    items: [FlowItem<Item>], sink: FindingSink, compile: @escaping (Item, Scope) -> [Node],
    leaf: @escaping (LeafCommand, Span, Scope) -> [Node], branch: @escaping ([Branch<Node>]) -> Node,
    loop: @escaping (Loop, [Node], [Node]) -> Node, note: @escaping (Scope) -> Void
  ) {
    self.items = items
    self.sink = sink
    expressions = ExpressionCompiler(sink: sink)
    self.compile = compile
    self.leaf = leaf
    self.branch = branch
    self.loop = loop
    self.note = note
  }

  /// The nodes of the whole row.
  mutating func run(in scope: Scope) -> [Node] {
    var nodes: [Node] = []
    while place < items.count {
      let (more, end) = sequence(in: scope)
      nodes += more
      if let end { stray(end) }
    }
    return nodes
  }

  /// What ended a sequence.
  private struct End {
    var command: Command
    var span: Span
  }

  private mutating func sequence(in scope: Scope) -> (nodes: [Node], end: End?) {
    note(scope)
    var nodes: [Node] = []
    while place < items.count {
      let item = items[place]
      place += 1
      switch item {
      case .item(let item): nodes += compile(item, scope)
      case .command(let source, let span):
        let command = CommandParser.parse(source, span: span, sink: sink)
        switch command {
        case .if(let condition): nodes += conditional(condition, span, scope)
        case .for(let syntax): nodes += iteration(syntax, span, scope)
        case .leaf(let syntax): nodes += leaf(syntax, span, scope)
        case .broken: break
        case .elsif, .else, .endif, .endfor: return (nodes, End(command: command, span: span))
        }
      }
    }
    return (nodes, nil)
  }

  // MARK: if

  private mutating func conditional(_ first: ExpressionSyntax?, _ span: Span, _ scope: Scope) -> [Node] {
    guard enter(span) else { return [] }
    defer { depth -= 1 }
    var branches: [Branch<Node>] = []
    var condition: ExpressionSyntax? = first
    var isElse = false
    while true {
      let compiled = condition.flatMap { expressions.compile($0, in: scope) }?.expression
      let (nodes, end) = sequence(in: scope)
      // A condition that failed to compile has been reported; the tree only has to hold together.
      branches.append(Branch(condition: isElse ? nil : compiled ?? .constant(.flag(false)), nodes: nodes))
      guard let end else {
        unclosed(span, "if", "endif")
        return [branch(branches)]
      }
      switch end.command {
      case .endif: return [branch(branches)]
      case .elsif(let next) where !isElse: condition = next
      case .else where !isElse: (condition, isElse) = (nil, true)
      default: stray(end)
      }
      if case .endfor = end.command { return [branch(branches)] }
    }
  }

  // MARK: for

  private mutating func iteration(_ syntax: Command.ForSyntax?, _ span: Span, _ scope: Scope) -> [Node] {
    guard enter(span) else { return [] }
    defer { depth -= 1 }
    let (loop, inner) = header(syntax, span, scope)
    let (body, end) = sequence(in: inner)
    var empty: [Node] = []
    var last = end
    if case .else? = end?.command { (empty, last) = sequence(in: scope) }
    switch last?.command {
    case .endfor: break
    case nil: unclosed(span, "for", "endfor")
    default: if let last { stray(last) }
    }
    return loop.map { [self.loop($0, body, empty)] } ?? []
  }

  private func header(_ syntax: Command.ForSyntax?, _ span: Span, _ scope: Scope) -> (Loop?, Scope) {
    guard let syntax else { return (nil, scope) }
    let list = expressions.compile(syntax.list, in: scope)
    let limit = syntax.limit.flatMap { expressions.compile($0, in: scope) }
    if let limit, limit.type.kind != .integer {
      sink.error(limit.span, "sai-kieu", vi: "limit phải là số nguyên", en: "limit must be a whole number")
    }
    guard let list else { return (nil, scope) }
    guard case .list(let element) = list.type else {
      sink.error(
        list.span, "sai-kieu", vi: "for cần một danh sách, ở đây là \(list.type.name)",
        en: "for needs a list; this is \(list.type.englishName)")
      return (nil, scope)
    }
    var inner = scope
    let slot = inner.bind(syntax.variable.text, element)
    let counter = inner.beginLoop()
    return (Loop(list: list.expression, slot: slot, counter: counter, limit: limit?.expression, span: span), inner)
  }

  // MARK: Findings

  private mutating func enter(_ span: Span) -> Bool {
    depth += 1
    if depth <= Self.maximumDepth { return true }
    sink.error(span, "long-qua-sau", vi: "if và for lồng nhau quá sâu", en: "if and for are nested too deeply")
    place = items.count
    depth -= 1
    return false
  }

  private func unclosed(_ span: Span, _ name: String, _ closing: String) {
    sink.error(
      span, "the-chua-dong", vi: "thẻ \(name) chưa có {% \(closing) %} ở cùng cấp",
      en: "\(name) has no {% \(closing) %} on the same level",
      hint: Message(
        vi: "thẻ mở trong một câu phải đóng trong câu đó, thẻ mở trên một dòng riêng phải đóng trên một dòng riêng",
        en: "a tag opened inside a sentence is closed inside it; one opened on its own line is closed on its own line"))
  }

  private func stray(_ end: End) {
    let name =
      switch end.command {
      case .elsif: "elsif"
      case .else: "else"
      case .endif: "endif"
      default: "endfor"
      }
    sink.error(
      end.span, "the-dong-thua", vi: "{% \(name) %} không có thẻ mở ở cùng cấp",
      en: "{% \(name) %} has no opening tag on its level")
  }
}
