import Graphics

/// How spaces move beside the first and the last character of a word: found once for each character and face.
///
/// That only the neighbour counts is a property of pair kerning, as for `PairTable`. Bounded: a full table begins again.
struct SpaceKerns: ~Copyable {
  private static let capacity = 2048

  /// A character of at most seven bytes (UTF-8) as a number with its length in front, and its face.
  private struct Key: Hashable {
    var character: UInt64
    var face: Int

    init?(_ character: [UInt8], _ face: Face) {
      guard character.count < 8 else { return nil }
      self.character = character.reduce(UInt64(character.count)) { $0 << 8 | UInt64($1) }
      self.face = face.id.index
    }
  }

  /// A character without a space, and what a space beside it changes; font units.
  private struct Found {
    var alone: Int
    var before: Int32?
    var after: Int32?
  }

  private var known: [Key: Found] = [:]

  /// Of a space in front of that character (UTF-8), font units.
  mutating func before(_ character: [UInt8], _ face: Face, _ shaping: borrowing ShapingBuffer) -> Int32 {
    let key = Key(character, face)
    var found = found(key, character, face, shaping)
    if let kern = found.before { return kern }
    let kern = kern([0x20] + character, beside: found, face, shaping)
    found.before = kern
    keep(found, key)
    return kern
  }

  /// Of a space behind it.
  mutating func after(_ character: [UInt8], _ face: Face, _ shaping: borrowing ShapingBuffer) -> Int32 {
    let key = Key(character, face)
    var found = found(key, character, face, shaping)
    if let kern = found.after { return kern }
    let kern = kern(character + [0x20], beside: found, face, shaping)
    found.after = kern
    keep(found, key)
    return kern
  }

  private func found(
    _ key: Key?, _ character: [UInt8], _ face: Face, _ shaping: borrowing ShapingBuffer
  ) -> Found {
    if let key, let found = known[key] { return found }
    var glyphs = Scratch<ShapedGlyph>()
    return Found(alone: shaping.shape(character.span, face: face, into: &glyphs))
  }

  private func kern(
    _ text: [UInt8], beside found: Found, _ face: Face, _ shaping: borrowing ShapingBuffer
  ) -> Int32 {
    var glyphs = Scratch<ShapedGlyph>()
    return Int32(clamping: shaping.shape(text.span, face: face, into: &glyphs) - found.alone - Int(face.spaceAdvance))
  }

  /// A character of more bytes, one with several marks, is not kept.
  private mutating func keep(_ found: Found, _ key: Key?) {
    guard let key else { return }
    if known.count >= Self.capacity { known.removeAll(keepingCapacity: true) }
    known[key] = found
  }
}
