internal import Documents
internal import Graphics

/// Turns the block tree into steps: counts headings and items, adds up indents, collects labels.
struct Flattening {
  private let format: Format
  private var program = Program()
  private var counters: [Int] = []
  private var steps: [Step] = []
  private var numberedTitles = false
  private var hasContents = false

  /// What surrounds a block.
  private struct Surroundings {
    var indent = Step.Indent()
    var listLevel = 0
    /// Lists and quotes around it.
    var depth = 0
    /// Style of paragraphs that ask for none of their own.
    var text = StyleName.body
  }

  static func program(_ document: Document) -> Program {
    var flattening = Flattening(format: document.format)
    for section in document.sections { flattening.add(section) }
    if flattening.hasContents { flattening.addAnchorsForContents() }
    return flattening.program
  }

  /// The paragraphs of a footnote; nil for blocks it cannot hold.
  static func footnote(_ blocks: [Block], format: Format) -> (steps: [Step], complete: Bool) {
    var flattening = Flattening(format: format)
    let around = Surroundings(text: .footnote)
    for block in blocks { flattening.add(block, around) }
    let texts = flattening.steps.filter { if case .text = $0.content { true } else { false } }
    return (texts, texts.count == flattening.steps.count)
  }

  private init(format: Format) { self.format = format }

  private mutating func add(_ section: Section) {
    if section.numbering != .continued { counters = [] }
    steps = []
    note(section.runningHead)
    for block in section.blocks { add(block, Surroundings()) }
    program.sections.append(steps)
  }

  private mutating func add(_ block: Block, _ around: Surroundings) {
    guard around.depth <= Flattening.deepestNesting else {
      program.isTooDeep = true
      return
    }
    switch block {
    case .paragraph(let paragraph): add(paragraph, around)
    case .heading(let heading): add(heading, around)
    case .list(let list): add(list, around)
    case .quote(let blocks): addQuote(blocks, around)
    case .table(let table):
      let inlines = [table.caption, table.unit, table.continued, table.note]
      for text in inlines { note(text) }
      noteCells(of: table)
      append(.table(table), around, marks: mark(table.label, caption: table.caption))
    case .chart(let chart):
      note(chart.caption)
      append(.chart(chart), around, marks: mark(chart.label, caption: chart.caption))
    case .figure(let figure):
      note(figure.caption)
      append(.figure(figure), around, marks: mark(figure.label, caption: figure.caption))
    case .letterhead(let head): append(.letterhead(head), around)
    case .title(let title): append(.title(title), around)
    case .addressees(let addressees): append(.addressees(addressees), around)
    case .closing(let closing): append(.closing(closing), around)
    case .contents(let title, let depth): addContents(title, depth, around)
    case .space(let length): append(.space(length.points.isFinite ? length.points : 0), around)
    case .pageBreak: append(.pageBreak, around)
    }
  }

  private mutating func append(_ content: Step.Content, _ around: Surroundings, marks: [VerticalBox.Mark] = []) {
    var step = Step(content)
    step.indent = around.indent
    step.marks = marks
    steps.append(step)
  }

  private mutating func append(text inlines: [Inline], _ style: BlockStyle, _ around: Surroundings) {
    var style = style
    style.leftIndent += .points(around.indent.left)
    style.rightIndent += .points(around.indent.right)
    note(inlines)
    steps.append(Step(.text(inlines, style)))
  }

  private mutating func add(_ paragraph: Paragraph, _ around: Surroundings) {
    let name = paragraph.style == .body ? around.text : paragraph.style
    append(text: paragraph.inlines, format.style(name), around)
    steps[steps.count - 1].looseness = paragraph.looseness
    guard name == .appendixHeading || name == .appendixTitle, let last = steps.indices.last else { return }
    steps[last].isHeading = true
    addAppendixTitle(paragraph.inlines.plainText, at: last)
  }

  /// “PHỤ LỤC 1” and the name under it are one entry of the outline, at the first of the two paragraphs.
  private mutating func addAppendixTitle(_ title: String, at last: Int) {
    if last > 0, case .outline(_, let level, let ordinal)? = steps[last - 1].marks.first, steps[last - 1].isHeading,
      steps[last - 1].marks.count == 1, numberedTitles
    {
      program.headings[ordinal].title += ". " + title
      steps[last - 1].marks = [.outline(title: program.headings[ordinal].title, level: level, ordinal: ordinal)]
      numberedTitles = false
    } else {
      steps[last].marks = [outline(title, level: 1)]
      numberedTitles = true
    }
  }

  private mutating func outline(_ title: String, level: Int) -> VerticalBox.Mark {
    program.headings.append(HeadingEntry(title: title, level: level))
    return .outline(title: title, level: level, ordinal: program.headings.count - 1)
  }

  // MARK: Headings

  private mutating func add(_ heading: Heading, _ around: Surroundings) {
    let level = min(max(heading.level, 1), Flattening.deepest)
    let number = number(heading, level: level)
    let prefix = number.map { $0.text + $0.suffix } ?? ""
    append(text: prefix.isEmpty ? heading.inlines : [.plain(prefix)] + heading.inlines, style(level), around)
    guard let last = steps.indices.last else { return }
    let title = prefix + heading.inlines.plainText
    steps[last].marks = [outline(title, level: level)]
    steps[last].isHeading = true
    if let label = heading.label {
      steps[last].marks.append(.anchor(label))
      define(label, as: Flattening.shortName(number?.text ?? heading.inlines.plainText))
    }
  }

  /// Lists and quotes in each other: more than any document has, and less than the call stack holds.
  private static let deepestNesting = 100

