internal import Configuration
internal import Facts
internal import Findings

/// Plain text with tags -> nodes. Markdown means nothing here: letterheads, chart labels.
struct TextCompiler {
  let session: CompileSession

  func compile(_ source: SourceText, in scope: Scope) -> [TextNode] {
    let prepared = MarkdownSource(inline: source, sink: session.sink)
    let text = String(decoding: prepared.bytes, as: UTF8.self)
    let items = Placeholder.split(text).compactMap { FlowItem($0, tags: prepared.tags) }
    var flow = Flow<FlowText, TextNode>(
      items: items, sink: session.sink, compile: { item, scope in node(item, scope) },
      leaf: { command, span, _ in
        refuse(command, span)
        return []
      }, branch: { .branch($0) }, loop: { .loop($0, $1, empty: $2) }, note: session.note)
    return flow.run(in: scope)
  }

  /// A value alone, when the text is nothing but one: then its type is kept.
  func lone(_ source: SourceText, in scope: Scope) -> TypedExpression? {
    guard let inner = Self.loneSource(source) else { return nil }
    session.note(scope)
    return ExpressionCompiler(sink: session.sink).compile(inner, in: scope)
  }

  /// The text between the braces when `{{ … }}` is all there is.
  static func loneSource(_ source: SourceText) -> SourceText? {
    let quiet = FindingSink()
    let prepared = MarkdownSource(inline: source, sink: quiet)
    let pieces = Placeholder.split(String(decoding: prepared.bytes, as: UTF8.self))
    let solid = pieces.filter { piece in
      if case .text(let text) = piece { return text.contains { !$0.isWhitespace } }
      return true
    }
    guard !quiet.hasErrors, solid.count == 1, case .tag(let index) = solid[0], prepared.tags.indices.contains(index),
      case .value(let inner) = prepared.tags[index].kind
    else { return nil }
    return inner
  }

  private func node(_ item: FlowText, _ scope: Scope) -> [TextNode] {
    switch item {
    case .text(let text): return [.literal(text)]
    case .value(let source, let span):
      guard let value = ExpressionCompiler(sink: session.sink).compilePrintable(source, in: scope) else { return [] }
      return [.value(value.expression, span)]
    }
  }

  private func refuse(_ command: LeafCommand, _ span: Span) {
    session.sink.error(
      span, "the-sai-cho", vi: "không dùng thẻ \(command.name.text) ở đây",
      en: "the tag \(command.name.text) is not used here",
      hint: Message(vi: "đặt thẻ này trên một dòng riêng", en: "put the tag on a line of its own"))
  }
}

/// A piece of text or a value in it.
enum FlowText {
  case text(String)
  case value(SourceText, Span)
}

extension FlowItem where Item == FlowText {
  init?(_ piece: Placeholder.Piece, tags: [Tag]) {
    switch piece {
    case .text(let text): self = .item(.text(text))
    case .tag(let index):
      guard tags.indices.contains(index) else { return nil }
      let tag = tags[index]
      switch tag.kind {
      case .value(let source): self = .item(.value(source, tag.span))
      case .command(let source): self = .command(source, tag.span)
      case .fence: return nil
      }
    }
  }
}

extension ExpressionCompiler {
  /// An expression whose value can be printed.
  func compilePrintable(_ source: SourceText, in scope: Scope) -> TypedExpression? {
    guard let value = compile(source, in: scope) else { return nil }
    guard FactKind.printable.contains(value.type.kind) else {
      let isList = value.type.kind == .list
      sink.error(
        value.span, "sai-kieu", vi: "không in được \(value.type.name)",
        en: "\(value.type.englishName) cannot be printed",
        hint: isList
          ? Message(vi: "dùng bộ lọc liet_ke, dem, hoặc {% for %}", en: "use the filters liet_ke or dem, or {% for %}")
          : Message(vi: "chọn một trường của nhóm", en: "choose a field of the group"))
      return nil
    }
    return value
  }
}
