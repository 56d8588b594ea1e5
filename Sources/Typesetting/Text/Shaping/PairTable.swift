import Graphics

/// How each face sets ASCII: the glyph of each character, and what two neighbours do to each other. Numbers and codes are never the same
/// twice, so no cache of words helps them; put together from this table they cost a few nanoseconds a character.
///
/// Filled as pairs are met, by shaping the two characters. Where shaping does anything but move them (ligatures, other glyphs), the pair is
/// marked and words with it are shaped whole. That a word is the sum of its pairs is a property of `kern` and of pair adjustment in
/// `GPOS`; a test compares it with HarfBuzz on whole strings.
struct PairTable: ~Copyable {
  /// Font units added to both advances and offsets.
  struct Effect {
    var firstAdvance: Int16 = 0
    var secondAdvance: Int16 = 0
    var firstX: Int16 = 0
    var secondX: Int16 = 0
    var state = State.unknown

    enum State: UInt8 {
      case unknown
      case known
      case whole
    }
  }

  /// U+0020 to U+007E.
  static let first = 0x20
  static let count = 0x5F

  /// By face, then by character or pair of characters.
  private var single = Scratch<ShapedGlyph?>(capacity: 4 * count)
  private var effects = Scratch<Effect>(capacity: 4 * count * count)
  private var scratch = Scratch<ShapedGlyph>()

  static func isCovered(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x7F }

  /// Makes room for that face; before anything is asked of it.
  mutating func open(_ face: Face) {
    while single.count < (face.id.index + 1) * Self.count {
      single.append(repeating: nil, count: Self.count)
      effects.append(repeating: Effect(), count: Self.count * Self.count)
    }
  }

  private static func place(_ byte: UInt8, _ face: Face) -> Int { face.id.index * count + Int(byte) - first }

  /// The glyph of a character on its own; nil where it is not one plain glyph.
  mutating func glyph(_ byte: UInt8, _ face: Face, _ shaping: borrowing ShapingBuffer) -> ShapedGlyph? {
    let place = Self.place(byte, face)
    if let known = single[place] { return known }
    scratch.removeAll()
    _ = shaping.shape([byte].span, face: face, into: &scratch)
    guard scratch.count == 1, scratch[0].id != 0 else { return nil }
    single[place] = scratch[0]
    return scratch[0]
  }

  /// What the two characters do to each other; nil where they must be shaped together.
  mutating func effect(_ left: UInt8, _ right: UInt8, _ face: Face, _ shaping: borrowing ShapingBuffer) -> Effect? {
    let place = Self.place(left, face) * Self.count + Int(right) - Self.first
    let known = effects[place]
    switch known.state {
    case .known: return known
    case .whole: return nil
    case .unknown: break
    }
    let measured = measure(left, right, face, shaping)
    effects[place] = measured
    return measured.state == .known ? measured : nil
  }

  private mutating func measure(
    _ left: UInt8, _ right: UInt8, _ face: Face, _ shaping: borrowing ShapingBuffer
  ) -> Effect {
    var effect = Effect(state: .whole)
    guard let first = glyph(left, face, shaping), let second = glyph(right, face, shaping) else { return effect }
    scratch.removeAll()
    _ = shaping.shape([left, right].span, face: face, into: &scratch)
    guard scratch.count == 2, scratch[0].id == first.id, scratch[1].id == second.id, scratch[0].clusterBytes == 1,
      scratch[0].dy == first.dy, scratch[1].dy == second.dy
    else { return effect }
    effect.firstAdvance = Int16(clamping: scratch[0].advance - first.advance)
    effect.secondAdvance = Int16(clamping: scratch[1].advance - second.advance)
    effect.firstX = scratch[0].dx &- first.dx
    effect.secondX = scratch[1].dx &- second.dx
    effect.state = .known
    return effect
  }
}
