internal import Configuration
internal import Facts
internal import Findings
internal import Vietnamese

/// Where the stages of compiling put what they find. One per compilation; keeps the first two hundred.
final class FindingSink {
  private(set) var findings: [Finding] = []
  private(set) var hasErrors = false
  /// Facts of the report that expressions name.
  private(set) var uses = FactMask.nothing

  /// A file with more mistakes than this is not a template; the rest would bury the first.
  static let limit = 200

  func report(_ finding: Finding) {
    if finding.severity == .error { hasErrors = true }
    if findings.count < Self.limit { findings.append(finding) }
  }

  func report(contentsOf more: [Finding]) {
    for finding in more { report(finding) }
  }

  /// Whether an expression asks if a narrative text was written.
  private(set) var asksForTexts = false

  func noteText() { asksForTexts = true }

  /// An expression names the fact at this path of the report's facts.
  func note(use path: [Int]) { uses.insert(path) }

  func error(_ span: Span, _ code: String, vi: String, en: String, hint: Message? = nil) {
    report(span.finding(code, Message(vi: vi, en: en), hint: hint))
  }

  func warning(_ span: Span, _ code: String, vi: String, en: String, hint: Message? = nil) {
    report(span.finding(code, Message(vi: vi, en: en), severity: .warning, hint: hint))
  }
}

extension Message {
  /// “ý bạn là …?” for the nearest of the candidates, else the list of them when it is short.
  static func suggestion(_ word: String, among candidates: [String], list: Bool = true) -> Message? {
    let others = candidates.filter { $0 != word }
    if let near = Nearest.suggest(word, among: others) {
      return Message(vi: "ý bạn là “\(near)”?", en: "did you mean “\(near)”?")
    }
    guard list, !others.isEmpty else { return nil }
    let shown = others.prefix(12).joined(separator: ", ") + (others.count > 12 ? ", …" : "")
    return Message(vi: "có: \(shown)", en: "there are: \(shown)")
  }
}
