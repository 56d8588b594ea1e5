internal import Configuration
internal import Documents
internal import Facts
internal import Findings
internal import Graphics

/// Markdown with tags -> block nodes, in a scope. One per file: the template, a partial, a narrative text.
struct BlockCompiler {
  let session: CompileSession
  let source: MarkdownSource
  /// Narratives may neither include nor begin appendices.
  let isNarrative: Bool

  /// Compiles a whole text.
  static func compile(
    _ text: SourceText, session: CompileSession, in scope: Scope, isNarrative: Bool = false
  ) -> [BlockNode] {
    let source = MarkdownSource(text, sink: session.sink)
    let compiler = BlockCompiler(session: session, source: source, isNarrative: isNarrative)
    return compiler.compile(MarkdownParser.parse(source), in: scope, isTop: true)
  }

  private enum Item {
    case block(MarkdownBlock)
    /// A list or quote under a line `{.kieu}`.
    case styled(MarkdownBlock, StyleName)
    case fence(info: SourceText, body: SourceText, Span)
  }

  func compile(_ blocks: [MarkdownBlock], in scope: Scope, isTop: Bool) -> [BlockNode] {
    var flow = Flow<Item, BlockNode>(
      items: items(blocks), sink: session.sink,
      compile: { item, scope in
        switch item {
        case .block(let block): nodes(block, scope)
        case .styled(let block, let style): nodes(block, scope).map { $0.styled(style) }
        case .fence(let info, let body, let span): fence(info, body, span, scope)
        }
      },
      leaf: { command, span, scope in
        LeafCompiler(blocks: self, command: command, span: span, isTop: isTop).nodes(in: scope)
      }, branch: { .branch($0) }, loop: { .loop($0, $1, empty: $2) }, note: session.note)
    return flow.run(in: scope)
  }

  private func items(_ blocks: [MarkdownBlock]) -> [FlowItem<Item>] {
    var items: [FlowItem<Item>] = []
    var style: (name: StyleName, line: Int)?
    for block in blocks {
      if let pending = style {
        style = nil
        switch block {
        case .list, .quote:
          items.append(.item(.styled(block, pending.name)))
          continue
        default: idle(pending.line)
        }
      }
      if let alone = styleAlone(block) { style = alone } else { items.append(item(block)) }
    }
    if let style { idle(style.line) }
    return items
  }

  /// A paragraph of nothing but `{.kieu}`: the style of the list or quote below.
  private func styleAlone(_ block: MarkdownBlock) -> (name: StyleName, line: Int)? {
    guard case .paragraph(let inlines, let line) = block, inlines.count == 1, case .text(let text) = inlines[0],
      let (attributes, rest) = Attributes.leading(text), rest.isEmpty, let name = attributes.classes.first
    else { return nil }
    let style = StyleName(rawValue: name)
    session.checkStyle(style, source.span(line: line))
    return (style, line)
  }

  private func idle(_ line: Int) {
    session.sink.error(
      source.span(line: line), "kieu-thua", vi: "kiểu này không có đoạn nào ở dưới",
      en: "there is nothing under this style",
      hint: Message(
        vi: "viết đoạn văn ngay dòng dưới, không để dòng trống", en: "write the paragraph on the very next line"))
  }

  private func item(_ block: MarkdownBlock) -> FlowItem<Item> {
    guard case .paragraph(let inlines, _) = block, inlines.count == 1, case .text(let text) = inlines[0] else {
      return .item(.block(block))
    }
    let pieces = Placeholder.split(text)
    guard pieces.count == 1, case .tag(let index) = pieces[0], source.tags.indices.contains(index),
      source.tags[index].isBlock
    else { return .item(.block(block)) }
    let tag = source.tags[index]
    switch tag.kind {
    case .command(let source): return .command(source, tag.span)
    case .fence(let info, let body): return .item(.fence(info: info, body: body, tag.span))
    case .value: return .item(.block(block))
    }
  }

  // MARK: Blocks

  private func nodes(_ block: MarkdownBlock, _ scope: Scope) -> [BlockNode] {
    switch block {
    case .paragraph(let inlines, let line): return paragraph(inlines, line, scope)
    case .heading(let level, let inlines, let line): return heading(level, inlines, line, scope)
    case .list(let marker, let start, let items):
      return [
        .list(Self.marker(marker), start: start, items: items.map { compile($0, in: scope, isTop: false) })
      ]
    case .quote(let blocks): return [.quote(compile(blocks, in: scope, isTop: false))]
    case .table(let rows, let alignments, let line): return table(rows, alignments, line, scope)
    case .unsupported(let what, let line): return unsupported(what, line)
    }
  }

  private static func marker(_ marker: MarkdownBlock.Marker) -> List.Marker {
    switch marker {
    case .dash: .dash
    case .plus: .plus
    case .bullet: .bullet
    case .decimal: .decimal
    case .letter: .letter
    }
  }

