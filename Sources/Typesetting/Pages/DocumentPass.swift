internal import Documents
internal import Findings
internal import Graphics

/// One layout of a document from its first page to its last, with the page numbers of the pass before.
struct DocumentPass {
  let document: Document
  let program: Program
  let known: PageNumbers
  let limits: Limits
  private(set) var learned = PageNumbers()

  private var number = 0
  private var nextFootnote = 1

  init(_ document: Document, _ program: Program, known: PageNumbers, limits: Limits) {
    self.document = document
    self.program = program
    self.known = known
    self.limits = limits
  }

  /// Lays out all sections; `page` gets each page as soon as it is finished.
  mutating func run(
    _ setter: inout TextSetter, advances: inout AdvanceTable, page: (Page) throws -> Void
  ) throws {
    for (section, steps) in zip(document.sections, program.sections) {
      try run(section, steps, &setter, &advances, page)
    }
    if learned.total == 0 { try page(Page(number: 1, frame: Frame(size: document.format.page.size))) }
  }

  private mutating func run(
    _ section: Section, _ steps: [Step], _ setter: inout TextSetter, _ advances: inout AdvanceTable,
    _ page: (Page) throws -> Void
  ) throws {
    let restarts = restarts(section)
    if restarts || learned.counts.isEmpty {
      number = 0
      learned.counts.append(0)
    }
    var pass = SectionPass(
      section: section, document: document, program: program,
      geometry: try PageGeometry(document.format.page, section.orientation, paper: section.paper), known: known,
      limits: limits,
      hidesFirstNumber: learned.counts == [0] || restarts)
    pass.begin(context: context, &setter)
    pass.setter.context.firstFootnote = nextFootnote
    for step in steps {
      try pass.add(step, &setter, &advances) { pass, setter in try deliver(&pass, &setter, page) }
    }
    pass.end()
    try deliver(&pass, &setter, page)
    nextFootnote = pass.setter.context.firstFootnote
  }

  private func restarts(_ section: Section) -> Bool {
    switch section.numbering {
    case .continued: false
    case .restarted: true
    case .appendix: document.format.page.appendixNumbering == .own
    }
  }

  private var context: TextContext {
    var context = TextContext()
    context.files = document.files
    for (label, text) in program.labels {
      let page = known.labels[label].map { "\($0)" } ?? "0"
      context.references[label] = ReferenceText(label: text, page: page)
    }
    return context
  }

  /// Composes and hands over the pages the section has finished.
  private mutating func deliver(
    _ pass: inout SectionPass, _ setter: inout TextSetter, _ page: (Page) throws -> Void
  ) throws {
    for plan in pass.takeFinished() {
      number += 1
      learned.total += 1
      guard learned.total <= limits.pages else { throw LayoutError.tooManyPages(limit: limits.pages) }
      learned.counts[learned.counts.count - 1] += 1
      learned.learn(plan, number: number)
      if plan.overfull { setter.findings.append(Finding.blockHigherThanPage(page: learned.total)) }
      let run = learned.counts.count - 1
      let count = known.counts.indices.contains(run) ? known.counts[run] : 0
      try page(pass.compose(plan, number: number, sheetSide: learned.total, count: count, &setter))
    }
  }
}
