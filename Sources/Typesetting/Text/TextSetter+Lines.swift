import Documents
import Findings
import Graphics

/// Lines being made: ranges of pieces, and what each line needs to be placed.
struct LinePlan {
  struct Line {
    var pieces: Range<Int>
    /// Begins a text: has the first-line indent.
    var isFirst: Bool
    /// Ends a text or at a hard break: is not justified.
    var isLast: Bool
    /// Its tab with the leader takes up all that is left; room kept free behind the text at the right, points. Negative: none.
    var fill = -1
    var pad = 0.0
  }

  /// What of a style its lines need, points.
  struct Look {
    var alignment: BlockStyle.Alignment
    var left: Double
    var firstIndent: Double
    var size: Double
  }

  let widths: LineWidths
  let look: Look

  init(_ style: BlockStyle, alignment: BlockStyle.Alignment, measure: Double) {
    let room = measure - style.leftIndent.points - style.rightIndent.points
    widths = LineWidths(first: room - style.firstLineIndent.points, others: room)
    look = Look(
      alignment: alignment, left: style.leftIndent.points, firstIndent: style.firstLineIndent.points,
      size: style.size.points)
  }
}

extension TextSetter {
  /// Breaks the pieces of one segment (up to a hard break) into lines.
  mutating func breakSegment(_ index: Int, _ context: TextContext, _ plan: LinePlan) {
    let segment = row.segments[index]
    var widths = plan.widths
    if index > 0 { widths.first = widths.others }
    let natural = row.natural(segment)
    if natural.hasTab {
      breakTabbed(segment, widths, isFirst: index == 0, context, plan)
    } else if natural.width <= widths.first, context.looseness == 0 {
      planned.append(LinePlan.Line(pieces: segment, isFirst: index == 0, isLast: true))
    } else {
      breakPlain(segment, widths, isFirst: index == 0, context, plan)
    }
  }

  private mutating func breakPlain(
    _ segment: Range<Int>, _ widths: LineWidths, isFirst: Bool, _ context: TextContext, _ plan: LinePlan
  ) {
    let em = plan.look.size
    row.loosen(segment, room: widths.narrowest)
    row.guardLastWord(segment, shorterThan: Self.lonelyWidth * em)
    makeItems(segment)
    let justified = plan.look.alignment == .justified
    var taste = BreakingTaste()
    taste.looseness = context.looseness
    taste.raggedStretch = justified ? 0 : Self.raggedStretch * em
    var used = widths
    if context.balanced || plan.look.alignment == .center { used = Balance.narrowed(items, widths) }
    appendLines(breaker.breaks(items, widths: used, taste: taste), segment, isFirst: isFirst, plan)
  }

  /// Pieces as boxes, glue and penalties, with the glue that fills the last line.
  mutating func makeItems(_ segment: Range<Int>) {
    items.removeAll()
    itemPieces.removeAll()
    for index in segment { appendItem(index) }
    endItems(segment.upperBound, fill: Self.endlessStretch)
  }

  /// Stretch of the glue that fills a last line: so much that its ratio is nothing.
  static let endlessStretch = 1e6

  mutating func appendItem(_ index: Int) {
    let piece = row.pieces[index]
    switch piece.kind {
    case .word:
      add(.box(width: piece.width), index)
      if piece.joint != .tied { add(.penalty(width: 0, cost: piece.joint.cost, flagged: true), index) }
    case .space, .tab:
      if piece.joint != .free { add(.penalty(width: 0, cost: piece.joint.cost, flagged: false), index) }
      add(.glue(width: piece.width, stretch: piece.stretch, shrink: piece.shrink), index)
    }
  }

  mutating func endItems(_ piece: Int, fill: Double) {
    add(.penalty(width: 0, cost: LineItem.never, flagged: false), piece)
    add(.glue(width: 0, stretch: fill, shrink: 0), piece)
    add(.penalty(width: 0, cost: LineItem.always, flagged: false), piece)
  }

