internal import Configuration
internal import Documents
internal import Facts
internal import Findings
internal import Graphics

/// Commands that stand for themselves -> block nodes.
struct LeafCompiler {
  let blocks: BlockCompiler
  let command: LeafCommand
  let span: Span
  /// Not inside a list or quote.
  let isTop: Bool

  private var session: CompileSession { blocks.session }
  private var sink: FindingSink { blocks.session.sink }

  func nodes(in scope: Scope) -> [BlockNode] {
    switch command.name.text {
    case "include": return include(scope)
    case "noi_dung": return narrative(scope)
    case "trang_moi": return check(positional: 0...0, named: []) ? [.pageBreak] : []
    case "muc_luc": return contents(scope)
    case "phu_luc": return appendix(scope)
    case "anh": return figure(scope)
    case "khoang_cach": return space()
    default: return []
    }
  }

  // MARK: Include

  private func include(_ scope: Scope) -> [BlockNode] {
    guard !blocks.isNarrative else { return refuse() }
    guard command.positional.count == 1, case .expression(.text(let name, let place)) = command.positional[0] else {
      return wrong(vi: "viết {% include \"ten\" %}", en: "write {% include \"name\" %}")
    }
    guard let partial = session.sources.partials[name] else {
      sink.error(
        place, "khong-co-tep", vi: "không có phần chung “\(name)”", en: "there is no partial “\(name)”",
        hint: .suggestion(name, among: session.sources.partials.names))
      return []
    }
    guard isAllowed(name, place) else { return [] }
    var inner = scope
    var bindings: [(slot: Int, value: Expression)] = []
    for (key, value) in command.named {
      guard case .expression(let syntax) = value,
        let typed = ExpressionCompiler(sink: sink).compile(syntax, in: scope)
      else { continue }
      bindings.append((inner.bind(key.text, typed.type), typed.expression))
    }
    session.includes.append(name)
    session.partials.insert(name)
    defer { session.includes.removeLast() }
    let file = SourceFile(path: partial.path, text: partial.text)
    let source = MarkdownSource(file.source, sink: sink)
    let compiler = BlockCompiler(session: session, source: source, isNarrative: false)
    let body = compiler.compile(MarkdownParser.parse(source), in: inner, isTop: isTop)
    return bindings.isEmpty ? body : [.bind(bindings, body)]
  }

  private func isAllowed(_ name: String, _ place: Span) -> Bool {
    if session.includes.contains(name) {
      let chain = (session.includes + [name]).joined(separator: " → ")
      sink.error(
        place, "tu-goi-minh", vi: "phần chung gọi lại chính nó: \(chain)", en: "a partial includes itself: \(chain)")
      return false
    }
    guard session.includes.count < CompileSession.maximumIncludeDepth, session.countInclude() else {
      sink.error(
        place, "tu-goi-minh", vi: "quá nhiều phần chung lồng nhau", en: "too many partials inside each other",
        hint: Message(
          vi: "nhiều nhất \(CompileSession.maximumIncludeDepth) cấp, \(CompileSession.maximumIncludes) lần",
          en: "at most \(CompileSession.maximumIncludeDepth) levels and \(CompileSession.maximumIncludes) times"))
      return false
    }
    return true
  }

  // MARK: Narrative

  private func narrative(_ scope: Scope) -> [BlockNode] {
    guard !blocks.isNarrative else { return refuse() }
    guard check(positional: 1...1, named: ["bat_buoc"]), let name = expression(0, .text, scope) else { return [] }
    if case .constant(.text(let text, _)) = name.expression {
      session.narratives.insert(text)
      guard Attributes.isName(text[...]) else {
        return wrong(
          vi: "tên bài viết chỉ gồm chữ không dấu, số, gạch nối",
          en: "the name of a text has letters, digits and hyphens")
      }
    }
    session.openLabels()
    return [.narrative(NarrativeNode(name: name.expression, required: flag("bat_buoc") ?? true, span: span))]
  }

  // MARK: Pages

  private func contents(_ scope: Scope) -> [BlockNode] {
    guard check(positional: 0...1, named: ["cap"]) else { return [] }
    let title = command.positional.isEmpty ? [.text("MỤC LỤC", .plain)] : inlines(command.positional[0], scope)
    return [.contents(title: title, depth: count("cap", in: 1...4) ?? 3)]
  }

