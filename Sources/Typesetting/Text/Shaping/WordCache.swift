import Graphics

/// A word as one face shapes it, with all that line breaking asks of it. Distances in font units.
struct ShapedWord {
  /// In `WordCache.glyphs`.
  var glyphs: Range<Int32>
  /// In `WordCache.cuts`: places inside where a line may end.
  var cuts: Range<Int32>
  /// 64 bits, since a megabyte of wide characters in one word passes 2³¹ units.
  var advance: Int
  /// What a space before and after the word is wider (or, negative, narrower) for standing there.
  var kernBefore: Int32 = 0
  var kernAfter: Int32 = 0
  var traits: WordTraits
  var first: LineBreakClass
  var last: LineBreakClass
  /// A character has no glyph in the face.
  var lacksGlyph = false
}

/// A place inside a word where a line may end.
struct Cut {
  /// Glyphs and bytes of the word before it, and their advance.
  var glyphs: Int32
  var bytes: Int32
  var advance: Int
}

/// Words already shaped, by face and bytes. Vietnamese is written in some thousands of syllables, so nearly every word of a report is here.
///
/// Bounded: words with digits (numbers, codes) and long ones are shaped anew each time, and a full cache begins again from nothing, which
/// costs one shaping per syllable and keeps no order of use. Everything is in font units, so all sizes share an entry.
struct WordCache: ~Copyable {
  static let capacity = 4096
  /// Bytes.
  static let longestWord = WordKey.longest

  struct Entry {
    var key: WordKey
    var word: ShapedWord
  }

  private(set) var glyphs = Scratch<ShapedGlyph>(capacity: 4096)
  private(set) var cuts = Scratch<Cut>()
  private var entries = Scratch<Entry>(capacity: 512)
  /// Open addressing, twice the capacity, -1 for empty.
  private var slots = Scratch<Int32>(repeating: -1, count: 2 * capacity)
  /// How much of `glyphs` and `cuts` belongs to entries; what follows belongs to the last word that was not kept.
  private var keptGlyphs = 0
  private var keptCuts = 0
  private var pairs = PairTable()
  private var spaceKerns = SpaceKerns()

  let shaping = ShapingBuffer()
  /// Figures, points and commas are not kerned with each other, so that they stand in columns.
  var tabularFigures = false

  var count: Int { entries.count }

  /// The word `bytes[range]`. Its glyphs and cuts stay where they are until the next call.
  mutating func word(_ bytes: borrowing Scratch<UInt8>, _ range: Range<Int>, face: Face) -> ShapedWord {
    guard let key = WordKey(bytes, range, face: face.id.index) else {
      return figures(bytes, range, face: face) ?? shape(bytes, range, face: face)
    }
    var slot = key.hash & (slots.count - 1)
    while slots[slot] >= 0 {
      let entry = Int(slots[slot])
      if entries[entry].key == key { return entries[entry].word }
      slot = (slot + 1) & (slots.count - 1)
    }
    return insert(bytes, range, face: face, key: key, slot: slot)
  }

  private mutating func insert(
    _ bytes: borrowing Scratch<UInt8>, _ range: Range<Int>, face: Face, key: WordKey, slot: Int
  ) -> ShapedWord {
    if entries.count >= Self.capacity {
      removeAll()
      return insert(bytes, range, face: face, key: key, slot: key.hash & (slots.count - 1))
    }
    let word = shape(bytes, range, face: face)
    keptGlyphs = glyphs.count
    keptCuts = cuts.count
    slots[slot] = Int32(entries.count)
    entries.append(Entry(key: key, word: word))
    return word
  }

  private mutating func removeAll() {
    entries.removeAll()
    glyphs.removeAll()
    cuts.removeAll()
    keptGlyphs = 0
    keptCuts = 0
    for index in slots.indices { slots[index] = -1 }
  }

  // MARK: Shaping

  /// A word of ASCII put together from pairs; nil where it must be shaped.
  private mutating func figures(
    _ bytes: borrowing Scratch<UInt8>, _ range: Range<Int>, face: Face
  ) -> ShapedWord? {
    guard range.count <= Self.longestWord else { return nil }
    var isNumber = true
    for index in range {
      let byte = bytes[index]
      if !PairTable.isCovered(byte) { return nil }
      isNumber = isNumber && byte &- 0x30 <= 9
    }
    pairs.open(face)
    dropUnkept()
    var word = ShapedWord(
      glyphs: Int32(keptGlyphs)..<Int32(keptGlyphs + range.count), cuts: 0..<0, advance: 0,
      traits: isNumber ? .number : bytes.withSpan(range) { WordTraits(figures: $0) }, first: .nu, last: .nu)
    var before: UInt8 = 0x20
    for index in range {
      let byte = bytes[index]
      guard var glyph = pairs.glyph(byte, face, shaping), var effect = pairs.effect(before, byte, face, shaping) else {
        return nil
      }
      word.advance += Int(glyph.advance)
      if tabularFigures, Self.isFigure(before), Self.isFigure(byte) { effect = PairTable.Effect() }
      if index == range.lowerBound {
        word.kernBefore = Int32(effect.firstAdvance) + Int32(effect.secondAdvance)
      } else {
        glyphs[glyphs.count - 1].advance += Int32(effect.firstAdvance)
        glyphs[glyphs.count - 1].dx &+= effect.firstX
        glyph.advance += Int32(effect.secondAdvance)
        glyph.dx &+= effect.secondX
        word.advance += Int(effect.firstAdvance) + Int(effect.secondAdvance)
      }
      glyphs.append(glyph)
      before = byte
    }
    guard let after = pairs.effect(before, 0x20, face, shaping) else { return nil }
    word.kernAfter = Int32(after.firstAdvance) + Int32(after.secondAdvance)
    // Between two digits no line ends.
    if !isNumber { scan(bytes, range, of: &word) }
    return word
  }

