public import Findings

/// The rows of one data file, in file order, and the way back to their cells.
public struct Table<Row: TableRow>: Sendable {
  /// Of a long file that keeps its prose (`DatasetOptions.leavesProse`) these lack their long texts, which `whole` adds.
  public internal(set) var rows: Rows<Row>
  /// Where the rows came from; nil for rows made in code.
  var source: TableSource?

  public init(_ rows: [Row] = []) {
    self.rows = Rows(rows)
  }

  init(rows: Rows<Row>, source: TableSource?) {
    self.rows = rows
    self.source = source
  }

  /// The file as findings name it.
  public var fileName: String { source?.fileName ?? Row.schema.fileName }

  /// True when a file was read for the table, even one without rows.
  public var isPresent: Bool { source != nil || !rows.isEmpty }

  /// Whether `rows` lack their long texts.
  public var leavesProse: Bool { source?.reader != nil }

  /// The rows at `places` with all of their texts.
  ///
  /// A row that cannot be read again stands as it is in `rows`, and the store of its file is told to give up.
  ///
  /// - Parameter places: ascending, each once.
  public func whole(at places: [Int]) -> [Row] {
    guard let source, let cells = source.reader else { return rows.elements(at: places) }
    var found: [Row] = []
    found.reserveCapacity(places.count)
    let isSame = source.readAgain(cells, places) { cells in
      guard let row = Row(&cells) else { return false }
      found.append(row)
      return true
    }
    if isSame { return found }
    source.text.store?.giveUp()
    return found + rows.elements(at: Array(places[found.count...]))
  }

  /// The number of the column in the file, from 1; nil when the file does not have it.
  public func columnNumber(_ column: Row.Column) -> Int? { source?.columnNumber(column.rawValue) }

  /// The place of a cell, or of the whole row when `column` is nil.
  public func location(_ index: Int, _ column: Row.Column? = nil) -> Location {
    if let place = source?.place(ofRow: index, column?.rawValue) { return place.location }
    let line = rows[index].row
    return Location(file: fileName, row: line == 0 ? nil : line, field: column?.schema.name)
  }

  /// A finding that points at a cell of row `index`, with the source line.
  public func finding(
    _ code: String, _ severity: Severity, _ index: Int, _ column: Row.Column?, _ message: Message,
    hint: Message? = nil
  ) -> Finding {
    let place = source?.place(ofRow: index, column?.rawValue)
    return Finding(
      code: code, severity: severity, at: place?.location ?? location(index, column), message, hint: hint,
      excerpt: place?.excerpt)
  }

  /// Takes out the rows with these indices.
  mutating func remove(_ indices: Set<Int>) {
    rows.remove(indices)
    source?.removeRows(indices)
  }
}