  mutating func add(_ item: LineItem, _ piece: Int) {
    items.append(item)
    itemPieces.append(Int32(clamping: piece))
  }

  /// Turns items at which lines end into ranges of pieces; spaces at either end of a break are dropped.
  mutating func appendLines(_ breaks: [Int], _ segment: Range<Int>, isFirst: Bool, _ plan: LinePlan) {
    var start = segment.lowerBound
    for (number, item) in breaks.enumerated() {
      let piece = Int(itemPieces[item])
      let isLast = number == breaks.count - 1
      let end = isLast ? segment.upperBound : row.pieces[piece].kind == .word ? piece + 1 : piece
      planned.append(
        LinePlan.Line(pieces: start..<max(start, end), isFirst: isFirst && number == 0, isLast: isLast))
      start = end
      // A line that ends at a tab drops it as it drops a space.
      if !isLast, row.pieces[piece].kind == .tab { start += 1 }
      while start < segment.upperBound, row.pieces[start].kind == .space { start += 1 }
    }
  }

  // MARK: Assembling

  /// Lines of pieces become lines on the page: indents, alignment, and the glue set so that right edges agree.
  mutating func assemble(_ plan: LinePlan, _ context: TextContext, into lines: inout [SetLine]) {
    for index in planned.indices where planned[index].fill >= 0 { fill(planned[index], plan) }
    var footnote = 0
    let earlier = source.earlierFootnotes
    var overfull = -1
    for index in planned.indices {
      let line = planned[index]
      let first = footnote
      while footnote < row.footnotePieces.count, row.footnotePieces[footnote] < line.pieces.upperBound { footnote += 1 }
      var set = SetLine(pieces: trimmed(line.pieces), footnotes: earlier + first..<earlier + footnote)
      if !place(&set, line, plan), overfull < 0 { overfull = lines.count }
      lines.append(set)
    }
    // Once for the whole text: its other lines say nothing new.
    if overfull >= 0 { reportOverfull(lines[overfull], context) }
  }

  /// Without spaces at the end.
  ///
  /// Changes nothing, as `place` changes nothing but the line: `mutating` lets them have the setter where it is. Lent, it is copied for
  /// each line, two kilobytes at a time.
  private mutating func trimmed(_ pieces: Range<Int>) -> Range<Int> {
    var end = pieces.upperBound
    while end > pieces.lowerBound, row.pieces[end - 1].kind == .space { end -= 1 }
    return pieces.lowerBound..<end
  }

  /// False where the line sticks out of its measure.
  private mutating func place(_ set: inout SetLine, _ line: LinePlan.Line, _ plan: LinePlan) -> Bool {
    var natural = 0.0
    var stretch = 0.0
    var shrink = 0.0
    for index in set.pieces {
      natural += row.pieces[index].width
      stretch += row.pieces[index].stretch
      shrink += row.pieces[index].shrink
    }
    let room = line.isFirst ? plan.widths.first : plan.widths.others
    let rest = room - natural
    if rest < 0 {
      set.ratio = shrink > 0 ? max(-1, rest / shrink) : 0
      set.width = natural + set.ratio * shrink
    } else if plan.look.alignment == .justified, !line.isLast, stretch > 0 {
      set.ratio = rest / stretch
      set.width = room
    } else {
      set.width = natural
    }
    set.x = plan.look.left + (line.isFirst ? plan.look.firstIndent : 0)
    switch plan.look.alignment {
    case .left, .justified: break
    case .center: set.x += (room - set.width) / 2
    case .right: set.x += room - set.width
    }
    return set.width <= room + 0.01
  }

  private mutating func reportOverfull(_ set: SetLine, _ context: TextContext) {
    guard let first = set.pieces.first, let last = set.pieces.last else { return }
    let bytes = Int(row.pieces[first].text.lowerBound)..<Int(row.pieces[last].text.upperBound)
    let text = row.bytes.string(bytes.prefix(400))
    let shown = text.count > 40 ? text.prefix(40) + "…" : text
    findings.append(TextFindings.overfull(String(shown), at: context.place))
  }
}
