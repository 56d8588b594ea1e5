internal import Documents
internal import Graphics

/// A table whose widths are settled: what its rows and its pages need to know. One per table, shared by its rows.
final class TableSetting {
  struct Column {
    /// Edges from the left edge of the table, points.
    var left: Double
    var right: Double
    var padding: Double
    var alignment: TableColumn.Alignment
    /// Room right of the place where whole numbers end, in a column aligned on the comma.
    var fraction: Double

    var measure: Double { max(right - left - 2 * padding, 0.1) }
  }

  let columns: [Column]
  /// From the left edge of the text.
  let x: Double
  let rules: TableRules
  /// The header rows with their rules; nil for a table without header.
  let header: Panel?
  /// “(tiếp theo)”, above the repeated header.
  let continued: Panel?
  let cellStyle: BlockStyle
  let boldStyle: BlockStyle
  let rowCount: Int
  /// Index of the first of the total rows that end the table; `rowCount` without one.
  let firstTotal: Int
  let subtotal: PageSubtotal?
  private(set) var subtotalHeight: Double
  /// What stands on each further page above its first row. Header and continuation are left out where they would fill the page.
  let repeatedHeight: Double

  init(
    columns: [Column], x: Double, rules: TableRules, header: Panel?, continued: Panel?, cellStyle: BlockStyle,
    boldStyle: BlockStyle, table: Table, lineHeight: Double, pageHeight: Double
  ) {
    self.columns = columns
    self.x = x
    self.rules = rules
    self.cellStyle = cellStyle
    self.boldStyle = boldStyle
    rowCount = table.rows.count
    firstTotal = table.rows.lastIndex { $0.kind != .total }.map { $0 + 1 } ?? 0
    subtotal = table.pageSubtotal
    subtotalHeight = table.pageSubtotal == nil ? 0 : lineHeight + 2 * rules.verticalPadding.points
    let height = (header?.height ?? 0) + (continued?.height ?? 0)
    let repeats = height <= pageHeight * TableSetting.largestHeader
    self.header = header
    self.continued = repeats ? continued : nil
    repeatedHeight = repeats ? height : 0
  }

  var width: Double { columns.last?.right ?? 0 }

  /// The last page of the table has its sums too: not where they would say the same as the total under them.
  var closesWithSubtotal: Bool {
    guard let subtotal else { return false }
    return !subtotal.isRunning || firstTotal == rowCount
  }

  /// Makes the row of sums as high as its text needs.
  func reserveSubtotal(_ height: Double) { subtotalHeight = max(subtotalHeight, height) }

  /// A header that takes more of a page than this is not repeated.
  static let largestHeader = 0.5
}

/// One row, or a piece of a row that is higher than a page. A class, so that boxes move from list to list at the cost of one reference.
final class TableRowBox {
  struct Cell {
    /// In `lines`.
    var lines: Range<Int>
    /// Baseline to baseline, and of the cell's own face and size the ascender and descender, points.
    var pitch: Double
    var ascent: Double
    var descent: Double
    /// From the left edge of the table to the measure of the text.
    var x: Double
    /// Where the first line begins, below the upper edge of the row.
    var y: Double

    var height: Double { lines.isEmpty ? 0 : ascent + descent + pitch * Double(lines.count - 1) }
  }

  let table: TableSetting
  let index: Int
  let kind: TableRow.Kind
  /// The text of all cells.
  let text: SetText
  let lines: [SetLine]
  let cells: [Cell]
  /// Column edges that no vertical rule crosses, because a cell spans them.
  let openEdges: [Int]
  let height: Double
  /// The row began on the page before.
  let isContinuation: Bool

  init(
    table: TableSetting, index: Int, kind: TableRow.Kind, text: SetText, lines: [SetLine], cells: [Cell],
    openEdges: [Int], height: Double, isContinuation: Bool = false
  ) {
    self.table = table
    self.index = index
    self.kind = kind
    self.text = text
    self.lines = lines
    self.cells = cells
    self.openEdges = openEdges
    self.height = height
    self.isContinuation = isContinuation
  }

  var isFirst: Bool { index == 0 && !isContinuation }

  /// Parts the row so that lines ending above `limit` stay: each cell by itself. Nil where no line fits or all do.
  func split(at limit: Double) -> (head: TableRowBox, tail: TableRowBox)? {
    let padding = table.rules.verticalPadding.points
    var (head, tail) = (cells, cells)
    var (headHeight, tailHeight) = (0.0, 0.0)
    var kept = 0
    var moved = 0
    for (index, cell) in cells.enumerated() {
      let first = cell.y + cell.ascent + cell.descent + padding
      let room = cell.pitch > 0 ? Int(max(-1, min((limit - first) / cell.pitch, 1e6))) : cell.lines.count - 1
      let count = limit < first ? 0 : min(cell.lines.count, room + 1)
      let cut = cell.lines.lowerBound + count
      head[index].lines = cell.lines.lowerBound..<cut
      tail[index].lines = cut..<cell.lines.upperBound
      kept += count
      moved += cell.lines.count - count
      headHeight = max(headHeight, cell.y + head[index].height + padding)
      tailHeight = max(tailHeight, cell.y + tail[index].height + padding)
    }
    guard kept > 0, moved > 0 else { return nil }
    return (
      part(head, height: headHeight, isContinuation: isContinuation),
      part(tail, height: tailHeight, isContinuation: true)
    )
  }

  private func part(_ cells: [Cell], height: Double, isContinuation: Bool) -> TableRowBox {
    TableRowBox(
      table: table, index: index, kind: kind, text: text, lines: lines, cells: cells, openEdges: openEdges,
      height: height, isContinuation: isContinuation)
  }
}
