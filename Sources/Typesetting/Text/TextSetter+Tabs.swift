import Documents
import Graphics

/// Lines with tabs. What stands before the last tab keeps its natural width, or tabs would miss their stops; the text behind it is
/// broken like any other. A last tab to a right or centred stop takes up what is left of the last line (contents, dotted forms).
extension TextSetter {
  /// Stops beyond those given, points: half an inch, as word processors have them.
  static let defaultStop = 36.0

  mutating func breakTabbed(
    _ segment: Range<Int>, _ widths: LineWidths, isFirst: Bool, _ context: TextContext, _ plan: LinePlan
  ) {
    let style = plan.look
    var stops = context.tabStops
    let left = style.left + (isFirst ? style.firstIndent : 0)
    if isFirst, style.firstIndent < 0 { stops.append(TabStop(position: style.left)) }
    stops.sort { $0.position < $1.position }
    guard let last = segment.last(where: { row.pieces[$0].kind == .tab }) else { return }

    var x = left
    for index in segment where index <= last {
      if row.pieces[index].kind != .tab {
        x += row.pieces[index].width
        continue
      }
      let stop = Self.stop(after: x, in: stops, isLast: index == last)
      setLeader(stop.leader, index)
      if index == last, stop.alignment != .left {
        return breakFilled(segment, last, stop, widths, isFirst: isFirst, context, plan)
      }
      let before = stop.alignment == .left ? 0 : tail(after: index, segment) * (stop.alignment == .center ? 0.5 : 1)
      row.pieces[index].width = max(row.pieces[index].width, stop.position - x - before)
      x += row.pieces[index].width
    }
    breakHung(segment, last, reach: x - left, widths, isFirst: isFirst, context, plan)
  }

  /// The first stop beyond `x`. A text that fills more than a line has passed them all; its last tab then goes to the last stop, if that
  /// is one at the right.
  private static func stop(after x: Double, in stops: [TabStop], isLast: Bool) -> TabStop {
    if let stop = stops.first(where: { $0.position > x + 0.01 }) { return stop }
    if isLast, let stop = stops.last, stop.alignment != .left { return stop }
    return TabStop(position: ((x + 0.01) / defaultStop).rounded(.down) * defaultStop + defaultStop)
  }

  /// Width of the pieces behind a tab, to the next one.
  private func tail(after tab: Int, _ segment: Range<Int>) -> Double {
    var width = 0.0
    for index in tab + 1..<segment.upperBound {
      if row.pieces[index].kind == .tab { break }
      width += row.pieces[index].width
    }
    return width
  }

  /// The glyph and the text of the tab become those of its leader.
  private mutating func setLeader(_ leader: TabStop.Leader, _ index: Int) {
    guard let byte = leader.character else { return }
    let piece = row.pieces[index]
    guard let face = library.faces[Int(source.fonts[Int(piece.font)].face)] else { return }
    let word = words.word(Scratch([byte]), 0..<1, face: face)
    guard word.glyphs.count == 1, !word.lacksGlyph else { return }
    row.glyphs[Int(piece.glyphs.lowerBound)] = words.glyphs[Int(word.glyphs.lowerBound)]
    row.bytes[Int(piece.text.lowerBound)] = byte
    row.pieces[index].leader = leader
  }

  /// Pieces before `end` are set at their natural width, on one line.
  private mutating func freeze(_ range: Range<Int>) {
    for index in range {
      row.pieces[index].joint = .tied
      row.pieces[index].stretch = 0
      row.pieces[index].shrink = 0
    }
  }

  /// The last tab goes to a left stop: a list item, a definition. The rest is a paragraph of its own that begins in mid-line.
  private mutating func breakHung(
    _ segment: Range<Int>, _ last: Int, reach: Double, _ widths: LineWidths, isFirst: Bool, _ context: TextContext,
    _ plan: LinePlan
  ) {
    let rest = last + 1..<segment.upperBound
    guard reach < widths.first else {
      // Tabs that do not fit the line count as spaces.
      for index in segment where row.pieces[index].kind == .tab {
        let space = Double(row.glyphs[Int(row.pieces[index].glyphs.lowerBound)].advance)
        row.pieces[index].kind = .space
        row.pieces[index].joint = .free
        row.pieces[index].width = space * source.fonts[Int(row.pieces[index].font)].scale
      }
      return breakPart(segment, rest: segment, widths, isFirst: isFirst, context, plan)
    }
    freeze(segment.lowerBound..<last + 1)
    breakPart(segment, rest: rest, widths, isFirst: isFirst, context, plan)
  }

