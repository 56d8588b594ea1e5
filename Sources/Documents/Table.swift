public import Graphics

/// A table: columns, a header, rows. Cells hold finished text; what they mean (a sum, a share) was settled when the facts were made.
///
/// Invariant: the spans of each header and body row cover the columns (typesetting pads a short row with empty cells and cuts a long one).
public struct Table: Sendable, Hashable {
  public var columns: [TableColumn]
  public var header: [[HeaderCell]]
  /// Row of column numbers under the header (`1`, `2`, `3 = 2:1`); empty for none.
  public var columnNumbers: [String]
  public var rows: [TableRow]
  /// “Biểu số 2: …”, above the table.
  public var caption: [Inline]
  /// “Đvt: đồng”, above the table at the right.
  public var unit: [Inline]
  /// Printed at the head of each further page, for example “(tiếp theo)”; empty for none.
  public var continued: [Inline]
  /// Note under the table, for example on rounding.
  public var note: [Inline]
  public var label: String?
  /// Rows whose sum is printed at the foot of each page: index of columns to add; the texts come from `subtotal`.
  public var pageSubtotal: PageSubtotal?

  public init(
    columns: [TableColumn], header: [[HeaderCell]] = [], columnNumbers: [String] = [], rows: [TableRow],
    caption: [Inline] = [], unit: [Inline] = [], continued: [Inline] = [], note: [Inline] = [], label: String? = nil,
    pageSubtotal: PageSubtotal? = nil
  ) {
    self.columns = columns
    self.header = header
    self.columnNumbers = columnNumbers
    self.rows = rows
    self.caption = caption
    self.unit = unit
    self.continued = continued
    self.note = note
    self.label = label
    self.pageSubtotal = pageSubtotal
  }
}

/// One column of a table.
public struct TableColumn: Sendable, Hashable {
  public enum Width: Sendable, Hashable {
    /// From the minimum and natural widths of all rows.
    case automatic
    case fixed(Length)
    /// A part of what fixed columns leave, in proportion to the other shares.
    case share(Double)
  }

  public enum Alignment: Sendable, Hashable {
    case left
    case center
    case right
    case justified
    /// On the decimal comma; cells without one end where it would stand.
    case decimal
  }

  public var width: Width
  public var alignment: Alignment

  public init(width: Width = .automatic, alignment: Alignment = .left) {
    self.width = width
    self.alignment = alignment
  }
}

/// A cell of the header, which may span columns and rows and be turned a quarter.
public struct HeaderCell: Sendable, Hashable {
  public var inlines: [Inline]
  public var columns: Int
  public var rows: Int
  /// Text reads upwards.
  public var rotated: Bool

  public init(_ inlines: [Inline], columns: Int = 1, rows: Int = 1, rotated: Bool = false) {
    self.inlines = inlines
    self.columns = columns
    self.rows = rows
    self.rotated = rotated
  }
}

/// A row of the body.
public struct TableRow: Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    case body
    /// “A. Đảng bộ cơ sở”: bold, kept with the row below.
    case group
    case subtotal
    /// “TỔNG CỘNG”: bold, kept with the row above.
    case total
  }

  public var kind: Kind
  public var cells: [TableCell]

  public init(_ kind: Kind = .body, _ cells: [TableCell]) {
    self.kind = kind
    self.cells = cells
  }
}

/// A cell of the body. Plain text is the common case and the cheap one.
public enum TableCell: Sendable, Hashable {
  case text(String, Origin?)
  case rich([Inline])
  case span([Inline], columns: Int, alignment: TableColumn.Alignment)
  case empty
}

/// Sums carried at the foot of each page of a long table.
public struct PageSubtotal: Sendable, Hashable {
  /// “Cộng trang”.
  public var label: String
  public var labelColumns: Int
  /// The sum of all rows down to the foot of the page, and not of the page alone. It is left out where the table ends with a total.
  public var isRunning: Bool
  /// Values to add, one array per summed column, parallel to `rows` (0 for rows that do not count).
  public var values: [Column]

  public struct Column: Sendable, Hashable {
    public var column: Int
    public var values: [Int]

    public init(column: Int, values: [Int]) {
      self.column = column
      self.values = values
    }
  }

  public init(label: String, labelColumns: Int, isRunning: Bool = false, values: [Column]) {
    self.label = label
    self.labelColumns = labelColumns
    self.isRunning = isRunning
    self.values = values
  }
}