  /// `0` to `9`, `.` and `,`.
  private static func isFigure(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 || byte == 0x2E || byte == 0x2C }

  private mutating func dropUnkept() {
    glyphs.removeLast(glyphs.count - keptGlyphs)
    cuts.removeLast(cuts.count - keptCuts)
  }

  private mutating func shape(_ bytes: borrowing Scratch<UInt8>, _ range: Range<Int>, face: Face) -> ShapedWord {
    dropUnkept()
    let advance = bytes.withSpan(range) { shaping.shape($0, face: face, into: &glyphs) }
    let isShort = range.count <= Self.longestWord
    var word = ShapedWord(
      glyphs: Int32(keptGlyphs)..<Int32(clamping: glyphs.count), cuts: 0..<0, advance: advance,
      traits: isShort ? bytes.withSpan(range) { WordTraits(of: $0) } : [], first: .al, last: .al)
    for index in word.glyphs where glyphs[Int(index)].id == 0 { word.lacksGlyph = true }
    scan(bytes, range, of: &word)
    if face.kernsSpace { kern(&word, bytes, range, face: face) }
    return word
  }

  /// Classes at both ends, and the places inside where a line may end.
  private mutating func scan(_ bytes: borrowing Scratch<UInt8>, _ range: Range<Int>, of word: inout ShapedWord) {
    var scanner = LineBreakScanner()
    let keepsWhole = word.traits.contains(.symbol)
    var index = range.lowerBound
    while index < range.upperBound {
      let (kind, length) = LineBreakClass.read(bytes, at: index)
      if index == range.lowerBound { word.first = kind }
      if scanner.next(kind) == .allowed, !keepsWhole { addCut(at: index - range.lowerBound, in: word) }
      index += length
    }
    word.last = scanner.last
    word.cuts = Int32(keptCuts)..<Int32(clamping: cuts.count)
  }

  /// Adds a cut before the byte `offset` of the word, where a cluster of glyphs begins there.
  private mutating func addCut(at offset: Int, in word: ShapedWord) {
    // Cuts come in order: go on from the last one.
    var cut = cuts.count > keptCuts ? cuts[cuts.count - 1] : Cut(glyphs: 0, bytes: 0, advance: 0)
    let start = Int(word.glyphs.lowerBound)
    while Int(cut.bytes) < offset, start + Int(cut.glyphs) < glyphs.count {
      let glyph = glyphs[start + Int(cut.glyphs)]
      cut.bytes += Int32(glyph.clusterBytes)
      cut.advance += Int(glyph.advance)
      cut.glyphs += 1
      // The further glyphs of the cluster.
      while start + Int(cut.glyphs) < glyphs.count, glyphs[start + Int(cut.glyphs)].clusterBytes == 0 {
        cut.advance += Int(glyphs[start + Int(cut.glyphs)].advance)
        cut.glyphs += 1
      }
    }
    if Int(cut.bytes) == offset { cuts.append(cut) }
  }

  /// What a space before and after the word is moved: by the characters at its ends, each shaped once with a space.
  private mutating func kern(
    _ word: inout ShapedWord, _ bytes: borrowing Scratch<UInt8>, _ range: Range<Int>, face: Face
  ) {
    guard !word.glyphs.isEmpty else { return }
    let first = Int(glyphs[Int(word.glyphs.lowerBound)].clusterBytes)
    var last = Int(word.glyphs.upperBound) - 1
    while last > Int(word.glyphs.lowerBound), glyphs[last].clusterBytes == 0 { last -= 1 }
    let size = Int(glyphs[last].clusterBytes)
    // The cluster sizes of a word without an end in sight are cut off; such a word stands alone.
    guard first > 0, first <= range.count, size > 0, size <= range.count else { return }
    word.kernBefore = spaceKerns.kern(bytes, range.prefix(first), isBefore: true, face, shaping)
    word.kernAfter = spaceKerns.kern(bytes, range.suffix(size), isBefore: false, face, shaping)
  }
}
