internal import Documents
internal import Findings
internal import Graphics

/// Sets steps as boxes of the vertical list. Tables give theirs row by row (`TableRows`), everything else at once.
struct StepSetter {
  let format: Format
  /// Width and height of the text area, points.
  let measure: Double
  let pageHeight: Double
  var context: TextContext
  var joint = Joint()

  init(format: Format, measure: Double, pageHeight: Double, context: TextContext) {
    self.format = format
    self.measure = measure
    self.pageHeight = pageHeight
    self.context = context
  }

  mutating func text(_ inlines: [Inline], _ style: BlockStyle, _ step: Step, _ setter: inout TextSetter)
    -> [VerticalBox]
  {
    let style = style.within(measure)
    let rules = ParagraphRules(
      orphans: format.page.orphans, widows: format.page.widows, together: style.keepTogether || step.isHeading)
    var own = context
    own.looseness = step.looseness
    if !style.tabs.isEmpty { own.tabStops = style.tabStops(measure: measure) }
    let block = setter.lines(inlines, style: style, measure: measure, context: own)
    context.firstFootnote += block.lines.reduce(0) { $0 + $1.footnotes.count }
    let first = joint.gap(
      before: style.spaceBefore.points, penalty: step.staysWithPrevious ? .weak : .none)
    var boxes = rules.boxes(block, first: first)
    joint.leave(
      space: style.spaceAfter.points, stretch: style.stretch.points, keep: style.keepWithNext ? .strong : .none)
    if boxes.isEmpty { return [] }
    boxes[0].marks = step.marks
    for index in boxes.indices {
      boxes[index].isText = !step.isHeading
      addNotes(to: &boxes[index], &setter)
    }
    return boxes
  }

  /// A panel in the vertical list, `space` below what is above it.
  mutating func box(
    _ panel: Panel, _ step: Step, space: Double, after: Double, keep: Penalty = .none, isText: Bool = false
  ) -> [VerticalBox] {
    guard !panel.isEmpty else { return [] }
    var box = VerticalBox(
      gap: joint.gap(before: space), x: step.indent.left, height: panel.height, content: .panel(panel), isText: isText)
    box.marks = step.marks
    joint.leave(space: after, keep: keep)
    return [box]
  }

  mutating func letterhead(_ head: Letterhead, _ step: Step, _ setter: inout TextSetter) -> [VerticalBox] {
    let letterhead = LetterheadSetter(head: head, format: format, measure: measure, context: context)
    var boxes = box(letterhead.panel(&setter), step, space: 0, after: 0, keep: .strong)
    if !boxes.isEmpty, let foot = letterhead.foot(&setter) {
      boxes[0].notes.append(VerticalBox.Note(place: .pageFoot, panel: foot))
    }
    return boxes
  }

  mutating func title(_ title: DocumentTitle, _ step: Step, _ setter: inout TextSetter) -> [VerticalBox] {
    let panel = TitleSetter(title: title, format: format, measure: measure, context: context).panel(&setter)
    let after = [StyleName.abstract, .separator, .body].map { format.style($0).spaceAfter.points }.max() ?? 0
    return box(
      panel, step, space: format.style(.documentType).spaceBefore.points, after: after, keep: .strong)
  }

  mutating func addressees(_ addressees: Addressees, _ step: Step, _ setter: inout TextSetter) -> [VerticalBox] {
    let panel = AddresseesSetter(addressees: addressees, format: format, measure: measure, context: context)
      .panel(&setter)
    let style = format.style(.salutation)
    return box(panel, step, space: style.spaceBefore.points, after: style.spaceAfter.points, keep: .strong)
  }

  mutating func closing(_ closing: Closing, _ step: Step, _ setter: inout TextSetter) -> [VerticalBox] {
    let panel = ClosingSetter(closing: closing, format: format, measure: measure, context: context).panel(&setter)
    return box(panel, step, space: format.closing.spaceBefore.points, after: 0)
  }

