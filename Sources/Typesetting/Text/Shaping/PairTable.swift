import Graphics

/// How one face sets ASCII: the glyph of each character, and what two neighbours do to each other. Numbers and codes are never the same
/// twice, so no cache of words helps them; put together from this table they cost a few nanoseconds a character.
///
/// Filled as pairs are met, by shaping the two characters. Where shaping does anything but move them (ligatures, other glyphs), the pair is
/// marked and words with it are shaped whole. That a word is the sum of its pairs is a property of `kern` and of pair adjustment in
/// `GPOS`; a test compares it with HarfBuzz on whole strings.
struct PairTable {
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

  private var single = [ShapedGlyph?](repeating: nil, count: count)
  private var effects = [Effect](repeating: Effect(), count: count * count)
  private var scratch: [ShapedGlyph] = []

  static func isCovered(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x7F }

  /// The glyph of a character on its own; nil where it is not one plain glyph.
  mutating func glyph(_ byte: UInt8, _ face: Face, _ shaping: borrowing ShapingBuffer) -> ShapedGlyph? {
    let index = Int(byte) - Self.first
    if let known = single[index] { return known }
    scratch.removeAll(keepingCapacity: true)
    _ = shaping.shape([byte], 0..<1, face: face, into: &scratch)
    guard scratch.count == 1, scratch[0].id != 0 else { return nil }
    single[index] = scratch[0]
    return scratch[0]
  }

  /// The advance of a character whose glyph is known, font units.
  func advance(_ byte: UInt8) -> Int32 { single[Int(byte) - Self.first]?.advance ?? 0 }

  /// What the two characters do to each other; nil where they must be shaped together.
  mutating func effect(_ left: UInt8, _ right: UInt8, _ face: Face, _ shaping: borrowing ShapingBuffer) -> Effect? {
    let index = (Int(left) - Self.first) * Self.count + Int(right) - Self.first
    let effect = effects[index]
    switch effect.state {
    case .known: return effect
    case .whole: return nil
    case .unknown: break
    }
    let measured = measure(left, right, face, shaping)
    effects[index] = measured
    return measured.state == .known ? measured : nil
  }

  private mutating func measure(
    _ left: UInt8, _ right: UInt8, _ face: Face, _ shaping: borrowing ShapingBuffer
  ) -> Effect {
    var effect = Effect(state: .whole)
    guard let first = glyph(left, face, shaping), let second = glyph(right, face, shaping) else { return effect }
    scratch.removeAll(keepingCapacity: true)
    _ = shaping.shape([left, right], 0..<2, face: face, into: &scratch)
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
