internal import Documents
internal import Findings
internal import Graphics

/// Settles a table and gives the boxes around its rows: caption and unit above, header, note below.
struct TableBuilder {
  let table: Table
  let format: Format
  /// Width and height of the text area, points.
  let measure: Double
  let pageHeight: Double
  /// Its footnote number goes on from caption to note.
  var context: TextContext

  /// Nil, with a finding, for a table without columns.
  func settle(indent: Double, _ setter: inout TextSetter, advances: inout AdvanceTable) -> TableSetting? {
    let caption = table.caption.plainText
    guard !table.columns.isEmpty else {
      setter.findings.append(Finding.tableWithoutColumns(caption))
      return nil
    }
    let (widths, fractions) = TableWidths(table: table, format: format, measure: measure)
      .settle(&setter, advances: &advances)
    if widths.narrowed { setter.findings.append(Finding.narrowedTable(caption)) }
    if !widths.corrected.isEmpty { setter.findings.append(Finding.correctedColumns(widths.corrected, caption)) }
    let dropped = HeaderGrid(table.header, columnCount: table.columns.count).dropped
    if dropped > 0 { setter.findings.append(Finding.headerCellsDropped(dropped, caption)) }
    let columns = columns(widths.widths, fractions)
    let cell = format.style(.tableCell).unindented
    var bold = cell
    bold.bold = true
    let line = setter.metrics(cell)
    let width = columns.last?.right ?? 0
    var below = context
    below.firstFootnote += table.caption.footnoteCount + table.unit.footnoteCount
    let header = TableHeader(table: table, format: format, columns: columns, context: below).panel(&setter)
    let setting = TableSetting(
      columns: columns, x: indent + max(0, (measure - width) / 2), rules: format.tables,
      header: header, continued: continued(width: width, &setter), cellStyle: cell,
      boldStyle: bold, table: table, lineHeight: line.ascent + line.descent, pageHeight: pageHeight)
    reserveSubtotal(setting, &setter)
    return setting
  }

  private func reserveSubtotal(_ setting: TableSetting, _ setter: inout TextSetter) {
    // Every page gives the sums the same room: that of the widest sum there can be.
    let widest = TableRows(table: table, setting: setting, cellLimit: .max).widestSubtotal(&setter)
    if let widest { setting.reserveSubtotal(min(widest, pageHeight * TableBuilder.largestSubtotal)) }
  }

  /// Part of a page the row of sums may take: a page needs room for the rows it adds up.
  private static let largestSubtotal = 0.5

  /// Caption and unit, kept with the table; `joint` has the space above.
  mutating func head(_ setting: TableSetting?, step: Step, joint: inout Joint, _ setter: inout TextSetter)
    -> [VerticalBox]
  {
    var boxes = lines(
      table.caption, .tableCaption, x: step.indent.left, width: measure, above: format.tables.spaceBefore.points,
      joint: &joint, &setter)
    if let setting {
      let above = boxes.isEmpty ? format.tables.spaceBefore.points : 0
      boxes += lines(
        table.unit, .tableUnit, x: setting.x, width: setting.width, above: above, joint: &joint, &setter)
      if let header = setting.header {
        let gap = joint.gap(before: boxes.isEmpty ? format.tables.spaceBefore.points : 0)
        boxes.append(
          VerticalBox(gap: gap, x: setting.x, height: header.height, content: .panel(header), isText: false))
        joint.leave(space: 0, keep: table.rows.isEmpty ? .none : .forbidden)
      }
    }
    if !boxes.isEmpty { boxes[0].marks = step.marks }
    return boxes
  }

  /// The note under the table; its first line stays with the last row.
  mutating func foot(_ setting: TableSetting, joint: inout Joint, _ setter: inout TextSetter) -> [VerticalBox] {
    joint.leave(space: 0, keep: .strong)
    let boxes = lines(
      table.note, .tableNote, x: setting.x, width: setting.width, above: 0, joint: &joint, &setter)
    let after = boxes.isEmpty ? 0 : format.style(.tableNote).spaceAfter.points
    joint.leave(space: max(after, format.tables.spaceAfter.points), stretch: format.style(.body).stretch.points)
    return boxes
  }

  private func columns(_ widths: [Double], _ fractions: [Double]) -> [TableSetting.Column] {
    var left = 0.0
    var columns: [TableSetting.Column] = []
    for (index, width) in widths.enumerated() {
      columns.append(
        TableSetting.Column(
          left: left, right: left + width, padding: min(max(format.tables.horizontalPadding.points, 0), width / 4),
          alignment: table.columns[index].alignment, fraction: fractions[index]))
      left += width
    }
    return columns
  }

  private func continued(width: Double, _ setter: inout TextSetter) -> Panel? {
    guard !table.continued.isEmpty else { return nil }
    var panel = Panel()
    var stack = Stack(x: 0, width: width)
    stack.add(
      table.continued, format.style(.tableUnit).unindented, context: context, to: &panel, &setter)
    panel.height = stack.y
    return panel
  }

  private mutating func lines(
    _ inlines: [Inline], _ name: StyleName, x: Double, width: Double, above: Double, joint: inout Joint,
    _ setter: inout TextSetter
  ) -> [VerticalBox] {
    guard !inlines.isEmpty else { return [] }
    let style = format.style(name).unindented
    var context = context
    context.balanced = style.alignment == .center
    let block = setter.lines(inlines, style: style, measure: width, context: context)
    self.context.firstFootnote += block.footnoteCount
    var boxes = ParagraphRules(orphans: 0, widows: 0, together: true)
      .boxes(block, first: joint.gap(before: max(above, style.spaceBefore.points)))
    for index in boxes.indices {
      boxes[index].x = x
      boxes[index].isText = false
    }
    joint.leave(space: style.spaceAfter.points, keep: .forbidden)
    return boxes
  }
}
