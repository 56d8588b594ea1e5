internal import Documents

/// The header cells of a table on its grid: spans resolved, holes filled, what sticks out cut off.
///
/// Cells are laid in the first free place of their row, as in HTML: a cell of two rows keeps its place free in the row below.
struct HeaderGrid {
  struct Placement {
    var cell: HeaderCell
    var row: Int
    var column: Int
    var rows: Int
    var columns: Int
  }

  private(set) var placements: [Placement] = []
  let rowCount: Int
  let columnCount: Int
  /// Cells for which their row had no place left.
  private(set) var dropped = 0

  init(_ header: [[HeaderCell]], columnCount: Int) {
    rowCount = header.count
    self.columnCount = columnCount
    var taken = [Bool](repeating: false, count: header.count * columnCount)
    for (row, cells) in header.enumerated() {
      for cell in cells { place(cell, row: row, taken: &taken) }
      for column in 0..<columnCount where !taken[row * columnCount + column] {
        taken[row * columnCount + column] = true
        placements.append(Placement(cell: HeaderCell([]), row: row, column: column, rows: 1, columns: 1))
      }
    }
  }

  private mutating func place(_ cell: HeaderCell, row: Int, taken: inout [Bool]) {
    guard let column = (0..<columnCount).first(where: { !taken[row * columnCount + $0] }) else {
      dropped += 1
      return
    }
    var columns = 1
    let wanted = min(max(cell.columns, 1), columnCount - column)
    while columns < wanted, !taken[row * columnCount + column + columns] { columns += 1 }
    let rows = min(max(cell.rows, 1), rowCount - row)
    for r in row..<(row + rows) {
      for c in column..<(column + columns) { taken[r * columnCount + c] = true }
    }
    placements.append(Placement(cell: cell, row: row, column: column, rows: rows, columns: columns))
  }
}

/// Heights of rows from the heights their cells need.
enum RowHeights {
  struct Need {
    var row: Int
    var rows: Int
    var height: Double
  }

  /// Cells of one row first; what a cell of several rows still lacks goes to the last of them.
  static func solve(_ needs: [Need], rowCount: Int) -> [Double] {
    var heights = [Double](repeating: 0, count: rowCount)
    for need in needs where need.rows == 1 { heights[need.row] = max(heights[need.row], need.height) }
    for need in needs.filter({ $0.rows > 1 }).sorted(by: { $0.rows < $1.rows }) {
      let have = heights[need.row..<(need.row + need.rows)].reduce(0, +)
      if need.height > have { heights[need.row + need.rows - 1] += need.height - have }
    }
    return heights
  }
}
