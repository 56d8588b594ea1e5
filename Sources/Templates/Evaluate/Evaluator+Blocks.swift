internal import Configuration
internal import Documents
internal import Facts
internal import Findings
internal import Graphics
internal import Vietnamese

/// Blocks on their way into sections.
struct BlockOutput {
  var blocks: [Block] = []
  /// Finished sections, and which of them still need the words “PHỤ LỤC n”.
  var sections: [Section] = []
  var unnamedAppendices: [Int] = []
  private var orientation = Section.Orientation.portrait
  private var numbering = Section.Numbering.continued
  private var paper = SectionPaper()

  /// Ends the section and begins an appendix.
  mutating func beginAppendix(_ appendix: AppendixNode) {
    endSection()
    orientation = appendix.orientation
    numbering = appendix.numbering
    paper = appendix.paper
  }

  mutating func endSection() {
    sections.append(Section(orientation: orientation, numbering: numbering, paper: paper, blocks: blocks))
    blocks = []
  }

  /// Lists that meet are one list: a loop around an item makes a list of one item each time.
  mutating func add(_ list: List) {
    guard let last = blocks.indices.last, case .list(var before) = blocks[last], before.marker == list.marker else {
      return blocks.append(.list(list))
    }
    blocks[last] = .pageBreak
    before.items += list.items
    blocks[last] = .list(before)
  }
}

extension Evaluator {
  /// The blocks of nodes that begin no appendix.
  mutating func blocks(_ nodes: [BlockNode]) -> [Block] {
    var output = BlockOutput()
    write(nodes, to: &output)
    return output.blocks
  }

  mutating func write(_ nodes: [BlockNode], to output: inout BlockOutput) {
    for node in nodes {
      if isStopped { return }
      write(node, to: &output)
    }
  }

  private mutating func write(_ node: BlockNode, to output: inout BlockOutput) {
    switch node {
    case .paragraph(let style, let looseness, let nodes):
      let inlines = inlines(nodes, prose)
      if !inlines.isBlank {
        output.blocks.append(.paragraph(Paragraph(style: style, inlines, looseness: looseness)))
      }
    case .heading(let level, let number, let label, let nodes):
      output.blocks.append(.heading(Heading(level: level, number: number, label: label, inlines(nodes, prose))))
    case .list(let marker, let start, let items):
      let filled = items.map { blocks($0) }.filter { !$0.isEmpty }
      if !filled.isEmpty { output.add(List(marker: marker, start: start, items: filled)) }
    case .quote(let nodes):
      let inner = blocks(nodes)
      if !inner.isEmpty { output.blocks.append(.quote(inner)) }
    case .table(let table): output.blocks.append(.table(self.table(table)))
    case .staticTable(let columns, let rows): output.blocks.append(.table(staticTable(columns, rows)))
    case .chart(let chart): if let chart = self.chart(chart) { output.blocks.append(.chart(chart)) }
    case .figure(let figure): write(figure, to: &output)
    case .narrative(let narrative): write(narrative, to: &output)
    case .contents(let title, let depth): output.blocks.append(.contents(title: inlines(title, prose), depth: depth))
    case .space(let length): output.blocks.append(.space(length))
    case .pageBreak: output.blocks.append(.pageBreak)
    case .appendix(let appendix): write(appendix, to: &output)
    case .branch(let branches): write(arm(branches), to: &output)
    case .loop(let loop, let body, let empty):
      let ran = run(loop) { $0.write(body, to: &output) }
      if !ran { write(empty, to: &output) }
    case .bind(let bindings, let nodes):
      for binding in bindings { slots[binding.slot] = value(binding.value) }
      write(nodes, to: &output)
    }
  }

  // MARK: Appendices

  private mutating func write(_ appendix: AppendixNode, to output: inout BlockOutput) {
    output.beginAppendix(appendix)
    if appendix.name.isEmpty {
      output.unnamedAppendices.append(output.sections.count)
    } else {
      output.blocks.append(.paragraph(Paragraph(style: .appendixHeading, inlines(appendix.name, prose))))
    }
    let title = inlines(appendix.title, prose)
    if !title.isEmpty { output.blocks.append(.paragraph(Paragraph(style: .appendixTitle, title))) }
  }

  // MARK: Narratives

