/// Reads a worksheet of an `.xlsx` file as the CSV it would have been, with its rows on the lines of their numbers.
///
/// The container is opened by libzip, the XML read by expat, both as streams and within limits.
public enum Workbook {
  /// A worksheet as a table.
  public struct Sheet: Sendable, Hashable {
    public var name: String
    /// UTF-8 with commas. Line n is row n; a line break inside a cell stands as U+2028. Numbers have a decimal comma, days are
    /// written `2026-02-05`, rates `23,8%`.
    public var csv: [UInt8]
  }

  /// - Parameter name: the worksheet; the first one when nil. Accents must agree, capitals need not.
  public static func sheet(
    _ name: String?, of bytes: [UInt8], limits: WorkbookLimits = WorkbookLimits()
  ) throws(WorkbookError) -> Sheet {
    try Archive.reading(bytes, limits: limits) { (archive: inout Archive) throws(WorkbookError) -> Sheet in
      let list = SheetList()
      try read("xl/workbook.xml", of: &archive, list)
      let relations = RelationList()
      try read("xl/_rels/workbook.xml.rels", of: &archive, relations)
      let chosen = try choose(name, list)
      guard let part = relations.targets[chosen.relation] else { throw .missingPart(chosen.name) }
      let texts = SharedTexts(limit: limits.sharedBytes)
      if archive.contains("xl/sharedStrings.xml") { try read("xl/sharedStrings.xml", of: &archive, texts) }
      if texts.isTooLarge { throw .tooLarge }
      let styles = StyleList()
      if archive.contains("xl/styles.xml") { try read("xl/styles.xml", of: &archive, styles) }
      let table = SheetTable(
        texts: texts.texts, styles: styles.meanings, usesDatesOf1904: list.usesDatesOf1904, limits: limits)
      try read(part, of: &archive, table)
      if table.isTooLarge { throw .tooLarge }
      return Sheet(name: chosen.name, csv: table.csv)
    }
  }

  private static func choose(
    _ name: String?, _ list: SheetList
  ) throws(WorkbookError) -> (name: String, relation: String) {
    guard let first = list.sheets.first else { throw .missingPart("sheet") }
    guard let name else { return first }
    let wanted = name.lowercased()
    guard let found = list.sheets.first(where: { $0.name.lowercased() == wanted }) else {
      throw .noSuchSheet(name, list.sheets.map(\.name))
    }
    return found
  }

  private static func read(
    _ part: String, of archive: inout Archive, _ listener: any XMLListener
  ) throws(WorkbookError) {
    guard let events = XMLEvents(listener) else { throw .brokenXML(part) }
    var isSound = true
    try unsafe archive.read(part) { chunk in
      isSound = unsafe events.feed(chunk)
      return isSound
    }
    guard listener.isDone || (isSound && events.finish()) else { throw .brokenXML(part) }
  }
}
