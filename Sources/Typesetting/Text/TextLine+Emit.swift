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
    if text.isOrnate { return emitOrnate(text, x: x, baseline: baseline, into: &frame) }
    var index = pieces.lowerBound
    while index < pieces.upperBound {
      let number = text.pieces[index].font
      let font = text.fonts[Int(number)]
      frame.use(font)
      let y = baseline - font.rise
      var next = index
      while next < pieces.upperBound, text.pieces[next].font == number, text.pieces[next].leader == .none { next += 1 }
      if next > index {
        x = frame.place(index..<next, of: text, scale: font.scale, ratio: ratio, x: x, y: y)
      } else {
        let width = text.pieces[index].width(ratio: ratio)
        frame.placeLeader(text.pieces[index], of: text, font, x: x, y: y, width: width)
        x += width
        next += 1
      }
      index = next
    }
    frame.endRun()
  }

  /// The same for text with underlines or links.
  private func emitOrnate(_ text: SetText, x left: Double, baseline: Double, into frame: inout FrameBuilder) {
    var x = left
    var ornament = Ornament()
    for index in pieces {
      let piece = text.pieces[index]
      let font = text.fonts[Int(piece.font)]
      ornament.go(to: font, at: x, baseline: baseline, text)
      frame.use(font)
      let y = baseline - font.rise
      if piece.leader != .none {
        frame.placeLeader(piece, of: text, font, x: x, y: y, width: piece.width(ratio: ratio))
        x += piece.width(ratio: ratio)
      } else {
        x = frame.place(index..<index + 1, of: text, scale: font.scale, ratio: ratio, x: x, y: y)
      }
    }
    frame.endRun()
    ornament.end(at: x, text, into: &frame)
  }
}

extension Piece {
  /// As set in a line whose spaces take that part of their stretch or shrink.
  func width(ratio: Double) -> Double { width + (ratio >= 0 ? ratio * stretch : ratio * shrink) }
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
