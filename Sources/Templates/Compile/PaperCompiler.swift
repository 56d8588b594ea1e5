internal import Configuration
internal import Documents
internal import Facts
internal import Findings

/// `van_ban:` of a front matter laid over `van-ban.yaml` -> the official parts.
struct PaperCompiler {
  let session: CompileSession
  let scope: Scope
  private let reader = YAMLReader()

  init(session: CompileSession, scope: Scope) {
    self.session = session
    self.scope = scope
  }

  private static let forms: [(String, PaperNode.Form)] = [
    ("van_ban", .document), ("cong_van", .letter), ("to_trinh", .submission), ("tu_do", .free),
  ]
  private static let keys = PaperNode.Key.allCases.map(\.rawValue)

  func compile(_ node: YAMLNode?) -> PaperNode {
    defer { session.sink.report(contentsOf: reader.findings) }
    let own = node.flatMap { reader.fields($0, of: "van_ban", known: ["dang"] + Self.keys) }
    let form = own?["dang"].flatMap { reader.choice($0, Self.forms) } ?? (node == nil ? .free : .document)
    let office = form == .free ? nil : officeFields()
    let nodes = PaperNode.Key.allCases.map { own?[$0.rawValue] ?? office?[$0.rawValue] }
    return PaperNode(
      form: form, entries: nodes.map { $0.map(entries) ?? [] }, spans: nodes.map { $0?.span },
      abstract: inlines(.abstract, own, office),
      runningHead: RunningHead.withPages(inlines(.runningHead, own, office)))
  }

  private func inlines(_ key: PaperNode.Key, _ own: YAMLFields?, _ office: YAMLFields?) -> [InlineNode] {
    guard let text = (own?[key.rawValue] ?? office?[key.rawValue])?.text else { return [] }
    // The same text has been checked as an entry; findings once are enough.
    let quiet = CompileSession(sources: session.sources, styles: session.styles)
    let nodes = InlineCompiler.compile(text, session: quiet, in: scope)
    for finding in quiet.sink.findings where finding.code == "khong-ho-tro" { session.sink.report(finding) }
    return nodes
  }

  /// What the office's `van-ban.yaml` says.
  private func officeFields() -> YAMLFields? {
    guard let paper = session.sources.paper else { return nil }
    let file = SourceFile(path: paper.path, text: paper.text)
    let (tree, findings) = YAMLTree.parse(file.source)
    session.sink.report(contentsOf: findings)
    return tree.flatMap { reader.fields($0, of: "van-ban.yaml", known: Self.keys) }
  }

  // MARK: Entries

  private func entries(_ node: YAMLNode) -> [PaperNode.Entry] {
    switch node.kind {
    case .sequence(let items): return items.flatMap { entry($0) }
    case .scalar: return entry(node)
    case .mapping:
      reader.expected(node, vi: "chữ hoặc danh sách", en: "text or a list")
      return []
    }
  }

  private func entry(_ node: YAMLNode) -> [PaperNode.Entry] {
    guard let text = node.text else {
      reader.expected(node, vi: "chữ", en: "text")
      return []
    }
    guard !text.bytes.isEmpty else { return [] }
    let compiler = TextCompiler(session: session)
    guard TextCompiler.loneSource(text) != nil else { return [.text(compiler.compile(text, in: scope))] }
    guard let value = compiler.lone(text, in: scope) else { return [] }
    switch value.type {
    case .list(let element) where FactKind.printable.contains(element.kind): return [.value(value.expression)]
    case .list, .record:
      session.sink.error(
        value.span, "sai-kieu", vi: "không in được \(value.type.name)",
        en: "\(value.type.englishName) cannot be printed")
      return []
    default: return [.value(value.expression)]
    }
  }
}
