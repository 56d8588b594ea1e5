internal import Facts
internal import Vietnamese

/// Asks many facts whether they equal one: `Fact.compare(fact, wanted) == 0`.
///
/// A column of a list holds few different texts, and two spellings of one text are found only by building keys: answers are remembered, and
/// the keys of the wanted text are made once.
struct FactMatch {
  private let wanted: Fact
  private let text: String?
  /// Keys of the wanted text, made when the first other text is met.
  private var keys: (tone: String, order: CollationKey)?
  private var known: [(text: String, holds: Bool)] = []

  /// Texts remembered; a column of more different ones is compared afresh from there on.
  private static let most = 16

  init(_ wanted: Fact) {
    self.wanted = wanted
    if case .text(let text, _) = wanted { self.text = text } else { text = nil }
  }

  mutating func holds(_ fact: Fact) -> Bool {
    guard let text, case .text(let other, _) = fact else { return Fact.compare(fact, wanted) == 0 }
    if Self.isSame(other, text) { return true }
    for entry in known where Self.isSame(entry.text, other) { return entry.holds }
    let holds = isEqual(other, text)
    if known.count < Self.most { known.append((other, holds)) }
    return holds
  }

  /// As `Fact.compare` tells texts equal.
  private mutating func isEqual(_ other: String, _ text: String) -> Bool {
    if Folding.isSurelyOther(other, text) { return false }
    let keys = keys ?? (Folding.toneStyleKey(text), Collation.key(text))
    self.keys = keys
    return Self.isSame(Folding.toneStyleKey(other), keys.tone) || Collation.key(other) == keys.order
  }

  /// Byte by byte: canonical equivalence, which `==` looks for, costs a walk through both texts.
  private static func isSame(_ left: String, _ right: String) -> Bool {
    // Most texts of a column differ in length already.
    guard left.utf8.count == right.utf8.count else { return false }
    return ByteLanes.isEqual(left.utf8Span.span, right.utf8Span.span)
  }
}