  /// Levels beyond what any document has; deeper ones are set like the last.
  private static let deepest = 9

  private func style(_ level: Int) -> BlockStyle {
    guard !format.headings.isEmpty else { return format.style(.heading1) }
    return format.style(format.headings[min(level, format.headings.count) - 1].style)
  }

  private mutating func number(_ heading: Heading, level: Int) -> (text: String, suffix: String)? {
    switch heading.number {
    case .none: return nil
    case .fixed(let text): return (text, text.isEmpty || text.hasSuffix(" ") ? "" : " ")
    case .automatic:
      guard !format.headings.isEmpty else { return nil }
      let rules = format.headings[min(level, format.headings.count) - 1]
      guard rules.numeral != .none else { return nil }
      while counters.count < level { counters.append(0) }
      counters.removeLast(counters.count - level)
      counters[level - 1] += 1
      return (Numerals.text(counters[level - 1], rules.numeral), rules.suffix)
    }
  }

  // MARK: Lists and quotes

  private mutating func add(_ list: List, _ around: Surroundings) {
    for (index, item) in list.items.enumerated() {
      let (number, overflow) = list.start.addingReportingOverflow(index)
      let first = steps.count
      add(item, marker: Numerals.marker(list.marker, overflow ? index + 1 : number), around)
      if index == 0, first > 0, first < steps.count, case .text = steps[first - 1].content {
        steps[first].staysWithPrevious = true
      }
    }
  }

  private mutating func add(_ item: [Block], marker: String, _ around: Surroundings) {
    let nesting = max(format.lists.nestingIndent.points, 0)
    var inside = around
    inside.listLevel += 1
    inside.depth += 1
    inside.text = around.text == .body ? .listItem : around.text
    // Room for text grows narrow long before this; deeper levels stand under each other.
    if around.listLevel > 0, around.listLevel < Flattening.deepest { inside.indent.left += nesting }
    var rest = item[...]
    var inlines: [Inline] = []
    var looseness = 0
    var name = inside.text
    if case .paragraph(let paragraph)? = item.first {
      inlines = paragraph.inlines
      looseness = paragraph.looseness
      if paragraph.style != .body { name = paragraph.style }
      rest = item.dropFirst()
    }
    var style = format.style(name)
    if format.lists.runIn {
      append(text: [.plain(marker + " ")] + inlines, style, inside)
    } else {
      style.leftIndent += .points(nesting)
      style.firstLineIndent = .points(-nesting)
      append(text: [.plain(marker), .tab] + inlines, style, inside)
      inside.indent.left += around.listLevel == 0 ? nesting : 0
    }
    steps[steps.count - 1].looseness = looseness
    for block in rest { add(block, inside) }
  }

  private mutating func addQuote(_ blocks: [Block], _ around: Surroundings) {
    var inside = around
    inside.text = .quote
    inside.depth += 1
    for block in blocks {
      if case .paragraph = block {
        add(block, inside)
      } else {
        var deeper = inside
        deeper.indent.left += max(format.style(.quote).leftIndent.points, 0)
        deeper.indent.right += max(format.style(.quote).rightIndent.points, 0)
        deeper.text = around.text
        add(block, deeper)
      }
    }
  }

  private mutating func addContents(_ title: [Inline], _ depth: Int, _ around: Surroundings) {
    program.needsPages = true
    hasContents = true
    if !title.isEmpty {
      var style = format.style(.partName)
      style.keepWithNext = true
      append(text: title, style, around)
      steps[steps.count - 1].isHeading = true
    }
    append(.contents(depth: depth), around)
  }

  /// A contents table leads to its headings, so each needs a name.
  private mutating func addAnchorsForContents() {
    for section in program.sections.indices {
      for step in program.sections[section].indices {
        for case .outline(_, _, let ordinal) in program.sections[section][step].marks {
          program.sections[section][step].marks.append(.anchor(ContentsAnchor.name(ordinal)))
        }
      }
    }
  }

  // MARK: Labels and references

  private mutating func mark(_ label: String?, caption: [Inline]) -> [VerticalBox.Mark] {
    guard let label else { return [] }
    define(label, as: Flattening.shortName(caption.plainText))
    return [.anchor(label)]
  }

  private mutating func define(_ label: String, as text: String) {
    if program.labels[label] == nil { program.labels[label] = text } else { program.duplicateLabels.append(label) }
  }

  /// “Biểu số 2” of “Biểu số 2: Kết quả …” or “Biểu số 2. Kết quả …”.
  static func shortName(_ caption: String) -> String {
    var name = ""
    for character in caption {
      if character == ":" { break }
      if character == " ", name.last == "." {
        name.removeLast()
        break
      }
      name.append(character)
    }
    while name.last == " " || name.last == "." { name.removeLast() }
    return name
  }

  private mutating func noteCells(of table: Table) {
    for row in table.header { for cell in row { note(cell.inlines) } }
    guard !program.needsPages else { return }
    for row in table.rows {
      for cell in row.cells {
        switch cell {
        case .rich(let inlines), .span(let inlines, _, _): note(inlines)
        case .text, .empty: break
        }
      }
    }
  }

  private mutating func note(_ inlines: [Inline]) {
    for inline in inlines {
      switch inline {
      case .reference(_, .page), .pageCount: program.needsPages = true
      case .link(let inner, _): note(inner)
      case .footnote(let blocks):
        for case .paragraph(let paragraph) in blocks { note(paragraph.inlines) }
      case .text, .lineBreak, .tab, .reference, .pageNumber: break
      }
    }
  }
}
