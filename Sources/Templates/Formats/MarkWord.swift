public import Documents
internal import Vietnamese

/// What a word asked for as a mark is to a format.
public enum MarkWord: Sendable, Hashable {
  /// In the format's own spelling.
  case known(String)
  /// MẬT, TỐI MẬT, TUYỆT MẬT: never printed.
  case secret
  /// With the known word that is nearest.
  case unknown(nearest: String?)
}

extension MarkRules {
  /// A word of urgency (box 10b).
  public func urgency(_ word: String) -> MarkWord { meaning(of: word, among: urgency.map(\.name)) }

  /// A word of circulation (box 11a).
  public func circulation(_ word: String) -> MarkWord { meaning(of: word, among: circulation) }

  /// Case and the place of the tone do not count. A format that names no words knows all.
  private func meaning(of word: String, among known: [String]) -> MarkWord {
    let key = Folding.toneStyleKey(word)
    if secrecy.contains(where: { Folding.toneStyleKey($0) == key }) { return .secret }
    if let own = known.first(where: { Folding.toneStyleKey($0) == key }) { return .known(own) }
    return known.isEmpty ? .known(word) : .unknown(nearest: Nearest.suggest(word, among: known))
  }
}