  mutating func fragment(_ fragment: Fragment, _ step: Step, _ style: BlockStyle, _ setter: inout TextSetter)
    -> [VerticalBox]
  {
    var panel = Panel(height: fragment.height)
    panel.drawings = [Panel.Drawing(fragment: fragment, x: 0, y: 0)]
    let space = max(style.spaceBefore.points, format.tables.spaceBefore.points)
    var boxes = box(panel, step, space: space, after: max(style.spaceAfter.points, format.tables.spaceAfter.points))
    if !boxes.isEmpty { for call in fragment.footnotes { boxes[0].notes.append(note(call, &setter)) } }
    context.firstFootnote += fragment.footnotes.count
    return boxes
  }

  /// Footnotes whose marks stand on the line or in the header of a table, set for the foot of the page.
  func addNotes(to box: inout VerticalBox, _ setter: inout TextSetter) {
    switch box.content {
    case .line(let line, _): for call in line.footnoteCalls { box.notes.append(note(call, &setter)) }
    case .panel(let panel):
      let calls = panel.lines.flatMap { $0.line.footnoteCalls } + panel.drawings.flatMap { $0.fragment.footnotes }
      // Turned text comes after level text in a panel, its marks were counted in their place.
      for call in calls.sorted(by: { $0.number < $1.number }) { box.notes.append(note(call, &setter)) }
    case .row: break
    }
  }

  /// Lines around a table: their footnotes, and the count goes on after them.
  mutating func note(_ boxes: [VerticalBox], _ setter: inout TextSetter) -> [VerticalBox] {
    var boxes = boxes
    for index in boxes.indices {
      addNotes(to: &boxes[index], &setter)
      context.firstFootnote += boxes[index].notes.count
    }
    return boxes
  }

  func note(_ call: FootnoteCall, _ setter: inout TextSetter) -> VerticalBox.Note {
    let (steps, complete) = Flattening.footnote(call.blocks, format: format)
    if !complete { setter.findings.append(Finding.unsupportedInFootnote()) }
    var panel = Panel()
    var stack = Stack(x: 0, width: measure)
    let mark = Inline.text("\(call.number)", TextStyle(script: .superscript), nil)
    for (index, step) in steps.enumerated() {
      guard case .text(let inlines, let style) = step.content else { continue }
      // Blocks of a footnote stand on the foot of one page: no marks inside marks.
      let text = inlines.filter { if case .footnote = $0 { false } else { true } }
      stack.add(index == 0 ? [mark, .plain(" ")] + text : text, style, context: context, to: &panel, &setter)
    }
    return VerticalBox.Note(place: .footnote, panel: panel)
  }
}

extension BlockStyle {
  /// Part of the measure that indents may take: deeper nesting would leave no room for a word.
  private static let largestIndent = 0.6

  /// The style with its indents narrowed, where they would leave too little of the measure.
  func within(_ measure: Double) -> BlockStyle {
    let both = leftIndent.points + rightIndent.points
    let limit = measure * BlockStyle.largestIndent
    guard both > limit else { return self }
    var style = self
    style.leftIndent = style.leftIndent * (limit / both)
    style.rightIndent = style.rightIndent * (limit / both)
    return style
  }
}

/// Lines of a paragraph as boxes, with the penalties of widows and orphans between them.
struct ParagraphRules {
  /// Fewest lines at the foot and at the head of a page.
  var orphans: Int
  var widows: Int
  var together = false

  func boxes(_ block: TextBlock, first: Gap) -> [VerticalBox] {
    let height = block.ascent + block.descent
    let count = block.lines.count
    var boxes: [VerticalBox] = []
    boxes.reserveCapacity(count)
    for (index, line) in block.lines.enumerated() {
      var gap = first
      if index > 0 {
        gap = Gap()
        if together || index < orphans || count - index < widows { gap.penalty = .strong }
      }
      boxes.append(
        VerticalBox(
          gap: gap, height: height, trailing: block.pitch - height, content: .line(line, ascent: block.ascent)))
    }
    return boxes
  }
}
