/// Turns the cells of a worksheet into CSV as the listener of its XML.
///
/// Row n of the sheet becomes line n of the table and column B its second cell, so that places need no map; line breaks inside a
/// cell become U+2028 for the same reason.
final class SheetTable: XMLListener {
  /// UTF-8, commas, LF.
  private(set) var csv: [UInt8] = []
  private(set) var isTooLarge = false

  private let texts: [String]
  private let styles: [StyleList.Meaning]
  private let usesDatesOf1904: Bool
  private let limits: WorkbookLimits
  /// The row and column (from 1 and 0) that `csv` has reached.
  private var row = 1
  private var column = 0
  private var nextRow = 1
  private var nextColumn = 0
  private var type = ""
  private var style = 0
  private var value: [UInt8] = []
  private var isInValue = false
  private var isInAid = false

  var isDone: Bool { isTooLarge }

  init(texts: [String], styles: [StyleList.Meaning], usesDatesOf1904: Bool, limits: WorkbookLimits) {
    self.texts = texts
    self.styles = styles
    self.usesDatesOf1904 = usesDatesOf1904
    self.limits = limits
  }

  func start(_ name: String, _ attributes: XMLAttributes) {
    switch name {
    case "row":
      nextRow = attributes["r"].flatMap { Int($0) } ?? nextRow
      nextColumn = 0
    case "c":
      if let reference = attributes["r"], let place = Self.place(reference) { (nextColumn, nextRow) = place }
      type = attributes["t"] ?? "n"
      style = attributes["s"].flatMap { Int($0) } ?? 0
      value.removeAll(keepingCapacity: true)
    case "rPh": isInAid = true
    case "v", "t": isInValue = !isInAid
    default: break
    }
  }

  func end(_ name: String) {
    switch name {
    case "c":
      if !value.isEmpty { write() }
      nextColumn += 1
    case "row": nextRow += 1
    case "rPh": isInAid = false
    case "v", "t": isInValue = false
    default: break
    }
  }

  func text(_ text: UnsafeBufferPointer<UInt8>) {
    guard isInValue else { return }
    if value.count + text.count > limits.tableBytes { isTooLarge = true } else { unsafe value.append(contentsOf: text) }
  }

  // MARK: Cells

  private func write() {
    guard 1...limits.rows ~= nextRow, 0..<limits.columns ~= nextColumn, nextRow >= row else {
      isTooLarge = true
      return
    }
    while row < nextRow {
      csv.append(0x0A)
      (row, column) = (row + 1, 0)
    }
    // A second cell of the same place is nothing a program writes.
    guard nextColumn >= column else { return }
    while column < nextColumn {
      csv.append(0x2C)
      column += 1
    }
    append(CellText.text(value, type, meaning, texts, usesDatesOf1904))
    isTooLarge = isTooLarge || csv.count > limits.tableBytes
  }

  private var meaning: StyleList.Meaning { styles.indices.contains(style) ? styles[style] : .number }

  private func append(_ text: String) {
    let isPlain = text.utf8.allSatisfy { $0 != 0x2C && $0 != 0x22 && $0 != 0x0A && $0 != 0x0D }
    if isPlain {
      csv.append(contentsOf: text.utf8)
      return
    }
    csv.append(0x22)
    for character in text {
      if character.isNewline {
        csv.append(contentsOf: "\u{2028}".utf8)
      } else {
        if character == "\"" { csv.append(0x22) }
        csv.append(contentsOf: String(character).utf8)
      }
    }
    csv.append(0x22)
  }

  /// `B12` -> column 1, row 12.
  static func place(_ reference: String) -> (column: Int, row: Int)? {
    var (column, row) = (0, 0)
    for byte in reference.utf8 {
      switch byte {
      case 0x41...0x5A where row == 0 && column < 1 << 20: column = column * 26 + Int(byte - 0x40)
      case 0x30...0x39 where column > 0 && row < 1 << 30: row = row * 10 + Int(byte - 0x30)
      default: return nil
      }
    }
    return column > 0 && row > 0 ? (column - 1, row) : nil
  }
}
