/// Finds the separator of a file from its first lines.
public enum SeparatorDetector {
  /// What offices use, the likeliest first: it wins when nothing tells them apart.
  public static let candidates: [UInt8] = [Byte.comma, Byte.semicolon, Byte.tab, Byte.bar]

  /// How many records are looked at.
  static let sampleRecords = 60
  /// How many bytes are looked at.
  static let sampleBytes = 1 << 16

  /// `sep=;` alone on the first line: the separator and where the next line begins.
  public static func directive(in bytes: Span<UInt8>, from start: Int) -> (separator: UInt8, next: Int)? {
    let word: [UInt8] = [0x73, 0x65, 0x70, 0x3D]
    var index = start
    let isQuoted = index < bytes.count && bytes[index] == Byte.quote
    if isQuoted { index += 1 }
    guard index + 4 < bytes.count else { return nil }
    for offset in 0..<4 where bytes[index + offset] | 0x20 != word[offset] | 0x20 { return nil }
    let separator = bytes[index + 4]
    index += 5
    if isQuoted {
      guard index < bytes.count, bytes[index] == Byte.quote else { return nil }
      index += 1
    }
    guard candidates.contains(separator) else { return nil }
    while index < bytes.count, bytes[index] == separator || bytes[index] == Byte.space { index += 1 }
    guard index < bytes.count else { return (separator, index) }
    switch bytes[index] {
    case Byte.lineFeed: return (separator, index + 1)
    case Byte.carriageReturn:
      return (separator, index + 1 < bytes.count && bytes[index + 1] == Byte.lineFeed ? index + 2 : index + 1)
    default: return nil
    }
  }

  /// The separator under which `headerScore` finds the best header, then the one that cuts most records into the same number of
  /// fields, then the one with more fields, then the earlier candidate.
  ///
  /// - Parameters:
  ///   - enough: a header that names this many known columns needs no comparison.
  ///   - headerScore: how many known columns a record names; 0 when no header is known.
  public static func detect(
    in bytes: Span<UInt8>, from start: Int, enough: Int = .max, headerScore: (CSVRecord) -> Int = { _ in 0 }
  ) -> UInt8 {
    var best = (separator: Byte.comma, score: Score(header: -1, share: 0, fields: 0))
    for candidate in candidates {
      let score = score(candidate, in: bytes, from: start, enough, headerScore)
      if score.header >= max(2, enough) { return candidate }
      if best.score < score { best = (candidate, score) }
    }
    return best.separator
  }

  private struct Score: Comparable {
    var header: Int
    /// Records of the commonest width, in thousandths of all.
    var share: Int
    var fields: Int

    static func < (left: Score, right: Score) -> Bool {
      (left.header, left.share, left.fields) < (right.header, right.share, right.fields)
    }
  }

  private static func score(
    _ separator: UInt8, in bytes: Span<UInt8>, from start: Int, _ enough: Int,
    _ headerScore: (CSVRecord) -> Int
  ) -> Score {
    var scanner = CSVScanner(separator: separator, offset: start)
    var record = CSVRecord()
    var widths: [Int: Int] = [:]
    var (header, records) = (0, 0)
    while records < sampleRecords, scanner.offset < start + sampleBytes, scanner.next(in: bytes, into: &record) {
      if record.isBlank { continue }
      records += 1
      header = max(header, headerScore(record))
      if header >= max(2, enough) { break }
      // A quote that ends in the middle of a field is what a wrong separator looks like, too.
      if record.faults.isEmpty { widths[record.fields.count, default: 0] += 1 }
    }
    // One field in every record is what a wrong separator looks like.
    let wide = widths.filter { $0.key > 1 }
    guard let common = wide.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }) else {
      return Score(header: header, share: 0, fields: 1)
    }
    return Score(header: header, share: common.value * 1000 / records, fields: common.key)
  }
}
