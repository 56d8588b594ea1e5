internal import Graphics

extension Document {
  /// The tree as indented text for goldens: one block a line, text quoted, long tables in full.
  public func dump() -> String {
    var lines = ["document \"\(metadata.title)\" format \(format.name) created \(metadata.created)"]
    if let watermark { lines.append("watermark \"\(watermark)\"") }
    for section in sections {
      lines.append("section \(section.orientation) \(section.numbering)\(DocumentDump.paper(section.paper))")
      for block in section.blocks { lines += DocumentDump.lines(block, depth: 1) }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

enum DocumentDump {
  static func paper(_ paper: SectionPaper) -> String {
    let size = paper.size.map { " \($0.width.mm)x\($0.height.mm)" } ?? ""
    let margins = [("top", paper.top), ("bottom", paper.bottom), ("left", paper.left), ("right", paper.right)]
    return size + margins.map { name, length in length.map { " \(name) \($0.mm)" } ?? "" }.joined()
  }

  static func lines(_ block: Block, depth: Int) -> [String] {
    let margin = String(repeating: "  ", count: depth)
    let own = head(block)
    return own.map { margin + $0 } + children(block).flatMap { lines($0, depth: depth + 1) }
  }

  private static func head(_ block: Block) -> [String] {
    switch block {
    case .paragraph(let paragraph):
      [
        "paragraph \(paragraph.style.rawValue)\(paragraph.looseness == 0 ? "" : " looseness \(paragraph.looseness)") "
          + text(paragraph.inlines)
      ]
    case .heading(let heading):
      ["heading \(heading.level) \(heading.number) \(text(heading.inlines))\(label(heading.label))"]
    case .list(let list): ["list \(list.marker) from \(list.start), \(list.items.count) items"]
    case .quote: ["quote"]
    case .table(let table): DocumentDump.table(table)
    case .chart(let chart): DocumentDump.chart(chart)
    case .figure(let figure): ["figure \(figure.pictures.count) pictures \(text(figure.caption))\(label(figure.label))"]
    case .letterhead(let head):
      ["letterhead"]
        + [head.superior, head.issuer, head.number, head.placeAndDate].map { "  \"\($0)\"" }
        + [head.abstract, head.urgency, head.circulation, head.draft, head.contact].compactMap { $0 }.map {
          "  \"\($0)\""
        }
    case .title(let title): ["title \"\(title.type)\" \(text(title.abstract))"]
    case .addressees(let addressees): ["addressees \"\(addressees.salutation)\" \(addressees.names)"]
    case .closing(let closing):
      ["closing \(closing.authority) \"\(closing.post)\" \"\(closing.signer)\"", "  recipients \(closing.recipients)"]
    case .contents(let title, let depth): ["contents \(text(title)) depth \(depth)"]
    case .space(let length): ["space \(length.points)"]
    case .pageBreak: ["page break"]
    }
  }

  private static func children(_ block: Block) -> [Block] {
    switch block {
    case .list(let list): list.items.flatMap { $0 }
    case .quote(let blocks): blocks
    default: []
    }
  }

  private static func table(_ table: Table) -> [String] {
    var lines = ["table \(table.columns.count) columns \(text(table.caption))\(label(table.label))"]
    if !table.unit.isEmpty { lines.append("  unit \(text(table.unit))") }
    for row in table.header {
      lines.append(
        "  header | " + row.map { "\($0.inlines.plainText)\(span($0.columns, $0.rows))" }.joined(separator: " | "))
    }
    if !table.columnNumbers.isEmpty { lines.append("  numbers | " + table.columnNumbers.joined(separator: " | ")) }
    for row in table.rows { lines.append("  \(row.kind) | " + row.cells.map(cell).joined(separator: " | ")) }
    if !table.note.isEmpty { lines.append("  note \(text(table.note))") }
    return lines
  }

  private static func cell(_ cell: TableCell) -> String {
    switch cell {
    case .text(let text, _): text
    case .rich(let inlines): text(inlines)
    case .span(let inlines, let columns, _): inlines.plainText + span(columns, 1)
    case .empty: ""
    }
  }

  private static func chart(_ chart: Chart) -> [String] {
    [
      "chart \(chart.kind) \(text(chart.caption))\(label(chart.label))",
      "  categories " + chart.categories.joined(separator: " | "),
    ]
      + chart.series.map { "  series \"\($0.name)\" " + $0.labels.joined(separator: " | ") }
  }

  private static func span(_ columns: Int, _ rows: Int) -> String {
    columns == 1 && rows == 1 ? "" : " <\(columns)x\(rows)>"
  }

  private static func label(_ label: String?) -> String { label.map { " #\($0)" } ?? "" }

  private static func text(_ inlines: [Inline]) -> String {
    inlines.map(text).joined(separator: " ")
  }

  private static func text(_ inline: Inline) -> String {
    switch inline {
    case .text(let text, let style, _): "\"\(text)\"\(marks(style))"
    case .lineBreak: "break"
    case .tab: "tab"
    case .link(let inlines, let target): "link(\(target) \(text(inlines)))"
    case .footnote(let blocks): "footnote(\(blocks.flatMap { lines($0, depth: 0) }.joined(separator: "; ")))"
    case .reference(let label, let form): "reference(\(label) \(form))"
    case .pageNumber: "page-number"
    case .pageCount: "page-count"
    }
  }

  private static func marks(_ style: TextStyle) -> String {
    var marks = ""
    if style.bold { marks += "b" }
    if style.italic { marks += "i" }
    if style.underline { marks += "u" }
    if style.script == .superscript { marks += "^" }
    if style.script == .subscript { marks += "_" }
    if style.color != nil { marks += "c" }
    return marks.isEmpty ? "" : "/" + marks
  }
}
