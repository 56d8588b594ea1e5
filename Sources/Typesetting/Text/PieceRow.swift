import Graphics

/// The pieces of one text while it is set: scratch arrays, used again for the next text.
struct PieceRow: ~Copyable {
  var glyphs = Scratch<ShapedGlyph>(capacity: room.glyphs)
  var bytes = Scratch<UInt8>(capacity: room.bytes)
  /// From the place of a byte in the source to its place here, for the stretch being set.
  var shift = 0
  var pieces = Scratch<Piece>(capacity: room.pieces)
  /// Pieces between hard breaks.
  var segments = Scratch<Range<Int>>()
  /// First piece of each footnote mark.
  var footnotePieces: [Int] = []
  /// Spaces behind the last word: their first piece, or -1.
  var openSpace = -1
  /// One of them forbids the break.
  var openSpaceTied = false
  /// The last word before them.
  var lastWord: LastWord?
  private var segmentStart = 0

  /// Of a long paragraph, or of a dozen rows of a table.
  static let room = (glyphs: 1536, bytes: 2048, pieces: 512)

  /// So full that what shares it now should be given away.
  var isFull: Bool { pieces.count >= Self.room.pieces * 3 / 4 }

  struct LastWord {
    var traits: WordTraits
    var last: LineBreakClass
    var kernAfter: Int32
    var font: Int32
  }

  mutating func removeAll() {
    glyphs.removeAll()
    bytes.removeAll()
    pieces.removeAll()
    beginText()
  }

  /// Begins another text behind those that are there.
  mutating func beginText() {
    segments.removeAll()
    if !footnotePieces.isEmpty { footnotePieces.removeAll(keepingCapacity: true) }
    segmentStart = pieces.count
    startAfresh()
  }

  /// Forgets what stands before: nothing joins across a tab or hard break.
  mutating func startAfresh() {
    openSpace = -1
    openSpaceTied = false
    lastWord = nil
  }

  mutating func endSegment() {
    segments.append(segmentStart..<pieces.count)
    segmentStart = pieces.count
    startAfresh()
  }

  /// Ends the text. A hard break at its very end does not make another line.
  mutating func endText() {
    if segmentStart < pieces.count { endSegment() }
  }

  /// Decides whether the line may end between the last word and `word`, which follows in font `font`.
  mutating func join(_ word: ShapedWord, font: Int32, scale: Double) {
    defer {
      lastWord = LastWord(traits: word.traits, last: word.last, kernAfter: word.kernAfter, font: font)
      openSpace = -1
      openSpaceTied = false
    }
    if openSpace >= 0 {
      joinAcrossSpace(word, font: font, scale: scale)
    } else if let before = lastWord, LineBreakScanner.mayBreak(between: before.last, word.first) {
      pieces[pieces.count - 1].joint = .cut
    }
  }

  private mutating func joinAcrossSpace(_ word: ShapedWord, font: Int32, scale: Double) {
    if let before = lastWord {
      let allowed =
        !openSpaceTied && LineBreakScanner.mayBreakAcrossSpaces(before.last, word.first)
        && !Ties.holds(before.traits, word.traits)
      pieces[openSpace].joint = allowed ? .free : .tied
      if before.kernAfter != 0, before.font == pieces[openSpace].font {
        pieces[openSpace].width += Double(before.kernAfter) * scale
      }
    }
    if word.kernBefore != 0, font == pieces[pieces.count - 1].font {
      pieces[pieces.count - 1].width += Double(word.kernBefore) * scale
    }
  }

  /// Adds the part of `word` between two cuts; its glyphs are in `row.glyphs` from `start` on, its text in `row.bytes` from `text` on.
  mutating func append(from begin: Cut, to end: Cut, glyphs start: Int, text: Int, font: Int32, scale: Double) {
    pieces.append(
      Piece(
        kind: .word, font: font,
        glyphs: Int32(clamping: start) + begin.glyphs..<Int32(clamping: start) + end.glyphs,
        text: Int32(clamping: text) + begin.bytes..<Int32(clamping: text) + end.bytes,
        width: Double(end.advance - begin.advance) * scale))
  }

  // MARK: Fitting the measure

  /// Loosens ties where what they hold together is wider than `room`, so that a narrow column is left only by a single glyph.
  mutating func loosen(_ segment: Range<Int>, room: Double) {
    var chain = 0.0
    var start = segment.lowerBound
    for index in segment {
      let piece = pieces[index]
      let mayEnd = piece.joint != .tied || piece.kind == .tab
      if mayEnd, piece.kind != .word {
        chain = 0
        start = index + 1
        continue
      }
      chain += piece.width
      if chain > room {
        for tied in start..<index where pieces[tied].joint == .tied && endsWord(tied) { pieces[tied].joint = .relaxed }
        chain = piece.width
        start = index
      }
      if mayEnd {
        chain = 0
        start = index + 1
      }
    }
  }

  /// Whether a line that ends at this piece ends with a word: of several spaces only the first is a place to break.
  private func endsWord(_ index: Int) -> Bool {
    pieces[index].kind == .word || index > 0 && pieces[index - 1].kind == .word
  }

  /// Makes the break before a short last word dear.
  mutating func guardLastWord(_ segment: Range<Int>, shorterThan limit: Double) {
    var width = 0.0
    for index in segment.reversed() {
      let piece = pieces[index]
      if piece.kind == .tab || width > limit { return }
      if piece.kind == .space, piece.joint == .free {
        if width > 0 { pieces[index].joint = .lonely }
        return
      }
      if piece.kind == .word { width += piece.width }
    }
  }

  /// Width of all pieces of a segment as they are, and whether a tab is among them.
  func natural(_ segment: Range<Int>) -> (width: Double, hasTab: Bool) {
    var width = 0.0
    var hasTab = false
    for index in segment {
      width += pieces[index].width
      if pieces[index].kind == .tab { hasTab = true }
    }
    return (width, hasTab)
  }
}

extension PieceRow {
  /// The widest stretch of a segment that cannot be broken.
  func widestChain(_ segment: Range<Int>) -> Double {
    var widest = 0.0
    var chain = 0.0
    for index in segment {
      let piece = pieces[index]
      if piece.kind != .word, piece.joint != .tied || piece.kind == .tab {
        chain = 0
        continue
      }
      chain += piece.width
      widest = max(widest, chain)
      if piece.joint != .tied { chain = 0 }
    }
    return widest
  }
}
