import Graphics

extension TextLine {
  /// Places the line: `x` is the left edge of the measure, `baseline` the line's, both in points from the upper left corner.
  func emit(x left: Double, baseline: Double, into frame: inout FrameBuilder) {
    var x = left + self.x
    frame.endRun()
    var ornament = Ornament()
    for index in pieces {
      let piece = text.pieces[index]
      let font = text.fonts[Int(piece.font)]
      ornament.go(to: font, at: x, baseline: baseline, text: text, frame: &frame)
      let width = piece.width + (ratio >= 0 ? ratio * piece.stretch : ratio * piece.shrink)
      place(piece, font, x: x, baseline: baseline - font.rise, into: &frame)
      x += width
    }
    ornament.end(at: x, text: text, frame: &frame)
    frame.endRun()
    ornament.flush(into: &frame)
  }

  private func place(_ piece: Piece, _ font: TextFont, x: Double, baseline: Double, into frame: inout FrameBuilder) {
    guard !piece.glyphs.isEmpty else { return }
    frame.glyphs(face: FaceID(Int(font.face)), size: font.size, color: font.color, capacity: glyphCount) { run in
      var x = x
      for index in piece.glyphs {
        let glyph = text.glyphs[Int(index)]
        run.glyphs.append(
          Glyph(id: glyph.id, x: x + Double(glyph.dx) * font.scale, y: baseline - Double(glyph.dy) * font.scale))
        x += Double(glyph.advance) * font.scale
        if glyph.clusterBytes > 0 {
          run.clusters.append(Cluster(bytes: glyph.clusterBytes, glyphs: glyph.clusterGlyphs))
        }
      }
      run.text.append(contentsOf: text.bytes[Int(piece.text.lowerBound)..<Int(piece.text.upperBound)])
    }
  }

  private var glyphCount: Int {
    guard let first = pieces.first, let last = pieces.last else { return 0 }
    return Int(text.pieces[last].glyphs.upperBound - text.pieces[first].glyphs.lowerBound)
  }
}

/// Underlines and links of a line, gathered over its pieces: one rule and one rectangle per unbroken stretch.
private struct Ornament {
  private var underline: (font: TextFont, from: Double, baseline: Double)?
  private var link: (font: TextFont, from: Double, baseline: Double)?
  private var items: [Item] = []

  mutating func go(to font: TextFont, at x: Double, baseline: Double, text: SetText, frame: inout FrameBuilder) {
    if let open = underline, !font.underline || font.color != open.font.color { endUnderline(at: x) }
    if let open = link, font.link != open.font.link { endLink(at: x, text: text) }
    if font.underline, underline == nil { underline = (font, x, baseline) }
    if font.link >= 0, link == nil { link = (font, x, baseline) }
  }

  mutating func end(at x: Double, text: SetText, frame: inout FrameBuilder) {
    endUnderline(at: x)
    endLink(at: x, text: text)
  }

  func flush(into frame: inout FrameBuilder) {
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

  private mutating func endLink(at x: Double, text: SetText) {
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
