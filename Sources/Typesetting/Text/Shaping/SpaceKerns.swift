import Graphics

/// How spaces move beside the first and the last character of a word: found once for each character and face.
///
/// That only the neighbour counts is a property of pair kerning, as for `PairTable`. Bounded: a full table begins again.
struct SpaceKerns: ~Copyable {
  private static let capacity = 2048

  private struct Key: Hashable {
    /// UTF-8; longer characters are shaped anew each time.
    var character: UInt64
    var face: Int32
  }

  /// A character without a space, and what a space beside it changes; font units.
  private struct Found {
    var alone: Int
    var before: Int32?
    var after: Int32?
  }

  private var known: [Key: Found] = [:]

  /// Of a space in front of the character `bytes[range]` (UTF-8), or behind it, font units.
  mutating func kern(
    _ bytes: borrowing Scratch<UInt8>, _ range: Range<Int>, isBefore: Bool, _ face: Face,
    _ shaping: borrowing ShapingBuffer
  ) -> Int32 {
    guard range.count <= 8 else {
      let character = bytes.array(range)
      return measure(character, width(character, face, shaping), isBefore: isBefore, face, shaping)
    }
    let key = Key(character: bytes.lane(range), face: Int32(truncatingIfNeeded: face.id.index))
    let known = known[key]
    if let kern = isBefore ? known?.before : known?.after { return kern }
    let character = bytes.array(range)
    var found = known ?? Found(alone: width(character, face, shaping))
    let kern = measure(character, found.alone, isBefore: isBefore, face, shaping)
    if isBefore { found.before = kern } else { found.after = kern }
    if self.known.count >= Self.capacity { self.known.removeAll(keepingCapacity: true) }
    self.known[key] = found
    return kern
  }

  private func measure(
    _ character: [UInt8], _ alone: Int, isBefore: Bool, _ face: Face, _ shaping: borrowing ShapingBuffer
  ) -> Int32 {
    let together = width(isBefore ? [0x20] + character : character + [0x20], face, shaping)
    return Int32(clamping: together - alone - Int(face.spaceAdvance))
  }

  private func width(_ text: [UInt8], _ face: Face, _ shaping: borrowing ShapingBuffer) -> Int {
    var glyphs = Scratch<ShapedGlyph>(capacity: text.count)
    return shaping.shape(text.span, face: face, into: &glyphs)
  }
}
