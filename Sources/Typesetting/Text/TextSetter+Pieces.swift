import Documents
import Findings
import Graphics

/// Characters in fonts become pieces: words shaped, spaces with their glue, and between them the decision whether a line may end.
extension TextSetter {
  /// Glue of a space in parts of its width, as TeX takes it for fonts that say nothing: half to grow, a third to give.
  static let spaceStretch = 1.0 / 2
  static let spaceShrink = 1.0 / 3
  /// Bytes after which an address or a code is broken before it is broken anywhere.
  static let breakableSigns: Set<UInt8> = Set("/\\.-_,;:?&=+@#%~|)]}".utf8)

  /// Fills `row` from `source`. `room`: the narrowest line, beyond which words are broken. `justified`: spaces stretch and shrink.
  mutating func compose(_ context: TextContext, room: Double, justified: Bool, tabular: Bool = false) {
    if isSharing { row.beginText() } else { row.removeAll() }
    words.tabularFigures = tabular || context.tabularFigures
    for index in source.spans.indices {
      let span = source.spans[index]
      if span.footnote >= 0 { row.footnotePieces.append(row.pieces.count) }
      switch span.kind {
      case .text: appendText(span, context, room: room, justified: justified)
      case .hardBreak: row.endSegment()
      case .tab: appendTab(span.font)
      }
    }
    row.endText()
  }

  /// A font in use: what each of its words and spaces needs to know.
  private struct Hand {
    var font: Int32
    var scale: Double
    /// Its space, as glyph and as piece.
    var glyph: ShapedGlyph
    var space: Piece

    init(_ font: Int32, _ face: Face, scale: Double, justified: Bool) {
      self.font = font
      self.scale = scale
      glyph = ShapedGlyph(
        id: face.spaceGlyph, advance: face.spaceAdvance, dx: 0, dy: 0, clusterBytes: 1, clusterGlyphs: 1)
      let width = Double(face.spaceAdvance) * scale
      space = Piece(
        kind: .space, font: font, glyphs: 0..<1, text: 0..<1, width: width,
        stretch: justified ? width * TextSetter.spaceStretch : 0, shrink: justified ? width * TextSetter.spaceShrink : 0
      )
    }
  }

  private mutating func appendText(
    _ span: TextSource.Span, _ context: TextContext, room: Double, justified: Bool
  ) {
    let font = source.fonts[Int(span.font)]
    guard let face = library.faces[Int(font.face)] else { return }
    let hand = Hand(span.font, face, scale: font.scale, justified: justified)
    var index = span.range.lowerBound
    let end = span.range.upperBound
    row.shift = row.bytes.count - index
    row.bytes.append(span.range, of: source.bytes)
    while index < end {
      let byte = source.bytes[index]
      if byte == 0x20 {
        appendSpace(hand, text: index + row.shift, bytes: 1)
        index += 1
      } else if byte == 0xC2, isSpace(at: index) {
        appendSpace(hand, text: index + row.shift, bytes: 2)
        row.openSpaceTied = true
        index += 2
      } else {
        let start = index
        index = wordEnd(index + 1..<end)
        appendWord(start..<index, span, hand, face, context, room: room)
      }
    }
  }

  /// U+0020 or U+00A0. (No other character has C2 A0 in its UTF-8.)
  @inline(__always) private func isSpace(at index: Int) -> Bool {
    let byte = source.bytes[index]
    return byte == 0x20 || byte == 0xC2 && index + 1 < source.bytes.count && source.bytes[index + 1] == 0xA0
  }

  /// The place of the first space in that range, or its end: looked for in eight bytes at once.
  @inline(__always) private func wordEnd(_ range: Range<Int>) -> Int {
    var index = range.lowerBound
    while index < range.upperBound {
      let lane = source.bytes.lane(at: index)
      let found = Self.zeros(lane ^ 0x2020_2020_2020_2020) | Self.zeros(lane ^ 0xC2C2_C2C2_C2C2_C2C2)
      index += found.trailingZeroBitCount / 8
      if found == 0 { continue }
      if index >= range.upperBound || isSpace(at: index) { break }
      index += 1
    }
    return min(index, range.upperBound)
  }

  /// The highest bit of the lowest byte that is 0; bits above it mean nothing (Warren, Hacker’s Delight, 6-1).
  @inline(__always) private static func zeros(_ lane: UInt64) -> UInt64 {
    (lane &- 0x0101_0101_0101_0101) & ~lane & 0x8080_8080_8080_8080
  }

  /// Adds a space, whose text is in `row.bytes` already.
  private mutating func appendSpace(_ hand: Hand, text: Int, bytes: Int) {
    let first = Int32(clamping: row.glyphs.count)
    let text = Int32(clamping: text)
    var glyph = hand.glyph
    glyph.clusterBytes = UInt8(bytes)
    row.glyphs.append(glyph)
    if row.openSpace < 0 { row.openSpace = row.pieces.count }
    var space = hand.space
    space.glyphs = first..<first + 1
    space.text = text..<text + Int32(bytes)
    row.pieces.append(space)
  }

  private mutating func appendTab(_ font: Int32) {
    let scale = source.fonts[Int(font)].scale
    guard let face = library.faces[Int(source.fonts[Int(font)].face)] else { return }
    row.bytes.append(0x20)
    appendSpace(Hand(font, face, scale: scale, justified: false), text: row.bytes.count - 1, bytes: 1)
    row.pieces[row.pieces.count - 1].kind = .tab
    row.startAfresh()
  }

