import Graphics

/// How spaces move beside the first and the last character of a word: found once for each character and face.
///
/// That only the neighbour counts is a property of pair kerning, as for `PairTable`. Bounded: a full table begins again.
struct SpaceKerns: ~Copyable {
  private static let capacity = 2048

  private struct Key: Hashable {
    var character: [UInt8]
    var face: Int
    var isBefore: Bool
  }

  private var known: [Key: Int32] = [:]

  /// Of a space in front of that character (UTF-8), font units.
  mutating func before(_ character: [UInt8], _ face: Face, _ shaping: borrowing ShapingBuffer) -> Int32 {
    kern([0x20] + character, Key(character: character, face: face.id.index, isBefore: true), face, shaping)
  }

  /// Of a space behind it.
  mutating func after(_ character: [UInt8], _ face: Face, _ shaping: borrowing ShapingBuffer) -> Int32 {
    kern(character + [0x20], Key(character: character, face: face.id.index, isBefore: false), face, shaping)
  }

  private mutating func kern(
    _ text: [UInt8], _ key: Key, _ face: Face, _ shaping: borrowing ShapingBuffer
  ) -> Int32 {
    if let known = known[key] { return known }
    var glyphs = Scratch<ShapedGlyph>()
    let alone = shaping.shape(key.character.span, face: face, into: &glyphs)
    let kern = Int32(clamping: shaping.shape(text.span, face: face, into: &glyphs) - alone - Int(face.spaceAdvance))
    if known.count >= Self.capacity { known.removeAll(keepingCapacity: true) }
    known[key] = kern
    return kern
  }
}
