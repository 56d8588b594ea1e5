internal import Documents
internal import Findings
internal import Graphics

/// Sets the rows of a table one after another, as boxes of the vertical list.
struct TableRows {
  let table: Table
  let setting: TableSetting
  /// Bytes of a cell that are set; the rest is cut, with a finding.
  let cellLimit: Int

  /// The rows from `first` on, as many as share a store of text well, one at least; `context` numbers their footnotes.
  func set(from first: Int, context: TextContext, _ setter: inout TextSetter) -> [TableRowBox] {
    var rows: [RowSetter] = []
    rows.reserveCapacity(TableRows.usualRows)
    setter.beginSharing()
    repeat {
      rows.append(set(first + rows.count, context, &setter))
    } while first + rows.count < table.rows.count && !setter.isStoreFull
    let text = setter.endSharing()
    return rows.indices.map { rows[$0].box(first + $0, kind: table.rows[first + $0].kind, text: text) }
  }

  /// About as many share a store of text.
  private static let usualRows = 16

  private func set(_ index: Int, _ context: TextContext, _ setter: inout TextSetter) -> RowSetter {
    let source = table.rows[index]
    let style = source.kind == .body ? setting.cellStyle : setting.boldStyle
    var row = RowSetter(setting: setting, style: style, cellLimit: cellLimit, cells: source.cells.count, setter)
    var column = 0
    for cell in source.cells {
      guard column < setting.columns.count else {
        setter.findings.append(Finding.longRow(row: index + 1, caption: table.caption.plainText))
        break
      }
      let last = min(column + cell.columns, setting.columns.count) - 1
      let figures = setting.columns[column].alignment == .right || setting.columns[column].alignment == .decimal
      row.add(cell, column, last, context, tabular: figures, &setter)
      column = last + 1
    }
    row.reserveLine()
    return row
  }

  /// A row that is set as a box.
  func box(_ row: TableRowBox) -> VerticalBox {
    VerticalBox(gap: gap(row.index), x: setting.x, height: row.height, content: .row(row))
  }

  /// The row of sums at the foot of a page, or nil for a table without page sums.
  func subtotal(_ rows: Range<Int>, _ setter: inout TextSetter) -> TableRowBox? {
    let summed = setting.subtotal?.isRunning == true ? 0..<rows.upperBound : rows
    return subtotal(rows, height: setting.subtotalHeight, &setter) { PageSum.text($0, summed) }
  }

  /// Height of the row of sums with the widest numbers it may have to hold; nil for a table without page sums.
  func widestSubtotal(_ setter: inout TextSetter) -> Double? {
    subtotal(0..<0, height: nil, &setter, text: PageSum.widest)?.height
  }

  private func subtotal(
    _ rows: Range<Int>, height: Double?, _ setter: inout TextSetter, text: ([Int]) -> String
  ) -> TableRowBox? {
    guard let subtotal = setting.subtotal else { return nil }
    var row = RowSetter(setting: setting, style: setting.boldStyle, cellLimit: cellLimit, cells: 4, setter)
    setter.beginSharing()
    let last = min(max(subtotal.labelColumns, 1), setting.columns.count) - 1
    let label = TableCell.span([.plain(subtotal.label)], columns: last + 1, alignment: .center)
    row.add(label, 0, last, TextContext(), tabular: false, &setter)
    for column in subtotal.values where (last + 1..<setting.columns.count).contains(column.column) {
      row.add(
        .text(text(column.values), nil), column.column, column.column, TextContext(), tabular: true, &setter)
    }
    if let height { row.height = height }
    return row.box(rows.upperBound, kind: .subtotal, text: setter.endSharing(), isContinuation: true)
  }

  /// A table of so many rows is looked at as one thing.
  private static let shortTable = 10

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
