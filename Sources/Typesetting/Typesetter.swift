public import Documents
public import Findings
public import Graphics

/// Lays documents out: blocks in, finished pages out. One worker's scratch; fonts are shared, everything else is its own.
///
///     Document --Flattening--> steps --StepSetter, TableRows--> boxes --PageBuilder--> plans --PageComposer--> Page
///
/// Pages are handed over one by one as they are finished, so that memory does not grow with the document. A document that prints page
/// numbers in its text (contents, “trang 5”, “trang X/Y”) is laid out again until they have settled.
public struct Typesetter: ~Copyable {
  private var setter: TextSetter
  private var advances = AdvanceTable()
  private let limits: Limits

  public init(fonts: FontLibrary, limits: Limits = .standard) {
    setter = TextSetter(fonts: fonts)
    self.limits = limits
  }

  /// Lays `document` out and hands each page to `page` in order.
  ///
  /// Returns what a reader should know: missing glyphs, tables narrowed, blocks higher than a page. Throws `LayoutError`, or what `page`
  /// throws; pages handed over before are then not to be used.
  public mutating func typeset(_ document: Document, page: (Page) throws -> Void) throws -> [Finding] {
    let program = Flattening.program(document)
    setter.findings = FindingList()
    if program.needsPages {
      try settle(document, program, page)
    } else {
      var pass = DocumentPass(document, program, known: PageNumbers(), limits: limits)
      try pass.run(&setter, advances: &advances, page: page)
    }
    if program.isTooDeep { setter.findings.append(Finding.nestedTooDeep()) }
    for label in program.duplicateLabels { setter.findings.append(Finding.duplicateLabel(label)) }
    return setter.findings.sorted
  }

  /// Repeats the layout until the page numbers it prints are those it has.
  private mutating func settle(_ document: Document, _ program: Program, _ page: (Page) throws -> Void) throws {
    var known = PageNumbers()
    for _ in 0..<max(limits.passes, 1) {
      setter.findings = FindingList()
      var held: [Page] = []
      var pass = DocumentPass(document, program, known: known, limits: limits)
      try pass.run(&setter, advances: &advances) { if held.count < limits.heldPages { held.append($0) } }
      if pass.learned == known {
        if pass.learned.total <= held.count {
          for page_ in held { try page(page_) }
        } else {
          held = []
          setter.findings = FindingList()
          var last = DocumentPass(document, program, known: known, limits: limits)
          try last.run(&setter, advances: &advances, page: page)
        }
        return
      }
      known = pass.learned
    }
    throw LayoutError.doesNotConverge(passes: limits.passes)
  }
}
