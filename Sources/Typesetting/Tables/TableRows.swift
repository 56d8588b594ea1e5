internal import Documents
internal import Findings
internal import Graphics

/// Sets the rows of a table one after another, as boxes of the vertical list.
struct TableRows {
  let table: Table
  let setting: TableSetting
  /// Bytes of a cell that are set; the rest is cut, with a finding.
  let cellLimit: Int

  /// Row `index` as a box; `context` numbers its footnotes.
  func box(_ index: Int, context: TextContext, _ setter: inout TextSetter) -> VerticalBox {
    let source = table.rows[index]
    var row = TableRowBox(table: setting, index: index, kind: source.kind)
    row.cells.reserveCapacity(source.cells.count)
    let style = source.kind == .body ? setting.cellStyle : setting.boldStyle
    var context = context
    // One store for the cells of a plain row, which most rows of long tables are.
    let isPlain = source.cells.allSatisfy(\.isPlain)
    if isPlain { setter.beginSharing() }
    defer { if isPlain { setter.endSharing() } }
    var column = 0
    for cell in source.cells {
      guard column < setting.columns.count else {
        setter.findings.append(Finding.longRow(row: index + 1, caption: table.caption.plainText))
        break
      }
      let last = min(column + cell.columns, setting.columns.count) - 1
      if last > column { row.openEdges.append(contentsOf: (column + 1)...last) }
      let figures = setting.columns[column].alignment == .right || setting.columns[column].alignment == .decimal
      let set = row.cells.count
      add(cell, column, last, style, context, tabular: figures, to: &row, &setter)
      if !isPlain { context.firstFootnote += row.cells.dropFirst(set).reduce(0) { $0 + $1.block.footnoteCount } }
      column = last + 1
    }
    row.height = max(row.height, setter.metrics(style).ascent + setter.metrics(style).descent + 2 * padding)
    return VerticalBox(gap: gap(index), x: setting.x, height: row.height, content: .row(row))
  }

  /// The row of sums at the foot of a page, or nil for a table without page sums.
  func subtotal(_ rows: Range<Int>, _ setter: inout TextSetter) -> TableRowBox? {
    let summed = setting.subtotal?.isRunning == true ? 0..<rows.upperBound : rows
    var row = subtotal(rows, &setter) { PageSum.text($0, summed) }
    row?.height = setting.subtotalHeight
    return row
  }

  /// Height of the row of sums with the widest numbers it may have to hold; nil for a table without page sums.
  func widestSubtotal(_ setter: inout TextSetter) -> Double? {
    subtotal(0..<0, &setter, text: PageSum.widest)?.height
  }

  private func subtotal(_ rows: Range<Int>, _ setter: inout TextSetter, text: ([Int]) -> String) -> TableRowBox? {
    guard let subtotal = setting.subtotal else { return nil }
    var row = TableRowBox(table: setting, index: rows.upperBound, kind: .subtotal, isContinuation: true)
    let last = min(max(subtotal.labelColumns, 1), setting.columns.count) - 1
    if last > 0 { row.openEdges.append(contentsOf: 1...last) }
    let label = TableCell.span([.plain(subtotal.label)], columns: last + 1, alignment: .center)
    add(label, 0, last, setting.boldStyle, TextContext(), to: &row, &setter)
    for column in subtotal.values where (last + 1..<setting.columns.count).contains(column.column) {
      add(
        .text(text(column.values), nil), column.column, column.column, setting.boldStyle, TextContext(), tabular: true,
        to: &row, &setter)
    }
    return row
  }

  /// A table of so many rows is looked at as one thing.
  private static let shortTable = 10

  private var padding: Double { setting.rules.verticalPadding.points }

  /// Groups stay with what follows, totals with what went before, and no page begins or ends with a single row of a table if another
  /// place will do.
  private func gap(_ index: Int) -> Gap {
    var penalty = Penalty.none
    if index == 0 { penalty += setting.header == nil ? .none : .forbidden }
    if index > 0, table.rows[index - 1].kind == .group { penalty += .strong }
    if table.rows[index].kind == .total || table.rows[index].kind == .subtotal { penalty += .strong }
    if index == 1 || index == table.rows.count - 1 { penalty += .weak }
    if index > 0, table.rows.count <= TableRows.shortTable { penalty += .fair }
    return Gap(penalty: penalty)
  }

