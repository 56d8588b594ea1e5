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

/// One row, or a piece of a row that is higher than a page.
struct TableRowBox {
  struct Cell {
    var block: TextBlock
    /// From the left edge of the table to the measure of the text.
    var x: Double
    /// Where the first line begins, below the upper edge of the row.
    var y: Double
  }

  let table: TableSetting
  let index: Int
  let kind: TableRow.Kind
  var cells: [Cell] = []
  /// Column edges that no vertical rule crosses, because a cell spans them.
  var openEdges: [Int] = []
  var height = 0.0
  /// The row began on the page before.
  var isContinuation = false

  var isFirst: Bool { index == 0 && !isContinuation }

  /// Parts the row so that lines ending above `limit` stay: each cell by itself. Nil where no line fits or all do.
  func split(at limit: Double) -> (head: TableRowBox, tail: TableRowBox)? {
    let padding = table.rules.verticalPadding.points
    var head = self
    var tail = self
    tail.isContinuation = true
    (head.height, tail.height) = (0, 0)
    var kept = 0
    var moved = 0
    for index in cells.indices {
      let block = cells[index].block
      let first = cells[index].y + block.ascent + block.descent + padding
      let room = block.pitch > 0 ? Int(max(-1, min((limit - first) / block.pitch, 1e6))) : block.lines.count - 1
      let count = limit < first ? 0 : min(block.lines.count, room + 1)
      head.cells[index].block.lines = Array(block.lines.prefix(count))
      tail.cells[index].block.lines = Array(block.lines.dropFirst(count))
      kept += count
      moved += block.lines.count - count
      head.height = max(head.height, cells[index].y + head.cells[index].block.height + padding)
      tail.height = max(tail.height, cells[index].y + tail.cells[index].block.height + padding)
    }
    return kept > 0 && moved > 0 ? (head, tail) : nil
  }
}