  private func appendix(_ scope: Scope) -> [BlockNode] {
    guard !blocks.isNarrative, isTop else { return refuse() }
    guard check(positional: 0...1, named: ["ngang", "tieu_de", "so_trang", "kho"] + Self.margins) else { return [] }
    return [
      .appendix(
        AppendixNode(
          name: command.positional.first.map { inlines($0, scope) } ?? [],
          title: named("tieu_de").map { inlines($0, scope) } ?? [],
          orientation: flag("ngang") == true ? .landscape : .portrait,
          numbering: choice("so_trang", [("rieng", .restarted), ("tiep", .continued)]) ?? .appendix, paper: paper()))
    ]
  }

  private static let margins = ["le_tren", "le_duoi", "le_trai", "le_phai"]

  /// What the pages of an appendix have of their own.
  private func paper() -> SectionPaper {
    let lengths = Self.margins.map { named($0).flatMap(length) }
    return SectionPaper(
      size: choice("kho", PaperSizes.named), top: lengths[0], bottom: lengths[1], left: lengths[2], right: lengths[3])
  }

  private func space() -> [BlockNode] {
    guard check(positional: 1...1, named: []), let length = length(command.positional[0]) else { return [] }
    return [.space(length)]
  }

  // MARK: Pictures

  private func figure(_ scope: Scope) -> [BlockNode] {
    guard check(positional: 1...6, named: ["chu_thich", "cao", "nhan"]) else { return [] }
    var pictures: [(name: Expression, span: Span)] = []
    for index in command.positional.indices {
      guard let name = expression(index, .text, scope) else { return [] }
      if case .constant(.text(let text, _)) = name.expression {
        guard PictureName.isSafe(text) else {
          PictureName.refuse(text, name.span, sink)
          return []
        }
        session.pictures.insert(text)
      }
      pictures.append((name.expression, name.span))
    }
    let label = text("nhan")
    if let label { session.define(label, span) }
    return [
      .figure(
        FigureNode(
          pictures: pictures, caption: named("chu_thich").map { inlines($0, scope) } ?? [],
          height: named("cao").flatMap(length), label: label))
    ]
  }

  // MARK: Arguments

  private func named(_ key: String) -> LeafCommand.Value? { command.named.first { $0.name.text == key }?.value }

  private func check(positional: ClosedRange<Int>, named keys: [String]) -> Bool {
    for (key, _) in command.named where !keys.contains(key.text) {
      sink.error(
        key.span, "sai-tham-so", vi: "thẻ \(command.name.text) không có tham số “\(key.text)”",
        en: "the tag \(command.name.text) has no argument “\(key.text)”", hint: .suggestion(key.text, among: keys))
      return false
    }
    guard positional.contains(command.positional.count) else {
      sink.error(
        span, "sai-tham-so",
        vi: "thẻ \(command.name.text) có \(command.positional.count) giá trị, cần \(Self.range(positional))",
        en: "the tag \(command.name.text) has \(command.positional.count) values and needs \(Self.range(positional))")
      return false
    }
    return true
  }

