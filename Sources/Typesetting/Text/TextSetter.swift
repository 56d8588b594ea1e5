import Documents
import Findings
import Graphics

/// Sets text in lines: one worker's scratch, used for every paragraph, cell and heading.
///
///     inlines --collect--> characters in fonts --shape--> pieces --break--> ranges of pieces --assemble--> lines
struct TextSetter: ~Copyable {
  let fonts: FontLibrary
  /// What was wrong with the text set so far; the owner takes them out.
  var findings = FindingList()

  let shaping = ShapingBuffer()
  var source = TextSource()

  init(fonts: FontLibrary) {
    self.fonts = fonts
  }

  /// Sets `inlines` in lines no wider than `measure` (points, the style's left and right indent included).
  mutating func lines(
    _ inlines: [Inline], style: BlockStyle, measure: Double, context: TextContext = TextContext()
  ) -> TextBlock {
    let text = SetText()
    source.collect(inlines, style: style, context: context, fonts: fonts, into: text, findings: &findings)
    shape(into: text)
    let breaks = firstFit(text, style: style, measure: measure)
    return assemble(text, breaks, style: style, measure: measure)
  }

  /// How wide and how narrow `inlines` can be set.
  mutating func extent(
    _ inlines: [Inline], style: BlockStyle, context: TextContext = TextContext()
  ) -> TextExtent {
    let text = SetText()
    source.collect(inlines, style: style, context: context, fonts: fonts, into: text, findings: &findings)
    shape(into: text)
    var extent = TextExtent(natural: 0, minimum: 0)
    var line = 0.0
    for piece in text.pieces {
      line += piece.width
      if piece.kind == .tab { line = 0 }
      extent.natural = max(extent.natural, line)
      if piece.kind == .word { extent.minimum = max(extent.minimum, piece.width) }
    }
    let indents = style.leftIndent.points + style.rightIndent.points + max(0, style.firstLineIndent.points)
    return TextExtent(natural: extent.natural + indents, minimum: extent.minimum + indents)
  }

  /// Width of `text` on one line, points.
  mutating func width(_ text: String, style: BlockStyle) -> Double {
    extent([.plain(text)], style: style).natural - style.leftIndent.points - style.rightIndent.points
      - max(0, style.firstLineIndent.points)
  }

  /// Baseline to baseline of that style, points.
  func pitch(_ style: BlockStyle) -> Double {
    let face = fonts.face(bold: style.bold, italic: style.italic)
    return switch style.pitch {
    case .exactly(let length): length.points
    case .multiple(let factor): factor * (face.ascent + face.descent + face.lineGap) * style.size.points
    }
  }

  /// Ascender above and descender below the baseline of that style, points.
  func metrics(_ style: BlockStyle) -> (ascent: Double, descent: Double) {
    let face = fonts.face(bold: style.bold, italic: style.italic)
    return (face.ascent * style.size.points, face.descent * style.size.points)
  }

  private func shape(into text: SetText) {
    for span in source.spans {
      var start = span.range.lowerBound
      while start < span.range.upperBound {
        let isSpace = source.bytes[start] == 0x20
        var end = start + 1
        while !isSpace, end < span.range.upperBound, source.bytes[end] != 0x20, source.bytes[end] != 0x0A { end += 1 }
        if source.bytes[start] == 0x0A { end = start + 1 }
        append(start..<end, span.font, into: text)
        start = end
      }
    }
  }

  private func append(_ range: Range<Int>, _ font: Int32, into text: SetText) {
    let byte = source.bytes[range.lowerBound]
    let first = Int32(text.glyphs.count)
    let from = Int32(text.bytes.count)
    let set = text.fonts[Int(font)]
    guard let face = fonts.faces[Int(set.face)] else { return }
    var width = 0.0
    var kind = Piece.Kind.word
    if byte == 0x0A {
      kind = .tab
    } else {
      width = Double(shaping.shape(source.bytes, range, face: face, into: &text.glyphs)) * set.scale
      text.bytes.append(contentsOf: source.bytes[range])
      if byte == 0x20 { kind = .space }
    }
    text.pieces.append(
      Piece(
        kind: kind, font: font, glyphs: first..<Int32(text.glyphs.count), text: from..<Int32(text.bytes.count),
        width: width, stretch: kind == .space ? width / 2 : 0, shrink: kind == .space ? width / 3 : 0))
  }

  private func firstFit(_ text: SetText, style: BlockStyle, measure: Double) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    let room = measure - style.leftIndent.points - style.rightIndent.points
    var start = 0
    var x = 0.0
    var index = 0
    var lastSpace: Int?
    while index < text.pieces.count {
      let piece = text.pieces[index]
      let limit = lines.isEmpty ? room - style.firstLineIndent.points : room
      if piece.kind == .tab {
        lines.append(start..<index)
        (start, x, lastSpace) = (index + 1, 0, nil)
      } else if piece.kind == .word, x + piece.width > limit, let space = lastSpace {
        lines.append(start..<space)
        (start, x, lastSpace) = (space + 1, 0, nil)
        index = space
      } else {
        if piece.kind == .space { lastSpace = index }
        x += piece.width
      }
      index += 1
    }
    lines.append(start..<text.pieces.count)
    return lines
  }

  private func assemble(_ text: SetText, _ breaks: [Range<Int>], style: BlockStyle, measure: Double) -> TextBlock {
    var lines: [TextLine] = []
    let room = measure - style.leftIndent.points - style.rightIndent.points
    let (ascent, descent) = metrics(style)
    for (number, range) in breaks.enumerated() {
      let indent = number == 0 ? style.firstLineIndent.points : 0
      let natural = range.reduce(0) { $0 + text.pieces[$1].width }
      var line = TextLine(
        text: text, pieces: range, x: style.leftIndent.points + indent, width: natural, ascent: ascent,
        descent: descent, ratio: 0, footnotes: 0..<0)
      let rest = room - indent - natural
      switch style.alignment {
      case .left: break
      case .center: line.x += rest / 2
      case .right: line.x += rest
      case .justified:
        let stretch = range.reduce(0) { $0 + text.pieces[$1].stretch }
        if number < breaks.count - 1, stretch > 0 {
          line.ratio = rest / stretch
          line.width = room - indent
        }
      }
      lines.append(line)
    }
    return TextBlock(lines: lines, pitch: pitch(style), ascent: ascent, descent: descent)
  }
}
