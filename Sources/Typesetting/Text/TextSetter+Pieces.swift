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
    if store == nil { row.removeAll() } else { row.beginText() }
    words.tabularFigures = tabular || context.tabularFigures
    for index in source.spans.indices {
      let span = source.spans[index]
      if span.footnote >= 0 { row.footnotePieces.append(row.pieces.count) }
      switch span.kind {
      case .text: appendText(span, context, room: room, justified: justified)
      case .hardBreak: row.endSegment()
      case .tab:
        appendSpace(0..<0, font: span.font, justified: false)
        row.pieces[row.pieces.count - 1].kind = .tab
        row.startAfresh()
      }
    }
    row.endText()
  }

  private mutating func appendText(
    _ span: TextSource.Span, _ context: TextContext, room: Double, justified: Bool
  ) {
    var index = span.range.lowerBound
    let end = span.range.upperBound
    while index < end {
      let byte = source.bytes[index]
      if byte == 0x20 {
        appendSpace(index..<index + 1, font: span.font, justified: justified)
        index += 1
      } else if byte == 0xC2, source.bytes[index + 1] == 0xA0 {
        appendSpace(index..<index + 2, font: span.font, justified: justified)
        row.openSpaceTied = true
        index += 2
      } else {
        let start = index
        index += 1
        while index < end, !isSpace(at: index) { index += 1 }
        appendWord(start..<index, span, context, room: room)
      }
    }
  }

  /// U+0020 or U+00A0. (No other character has C2 A0 in its UTF-8.)
  private func isSpace(at index: Int) -> Bool {
    source.bytes[index] == 0x20
      || source.bytes[index] == 0xC2 && index + 1 < source.bytes.count && source.bytes[index + 1] == 0xA0
  }

  private mutating func appendSpace(_ range: Range<Int>, font: Int32, justified: Bool) {
    let set = source.fonts[Int(font)]
    guard let face = library.faces[Int(set.face)] else { return }
    let first = Int32(clamping: row.glyphs.count)
    let text = Int32(clamping: row.bytes.count)
    let bytes = max(1, range.count)
    row.glyphs.append(
      ShapedGlyph(
        id: face.spaceGlyph, advance: face.spaceAdvance, dx: 0, dy: 0, clusterBytes: UInt8(bytes), clusterGlyphs: 1))
    if range.isEmpty { row.bytes.append(0x20) } else { row.bytes.append(contentsOf: source.bytes[range]) }
    let width = Double(face.spaceAdvance) * set.scale
    if row.openSpace < 0 { row.openSpace = row.pieces.count }
    row.pieces.append(
      Piece(
        kind: .space, font: font, glyphs: first..<first + 1, text: text..<text + Int32(bytes), width: width,
        stretch: justified ? width * Self.spaceStretch : 0, shrink: justified ? width * Self.spaceShrink : 0))
  }

  private mutating func appendWord(
    _ range: Range<Int>, _ span: TextSource.Span, _ context: TextContext, room: Double
  ) {
    let font = source.fonts[Int(span.font)]
    guard let face = library.faces[Int(font.face)] else { return }
    let word = words.word(source.bytes, range, face: face)
    if word.lacksGlyph {
      appendMixed(range, span, face, context, room: room)
    } else {
      append(word, range, font: span.font, origin: span.origin, context, room: room)
    }
  }

  /// Adds a shaped word: whole, or in the parts its cuts make of it.
  mutating func append(
    _ word: ShapedWord, _ range: Range<Int>, font: Int32, origin: Origin?, _ context: TextContext, room: Double
  ) {
    let scale = source.fonts[Int(font)].scale
    row.join(word, font: font, scale: scale)
    let glyphs = row.glyphs.count
    let text = row.bytes.count
    row.glyphs.append(contentsOf: words.glyphs[Int(word.glyphs.lowerBound)..<Int(word.glyphs.upperBound)])
    row.bytes.append(contentsOf: source.bytes[range])
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
    let word = String(decoding: source.bytes[range.prefix(400)], as: UTF8.self)
    return word.count > 40 ? word.prefix(40) + "…" : word
  }
}