  private static func range(_ range: ClosedRange<Int>) -> String {
    range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)–\(range.upperBound)"
  }

  private func expression(_ index: Int, _ kind: FactKind, _ scope: Scope) -> TypedExpression? {
    let value = command.positional[index]
    guard case .expression(let syntax) = value else {
      sink.error(value.span, "sai-tham-so", vi: "ở đây cần chữ trong ngoặc kép", en: "expected text in quotes here")
      return nil
    }
    guard let typed = ExpressionCompiler(sink: sink).compile(syntax, in: scope) else { return nil }
    guard typed.type.kind == kind else {
      sink.error(
        value.span, "sai-kieu", vi: "ở đây cần chữ, không phải \(typed.type.name)",
        en: "expected text here, not \(typed.type.englishName)")
      return nil
    }
    return typed
  }

  /// Text in quotes is inline Markdown with expressions of its own; anything else is an expression.
  private func inlines(_ value: LeafCommand.Value, _ scope: Scope) -> [InlineNode] {
    guard case .expression(let syntax) = value else {
      sink.error(value.span, "sai-tham-so", vi: "ở đây cần chữ trong ngoặc kép", en: "expected text in quotes here")
      return []
    }
    if case .text(_, let place) = syntax {
      return InlineCompiler.compile(place.quoted, session: session, in: scope)
    }
    guard let typed = ExpressionCompiler(sink: sink).compile(syntax, in: scope) else { return [] }
    guard FactKind.printable.contains(typed.type.kind) else {
      sink.error(
        typed.span, "sai-kieu", vi: "không in được \(typed.type.name)",
        en: "\(typed.type.englishName) cannot be printed")
      return []
    }
    return [.value(typed.expression, .plain, typed.span)]
  }

  private func text(_ key: String) -> String? {
    guard let value = named(key) else { return nil }
    if case .expression(.text(let text, _)) = value { return text }
    sink.error(value.span, "sai-tham-so", vi: "\(key) cần chữ trong ngoặc kép", en: "\(key) needs text in quotes")
    return nil
  }

  private func flag(_ key: String) -> Bool? {
    guard let value = named(key) else { return nil }
    if case .expression(.path(let names, _)) = value, names.count == 1 {
      switch names[0].text {
      case "co", "true": return true
      case "khong", "false": return false
      default: break
      }
    }
    sink.error(value.span, "sai-tham-so", vi: "\(key) là co hoặc khong", en: "\(key) is co (yes) or khong (no)")
    return nil
  }

  /// One of a few words, in quotes or not.
  private func choice<Value>(_ key: String, _ words: [(String, Value)]) -> Value? {
    guard let value = named(key) else { return nil }
    let word: String? =
      switch value {
      case .expression(.text(let text, _)): text
      case .expression(.path(let names, _)) where names.count == 1: names[0].text
      default: nil
      }
    if let match = words.first(where: { $0.0 == word }) { return match.1 }
    let names = words.map(\.0)
    sink.error(
      value.span, "sai-tham-so", vi: "\(key) là một trong: \(names.joined(separator: ", "))",
      en: "\(key) is one of: \(names.joined(separator: ", "))",
      hint: word.flatMap { .suggestion($0, among: names) })
    return nil
  }

  private func count(_ key: String, in range: ClosedRange<Int>) -> Int? {
    guard let value = named(key) else { return nil }
    if case .expression(.integer(let number, _)) = value, range.contains(number) { return number }
    sink.error(
      value.span, "sai-tham-so", vi: "\(key) là số từ \(range.lowerBound) đến \(range.upperBound)",
      en: "\(key) is a number from \(range.lowerBound) to \(range.upperBound)")
    return nil
  }

  private func length(_ value: LeafCommand.Value) -> Length? {
    if case .measure(let text, _) = value, let length = YAMLReader.length(text), length > .zero { return length }
    sink.error(
      value.span, "sai-tham-so", vi: "cần độ dài như 60mm hoặc 2cm", en: "expected a length such as 60mm or 2cm")
    return nil
  }

  private func refuse() -> [BlockNode] {
    sink.error(
      span, "the-sai-cho", vi: "không dùng thẻ \(command.name.text) ở đây",
      en: "the tag \(command.name.text) is not used here",
      hint: Message(
        vi: "thẻ này chỉ dùng trong mẫu, ngoài danh sách và trích dẫn",
        en: "this tag belongs in a template, outside lists and quotes"))
    return []
  }

  private func wrong(vi: String, en: String) -> [BlockNode] {
    sink.error(span, "sai-tham-so", vi: vi, en: en)
    return []
  }
}

extension Span {
  /// The text between the quotes of a string literal, in place.
  var quoted: SourceText {
    var (first, last) = (start, end)
    if let quote = start < end ? ExpressionLexer.quote(file.bytes, at: first) : nil {
      first += quote.open
      if file.bytes[first..<max(first, last)].reversed().starts(with: quote.close.reversed()) {
        last -= quote.close.count
      }
    }
    last = max(first, last)
    return SourceText(file: file, bytes: Array(file.bytes[first..<last]), offsets: Array(first...last))
  }
}
