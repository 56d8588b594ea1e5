/// What a Vietnamese syllable can be: initial + rime + at most one tone, as tables.
public enum Syllable {
  /// True when `word` is one possible syllable in any case: `Đảng`, `ủy`, `uỷ`, `quý`. Decomposed letters are taken
  /// apart only by `NFC.normalize`; a word in another form is not legal.
  public static func isLegal(_ word: some StringProtocol) -> Bool {
    var spelling = Spelling()
    for scalar in word.unicodeScalars {
      guard let letter = Letter(scalar), spelling.append(letter) else { return false }
    }
    return spelling.isLegal
  }

  /// True when `word` is a syllable with a tone or a letter that ASCII lacks: only such words tell encodings apart.
  static func isMarked(_ word: some StringProtocol) -> Bool { word.utf8.contains { $0 >= 0x80 } }
}

/// The letters of one syllable without tone, eight bits each, and its tone.
struct Spelling: Sendable {
  private(set) var letters: UInt64 = 0
  private(set) var count = 0
  private(set) var tone = Tone.ngang

  /// `nghiêng` has seven letters.
  static let longest = 7

  /// False when the word is longer than any syllable (`nghiêng` has seven letters) or carries a second tone.
  mutating func append(_ letter: Letter) -> Bool {
    if count == Self.longest || (letter.tone != .ngang && tone != .ngang) { return false }
    if letter.tone != .ngang { tone = letter.tone }
    letters = letters << 8 | UInt64(letter.toneless)
    count += 1
    return true
  }

  /// The spelling of lower-case letters without tone; used to build the tables.
  init(_ text: String = "") {
    for scalar in text.unicodeScalars {
      if let letter = Letter(scalar) { _ = append(letter) }
    }
  }

  var isLegal: Bool {
    guard count > 0, let isStopped = SyllableTable.shared.rimeIsStopped(letters, count) else { return false }
    // Syllables that end in c, ch, p, t have only two tones.
    return !isStopped || tone == .sac || tone == .nang
  }
}

/// Every toneless syllable, as initials and rimes with the rules that join them: a few hundred entries instead of some thousand syllables, which
/// every run would have to put together first.
struct SyllableTable: Sendable {
  static let shared = SyllableTable()

  private struct Rime {
    /// Ends in c, ch, p, t.
    var isStopped: Bool
    /// Begins with e, ê, i, y.
    var isFront: Bool
    var beginsWithI: Bool
    var beginsWithY: Bool
    /// Begins with u, ư, o.
    var isRounded: Bool

    init(_ rime: String) {
      // By scalars: a letter is one, and looking for graphemes would make these tables a cost of every start.
      let letters = Array(rime.unicodeScalars)
      let first = letters.first
      isStopped = letters.last == "c" || letters.last == "p" || letters.last == "t" || letters.suffix(2) == ["c", "h"]
      isFront = first == "e" || first == "ê" || first == "i" || first == "y"
      beginsWithI = first == "i"
      beginsWithY = first == "y"
      isRounded = first == "u" || first == "ư" || first == "o"
    }
  }

  private enum Initial {
    /// Before any rime.
    case free
    /// Only before e, ê, i, y.
    case front
    /// Never before them.
    case back
    /// g, which is a back initial but for gì, gìn: there the i of the rime belongs to both.
    case g
    /// gi swallows the i of the rime: giếng is g + iêng; before other vowels it is a plain initial.
    case gi
    /// qu takes the place of an initial with u: quan, quý, quyên, quốc.
    case qu
  }

  private let rimes: [UInt64: Rime]
  private let initials: [UInt64: Initial]

  /// Whether the rime of a syllable ends in a stop; nil for letters that are no syllable.
  func rimeIsStopped(_ letters: UInt64, _ count: Int) -> Bool? {
    // Letters are eight bits each, the first in the highest: a syllable is parted by shifts.
    for length in 0..<min(count, Self.longestInitial + 1) {
      let bits = UInt64(8 * (count - length))
      guard let rime = rimes[letters & (1 << bits - 1)], let initial = initials[letters >> bits] else { continue }
      if Self.mayJoin(initial, rime) { return rime.isStopped }
    }
    return nil
  }

  private static func mayJoin(_ initial: Initial, _ rime: Rime) -> Bool {
    switch initial {
    case .free: true
    case .front: rime.isFront
    case .back: !rime.isFront
    case .g: !rime.isFront || rime.beginsWithI
    case .gi: !rime.beginsWithI && !rime.beginsWithY
    case .qu: !rime.isRounded
    }
  }

  /// `ngh`.
  private static let longestInitial = 3
  /// Initials that stand before any rime.
  private static let free = [
    "", "b", "ch", "d", "đ", "h", "kh", "l", "m", "n", "nh", "p", "ph", "r", "s", "t", "th", "tr", "v", "x",
  ]
  /// Initials only before e, ê, i, y, and those never before them.
  private static let front = ["k", "gh", "ngh"]
  private static let back = ["c", "ng"]

  /// Rimes, by their first vowels.
  private static let rimes = """
    a ac ach ai am an ang anh ao ap at au ay
    ăc ăm ăn ăng ăp ăt
    âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et
    ê êch êm ên ênh êp êt êu
    i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
    o oc oi om on ong op ot oong ooc oa oac oach oai oam oan oang oanh oao oap oat oay
    oăc oăm oăn oăng oăt oe oem oen oeo oet
    ô ôc ôi ôm ôn ông ôp ôt
    ơ ơi ơm ơn ơp ơt
    u ua uc ui um un ung up ut uân uâng uât uây uê uêch uênh uôc uôi uôm uôn uông uôt
    uơ uy uya uych uyn uynh uyp uyt uyu uyên uyêt
    ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
    y ych ynh yt yêm yên yêng yêt yêu
    """.unicodeScalars.split { $0 == " " || $0 == "\n" }.map { String($0) }

  private init() {
    var (rimes, initials): ([UInt64: Rime], [UInt64: Initial]) = ([:], [:])
    for rime in Self.rimes { rimes[Spelling(rime).letters] = Rime(rime) }
    for initial in Self.free { initials[Spelling(initial).letters] = .free }
    for initial in Self.front { initials[Spelling(initial).letters] = .front }
    for initial in Self.back { initials[Spelling(initial).letters] = .back }
    for (initial, kind) in [("g", Initial.g), ("gi", .gi), ("qu", .qu)] { initials[Spelling(initial).letters] = kind }
    (self.rimes, self.initials) = (rimes, initials)
  }
}
