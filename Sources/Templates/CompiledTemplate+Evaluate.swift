public import Documents
public import Facts
public import Findings
internal import Graphics

extension CompiledTemplate {
  /// The document of these facts. Findings of severity error mean it must not be published; it is complete all the same, so that a
  /// person can look at it.
  ///
  /// - Precondition: `facts` is of the type the template was compiled against.
  public func evaluate(_ facts: Record, _ context: RenderContext) -> (Document, [Finding]) {
    var context = context
    context.printing.wording = wording.inToneStyle(context.printing.toneStyle)
    var evaluator = Evaluator(context, facts: facts, slotCount: slotCount, loopCount: loopCount)
    let paper = evaluator.paper(self.paper, header: header)
    var output = BlockOutput()
    output.blocks = paper.head
    evaluator.write(body, to: &output)
    output.endSection()
    let sections = Self.finished(output, paper, context)
    let metadata = Metadata(
      title: paper.metadata.title, author: paper.metadata.author, subject: header.title,
      keywords: paper.metadata.keywords, created: context.created)
    let document = Document(
      metadata: metadata, format: context.format, sections: sections, watermark: context.isDraft ? "DỰ THẢO" : nil,
      files: evaluator.files.names)
    return (document, evaluator.findings)
  }

  /// Closing before the first appendix, names of appendices, running heads.
  private static func finished(_ output: BlockOutput, _ paper: Paper, _ context: RenderContext) -> [Section] {
    var sections = output.sections
    if let closing = paper.closing, !sections.isEmpty {
      sections[0].blocks.end(with: context.format.numbers.endMark)
      sections[0].blocks.append(.closing(closing))
    }
    let appendices = sections.count - 1
    for index in output.unnamedAppendices where sections.indices.contains(index) {
      let word = context.printing.wording.appendix
      let name = appendices > 1 ? "\(word) \(index)" : word
      sections[index].blocks.insert(.paragraph(Paragraph(style: .appendixHeading, [.plain(name)])), at: 0)
    }
    for index in sections.indices {
      sections[index].runningHead = paper.runningHead
      if !paper.belongsTo.isEmpty, sections[index].numbering == .appendix {
        sections[index].blocks.add(paper.belongsTo)
      }
    }
    return sections
  }
}

extension [Block] {
  /// The line that says which document an appendix belongs to, under the head of the appendix.
  fileprivate mutating func add(_ belongsTo: String) {
    let head = prefix { block in
      guard case .paragraph(let paragraph) = block else { return false }
      return paragraph.style == .appendixHeading || paragraph.style == .appendixTitle
    }
    insert(.paragraph(Paragraph(style: .appendixReference, [.plain(belongsTo)])), at: head.count)
  }

  /// The full stop of the last sentence as the format ends a text: `./.` in some State papers.
  fileprivate mutating func end(with mark: String) {
    guard mark != ".", let last = indices.last, case .paragraph(var paragraph) = self[last] else { return }
    guard case .text(let text, let style, let origin)? = paragraph.inlines.last, text.hasSuffix("."),
      !text.hasSuffix(mark)
    else { return }
    paragraph.inlines[paragraph.inlines.count - 1] = .text(text.dropLast() + mark, style, origin)
    self[last] = .paragraph(paragraph)
  }
}
