import Documents
import Graphics

extension TextLine {
  /// Places the line: `x` is the left edge of the measure, `baseline` the line's, both in points from the upper left corner.
  func emit(x: Double, baseline: Double, into frame: inout FrameBuilder) {
    line.emit(text, x: x, baseline: baseline, into: &frame)
  }
}

extension SetLine {
  /// Places the line of `text`: `left` is the left edge of the measure.
  func emit(_ text: SetText, x left: Double, baseline: Double, into frame: inout FrameBuilder) {
    var x = left + self.x
    frame.endRun()
    if text.isOrnate { return emitOrnate(text, x: x, baseline: baseline, into: &frame) }
    // Held here, so that no piece and no glyph counts a reference.
    let (allPieces, allFonts, allGlyphs, allBytes) = (text.pieces, text.fonts, text.glyphs, text.bytes)
    let (row, fonts) = (allPieces.span, allFonts.span)
    let (glyphs, bytes) = (allGlyphs.span, allBytes.span)
    var font: Int32 = -1
    var (scale, rise) = (0.0, 0.0)
    for index in pieces {
      if row[index].font != font {
        font = row[index].font
        (scale, rise) = (fonts[Int(font)].scale, fonts[Int(font)].rise)
        frame.use(fonts[Int(font)])
      }
      let width = width(of: row[index])
      if row[index].leader == .none {
        frame.place(row[index].glyphs, row[index].text, glyphs, bytes, scale: scale, x: x, y: baseline - rise)
      } else {
        frame.placeLeader(row[index], of: text, fonts[Int(font)], x: x, y: baseline - rise, width: width)
      }
      x += width
    }
    frame.endRun()
  }

  /// Of a piece as set: its space stretched or shrunk.
  private func width(of piece: Piece) -> Double {
    piece.width + (ratio >= 0 ? ratio * piece.stretch : ratio * piece.shrink)
  }

  /// The same for text with underlines or links.
  private func emitOrnate(_ text: SetText, x left: Double, baseline: Double, into frame: inout FrameBuilder) {
    var x = left
    var ornament = Ornament()
    let (glyphs, bytes) = (text.glyphs, text.bytes)
    for index in pieces {
      let piece = text.pieces[index]
      let font = text.fonts[Int(piece.font)]
      ornament.go(to: font, at: x, baseline: baseline, text)
      let width = width(of: piece)
      frame.use(font)
      if piece.leader != .none {
        frame.placeLeader(piece, of: text, font, x: x, y: baseline - font.rise, width: width)
      } else {
        frame.place(
          piece.glyphs, piece.text, glyphs.span, bytes.span, scale: font.scale, x: x, y: baseline - font.rise)
      }
      x += width
    }
    frame.endRun()
    ornament.end(at: x, text, into: &frame)
  }
}

/// Underlines and links of a line, gathered over its pieces: one rule and one rectangle per unbroken stretch.
private struct Ornament {
  private var underline: (font: TextFont, from: Double, baseline: Double)?
  private var link: (font: TextFont, from: Double, baseline: Double)?
  private var items: [Item] = []

  mutating func go(to font: TextFont, at x: Double, baseline: Double, _ text: SetText) {
    if let open = underline, !font.underline || font.color != open.font.color { endUnderline(at: x) }
    if let open = link, font.link != open.font.link { endLink(at: x, text) }
    if font.underline, underline == nil { underline = (font, x, baseline) }
    if font.link >= 0, link == nil { link = (font, x, baseline) }
  }

  mutating func end(at x: Double, _ text: SetText, into frame: inout FrameBuilder) {
    endUnderline(at: x)
    endLink(at: x, text)
    for item in items { frame.add(item) }
  }

  private mutating func endUnderline(at x: Double) {
    guard let (font, from, baseline) = underline else { return }
    underline = nil
    let y = Length.points(baseline + font.underlineDepth)
    items.append(
      .rule(
        Rule(
          from: Point(x: .points(from), y: y), to: Point(x: .points(x), y: y),
          width: .points(font.underlineThickness), color: font.color)))
  }

  private mutating func endLink(at x: Double, _ text: SetText) {
    guard let (font, from, baseline) = link else { return }
    link = nil
    items.append(
      .link(
        text.links[Int(font.link)],
        in: Rect(
          x: .points(from), y: .points(baseline - font.ascent), width: .points(x - from),
          height: .points(font.ascent + font.descent))))
  }
}
