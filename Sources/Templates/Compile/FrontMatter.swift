internal import Configuration
internal import Findings

/// The part between the two `---` lines at the head of a template, and the body after it.
struct FrontMatter {
  var yaml: SourceText?
  var body: SourceText

  static func split(_ file: SourceFile, sink: FindingSink) -> FrontMatter {
    let source = file.source
    guard isFence(file, line: 0) else { return FrontMatter(yaml: nil, body: source) }
    for line in 1..<max(1, file.lineCount) where isFence(file, line: line) {
      let start = file.offset(line: 1, codePoint: 0)
      let end = file.range(ofLine: line)
      let after = line + 1 < file.lineCount ? file.range(ofLine: line + 1).lowerBound : source.bytes.count
      return FrontMatter(yaml: source[start..<end.lowerBound], body: source[after..<source.bytes.count])
    }
    sink.error(
      source.span(0..<3), "khoi-chua-dong", vi: "phần đầu mẫu chưa đóng: thiếu dòng --- thứ hai",
      en: "the front matter is not closed: the second --- line is missing")
    return FrontMatter(yaml: nil, body: source[source.bytes.count..<source.bytes.count])
  }

  private static func isFence(_ file: SourceFile, line: Int) -> Bool {
    var range = file.range(ofLine: line)
    while range.count > 3, ExpressionLexer.isSpace(file.bytes[range.upperBound - 1]) {
      range = range.lowerBound..<range.upperBound - 1
    }
    return range.count == 3 && file.bytes[range].allSatisfy { $0 == 0x2D }
  }
}

/// What the front matter says of a template.
public struct TemplateHeader: Sendable, Hashable {
  /// Name of the template: the file's name without extension.
  public var name: String
  /// `ten`: for people.
  public var title: String
  /// `mo_ta`.
  public var summary: String
  /// `pham_vi`: what the template reports about, for example `cap_uy`; empty when it does not say.
  public var scope: String
  /// `ky`: kinds of periods it is made for, for example `quy`, `nam`; empty for all.
  public var periods: [String]
}

/// Front matter -> header and official parts.
struct FrontMatterReader {
  let session: CompileSession
  let scope: Scope
  /// Words `pham_vi` and `ky` may use; empty: any.
  let vocabulary: TemplateVocabulary

  func read(_ yaml: SourceText?, name: String) -> (TemplateHeader, PaperNode) {
    var header = TemplateHeader(name: name, title: name, summary: "", scope: "", periods: [])
    let paper = PaperCompiler(session: session, scope: scope)
    guard let yaml else { return (header, paper.compile(nil)) }
    let (tree, findings) = YAMLTree.parse(yaml)
    session.sink.report(contentsOf: findings)
    let reader = YAMLReader()
    defer { session.sink.report(contentsOf: reader.findings) }
    guard let tree,
      let fields = reader.fields(tree, of: "phần đầu mẫu", known: ["ten", "mo_ta", "pham_vi", "ky", "van_ban"])
    else { return (header, paper.compile(nil)) }
    header.title = fields["ten"].flatMap(reader.text) ?? name
    header.summary = fields["mo_ta"].flatMap(reader.text) ?? ""
    header.scope = fields["pham_vi"].flatMap { word($0, vocabulary.scopes, reader) } ?? ""
    header.periods = fields["ky"].map { periods($0, reader) } ?? []
    return (header, paper.compile(fields["van_ban"]))
  }

  private func periods(_ node: YAMLNode, _ reader: YAMLReader) -> [String] {
    if case .scalar = node.kind { return word(node, vocabulary.periods, reader).map { [$0] } ?? [] }
    return reader.list(node)?.compactMap { word($0, vocabulary.periods, reader) } ?? []
  }

  private func word(_ node: YAMLNode, _ words: [String], _ reader: YAMLReader) -> String? {
    words.isEmpty ? reader.text(node) : reader.choice(node, words.map { ($0, $0) })
  }
}

/// Words the front matter may use, as the rest of the program knows them.
public struct TemplateVocabulary: Sendable, Hashable {
  public var scopes: [String]
  public var periods: [String]

  public init(scopes: [String] = [], periods: [String] = []) {
    self.scopes = scopes
    self.periods = periods
  }
}