  private func add(
    _ cell: TableCell, _ column: Int, _ last: Int, _ base: BlockStyle, _ context: TextContext,
    tabular: Bool = false, to row: inout TableRowBox, _ setter: inout TextSetter
  ) {
    let first = setting.columns[column]
    var measure = setting.columns[last].right - first.left - 2 * first.padding
    measure = max(measure, 0.1)
    var style = base
    let block: TextBlock
    var x = first.left + first.padding
    switch cell {
    case .empty: return
    case .text(let text, let origin):
      style.alignment = first.alignment.block
      block = setter.lines(
        [.text(cut(text, origin, context, &setter), .plain, origin)], style: style, measure: measure, context: context,
        tabular: tabular)
      if first.alignment == .decimal { x -= shift(text, block, first, style, &setter) }
    case .rich(let inlines):
      style.alignment = first.alignment.block
      block = setter.lines(
        cut(inlines, context, &setter), style: style, measure: measure, context: context, tabular: tabular)
    case .span(let inlines, _, let alignment):
      style.alignment = alignment.block
      block = setter.lines(
        cut(inlines, context, &setter), style: style, measure: measure, context: context, tabular: tabular)
    }
    row.cells.append(TableRowBox.Cell(block: block, x: x, y: padding))
    row.height = max(row.height, block.height + 2 * padding)
  }

  /// How far a number set at the right edge moves left, so that its comma stands above the others'.
  private func shift(
    _ text: String, _ block: TextBlock, _ column: TableSetting.Column, _ style: BlockStyle, _ setter: inout TextSetter
  ) -> Double {
    guard column.fraction > 0, block.lines.count == 1 else { return 0 }
    var own = 0.0
    if let comma = text.utf8.lastIndex(of: UInt8(ascii: ",")) {
      own = setter.width(String(text[comma...]), style: style)
    }
    return max(0, min(column.fraction - own, column.measure - block.widest))
  }

  private func cut(_ text: String, _ origin: Origin?, _ context: TextContext, _ setter: inout TextSetter) -> String {
    guard text.utf8.count > cellLimit else { return text }
    let location = TextFindings.location(origin, context)
    setter.findings.append(
      Finding.longCell(String(text.prefix(40)), bytes: text.utf8.count, limit: cellLimit, at: location))
    return cut(text, to: cellLimit)
  }

  /// Styled text: what is beyond the limit is left out, its stretch cut.
  private func cut(_ inlines: [Inline], _ context: TextContext, _ setter: inout TextSetter) -> [Inline] {
    var bytes = 0
    for case .text(let text, _, _) in inlines { bytes += text.utf8.count }
    guard bytes > cellLimit else { return inlines }
    let start = inlines.lazy.compactMap { if case .text(let text, _, _) = $0 { text } else { nil } }.first ?? ""
    setter.findings.append(
      Finding.longCell(String(start.prefix(40)), bytes: bytes, limit: cellLimit, at: context.place))
    var room = cellLimit
    var kept: [Inline] = []
    for inline in inlines {
      guard case .text(let text, let style, let origin) = inline else {
        kept.append(inline)
        continue
      }
      guard text.utf8.count > room else {
        kept.append(inline)
        room -= text.utf8.count
        continue
      }
      return kept + [.text(cut(text, to: room), style, origin)]
    }
    return kept
  }

  private func cut(_ text: String, to limit: Int) -> String {
    var end = text.utf8.index(text.startIndex, offsetBy: max(limit, 0))
    // Not inside a character: the cut must not make a broken one.
    while end > text.startIndex, end.samePosition(in: text.unicodeScalars) == nil { end = text.utf8.index(before: end) }
    return String(text[..<end]) + "…"
  }
}

extension TableCell {
  /// Without links, footnotes and styles of its own.
  fileprivate var isPlain: Bool {
    switch self {
    case .empty, .text: true
    case .rich, .span: false
    }
  }
}

extension TableColumn.Alignment {
  /// How the text of a cell is set; numbers aligned on the comma begin at the right edge and are moved.
  var block: BlockStyle.Alignment {
    switch self {
    case .left: .left
    case .center: .center
    case .right, .decimal: .right
    case .justified: .justified
    }
  }
}

/// The sum of a column over the rows of one page.
enum PageSum {
  /// Grouped by dots; a sum beyond `Int` prints as “…”, for a wrong figure is worse than none.
  static func text(_ values: [Int], _ rows: Range<Int>) -> String {
    var sum = 0
    for row in rows where values.indices.contains(row) {
      let (next, overflow) = sum.addingReportingOverflow(values[row])
      if overflow { return "…" }
      sum = next
    }
    return grouped(sum)
  }

  /// As wide as any sum over some of `values`: no sum has more digits than that of all magnitudes.
  static func widest(_ values: [Int]) -> String {
    var sum = 0
    for value in values {
      let (next, overflow) = sum.addingReportingOverflow(value == .min ? .max : abs(value))
      sum = overflow ? .max : next
    }
    return (values.contains { $0 < 0 } ? "-" : "") + grouped(sum)
  }

  static func grouped(_ value: Int) -> String {
    var digits = String(value.magnitude)
    var groups: [String] = []
    while digits.count > 3 {
      groups.insert(String(digits.suffix(3)), at: 0)
      digits.removeLast(3)
    }
    groups.insert(digits, at: 0)
    return (value < 0 ? "-" : "") + groups.joined(separator: ".")
  }
}
