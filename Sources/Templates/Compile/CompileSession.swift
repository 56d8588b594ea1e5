internal import Configuration
internal import Documents
internal import Findings

/// What one compilation shares: findings, sources, limits, and what has been named so far.
final class CompileSession {
  let sink = FindingSink()
  let sources: TemplateSources
  let styles: Set<StyleName>
  /// Slots and loop counters the evaluation needs.
  private(set) var slotCount = 1
  private(set) var loopCount = 0
  /// Partials being compiled, outermost first.
  var includes: [String] = []
  private var includeCount = 0
  /// Every partial that was included, also by another.
  var partials: Set<String> = []
  /// Names of narrative texts and pictures the template asks for by a literal name.
  var narratives: Set<String> = []
  var pictures: Set<String> = []
  private var labels: Set<String> = []
  private var references: [(label: String, span: Span)] = []
  private(set) var hasOpenLabels = false

  /// Deepest chain of includes, and most includes of one template: more is a mistake, and would grow without bound.
  static let maximumIncludeDepth = 32
  static let maximumIncludes = 1000

  init(sources: TemplateSources, styles: Set<StyleName>) {
    self.sources = sources
    self.styles = styles
  }

  func note(_ scope: Scope) {
    slotCount = max(slotCount, scope.slotCount)
    loopCount = max(loopCount, scope.loopCount)
  }

  /// Counts an include; false when there are too many.
  func countInclude() -> Bool {
    includeCount += 1
    return includeCount <= Self.maximumIncludes
  }

  // MARK: Labels

  func define(_ label: String, _ span: Span) {
    // The same label in both arms of an `if` is allowed; two on one page are typesetting's to report.
    labels.insert(label)
  }

  func refer(_ label: String, _ span: Span) { references.append((label, span)) }

  /// Texts written by people may bring labels of their own: unknown ones are then left to typesetting.
  func openLabels() { hasOpenLabels = true }

  func checkLabels() {
    guard !hasOpenLabels else { return }
    for (label, span) in references where !labels.contains(label) {
      sink.error(
        span, "nhan-khong-biet", vi: "không có nhãn “\(label)” để dẫn tới",
        en: "there is no label “\(label)” to refer to",
        hint: .suggestion(label, among: labels.sorted()))
    }
  }

  // MARK: Styles

  func checkStyle(_ name: StyleName, _ span: Span) {
    guard !styles.contains(name) else { return }
    sink.error(
      span, "kieu-khong-biet", vi: "thể thức không có kiểu “\(name.rawValue)”",
      en: "the format has no style “\(name.rawValue)”",
      hint: .suggestion(name.rawValue, among: styles.map(\.rawValue).sorted(), list: false))
  }
}
