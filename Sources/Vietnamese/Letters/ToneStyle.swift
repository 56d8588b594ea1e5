/// The two accepted places of the tone in open syllables with oa, oe, uy. Applied only where the office asks for it,
/// never to a personal name.
public enum ToneStyle: String, Sendable, Hashable, CaseIterable {
  /// hòa, khỏe, ủy
  case old
  /// hoà, khoẻ, uỷ
  case new

  /// `text` with the tone of every open oa, oe, uy in the given style. Syllables with a letter behind the pair
  /// (hoàn, thuyền) and those with qu- (quý) have no choice and stay as they are.
  public static func convert(_ text: String, to style: ToneStyle) -> String {
    convert(text, to: style) { _, _ in true }
  }

  /// The same for prose, which may name persons anywhere: only syllables that begin small change, for every syllable of a name begins
  /// with a capital. `Ủy ban` changes as well; no person is called so.
  public static func convertProse(_ text: String, to style: ToneStyle) -> String {
    convert(text, to: style) { scalars, start in
      Letter(scalars[start])?.isCapital != true || isCommittee(scalars, start)
    }
  }

  /// `Ủy ban`, `Uỷ ban` from `start` on.
  private static func isCommittee(_ scalars: [Unicode.Scalar], _ start: Int) -> Bool {
    let word = Array("ban".unicodeScalars)
    guard start + 5 < scalars.count, let first = Letter(scalars[start]), let second = Letter(scalars[start + 1]),
      first.base == 0x75, second.base == 0x79, first.tone == .hoi || second.tone == .hoi
    else { return false }
    let space = scalars[start + 2]
    return (space == " " || space == "\u{A0}") && Array(scalars[start + 3..<start + 6]) == word
  }

  private static func convert(
    _ text: String, to style: ToneStyle, where mayChange: ([Unicode.Scalar], Int) -> Bool
  ) -> String {
    // Both styles need a tone mark, which is never ASCII.
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    var scalars = Array(NFC.normalize(text).unicodeScalars)
    var changed = false
    for end in scalars.indices.dropFirst() where isOpen(scalars, after: end) {
      guard let (first, second) = pair(scalars, end), let moved = move(first, second, to: style),
        mayChange(scalars, start(scalars, before: end))
      else { continue }
      (scalars[end - 1], scalars[end]) = moved
      changed = true
    }
    return changed ? String(String.UnicodeScalarView(scalars)) : text
  }

  /// Where the syllable that ends at `end` begins.
  private static func start(_ scalars: [Unicode.Scalar], before end: Int) -> Int {
    var start = end
    while start > 0, Letter(scalars[start - 1]) != nil { start -= 1 }
    return start
  }

  /// The pair ending at `index` ends its syllable.
  private static func isOpen(_ scalars: [Unicode.Scalar], after index: Int) -> Bool {
    guard index + 1 < scalars.count else { return true }
    return Letter(scalars[index + 1]) == nil && !scalars[index + 1].properties.isAlphabetic
  }

  /// The two letters ending at `index` when they are oa, oe or uy with one tone, not after q.
  private static func pair(_ scalars: [Unicode.Scalar], _ index: Int) -> (Letter, Letter)? {
    guard let first = Letter(scalars[index - 1]), let second = Letter(scalars[index]),
      first.shape == .plain, second.shape == .plain, (first.tone == .ngang) != (second.tone == .ngang)
    else { return nil }
    switch (first.base, second.base) {
    case (0x6F, 0x61), (0x6F, 0x65): break
    case (0x75, 0x79): break
    default: return nil
    }
    if index >= 2, let before = Letter(scalars[index - 2]), isQ(before) || isVowel(before) { return nil }
    return (first, second)
  }

  private static func isQ(_ letter: Letter) -> Bool { letter.base == 0x71 }

  /// `khuỷu`, `ngoéo`, `loài`… have a third vowel; before the pair it means a foreign word or a typing error.
  private static func isVowel(_ letter: Letter) -> Bool {
    switch letter.base {
    case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79: true
    default: false
    }
  }

  private static func move(
    _ first: Letter, _ second: Letter, to style: ToneStyle
  ) -> (Unicode.Scalar, Unicode.Scalar)? {
    var (first, second) = (first, second)
    let tone = max(first.tone, second.tone)
    (first.tone, second.tone) = style == .old ? (tone, .ngang) : (.ngang, tone)
    guard let a = first.scalar, let b = second.scalar else { return nil }
    return (a, b)
  }
}
