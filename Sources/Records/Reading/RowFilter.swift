import Findings
import Vietnamese

/// Tells data rows from what else stands in a table: blank lines, totals, remarks, broken records.
struct RowFilter {
  /// The columns that have a header.
  let width: Int
  private var blanks = 0
  /// The first blank row, with the bytes it lies in.
  private var firstBlank: (record: CSVRecord, text: FileText)?

  init(width: Int) {
    self.width = width
  }

  /// What the first cell of a total row says (folded).
  private static let totalWords: Set<String> = [
    "tong", "tongcong", "tongso", "cong", "congchung", "tongcongchung", "toancong", "total", "sum", "congtong",
  ]

  /// True when the record should be read as a data row.
  mutating func accepts(_ cells: inout CellReader) -> Bool {
    if cells.record.isBlank { return skipBlank(cells) }
    if !cells.record.faults.isEmpty {
      reportFaults(&cells)
      return false
    }
    let isShort = Self.lacksRequired(cells)
    if isShort, isEmptyButForSpaces(cells) { return skipBlank(cells) }
    if isShort || Self.mayBeTotal(cells), let place = Self.totalCell(cells, lookEverywhere: isShort) {
      reportTotal(&cells, place)
      return false
    }
    if isShort, isLone(cells) {
      reportStray(&cells)
      return false
    }
    if cells.text.mayHaveLostLetters, refusesLostLetters(&cells) { return false }
    cells.isMerged = isShort && Self.looksMerged(cells)
    return hasRightWidth(&cells)
  }

  /// Keeps the last value of each required column, for messages about merged cells.
  func remember(_ cells: inout CellReader) {
    for index in cells.required {
      guard let field = Self.field(cells, index), !field.isEmpty else { continue }
      cells.lastFilled[index] = CellReader.LastFilled(range: field.range, line: field.line)
    }
  }

  /// One note about all blank rows.
  func finish(_ cells: inout CellReader) {
    guard let first = firstBlank else { return }
    cells.move(to: first.text)
    cells.record = first.record
    guard cells.admits(.blankRows) else { return }
    cells.add(
      .blankRows, -1,
      Message(vi: "\(blanks) dòng trống được bỏ qua.", en: "\(blanks) blank rows were skipped."))
  }

  // MARK: Kinds of rows

  private mutating func skipBlank(_ cells: CellReader) -> Bool {
    blanks += 1
    if firstBlank == nil { firstBlank = (cells.record, cells.text) }
    return false
  }

  private static func field(_ cells: CellReader, _ column: Int) -> CSVField? {
    let place = cells.fileColumns[column]
    return place >= 0 && place < cells.record.fields.count ? cells.record.fields[place] : nil
  }

  private static func lacksRequired(_ cells: CellReader) -> Bool {
    for index in cells.required {
      guard let field = field(cells, index), !isEmpty(field, cells) else { return true }
    }
    return false
  }

  private static func isEmpty(_ field: CSVField, _ cells: CellReader) -> Bool {
    field.isEmpty || CellTrim.trim(cells.text.bytes.span, field.range).isEmpty
  }

  private func isEmptyButForSpaces(_ cells: CellReader) -> Bool {
    cells.record.fields.allSatisfy { Self.isEmpty($0, cells) }
  }

  /// One cell only, in a table whose rows need at least two.
  private func isLone(_ cells: CellReader) -> Bool {
    cells.required.count > 1 && cells.record.fields.count { !Self.isEmpty($0, cells) } == 1
  }

  /// Other required cells are filled, and at least one blank had a value in a row above.
  private static func looksMerged(_ cells: CellReader) -> Bool {
    var (filled, merged) = (0, 0)
    for index in cells.required {
      if let field = field(cells, index), !isEmpty(field, cells) {
        filled += 1
      } else if cells.lastFilled[index] != nil {
        merged += 1
      }
    }
    return merged > 0 && filled > 0
  }

  /// Reports each column of ours in which letters were lost.
  private func refusesLostLetters(_ cells: inout CellReader) -> Bool {
    var isLost = false
    for place in cells.fileColumns where place >= 0 && place < cells.record.fields.count {
      let range = cells.record.fields[place].range
      guard LostText.firstSign(bytes: cells.text.bytes.span.extracting(range)) != nil else { continue }
      cells.reportLostLetters(place)
      isLost = true
    }
    return isLost
  }

  private mutating func hasRightWidth(_ cells: inout CellReader) -> Bool {
    let count = cells.record.fields.count
    if count > width, let extra = cells.record.fields[width...].firstIndex(where: { !Self.isEmpty($0, cells) }) {
      reportExtra(&cells, extra)
      return false
    }
    // Worksheets do not write their empty cells.
    if count < width, cells.text.sheet == nil { reportFew(&cells, count) }
    return true
  }

  // MARK: Totals

  /// A look at a few bytes: only cells that begin like “tổng”, “cộng”, “total”, “sum” are worth folding.
  private static func mayBeTotal(_ cells: CellReader) -> Bool {
    guard let first = cells.record.fields.first(where: { !$0.isEmpty }) else { return false }
    if beginsLikeTotal(first, cells) { return true }
    for place in cells.keyPlaces where place < cells.record.fields.count {
      if beginsLikeTotal(cells.record.fields[place], cells) { return true }
    }
    return false
  }

  private static func beginsLikeTotal(_ field: CSVField, _ cells: CellReader) -> Bool {
    guard field.end - field.start >= 3 else { return false }
    let bytes = cells.text.bytes
    let (first, second, third) = (bytes[field.start] | 0x20, bytes[field.start + 1], bytes[field.start + 2])
    // A space in front: look closer.
    if first == 0x20 { return true }
    if first == 0x73 { return second | 0x20 == 0x75 && third | 0x20 == 0x6D }
    guard first == 0x74 || first == 0x63 else { return false }
    if second | 0x20 == 0x6F { return third | 0x20 == 0x6E || third | 0x20 == 0x74 || third >= 0x80 }
    // “tổ chức” is not “tổng”: the n stands behind the three bytes of ổ.
    if second == 0xE1 { return field.end - field.start >= 5 && bytes[field.start + 4] | 0x20 == 0x6E }
    // Of the letters that start with C3 only “ô” with a tone set apart can begin “tổng”.
    if second == 0xC3 { return third == 0xB4 && field.end - field.start >= 4 && bytes[field.start + 3] == 0xCC }
    return second >= 0x80
  }

  /// The cell that says “tổng cộng”: the first one with content, a key cell, or any cell of a row that lacks required ones.
  private static func totalCell(_ cells: CellReader, lookEverywhere: Bool) -> Int? {
    let first = cells.record.fields.firstIndex { !isEmpty($0, cells) }
    for (place, field) in cells.record.fields.enumerated() where field.end - field.start <= 60 {
      guard lookEverywhere || place == first || cells.keyPlaces.contains(place) else { continue }
      guard beginsLikeTotal(field, cells) else { continue }
      let text = cells.text.string(field.range, column: place)
      let name = HeaderKey.splitUnit(text)?.name ?? text
      if totalWords.contains(HeaderKey.fold(name)) { return place }
    }
    return nil
  }
}
