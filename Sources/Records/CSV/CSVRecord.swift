/// Where one field of a record lies in the bytes. The bytes themselves are not copied.
public struct CSVField: Sendable, Hashable {
  /// The first byte of the content (after the opening quote).
  public var start: Int
  /// The byte after the content (the closing quote of a quoted field).
  public var end: Int
  /// The line on which the field begins, from 1.
  public var line: Int
  public var isQuoted: Bool
  /// The content holds doubled quotes, each of which stands for one.
  public var hasDoubledQuotes: Bool

  public var isEmpty: Bool { start == end }
  public var range: Range<Int> { start..<end }
  /// The field as it stands in the file, its quotes included.
  public var rawRange: Range<Int> { isQuoted ? start - 1..<end + 1 : start..<end }
}

/// What is wrong with the form of a record, and the byte it begins at.
public struct CSVFault: Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    /// A quote is opened and never closed, or closed only in the middle of other text lines below.
    case unclosedQuote
    /// `"abc"def`
    case textAfterQuote
    case nul
    /// A field longer than `CSVLimits.fieldBytes`.
    case fieldTooLong
    /// More than `CSVLimits.fields` fields.
    case tooManyFields
  }
  public var kind: Kind
  public var offset: Int
  /// The field it was found in, from 0.
  public var field: Int
  public var line: Int
}

/// One record, filled by `CSVScanner` again and again so that reading allocates nothing.
public struct CSVRecord: Sendable {
  public internal(set) var fields: [CSVField] = []
  public internal(set) var faults: [CSVFault] = []
  /// The line on which the record begins, from 1.
  public internal(set) var line = 1
  /// The first byte.
  public internal(set) var start = 0
  /// The byte after the last, the line break not counted.
  public internal(set) var end = 0
  /// No field has any content: an empty line or `;;;`.
  public internal(set) var isBlank = true

  public init() {}

  mutating func reset(line: Int, start: Int) {
    fields.removeAll(keepingCapacity: true)
    if !faults.isEmpty { faults.removeAll(keepingCapacity: true) }
    (self.line, self.start, end, isBlank) = (line, start, start, true)
  }
}

/// Bounds that keep hostile files from filling the memory or the day.
public struct CSVLimits: Sendable, Hashable {
  /// A spreadsheet cell holds 32,767 characters; a megabyte is beyond any real one.
  public var fieldBytes = 1 << 20
  /// The columns of the widest spreadsheet.
  public var fields = 16_384

  public init() {}
}
