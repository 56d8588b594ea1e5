internal import Configuration
internal import Documents
internal import Findings

/// Inline Markdown with tags -> nodes.
struct InlineCompiler {
  let session: CompileSession
  let source: MarkdownSource
  /// Compiles the blocks of a footnote.
  let blocks: ([MarkdownBlock], Scope) -> [BlockNode]

  /// Captions and cells: one paragraph of Markdown.
  static func compile(_ text: SourceText, session: CompileSession, in scope: Scope) -> [InlineNode] {
    let source = MarkdownSource(inline: text, sink: session.sink)
    let notes = InlineCompiler(session: session, source: source) { _, _ in [] }
    let compiler = InlineCompiler(session: session, source: source) { blocks, scope in
      blocks.compactMap { block in
        guard case .paragraph(let inlines, let line) = block else { return nil }
        return .paragraph(.body, looseness: 0, notes.compile(inlines, line: line, in: scope))
      }
    }
    var result: [InlineNode] = []
    for block in MarkdownParser.parse(source) {
      if case .paragraph(let inlines, let line) = block {
        result += compiler.compile(inlines, line: line, in: scope)
      } else {
        session.sink.error(
          text.whole, "khong-ho-tro", vi: "ở đây chỉ viết chữ, in đậm, in nghiêng",
          en: "only text, bold and italic are possible here")
      }
    }
    return result
  }

  private enum Item {
    case text(String)
    case value(SourceText, Span)
    case styled([MarkdownInline], TextStyle)
    case node(InlineNode)
    case link([MarkdownInline], String)
    case footnote([MarkdownBlock])
  }

  func compile(_ inlines: [MarkdownInline], line: Int, style: TextStyle = .plain, in scope: Scope) -> [InlineNode] {
    let items = BracketedSpans.resolve(inlines).flatMap { flowItems($0, style, line) }
    var flow = Flow<Item, InlineNode>(
      items: items, sink: session.sink, compile: { item, scope in nodes(item, style, line, scope) },
      leaf: { command, span, _ in
        refuse(command, span)
        return []
      }, branch: { .branch($0) }, loop: { .loop($0, $1, empty: $2) }, note: session.note)
    return flow.run(in: scope)
  }

  // MARK: Items

  private func flowItems(_ inline: MarkdownInline, _ style: TextStyle, _ line: Int) -> [FlowItem<Item>] {
    switch inline {
    case .text(let text): return Placeholder.split(text).compactMap { item($0) }
    case .softBreak: return [.item(.text(" "))]
    case .lineBreak: return [.item(.node(.lineBreak))]
    case .strong(let inner):
      var bold = style
      bold.bold = true
      return [.item(.styled(inner, bold))]
    case .emphasis(let inner):
      var italic = style
      italic.italic = true
      return [.item(.styled(inner, italic))]
    case .span(let inner, let classes): return [.item(.styled(inner, spanStyle(classes, style, line)))]
    case .link(let inner, let target): return [.item(.link(inner, target))]
    case .footnote(let blocks): return [.item(.footnote(blocks))]
    case .image: return unsupported(line, vi: "ảnh đặt trong câu", en: "pictures inside a sentence", Self.imageHint)
    case .code: return unsupported(line, vi: "dấu ` trong câu", en: "` in text", nil)
    case .html: return unsupported(line, vi: "thẻ HTML", en: "HTML tags", Self.htmlHint)
    }
  }

  private static let imageHint = Message(
    vi: "đặt ảnh trên một dòng riêng, hoặc dùng {% anh \"tep.jpg\" %}",
    en: "put the picture on a line of its own, or use {% anh \"file.jpg\" %}")
  private static let htmlHint = Message(
    vi: "dùng **đậm**, *nghiêng*; muốn in dấu < thì viết \\<", en: "use **bold**, *italic*; to print < write \\<")

  private func item(_ piece: Placeholder.Piece) -> FlowItem<Item>? {
    switch piece {
    case .text(let text): return .item(.text(text))
    case .tag(let index):
      guard source.tags.indices.contains(index) else { return nil }
      let tag = source.tags[index]
      switch tag.kind {
      case .value(let source): return .item(.value(source, tag.span))
      case .command(let source): return .command(source, tag.span)
      case .fence:
        session.sink.error(
          tag.span, "the-sai-cho", vi: "khối ``` không đặt được ở đây", en: "a ``` block cannot stand here")
        return nil
      }
    }
  }