  private mutating func appendWord(
    _ range: Range<Int>, _ span: TextSource.Span, _ hand: Hand, _ face: Face, _ context: TextContext, room: Double
  ) {
    let word = words.word(source.bytes, range, face: face)
    if word.lacksGlyph {
      appendMixed(range, span, face, context, room: room)
    } else {
      append(word, range, font: hand.font, scale: hand.scale, origin: span.origin, context, room: room)
    }
  }

  /// Adds a shaped word, whose text is in `row.bytes` already: whole, or in the parts its cuts make of it.
  mutating func append(
    _ word: ShapedWord, _ range: Range<Int>, font: Int32, scale: Double, origin: Origin?, _ context: TextContext,
    room: Double
  ) {
    row.join(word, font: font, scale: scale)
    let glyphs = row.glyphs.count
    let text = range.lowerBound + row.shift
    row.glyphs.append(Int(word.glyphs.lowerBound)..<Int(word.glyphs.upperBound), of: words.glyphs)
    if word.cuts.isEmpty, Double(word.advance) * scale <= room {
      row.pieces.append(
        Piece(
          kind: .word, font: font, glyphs: Int32(clamping: glyphs)..<Int32(clamping: row.glyphs.count),
          text: Int32(clamping: text)..<Int32(clamping: text + range.count), width: Double(word.advance) * scale))
    } else {
      appendParts(
        word, range, glyphs: glyphs, text: text, font: font, scale: scale, origin: origin, context, room: room)
    }
  }

  /// Adds the pieces of a word that may break inside, or must; its glyphs and its text are in the row already.
  @inline(never) private mutating func appendParts(
    _ word: ShapedWord, _ range: Range<Int>, glyphs: Int, text: Int, font: Int32, scale: Double, origin: Origin?,
    _ context: TextContext, room: Double
  ) {
    let whole = Cut(
      glyphs: Int32(clamping: word.glyphs.count), bytes: Int32(clamping: range.count), advance: word.advance)
    if Double(word.advance) * scale > room {
      findings.append(
        TextFindings.longWord(shortened(range), at: TextFindings.location(origin, context)))
      appendLong(whole, glyphs: glyphs, text: text, font: font, room: room)
      return
    }
    var begin = Cut(glyphs: 0, bytes: 0, advance: 0)
    for index in word.cuts {
      let cut = words.cuts[Int(index)]
      row.append(from: begin, to: cut, glyphs: glyphs, text: text, font: font, scale: scale)
      row.pieces[row.pieces.count - 1].joint = .cut
      begin = cut
    }
    row.append(from: begin, to: whole, glyphs: glyphs, text: text, font: font, scale: scale)
  }

  /// Bytes of a word that may break at each of its signs. A longer one is no address: it breaks at the last sign of each line.
  private static let longestAddress = 2_000

  /// A word wider than the measure: parts that end at signs, and where those are too wide still, parts as wide as the measure.
  private mutating func appendLong(_ whole: Cut, glyphs: Int, text: Int, font: Int32, room: Double) {
    let scale = source.fonts[Int(font)].scale
    let offersAll = Int(whole.bytes) <= Self.longestAddress
    var begin = Cut(glyphs: 0, bytes: 0, advance: 0)
    var sign = begin
    var here = begin
    while here.glyphs < whole.glyphs {
      let next = afterCluster(here, whole, glyphs: glyphs)
      if Double(next.advance - begin.advance) * scale > room, here.glyphs > begin.glyphs {
        let end = sign.glyphs > begin.glyphs ? sign : here
        row.append(from: begin, to: end, glyphs: glyphs, text: text, font: font, scale: scale)
        row.pieces[row.pieces.count - 1].joint = sign.glyphs > begin.glyphs ? .sign : .anywhere
        begin = end
      } else {
        here = next
        guard Self.breakableSigns.contains(row.bytes[text + Int(here.bytes) - 1]) else { continue }
        sign = here
        // Not between two signs (`://`), and not before the last character.
        let isAlone = here.bytes < whole.bytes && !Self.breakableSigns.contains(row.bytes[text + Int(here.bytes)])
        guard offersAll, isAlone else { continue }
        row.append(from: begin, to: here, glyphs: glyphs, text: text, font: font, scale: scale)
        row.pieces[row.pieces.count - 1].joint = .sign
        begin = here
      }
    }
    row.append(from: begin, to: whole, glyphs: glyphs, text: text, font: font, scale: scale)
  }

  /// The place behind the cluster of glyphs that begins at `here`.
  private func afterCluster(_ here: Cut, _ whole: Cut, glyphs: Int) -> Cut {
    var next = here
    let first = row.glyphs[glyphs + Int(here.glyphs)]
    next.bytes = min(whole.bytes, next.bytes + max(1, Int32(first.clusterBytes)))
    for _ in 0..<max(1, first.clusterGlyphs) where next.glyphs < whole.glyphs {
      next.advance += Int(row.glyphs[glyphs + Int(next.glyphs)].advance)
      next.glyphs += 1
    }
    return next
  }

  /// The first characters of a word, for a message.
  func shortened(_ range: Range<Int>) -> String {
    let word = source.bytes.string(range.prefix(400))
    return word.count > 40 ? word.prefix(40) + "…" : word
  }
}
