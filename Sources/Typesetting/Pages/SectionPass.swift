internal import Documents
internal import Findings
internal import Graphics

/// One section on its way to pages: steps become boxes, boxes pages.
struct SectionPass {
  let section: Section
  let document: Document
  let program: Program
  let geometry: PageGeometry
  let known: PageNumbers
  let limits: Limits
  /// The first page of the section begins a numbering.
  let hidesFirstNumber: Bool
  var setter: StepSetter

  private var builder: PageBuilder
  /// The last boxes, held back because a closing block would bind them to itself.
  private var tail: [VerticalBox] = []
  private var watermark: [Item] = []
  private var tables: [ObjectIdentifier: TableRows] = [:]
  private var pages = 0

  init(
    section: Section, document: Document, program: Program, geometry: PageGeometry, known: PageNumbers,
    limits: Limits, hidesFirstNumber: Bool
  ) {
    self.section = section
    self.document = document
    self.program = program
    self.geometry = geometry
    self.known = known
    self.limits = limits
    self.hidesFirstNumber = hidesFirstNumber
    setter = StepSetter(
      format: document.format, measure: geometry.measure, pageHeight: geometry.height, context: TextContext())
    builder = PageBuilder(height: geometry.height)
  }

  mutating func begin(context: TextContext, _ text: inout TextSetter) {
    setter.context = context
    if let pitch = document.format.page.grid?.points, pitch >= 1 {
      let ascent = text.metrics(document.format.style(.body)).ascent
      builder = PageBuilder(height: geometry.height, grid: LineGrid(pitch: pitch, ascent: ascent))
    }
    if let mark = document.watermark { watermark = Watermark.items(mark, page: geometry.size, &text) }
  }

  /// Sets a step; `deliver` is called whenever pages may be finished, so that a long table never fills the memory.
  mutating func add(
    _ step: Step, _ text: inout TextSetter, _ advances: inout AdvanceTable,
    deliver: (inout SectionPass, inout TextSetter) throws -> Void
  ) throws {
    var step = step
    step.indent = step.indent.within(geometry.measure)
    switch step.content {
    case .table(let table): try add(table, step, &text, &advances, deliver)
    case .closing(let closing): addClosing(setter.closing(closing, step, &text))
    case .contents(let depth): add(contents(depth, step, &text))
    case .space(let points): setter.joint.add(space: points)
    case .pageBreak: if !(tail.isEmpty && builder.isAtPageStart) { setter.joint.force() }
    default: add(boxes(step, &text))
    }
    try deliver(&self, &text)
  }

  mutating func end() {
    flush(keeping: 0)
    builder.endPage()
  }

  mutating func takeFinished() -> [PagePlan] { builder.takeFinished() }

  private mutating func boxes(_ step: Step, _ text: inout TextSetter) -> [VerticalBox] {
    let format = document.format
    let measure = geometry.measure - step.indent.left - step.indent.right
    switch step.content {
    case .text(let inlines, let style): return setter.text(inlines, style, step, &text)
    case .chart(let chart):
      let fragment = Illustrations.chart(
        chart, measure: measure, room: geometry.height, format: format, context: setter.context, &text)
      return setter.fragment(fragment, step, format.style(.caption), &text)
    case .figure(let figure):
      let fragment = Illustrations.figure(
        figure, measure: measure, room: geometry.height, format: format, context: setter.context, &text)
      return setter.fragment(fragment, step, format.style(.caption), &text)
    case .letterhead(let head): return setter.letterhead(head, step, &text)
    case .title(let title): return setter.title(title, step, &text)
    case .addressees(let addressees): return setter.addressees(addressees, step, &text)
    case .table, .closing, .contents, .space, .pageBreak: return []
    }
  }

  // MARK: The vertical list

  private mutating func add(_ boxes: [VerticalBox]) {
    for index in boxes.indices { add(boxes[index]) }
  }

  private mutating func add(_ box: consuming VerticalBox) {
    tail.append(box)
    flush(keeping: document.format.page.linesBeforeClosing)
  }