  private func unsupported(_ line: Int, vi: String, en: String, _ hint: Message?) -> [FlowItem<Item>] {
    session.sink.error(
      source.span(line: line), "khong-ho-tro", vi: "không dùng được: \(vi)", en: "not supported: \(en)", hint: hint)
    return []
  }

  private func refuse(_ command: LeafCommand, _ span: Span) {
    session.sink.error(
      span, "the-sai-cho", vi: "thẻ \(command.name.text) phải đứng riêng một dòng",
      en: "the tag \(command.name.text) must stand on a line of its own")
  }

  // MARK: Nodes

  private func nodes(_ item: Item, _ style: TextStyle, _ line: Int, _ scope: Scope) -> [InlineNode] {
    switch item {
    case .text(let text):
      if text.holds(mark: "[^") { danglingFootnote(line) }
      return Self.tabbed(text, style)
    case .node(let node): return [node]
    case .styled(let inner, let style): return compile(inner, line: line, style: style, in: scope)
    case .footnote(let blocks): return [.footnote(self.blocks(blocks, scope))]
    case .link(let inner, let target): return link(inner, target, style, line, scope)
    case .value(let source, let span):
      guard let value = ExpressionCompiler(sink: session.sink).compilePrintable(source, in: scope) else { return [] }
      return [.value(value.expression, style, span)]
    }
  }

  /// `{tab}` goes to the next stop of the paragraph's style.
  private static func tabbed(_ text: String, _ style: TextStyle) -> [InlineNode] {
    let parts = text.pieces(between: "{tab}")
    return parts.enumerated().flatMap { index, part -> [InlineNode] in
      let own: [InlineNode] = part.isEmpty ? [] : [.text(String(part), style)]
      return index == 0 ? own : [.tab] + own
    }
  }

  /// The style with what the classes of a span add to it.
  private func spanStyle(_ classes: [String], _ style: TextStyle, _ line: Int) -> TextStyle {
    var style = style
    for name in classes where !style.add(name) {
      session.sink.error(
        source.span(line: line), "kieu-khong-biet", vi: "không có kiểu chữ “.\(name)”",
        en: "there is no text style “.\(name)”", hint: .suggestion(name, among: TextStyle.classes))
    }
    return style
  }

  private func danglingFootnote(_ line: Int) {
    session.sink.error(
      source.span(line: line), "cuoc-chu", vi: "cước chú không có phần giải thích", en: "the footnote has no text",
      hint: Message(vi: "thêm một dòng “[^1]: nội dung cước chú”", en: "add a line “[^1]: text of the note”"))
  }

  /// `[](#nhan)` and `[trang](#nhan)` are cross-references, `[chữ](#nhan)` and `[chữ](https://…)` links.
  private func link(
    _ inner: [MarkdownInline], _ target: String, _ style: TextStyle, _ line: Int, _ scope: Scope
  ) -> [InlineNode] {
    if target.hasPrefix("#"), !target.unicodeScalars.contains(Placeholder.open) {
      let label = String(target.dropFirst())
      session.refer(label, source.span(line: line))
      if inner.isEmpty { return [.reference(label, .label)] }
      if inner.count == 1, case .text("trang") = inner[0] { return [.reference(label, .page)] }
      return [.anchor(compile(inner, line: line, style: style, in: scope), label)]
    }
    guard target.unicodeScalars.contains(Placeholder.open) || LinkScheme.isAllowed(target) else {
      session.sink.error(
        source.span(line: line), "lien-ket", vi: "liên kết “\(target)” không phải http, https hay mailto",
        en: "the link “\(target)” is not http, https or mailto")
      return compile(inner, line: line, style: style, in: scope)
    }
    let nodes = compile(inner, line: line, style: style, in: scope)
    return [.link(nodes, targetNodes(target, scope), source.span(line: line))]
  }

  private func targetNodes(_ target: String, _ scope: Scope) -> [TextNode] {
    Placeholder.split(target).flatMap { piece -> [TextNode] in
      switch piece {
      case .text(let text): return [.literal(text)]
      case .tag(let index):
        guard source.tags.indices.contains(index), case .value(let value) = source.tags[index].kind,
          let typed = ExpressionCompiler(sink: session.sink).compilePrintable(value, in: scope)
        else { return [] }
        return [.value(typed.expression, source.tags[index].span)]
      }
    }
  }
}

/// Addresses a printed report may link to.
enum LinkScheme {
  static func isAllowed(_ target: String) -> Bool {
    ["http://", "https://", "mailto:"].contains { target.lowercased().hasPrefix($0) }
  }
}
