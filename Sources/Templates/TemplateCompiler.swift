internal import Configuration
public import Documents
public import Facts
public import Findings

/// Compiles templates and narrative texts: parsed once, every name and type checked against the schema of facts, also where no
/// data will ever reach. A value; make one per run and share it.
public struct TemplateCompiler: Sendable {
  private let schema: RecordType
  private let sources: TemplateSources
  private let styles: Set<StyleName>
  private let vocabulary: TemplateVocabulary

  /// Largest template, partial or narrative text, in bytes.
  static let maximumSize = 2_000_000

  /// - Parameters:
  ///   - schema: the type of the facts templates will be given.
  ///   - styles: names `{.kieu}` may use: the styles of the formats in force.
  ///   - vocabulary: words `pham_vi` and `ky` may use.
  public init(
    schema: RecordType, sources: TemplateSources, styles: Set<StyleName>,
    vocabulary: TemplateVocabulary = TemplateVocabulary()
  ) {
    self.schema = schema
    self.sources = sources
    self.styles = styles
    self.vocabulary = vocabulary
  }

  /// The template of that name; nil when a finding is an error.
  public func compile(_ name: String) -> (CompiledTemplate?, [Finding]) {
    guard let source = sources.templates[name] else { return (nil, [unknown(name)]) }
    if let finding = tooLarge(source) { return (nil, [finding]) }
    let session = CompileSession(sources: sources, styles: styles)
    let file = SourceFile(path: source.path, text: source.text)
    let scope = Scope(root: schema, labels: sources.labels)
    session.sink.report(contentsOf: sources.labels.findings)
    let parts = FrontMatter.split(file, sink: session.sink)
    let reader = FrontMatterReader(session: session, scope: scope, vocabulary: vocabulary)
    let (header, paper) = reader.read(parts.yaml, name: name)
    let body = BlockCompiler.compile(parts.body, session: session, in: scope)
    session.checkLabels()
    guard !session.sink.hasErrors else { return (nil, session.sink.findings) }
    let template = CompiledTemplate(
      header: header, paper: paper, body: body, slotCount: session.slotCount, loopCount: session.loopCount,
      narratives: session.narratives.sorted(), showsTexts: session.hasOpenLabels || session.sink.asksForTexts,
      pictures: session.pictures.sorted(),
      partials: session.partials.sorted(), uses: session.sink.uses, wording: sources.labels.wording)
    return (template, session.sink.findings)
  }

  /// A text written by people, with the same expressions, checked the same way; nil when a finding is an error.
  public func narrative(_ source: TemplateSource) -> (NarrativeText?, [Finding]) {
    if let finding = tooLarge(source) { return (nil, [finding]) }
    let session = CompileSession(sources: sources, styles: styles)
    let file = SourceFile(path: source.path, text: source.text)
    session.openLabels()
    let body = BlockCompiler.compile(
      file.source, session: session, in: Scope(root: schema, labels: sources.labels), isNarrative: true)
    guard !session.sink.hasErrors else { return (nil, session.sink.findings) }
    let text = NarrativeText(
      path: source.path, body: body, slotCount: session.slotCount, loopCount: session.loopCount,
      pictures: session.pictures.sorted(), uses: session.sink.uses)
    return (text, session.sink.findings)
  }

  private func unknown(_ name: String) -> Finding {
    Finding(
      code: "khong-co-mau", severity: .error, at: Location(file: "templates/\(name).md"),
      Message(vi: "không có mẫu “\(name)”", en: "there is no template “\(name)”"),
      hint: .suggestion(name, among: sources.templates.names))
  }

  private func tooLarge(_ source: TemplateSource) -> Finding? {
    guard source.text.utf8.count > Self.maximumSize else { return nil }
    return Finding(
      code: "tep-qua-lon", severity: .error, at: Location(file: source.path),
      Message(vi: "tệp mẫu lớn hơn 2 MB", en: "the template file is larger than 2 MB"))
  }
}

/// A template ready to be filled with facts, any number of times and from several threads.
public struct CompiledTemplate: Sendable {
  public let header: TemplateHeader
  let paper: PaperNode
  let body: [BlockNode]
  let slotCount: Int
  let loopCount: Int
  /// Names of narrative texts it asks for literally, sorted.
  public let narratives: [String]
  /// Whether it asks for narrative texts at all, be it by a name that only the facts tell.
  public let showsTexts: Bool
  /// Pictures it asks for literally, sorted.
  public let pictures: [String]
  /// Partials it is made of, sorted.
  public let partials: [String]
  /// The facts it can show, those of its narrative texts left out.
  public let uses: FactMask
  let wording: Wording
}

/// A narrative text ready to be set into reports.
public struct NarrativeText: Sendable {
  public let path: String
  let body: [BlockNode]
  let slotCount: Int
  let loopCount: Int
  public let pictures: [String]
  /// The facts it can show.
  public let uses: FactMask
}