  private mutating func breakPart(
    _ segment: Range<Int>, rest: Range<Int>, _ widths: LineWidths, isFirst: Bool, _ context: TextContext,
    _ plan: LinePlan
  ) {
    let em = plan.look.size
    row.loosen(rest, room: widths.narrowest)
    row.guardLastWord(rest, shorterThan: Self.lonelyWidth * em)
    if rest.lowerBound > segment.lowerBound {
      let before = row.natural(segment.lowerBound..<rest.lowerBound).width
      let chunk = row.firstChain(rest)
      if before + chunk > widths.first { row.pieces[rest.lowerBound - 1].joint = .relaxed }
    }
    makeItems(segment)
    var taste = BreakingTaste()
    taste.looseness = context.looseness
    taste.raggedStretch = plan.look.alignment == .justified ? 0 : Self.raggedStretch * em
    appendLines(breaker.breaks(items, widths: widths, taste: taste), segment, isFirst: isFirst, plan)
  }

  /// The last tab goes to a right or centred stop: it takes what its line leaves.
  private mutating func breakFilled(
    _ segment: Range<Int>, _ last: Int, _ stop: TabStop, _ widths: LineWidths, isFirst: Bool, _ context: TextContext,
    _ plan: LinePlan
  ) {
    let head = segment.lowerBound..<last
    if let earlier = head.last(where: { row.pieces[$0].kind == .tab }) { freeze(segment.lowerBound..<earlier + 1) }
    freeze(last..<segment.upperBound)
    row.loosen(head, room: widths.narrowest)
    let tail = tail(after: last, segment)
    let right = plan.look.left + widths.others
    let pad = max(0, right - stop.position - (stop.alignment == .center ? tail / 2 : 0))
    items.removeAll()
    itemPieces.removeAll()
    for index in segment {
      if index == last {
        add(.penalty(width: 0, cost: LineItem.never, flagged: false), index)
        add(.glue(width: row.pieces[index].width, stretch: Self.endlessStretch, shrink: 0), index)
      } else {
        appendItem(index)
      }
    }
    add(.box(width: pad), segment.upperBound)
    add(.penalty(width: 0, cost: LineItem.always, flagged: false), segment.upperBound)
    var taste = BreakingTaste()
    taste.raggedStretch = plan.look.alignment == .justified ? 0 : Self.raggedStretch * plan.look.size
    appendLines(breaker.breaks(items, widths: widths, taste: taste), segment, isFirst: isFirst, plan)
    planned[planned.count - 1].fill = last
    planned[planned.count - 1].pad = pad
  }

  /// Gives the tab of a line what the line leaves.
  mutating func fill(_ line: LinePlan.Line, _ plan: LinePlan) {
    guard line.pieces.contains(line.fill) else { return }
    let room = line.isFirst ? plan.widths.first : plan.widths.others
    let others = row.natural(line.pieces).width - row.pieces[line.fill].width
    row.pieces[line.fill].width = max(row.pieces[line.fill].width, room - others - line.pad)
  }
}

extension TabStop.Leader {
  /// The character the leader repeats.
  var character: UInt8? {
    switch self {
    case .none: nil
    case .dots: 0x2E
    case .hyphens: 0x2D
    case .underline: 0x5F
    }
  }

  /// Distance of its characters in parts of their advance.
  var spacing: Double {
    switch self {
    case .none, .underline, .hyphens: 1
    case .dots: 1.6
    }
  }
}

extension PieceRow {
  /// Width up to the first place in a segment where a line may end.
  func firstChain(_ segment: Range<Int>) -> Double {
    var width = 0.0
    for index in segment {
      if pieces[index].kind != .word, pieces[index].joint != .tied { break }
      width += pieces[index].width
      if pieces[index].joint != .tied { break }
    }
    return width
  }
}