  private mutating func write(_ node: NarrativeNode, to output: inout BlockOutput) {
    guard case .text(let name, _) = value(node.name) else { return }
    guard let text = context.texts(name), !text.isEmpty else {
      if node.required { output.blocks.append(unwritten(name, node.span)) }
      return
    }
    // A narrative has slots of its own: only the facts are shared.
    let outer = (slots, loops)
    slots = [slots[0]] + Array(repeating: .missing, count: max(0, text.slotCount - 1))
    loops = Array(repeating: LoopState(), count: text.loopCount)
    speaking(.prose) { $0.write(text.body, to: &output) }
    (slots, loops) = outer
  }

  private mutating func unwritten(_ name: String, _ span: Span) -> Block {
    report(
      span, "chua-co-noi-dung", context.isDraft ? .warning : .error,
      Message(vi: "chưa có nội dung “\(name)”", en: "the text “\(name)” has not been written"),
      hint: Message(
        vi: "viết tệp texts/<kỳ>/\(name).md, hoặc thêm “bat_buoc: khong”",
        en: "write the file texts/<period>/\(name).md, or add “bat_buoc: khong”"))
    return .paragraph(Paragraph([.plain("[chưa có nội dung: \(name)]")]))
  }

  // MARK: Pictures

  private mutating func write(_ node: FigureNode, to output: inout BlockOutput) {
    var pictures: [Picture] = []
    for picture in node.pictures {
      guard case .text(let name, let source) = value(picture.name), !name.isEmpty else { continue }
      guard PictureName.isSafe(name) else {
        report(outside(name, picture.span, source))
        continue
      }
      if let found = context.pictures(name) {
        pictures.append(found)
      } else {
        output.blocks.append(lost(name, picture.span))
      }
    }
    guard !pictures.isEmpty else { return }
    output.blocks.append(
      .figure(
        Figure(pictures: pictures, height: node.height, caption: inlines(node.caption, prose), label: node.label)))
  }

  /// A name out of the data is reported at the data.
  private func outside(_ name: String, _ span: Span, _ source: Source?) -> Finding {
    var finding = PictureName.finding(name, span)
    if let source, !source.file.isEmpty {
      finding.location = Location(file: source.file, row: source.firstRow)
      finding.excerpt = nil
    }
    return finding
  }

  private mutating func lost(_ name: String, _ span: Span) -> Block {
    let severity = context.isDraft ? Severity.warning : .error
    if let fault = context.pictureFault(name) {
      report(
        span, "anh-hong", severity,
        Message(
          vi: "không dùng được ảnh “\(name)”: \(fault.vietnamese)",
          en: "the picture “\(name)” cannot be used: \(fault.english)"),
        hint: Message(
          vi: "chép lại ảnh từ nguồn, hoặc lưu lại thành JPEG nhỏ hơn",
          en: "copy the picture again from its source, or save it as a smaller JPEG"))
    } else {
      report(
        span, "thieu-anh", severity, Message(vi: "không có ảnh “\(name)”", en: "there is no picture “\(name)”"),
        hint: Message(
          vi: "chép ảnh vào thư mục hồ sơ, đúng tên này", en: "put the picture into the workspace under this name"))
    }
    return .paragraph(Paragraph([.plain("[thiếu ảnh: \(name)]")]))
  }

  // MARK: Charts

  private mutating func chart(_ node: ChartNode) -> Chart? {
    var categories: [String] = []
    var series = node.series.map { Chart.Series(name: text($0.name, plain), values: [], labels: []) }
    let ran = run(node.loop) { evaluator in
      categories.append(evaluator.text(node.category, evaluator.plain))
      for (index, source) in node.series.enumerated() {
        let value = evaluator.value(source.value).number
        series[index].values.append(value?.approximateDouble)
        series[index].labels.append(value == nil ? "" : evaluator.label(source.label))
      }
    }
    guard ran else {
      report(
        node.loop.span, "bieu-do-trong", .warning,
        Message(vi: "biểu đồ không có số liệu nên không in", en: "the chart has no figures and is left out"))
      return nil
    }
    return Chart(
      kind: node.kind, categories: categories, series: series, unit: text(node.unit, plain),
      caption: inlines(node.caption, prose), label: node.label, height: node.height)
  }

  private mutating func label(_ cell: CellNode) -> String {
    switch cell {
    case .value(let expression): value(expression).printed(plain)
    case .text(let nodes): text(nodes, plain)
    case .rich(let nodes): inlines(nodes, plain).plainText
    }
  }
}

extension [Inline] {
  /// Nothing to see: the sentence of an `if` that does not hold.
  var isBlank: Bool {
    allSatisfy { inline in
      if case .text(let text, _, _) = inline { return text.allSatisfy(\.isWhitespace) }
      return false
    }
  }
}
