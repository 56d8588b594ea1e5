internal import Documents
internal import Findings
internal import Graphics

/// Measures a table and settles the widths of its columns.
struct TableWidths {
  let table: Table
  let format: Format
  /// Width of the text, points.
  let measure: Double

  /// What every column needs, and how far the fractions of its numbers reach.
  struct Needs {
    var columns: [ColumnNeed]
    var fractions: [Double]
    /// Widest text in front of the comma.
    var integers: [Double]
  }

  /// A header breaks over at least so many lines before it widens an automatic column.
  private static let headerLines = 2.0
  /// Narrowest column: room for two figures beside the padding, ems.
  private static let leastColumn = 1.0

  func settle(_ setter: inout TextSetter, advances: inout AdvanceTable) -> (widths: ColumnWidths, fractions: [Double]) {
    let padding = 2 * max(format.tables.horizontalPadding.points, 0)
    var needs = Needs(
      columns: table.columns.map { ColumnNeed(rule: $0.width) },
      fractions: [Double](repeating: 0, count: table.columns.count),
      integers: [Double](repeating: 0, count: table.columns.count))
    measureRows(into: &needs, &setter, &advances)
    for index in needs.columns.indices where table.columns[index].alignment == .decimal {
      let both = needs.integers[index] + needs.fractions[index]
      needs.columns[index].natural = max(needs.columns[index].natural, both)
      needs.columns[index].minimum = max(needs.columns[index].minimum, both)
    }
    measureHeader(into: &needs, &setter)
    for index in needs.columns.indices {
      needs.columns[index].natural += padding + TableWidths.slack
      needs.columns[index].minimum += padding + TableWidths.slack
    }
    let least = padding + TableWidths.leastColumn * format.style(.tableCell).size.points
    return (ColumnWidths(needs.columns, measure: measure, least: least), needs.fractions)
  }

  /// Points that keep a text of exactly the column's width from breaking over rounding.
  private static let slack = 0.05

  private func measureRows(into needs: inout Needs, _ setter: inout TextSetter, _ advances: inout AdvanceTable) {
    // A header cell over several columns asks all of them for room.
    let spans = table.header.contains { $0.contains { $0.columns > 1 } }
    let wanted = table.columns.map { column in
      if case .fixed = column.width { return spans || column.alignment == .decimal }
      return true
    }
    guard let last = wanted.lastIndex(of: true) else { return }
    let plain = format.style(.tableCell).unindented
    var bold = plain
    bold.bold = true
    for row in table.rows {
      let style = row.kind == .body ? plain : bold
      var column = 0
      for cell in row.cells where column <= last {
        if wanted[column] { measure(cell, column, style, into: &needs, &setter, &advances) }
        column += cell.columns
      }
    }
  }

  private func measure(
    _ cell: TableCell, _ column: Int, _ style: BlockStyle, into needs: inout Needs, _ setter: inout TextSetter,
    _ advances: inout AdvanceTable
  ) {
    switch cell {
    case .text(let text, _):
      let extent = advances.extent(text, style: style, setter: &setter)
      needs.columns[column].natural = max(needs.columns[column].natural, extent.natural)
      needs.columns[column].minimum = max(needs.columns[column].minimum, extent.minimum)
      if table.columns[column].alignment == .decimal {
        needs.fractions[column] = max(needs.fractions[column], extent.fraction)
        needs.integers[column] = max(needs.integers[column], extent.natural - extent.fraction)
      }
    case .rich(let inlines):
      let extent = setter.extent(inlines, style: style)
      needs.columns[column].natural = max(needs.columns[column].natural, extent.natural)
      needs.columns[column].minimum = max(needs.columns[column].minimum, extent.minimum)
    case .span, .empty: break
    }
  }

  /// Header cells: their words must fit; a cell over several columns asks its automatic columns for what is missing in equal parts.
  private func measureHeader(into needs: inout Needs, _ setter: inout TextSetter) {
    let style = format.style(.tableHeader).unindented
    let grid = HeaderGrid(table.header, columnCount: table.columns.count)
    for placement in grid.placements.sorted(by: { $0.columns < $1.columns }) where !placement.cell.inlines.isEmpty {
      var extent = setter.extent(placement.cell.inlines, style: style)
      if placement.cell.rotated {
        let line = setter.metrics(style)
        extent = TextExtent(natural: line.ascent + line.descent, minimum: line.ascent + line.descent)
      }
      let natural = max(extent.minimum, extent.natural / TableWidths.headerLines)
      widen(placement, minimum: extent.minimum, natural: natural, in: &needs)
    }
    for (column, text) in table.columnNumbers.enumerated() where column < needs.columns.count {
      let width = setter.width(text, style: style)
      needs.columns[column].natural = max(needs.columns[column].natural, width)
    }
  }

  private func widen(_ placement: HeaderGrid.Placement, minimum: Double, natural: Double, in needs: inout Needs) {
    let range = placement.column..<(placement.column + placement.columns)
    let automatic = range.filter { needs.columns[$0].rule == .automatic }
    let targets = automatic.isEmpty ? Array(range) : automatic
    let missingMinimum = minimum - range.reduce(0) { $0 + needs.columns[$1].minimum }
    let missingNatural = natural - range.reduce(0) { $0 + needs.columns[$1].natural }
    for column in targets {
      needs.columns[column].minimum += max(0, missingMinimum) / Double(targets.count)
      needs.columns[column].natural += max(0, missingNatural) / Double(targets.count)
    }
  }
}

extension TableCell {
  /// Columns the cell covers, 1 or more.
  var columns: Int {
    if case .span(_, let columns, _) = self { return min(max(columns, 1), 10_000) }
    return 1
  }
}

extension BlockStyle {
  /// The style without indents and spaces: text in a cell or panel, whose place is settled already.
  var unindented: BlockStyle {
    var style = self
    style.firstLineIndent = .zero
    style.leftIndent = .zero
    style.rightIndent = .zero
    return style
  }
}
