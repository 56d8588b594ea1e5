public import Findings

extension Dataset {
  /// The cell a text stands in, for what is only noticed when it is printed.
  ///
  /// - Parameters:
  ///   - code: of several cells the first in a row that also has this value, be it the code of an organisation, is meant.
  ///   - known: the file and line, where they are known and only the cell is not.
  /// - Returns: nil when no row in use holds the text.
  public func cell(
    holding text: String, preferring code: String? = nil, at known: (file: String, row: Int)? = nil
  ) -> (location: Location, excerpt: Excerpt)? {
    let needle = Array(text.utf8)
    guard !needle.isEmpty else { return nil }
    var first: CellPlace?
    for source in tables.sources where known.map({ source.fileName.hasSuffix($0.file) }) ?? true {
      let (place, isPreferred) = source.cell(
        holding: needle, preferring: known == nil ? code.map { Array($0.utf8) } : nil, line: known?.row)
      if let place, isPreferred { return (place.location, place.excerpt) }
      first = first ?? place
    }
    return first.map { ($0.location, $0.excerpt) }
  }
}

extension Dataset.Tables {
  /// Where the rows of every table came from.
  var sources: [TableSource] {
    [
      organisations.source, memberCounts.source, campaigns.source, models.source, ratings.source, guidance.source,
      socialWorks.source, rewards.source, photos.source, articles.source, visits.source, submissions.source,
    ].compactMap(\.self)
  }
}

extension TableSource {
  /// Cells looked at before a place is taken as it is: the text may stand in every row.
  private static let patience = 10_000

  func cell(
    holding needle: [UInt8], preferring code: [UInt8]?, line: Int?
  ) -> (place: CellPlace?, isPreferred: Bool) {
    var first: CellPlace?
    var looked = 0
    for stretch in stretches {
      guard let text = text.store == nil ? text : text.window(stretch) else { break }
      let bytes = text.bytes
      var at = text.start
      while looked < Self.patience, let found = Self.find(needle, in: bytes, from: at) {
        at = found + needle.count
        guard let record = record(at: found, text), let column = Self.column(of: found, in: record)
        else { continue }
        looked += 1
        if let line, record.line != line { continue }
        let isPreferred = code.map { code in record.fields.contains { Self.holds(code, bytes, $0.rawRange) } } ?? true
        guard isPreferred || first == nil else { continue }
        let place = CellPlace(
          fileName: fileName, text: text, record: record, fileColumn: column,
          field: columns.firstIndex(of: column).map { names[$0] })
        if isPreferred { return (place, true) }
        first = place
      }
      if looked >= Self.patience { break }
    }
    return (first, false)
  }

  /// The file in stretches that end where rows end, none much longer than need be; all at once where it is in memory.
  private var stretches: [Range<Int>] {
    guard text.store != nil else { return [0..<text.bytes.count] }
    var stretches: [Range<Int>] = []
    var start = 0
    for row in starts where row.offset - start >= Self.longestStretch {
      stretches.append(start..<row.offset)
      start = row.offset
    }
    return stretches + [start..<text.fileCount]
  }

  private static func find(_ needle: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    guard bytes.count >= needle.count, start <= bytes.count - needle.count else { return nil }
    for place in start...bytes.count - needle.count where bytes[place] == needle[0] {
      if holds(needle, bytes, place..<place + needle.count) { return place }
    }
    return nil
  }

  private static func holds(_ needle: [UInt8], _ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    range.count == needle.count && bytes[range].elementsEqual(needle)
  }

  /// The kept row a byte may belong to.
  private func row(at byte: Int) -> Int? {
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle].offset <= byte { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : low - 1
  }

  /// The record of the kept row that `byte` may belong to; both counted in `text`.
  private func record(at byte: Int, _ text: FileText) -> CSVRecord? {
    guard let row = row(at: text.base + byte) else { return nil }
    let start = starts[row]
    guard start.offset >= text.base else { return nil }
    var scanner = CSVScanner(separator: separator, offset: start.offset - text.base, line: start.line)
    var record = CSVRecord()
    return scanner.next(in: text.bytes.span, into: &record) ? record : nil
  }

  private static func column(of byte: Int, in record: CSVRecord) -> Int? {
    record.fields.firstIndex { $0.rawRange.contains(byte) }
  }
}