  /// Lets boxes go to the page builder until no more than `lines` lines of text are held back.
  private mutating func flush(keeping lines: Int) {
    var texts = 0
    for index in tail.indices where tail[index].isText { texts += 1 }
    while !tail.isEmpty, texts > lines || lines == 0 || tail.count > SectionPass.longestTail {
      if tail[0].isText { texts -= 1 }
      builder.add(tail.remove(at: 0))
    }
  }

  /// Boxes held back at most: headings and captions are not text, and a section of nothing else must not pile up.
  private static let longestTail = 32

  /// The closing block stays with the last lines of text: no page may end between them.
  private mutating func addClosing(_ boxes: [VerticalBox]) {
    guard var closing = boxes.first else { return }
    if !tail.isEmpty {
      closing.gap.penalty += .forbidden
      let first = tail.firstIndex { $0.isText } ?? 0
      for index in tail.indices where index > first { tail[index].gap.penalty += .forbidden }
    }
    flush(keeping: 0)
    builder.add(closing)
  }

  // MARK: Tables

  private mutating func add(
    _ table: Table, _ step: Step, _ text: inout TextSetter, _ advances: inout AdvanceTable,
    _ deliver: (inout SectionPass, inout TextSetter) throws -> Void
  ) throws {
    var builder = TableBuilder(
      table: table, format: document.format, measure: geometry.measure - step.indent.left - step.indent.right,
      pageHeight: geometry.height, context: setter.context)
    let setting = builder.settle(indent: step.indent.left, &text, advances: &advances)
    add(setter.note(builder.head(setting, step: step, joint: &setter.joint, &text), &text))
    guard let setting else { return }
    let rows = TableRows(table: table, setting: setting, cellLimit: limits.cellBytes)
    if setting.subtotal != nil { tables[ObjectIdentifier(setting)] = rows }
    var next = 0
    while next < table.rows.count {
      for row in rows.set(from: next, context: setter.context, &text) {
        add(box(row, of: rows, step, &text))
        try deliver(&self, &text)
        next += 1
      }
    }
    builder.context.firstFootnote = setter.context.firstFootnote
    add(setter.note(builder.foot(setting, joint: &setter.joint, &text), &text))
  }

  private mutating func box(
    _ row: TableRowBox, of rows: TableRows, _ step: Step, _ text: inout TextSetter
  ) -> VerticalBox {
    var box = rows.box(row)
    if row.index == 0 {
      box.gap.penalty += setter.joint.gap(before: 0).penalty
      let table = rows.table
      if rows.setting.header == nil, table.caption.isEmpty, table.unit.isEmpty { box.marks = step.marks }
    }
    addNotes(to: &box, &text)
    return box
  }

  private mutating func addNotes(to box: inout VerticalBox, _ text: inout TextSetter) {
    guard case .row(let row) = box.content, !row.text.footnotes.isEmpty else { return }
    for line in row.lines where !line.footnotes.isEmpty {
      for call in row.text.footnotes[line.footnotes] { box.notes.append(setter.note(call, &text)) }
      setter.context.firstFootnote += line.footnotes.count
    }
  }

  // MARK: Pages

  mutating func compose(
    _ plan: PagePlan, number: Int, sheetSide: Int, count: Int, _ text: inout TextSetter
  ) -> Page {
    pages += 1
    var context = setter.context
    context.pageNumber = "\(number)"
    context.pageCount = "\(count)"
    let tables = tables
    let composer = PageComposer(
      format: document.format, geometry: geometry, watermark: watermark,
      subtotals: { subtotal, text in tables[ObjectIdentifier(subtotal.table)]?.subtotal(subtotal.rows, &text) })
    let place = PageComposer.Place(
      number: number, sheetSide: sheetSide,
      showsNumber: pages > 1 || !hidesFirstNumber || document.format.page.firstPageNumbered,
      runningHead: pages > 1 ? section.runningHead : [], context: context)
    return composer.page(plan, at: place, &text)
  }
}