  private func unsupported(_ what: MarkdownBlock.Unsupported, _ line: Int) -> [BlockNode] {
    let (vi, en, hint): (String, String, Message?) =
      switch what {
      case .code:
        (
          "đoạn thụt vào 4 dấu cách", "a paragraph indented by 4 spaces",
          Message(vi: "bỏ các dấu cách ở đầu dòng", en: "remove the spaces at the start of the line")
        )
      case .html:
        ("thẻ HTML", "HTML tags", Message(vi: "muốn in dấu < thì viết \\<", en: "to print < write \\<"))
      case .rule: ("đường kẻ ngang", "a horizontal rule", nil)
      case .depth: ("các khối lồng nhau quá sâu", "blocks nested too deeply", nil)
      }
    session.sink.error(
      source.span(line: line), "khong-ho-tro", vi: "không dùng được: \(vi)", en: "not supported: \(en)", hint: hint)
    return []
  }

  func inlines(_ inlines: [MarkdownInline], _ line: Int, _ scope: Scope) -> [InlineNode] {
    let compiler = InlineCompiler(session: session, source: source) { blocks, scope in
      compile(blocks, in: scope, isTop: false)
    }
    return compiler.compile(inlines, line: line, in: scope)
  }

  // MARK: Paragraphs

  private func paragraph(_ inlines: [MarkdownInline], _ line: Int, _ scope: Scope) -> [BlockNode] {
    if let figure = pictures(inlines, line, scope) { return [figure] }
    var inlines = inlines
    var style = StyleName.body
    var looseness = 0
    if case .text(let text)? = inlines.first, let (attributes, rest) = Attributes.leading(text),
      attributes.classes.first != nil || attributes.lines != nil, attributes.label == nil
    {
      if let name = attributes.classes.first {
        style = StyleName(rawValue: name)
        session.checkStyle(style, source.span(line: line))
      }
      looseness = attributes.lines.map { self.looseness($0, line) } ?? 0
      inlines[0] = .text(rest)
      if rest.isEmpty, inlines.count == 1 { idle(line) }
      if rest.isEmpty, inlines.count > 1, case .softBreak = inlines[1] { inlines.removeFirst(2) }
    }
    return [.paragraph(style, looseness: looseness, self.inlines(inlines, line, scope))]
  }

  /// Lines a paragraph may be asked to have more or fewer: beyond that its spaces are no text any more.
  private static let mostLines = 3

  private func looseness(_ text: String, _ line: Int) -> Int {
    let most = Self.mostLines
    if let lines = Int(text), lines != 0, (-most...most).contains(lines) { return lines }
    session.sink.error(
      source.span(line: line), "sai-tham-so", vi: "dong là số dòng thêm hay bớt, từ -\(most) đến +\(most), khác 0",
      en: "dong is the number of lines more or fewer, from -\(most) to +\(most), not 0",
      hint: Message(vi: "viết {dong=-1} để đoạn bớt một dòng", en: "write {dong=-1} to have one line fewer"))
    return 0
  }

  /// A paragraph of nothing but pictures is a figure; the first text in square brackets is its caption.
  private func pictures(_ inlines: [MarkdownInline], _ line: Int, _ scope: Scope) -> BlockNode? {
    var pictures: [(name: Expression, span: Span)] = []
    var caption: [InlineNode] = []
    let span = source.span(line: line)
    for inline in inlines {
      switch inline {
      case .image(let alternative, let target):
        if caption.isEmpty { caption = self.inlines(alternative, line, scope) }
        guard let name = pictureName(target, span, scope) else { return nil }
        pictures.append((name, span))
      case .softBreak: continue
      case .text(let text) where text.allSatisfy(\.isWhitespace): continue
      default: return nil
      }
    }
    return pictures.isEmpty
      ? nil : .figure(FigureNode(pictures: pictures, caption: caption, height: nil, label: nil))
  }

  private func pictureName(_ target: String, _ span: Span, _ scope: Scope) -> Expression? {
    let pieces = Placeholder.split(target)
    if pieces.count == 1, case .tag(let index) = pieces[0], source.tags.indices.contains(index),
      case .value(let inner) = source.tags[index].kind
    {
      return ExpressionCompiler(sink: session.sink).compile(inner, in: scope)?.expression
    }
    guard PictureName.isSafe(target) else {
      PictureName.refuse(target, span, session.sink)
      // Refused once: the paragraph is still one of pictures.
      return .constant(.text("", nil))
    }
    session.pictures.insert(target)
    return .constant(.text(target, nil))
  }

  // MARK: Headings

