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

/// Every toneless syllable: initials joined with rimes under the spelling rules.
struct SyllableTable: Sendable {
  static let shared = SyllableTable()

  /// Spelling -> whether it ends in a stop.
  private var syllables: [UInt64: Bool] = [:]

  func rimeIsStopped(_ letters: UInt64, _ count: Int) -> Bool? { syllables[letters] }

  /// Initials that stand before any rime.
  private static let free = [
    "", "b", "ch", "d", "đ", "h", "kh", "l", "m", "n", "nh", "p", "ph", "r", "s", "t", "th", "tr", "v", "x",
  ]
  /// Initials only before e, ê, i, y, and those never before them.
  private static let front = ["k", "gh", "ngh"]
  private static let back = ["c", "g", "ng"]

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
    """.split { $0 == " " || $0 == "\n" }.map(String.init)

  private init() {
    syllables.reserveCapacity(Self.rimes.count * (Self.free.count + Self.back.count + 2))
    let (free, front, back) = (
      Self.free.map(Spelling.init), Self.front.map(Spelling.init), Self.back.map(Spelling.init)
    )
    for rime in Self.rimes {
      let isFront = rime.hasPrefix("e") || rime.hasPrefix("ê") || rime.hasPrefix("i") || rime.hasPrefix("y")
      let end = Spelling(rime)
      let isStopped = Self.isStopped(rime)
      for initial in free { add(initial, end, isStopped) }
      for initial in isFront ? front : back { add(initial, end, isStopped) }
      addAfterQu(rime)
      addAfterGi(rime)
    }
  }

  /// `qu` takes the place of an initial with u: quan, quý, quyên, quốc.
  private mutating func addAfterQu(_ rime: String) {
    if let first = rime.first, "uưo".contains(first) { return }
    add(Spelling("qu"), Spelling(rime), Self.isStopped(rime))
  }

  /// `gi` swallows the i of the rime: gì, gìn, giếng; before other vowels it is a plain initial.
  private mutating func addAfterGi(_ rime: String) {
    if rime.hasPrefix("i") { add(Spelling("g"), Spelling(rime), Self.isStopped(rime)) }
    if let first = rime.first, !"iy".contains(first) { add(Spelling("gi"), Spelling(rime), Self.isStopped(rime)) }
  }

  /// Letters are eight bits each, the first in the highest: joining two spellings is a shift.
  private mutating func add(_ initial: Spelling, _ rime: Spelling, _ isStopped: Bool) {
    guard initial.count + rime.count <= Spelling.longest else { return }
    syllables[initial.letters << (8 * UInt64(rime.count)) | rime.letters] = isStopped
  }

  private static func isStopped(_ rime: String) -> Bool {
    rime.hasSuffix("c") || rime.hasSuffix("ch") || rime.hasSuffix("p") || rime.hasSuffix("t")
  }
}
