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
    var space: ShapedGlyph
    var spaceWidth: Double
    var justified: Bool
  }

  private func hand(_ font: Int32, _ face: Face, justified: Bool) -> Hand {
    let scale = source.fonts[Int(font)].scale
    return Hand(
      font: font, scale: scale,
      space: ShapedGlyph(
        id: face.spaceGlyph, advance: face.spaceAdvance, dx: 0, dy: 0, clusterBytes: 1, clusterGlyphs: 1),
      spaceWidth: Double(face.spaceAdvance) * scale, justified: justified)
  }

  private mutating func appendText(
    _ span: TextSource.Span, _ context: TextContext, room: Double, justified: Bool
  ) {
    guard let face = library.faces[Int(source.fonts[Int(span.font)].face)] else { return }
    let hand = hand(span.font, face, justified: justified)
    var index = span.range.lowerBound
    let end = span.range.upperBound
    while index < end {
      let byte = source.bytes[index]
      if byte == 0x20 {
        row.bytes.append(0x20)
        appendSpace(hand, bytes: 1)
        index += 1
      } else if byte == 0xC2, isSpace(at: index) {
        row.bytes.append(index..<index + 2, of: source.bytes)
        appendSpace(hand, bytes: 2)
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

  /// The place of the first space in that range, or its end.
  private func wordEnd(_ range: Range<Int>) -> Int {
    range.lowerBound
      + source.bytes.withSpan(range) { bytes in
        var index = 0
        while index < bytes.count {
          let byte = bytes[index]
          if byte == 0x20 || byte == 0xC2 && index + 1 < bytes.count && bytes[index + 1] == 0xA0 { break }
          index += 1
        }
        return index
      }
  }

  /// Adds a space, whose text is in `row.bytes` already.
  private mutating func appendSpace(_ hand: Hand, bytes: Int) {
    let first = Int32(clamping: row.glyphs.count)
    let text = Int32(clamping: row.bytes.count)
    var glyph = hand.space
    glyph.clusterBytes = UInt8(bytes)
    row.glyphs.append(glyph)
    let width = hand.spaceWidth
    if row.openSpace < 0 { row.openSpace = row.pieces.count }
    row.pieces.append(
      Piece(
        kind: .space, font: hand.font, glyphs: first..<first + 1, text: text - Int32(bytes)..<text, width: width,
        stretch: hand.justified ? width * Self.spaceStretch : 0, shrink: hand.justified ? width * Self.spaceShrink : 0))
  }

  private mutating func appendTab(_ font: Int32) {
    guard let face = library.faces[Int(source.fonts[Int(font)].face)] else { return }
    row.bytes.append(0x20)
    appendSpace(hand(font, face, justified: false), bytes: 1)
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

  /// Adds a shaped word: whole, or in the parts its cuts make of it.
  mutating func append(
    _ word: ShapedWord, _ range: Range<Int>, font: Int32, scale: Double, origin: Origin?, _ context: TextContext,
    room: Double
  ) {
    row.join(word, font: font, scale: scale)
    let glyphs = row.glyphs.count
    let text = row.bytes.count
    row.glyphs.append(Int(word.glyphs.lowerBound)..<Int(word.glyphs.upperBound), of: words.glyphs)
    row.bytes.append(range, of: source.bytes)
    if word.cuts.isEmpty, Double(word.advance) * scale <= room {
      row.pieces.append(
        Piece(
          kind: .word, font: font, glyphs: Int32(clamping: glyphs)..<Int32(clamping: row.glyphs.count),
          text: Int32(clamping: text)..<Int32(clamping: row.bytes.count), width: Double(word.advance) * scale))
      return
    }
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