  private func heading(_ level: Int, _ inlines: [MarkdownInline], _ line: Int, _ scope: Scope) -> [BlockNode] {
    let span = source.span(line: line)
    if level > 4 {
      session.sink.error(
        span, "khong-ho-tro", vi: "đề mục chỉ có 4 cấp (# đến ####)", en: "headings have four levels (# to ####)")
    }
    let (attributes, rest) = Self.attributes(of: inlines)
    for name in attributes.classes where name != "khong_so" {
      session.sink.error(
        span, "kieu-khong-biet", vi: "đề mục không có thuộc tính “.\(name)”",
        en: "headings have no attribute “.\(name)”",
        hint: Message(vi: "đề mục không đánh số viết {.khong_so}", en: "a heading without number has {.khong_so}"))
    }
    if attributes.lines != nil {
      session.sink.error(
        span, "kieu-khong-biet", vi: "“dong” chỉ dùng cho đoạn văn", en: "“dong” is for paragraphs alone")
    }
    if let label = attributes.label { session.define(label, span) }
    let isUnnumbered = attributes.isUnnumbered || attributes.classes.contains("khong_so")
    return [
      .heading(
        level: min(level, 4), isUnnumbered ? .none : .automatic, label: attributes.label,
        self.inlines(rest, line, scope))
    ]
  }

  private static func attributes(of inlines: [MarkdownInline]) -> (Attributes, [MarkdownInline]) {
    var (result, rest) = (Attributes(), inlines)
    if case .text(let text)? = rest.first, let (found, remaining) = Attributes.leading(text) {
      (result, rest[0]) = (found, .text(remaining))
    }
    if case .text(let text)? = rest.last, let (found, remaining) = Attributes.trailing(text) {
      result.classes += found.classes
      result.label = found.label ?? result.label
      result.lines = found.lines ?? result.lines
      result.isUnnumbered = result.isUnnumbered || found.isUnnumbered
      rest[rest.count - 1] = .text(remaining)
    }
    return (result, rest)
  }

  // MARK: Tables and fences

  private func table(
    _ rows: [[[MarkdownInline]]], _ alignments: [MarkdownBlock.Alignment], _ line: Int, _ scope: Scope
  ) -> [BlockNode] {
    let columns = alignments.map { alignment -> TableColumn in
      switch alignment {
      case .right: TableColumn(alignment: .right)
      case .center: TableColumn(alignment: .center)
      case .left, .none: TableColumn(alignment: .left)
      }
    }
    let cells = rows.map { row in row.map { inlines($0, line, scope) } }
    return [.staticTable(columns, rows: cells)]
  }

  private func fence(_ info: SourceText, _ body: SourceText, _ span: Span, _ scope: Scope) -> [BlockNode] {
    let name = info.string.split(whereSeparator: \.isWhitespace).first.map(String.init) ?? ""
    switch name {
    case "bang":
      return TableCompiler(session: session, scope: scope, span: span).compile(body).map { [.table($0)] } ?? []
    case "bieu_do":
      return ChartCompiler(session: session, scope: scope, span: span).compile(body).map { [.chart($0)] } ?? []
    default:
      session.sink.error(
        span, "khoi-khong-biet", vi: "không có khối “\(name)”", en: "there is no block “\(name)”",
        hint: .suggestion(name, among: ["bang", "bieu_do"]))
      return []
    }
  }
}

/// File names of pictures: relative, downwards only.
enum PictureName {
  static func isSafe(_ name: String) -> Bool {
    guard !name.isEmpty, !name.hasPrefix("/"), !name.contains("\\"), !name.contains(":") else { return false }
    guard name.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F }) else { return false }
    return !name.split(separator: "/", omittingEmptySubsequences: false).contains {
      $0 == ".." || $0 == "." || $0.isEmpty
    }
  }

  static func refuse(_ name: String, _ span: Span, _ sink: FindingSink) { sink.report(finding(name, span)) }

  static func finding(_ name: String, _ span: Span) -> Finding {
    span.finding(
      "ngoai-ho-so",
      Message(vi: "ảnh “\(name)” không nằm trong hồ sơ", en: "the picture “\(name)” is not inside the workspace"),
      hint: Message(
        vi: "ghi đường dẫn tính từ thư mục hồ sơ, không bắt đầu bằng / và không có ..",
        en: "write the path from the workspace folder, without a leading / and without .."))
  }
}

extension BlockNode {
  /// The same with every plain paragraph in another style.
  func styled(_ style: StyleName) -> BlockNode {
    switch self {
    case .paragraph(.body, let looseness, let inlines): .paragraph(style, looseness: looseness, inlines)
    case .list(let marker, let start, let items):
      .list(marker, start: start, items: items.map { $0.map { $0.styled(style) } })
    case .quote(let nodes): .quote(nodes.map { $0.styled(style) })
    case .branch(let branches):
      .branch(branches.map { Branch(condition: $0.condition, nodes: $0.nodes.map { $0.styled(style) }) })
    case .loop(let loop, let body, let empty):
      .loop(loop, body.map { $0.styled(style) }, empty: empty.map { $0.styled(style) })
    default: self
    }
  }
}
