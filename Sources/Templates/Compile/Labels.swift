internal import Configuration
public import Findings
internal import Vietnamese

/// `nhan.yaml`: the words of reports an office may change without copying a template, `{{ nhan.ca_nhan }}`.
///
/// Several files lie over each other, the nearest last: an office writes only the lines it changes.
public struct Labels: Sendable {
  private(set) var texts: [String: String] = [:]
  public private(set) var findings: [Finding] = []

  public init(_ sources: [TemplateSource] = []) {
    for source in sources { add(source) }
  }

  /// Names of all labels, sorted.
  public var names: [String] { texts.keys.sorted() }

  private mutating func add(_ source: TemplateSource) {
    let file = SourceFile(path: source.path, text: source.text)
    let (tree, problems) = YAMLTree.parse(file.source)
    findings += problems
    guard let tree else { return }
    guard case .mapping(let entries) = tree.kind else {
      findings.append(
        tree.span.finding(
          "gia-tri-sai", Message(vi: "ở đây cần các dòng “nhãn: chữ”", en: "expected lines “label: text” here")))
      return
    }
    let known = names
    for entry in entries { add(entry, known) }
  }

  private mutating func add(_ entry: YAMLEntry, _ known: [String]) {
    guard case .scalar(let text) = entry.value.kind else {
      findings.append(
        entry.value.span.finding("gia-tri-sai", Message(vi: "ở đây cần chữ", en: "expected text here")))
      return
    }
    if !known.isEmpty, texts[entry.key] == nil, let near = Nearest.suggest(entry.key, among: known) {
      findings.append(
        entry.keySpan.finding(
          "nhan-moi",
          Message(
            vi: "nhãn “\(entry.key)” không thay nhãn nào có sẵn", en: "the label “\(entry.key)” replaces none there is"),
          severity: .warning, hint: Message(vi: "ý bạn là “\(near)”?", en: "did you mean “\(near)”?")))
    }
    texts[entry.key] = NFC.normalize(text)
  }

  /// The words the program itself writes.
  var wording: Wording {
    var wording = Wording()
    for (name, path) in Wording.labels { if let text = texts[name] { wording[keyPath: path] = text } }
    return wording
  }
}

/// Words the program writes of its own, beside those of templates and formats.
public struct Wording: Sendable, Hashable {
  public var appendix = "PHỤ LỤC"
  public var subtotal = "Cộng"
  public var and = "và"
  public var increase = "tăng"
  public var decrease = "giảm"
  public var same = "giữ nguyên"

  public init() {}

  /// Their names in `nhan.yaml`.
  static var labels: [(String, WritableKeyPath<Wording, String>)] {
    [
      ("phu_luc", \.appendix), ("cong", \.subtotal), ("va", \.and), ("tang", \.increase), ("giam", \.decrease),
      ("giu_nguyen", \.same),
    ]
  }
}
