internal import Configuration
public import Documents
public import Findings
internal import Graphics
internal import Vietnamese

/// Reads a format file (`templates/formats/*.yaml`) into page rules.
///
/// Strict: every key is known, every value of its kind; a format that inherits (`ke_thua`) holds only what differs.
public struct FormatReader: Sendable {
  private let source: @Sendable (String) -> TemplateSource?
  private let names: [String]

  /// Longest chain of `ke_thua`.
  static let maximumInheritance = 8

  /// - Parameters:
  ///   - names: formats there are, for suggestions.
  ///   - source: the text of a format by its name; nil when there is none.
  public init(names: [String], source: @escaping @Sendable (String) -> TemplateSource?) {
    self.names = names
    self.source = source
  }

  /// The format of that name; nil when a finding is an error.
  public func read(_ name: String) -> (Format?, [Finding]) {
    guard let text = source(name) else { return (nil, [unknown(name, nil)]) }
    let (tree, findings) = merged(text, chain: [name])
    guard let tree, findings.isEmpty else { return (nil, findings) }
    let reader = YAMLReader()
    let format = FormatDecoder(reader: reader).format(tree)
    return (reader.findings.isEmpty ? format : nil, reader.findings)
  }

  /// The format and those it inherits from, nearest first; it ends where one cannot be read.
  public func lineage(_ name: String) -> [String] {
    var chain: [String] = []
    var next: String? = name
    while let name = next, !chain.contains(name), chain.count < Self.maximumInheritance, let text = source(name) {
      chain.append(name)
      next = nil
      let (tree, _) = YAMLTree.parse(SourceFile(path: text.path, text: text.text).source)
      guard case .mapping(let entries)? = tree?.kind, let parent = entries.first(where: { $0.key == "ke_thua" }),
        case .scalar(let parentName) = parent.value.kind
      else { continue }
      next = parentName
    }
    return chain
  }

  /// The tree of a file laid over the one it inherits from.
  private func merged(_ source: TemplateSource, chain: [String]) -> (YAMLNode?, [Finding]) {
    let file = SourceFile(path: source.path, text: source.text)
    let (tree, findings) = YAMLTree.parse(file.source)
    guard let tree else {
      return (nil, findings.isEmpty ? [empty(file)] : findings)
    }
    guard case .mapping(let entries) = tree.kind, let parent = entries.first(where: { $0.key == "ke_thua" }),
      case .scalar(let name) = parent.value.kind
    else { return (tree, []) }
    if chain.contains(name) || chain.count >= Self.maximumInheritance {
      return (nil, [circle(parent.value.span, name)])
    }
    guard let base = self.source(name) else { return (nil, [unknown(name, parent.value.span)]) }
    let (below, problems) = merged(base, chain: chain + [name])
    return (below.map { Self.overlay(tree, on: $0) }, problems)
  }

  /// Mappings are joined key by key; anything else is replaced whole.
  private static func overlay(_ top: YAMLNode, on base: YAMLNode) -> YAMLNode {
    guard case .mapping(let own) = top.kind, case .mapping(let inherited) = base.kind else { return top }
    var entries = inherited
    for entry in own {
      if let place = entries.firstIndex(where: { $0.key == entry.key }) {
        entries[place].value = overlay(entry.value, on: entries[place].value)
        entries[place].keySpan = entry.keySpan
      } else {
        entries.append(entry)
      }
    }
    var result = top
    result.kind = .mapping(entries)
    return result
  }

  private func empty(_ file: SourceFile) -> Finding {
    Span(file, 0, 0).finding("the-thuc-trong", Message(vi: "tệp thể thức không có gì", en: "the format file is empty"))
  }

  private func circle(_ span: Span, _ name: String) -> Finding {
    span.finding(
      "the-thuc-vong",
      Message(vi: "thể thức kế thừa vòng tròn qua “\(name)”", en: "formats inherit in a circle through “\(name)”"),
      hint: Message(vi: "bỏ dòng ke_thua ở một tệp", en: "remove ke_thua from one of the files"))
  }

  private func unknown(_ name: String, _ span: Span?) -> Finding {
    let message = Message(vi: "không có thể thức “\(name)”", en: "there is no format “\(name)”")
    let near = Nearest.suggest(name, among: names.filter { $0 != name })
    let hint =
      near.map { Message(vi: "ý bạn là “\($0)”?", en: "did you mean “\($0)”?") }
      ?? Message(
        vi: "các thể thức: \(names.joined(separator: ", "))", en: "formats: \(names.joined(separator: ", "))")
    if let span { return span.finding("the-thuc-khong-biet", message, hint: hint) }
    return Finding(
      code: "the-thuc-khong-biet", severity: .error, at: Location(file: "templates/formats/\(name).yaml"), message,
      hint: hint)
  }
}
