/// Cuts bytes into CSV records (RFC 4180), with the place of every field and without copying any.
///
/// Any byte may separate; CRLF, LF and CR all end lines; a last line break may be missing. A quote opens a quoted field only as
/// its first byte, elsewhere it is text. Spaces after a closing quote are dropped. Malformed records are cut as well as can be
/// and carry faults; the next record is read as if nothing had happened. Time is linear in the bytes, whatever they are.
public struct CSVScanner: Sendable {
  public let separator: UInt8
  public let limits: CSVLimits
  /// The next byte to be read.
  public private(set) var offset: Int
  /// The line of that byte, from 1.
  public private(set) var line: Int

  /// The largest byte that can end a plain field: bytes above it need no further look.
  private let highestStop: UInt8
  /// Bytes read twice because a quote turned out not to open a field.
  private var reread = 0
  /// The byte after the last that was looked at for a closing quote.
  private var furthest = 0
  /// The bytes of the whole file, where only a window of it is scanned.
  private let wholeCount: Int?

  /// - Parameter wholeCount: the bytes of the whole file, where records are looked for in windows of it.
  public init(
    separator: UInt8, offset: Int = 0, line: Int = 1, limits: CSVLimits = CSVLimits(), wholeCount: Int? = nil
  ) {
    self.wholeCount = wholeCount
    self.separator = separator
    self.limits = limits
    self.offset = offset
    self.line = line
    highestStop = max(separator, Byte.carriageReturn)
  }

  /// Reads the next record into `record`; false at the end of the bytes.
  public mutating func next(in bytes: Span<UInt8>, into record: inout CSVRecord) -> Bool {
    guard offset < bytes.count else { return false }
    record.reset(line: line, start: offset)
    while true {
      if offset < bytes.count, bytes[offset] == Byte.quote {
        quotedField(bytes, &record)
      } else {
        plainField(bytes, &record)
      }
      guard offset < bytes.count, bytes[offset] == separator else { break }
      offset += 1
    }
    record.end = offset
    endLine(bytes)
    return true
  }

  /// Whether the last record may read otherwise when more bytes follow `bytes`.
  func hasTouchedEnd(of bytes: Span<UInt8>) -> Bool { max(offset, furthest) >= bytes.count }

  /// Goes on in a window that begins `distance` bytes further.
  mutating func move(by distance: Int) {
    offset -= distance
    furthest = 0
  }

  /// Steps over CRLF, LF or CR.
  private mutating func endLine(_ bytes: Span<UInt8>) {
    guard offset < bytes.count else { return }
    let isPair = bytes[offset] == Byte.carriageReturn && offset + 1 < bytes.count && bytes[offset + 1] == Byte.lineFeed
    offset += isPair ? 2 : 1
    line += 1
  }

  private mutating func plainField(_ bytes: Span<UInt8>, _ record: inout CSVRecord) {
    let start = offset
    var index = offset
    let count = bytes.count
    while index < count {
      let byte = bytes[index]
      if byte <= highestStop {
        if byte == separator || byte == Byte.lineFeed || byte == Byte.carriageReturn { break }
        if byte == 0 { note(.nul, at: index, &record) }
      }
      index += 1
    }
    offset = index
    append(CSVField(start: start, end: index, line: line, isQuoted: false, hasDoubledQuotes: false), &record)
  }

  private mutating func quotedField(_ bytes: Span<UInt8>, _ record: inout CSVRecord) {
    // Each failed quote is read twice; files made of nothing else are cut off here, so that time stays linear.
    let isExhausted = reread > (wholeCount ?? bytes.count) &+ limits.fieldBytes
    var quoted = QuotedField(start: offset + 1)
    if !isExhausted, quoted.scan(bytes, limit: limits.fieldBytes), endsField(bytes, &quoted) {
      if let nul = quoted.nul { note(.nul, at: nul, &record) }
      offset = quoted.next
      append(
        CSVField(
          start: quoted.start, end: quoted.end, line: line, isQuoted: true, hasDoubledQuotes: quoted.hasDoubledQuotes),
        &record)
      line += quoted.lineBreaks
      return
    }
    reread &+= quoted.next - offset
    furthest = max(furthest, quoted.next)
    note(quoted.isClosed && quoted.lineBreaks == 0 ? .textAfterQuote : .unclosedQuote, at: offset, &record)
    plainField(bytes, &record)
  }

  /// True when only spaces stand between the closing quote and the end of the field; moves past them.
  private func endsField(_ bytes: Span<UInt8>, _ quoted: inout QuotedField) -> Bool {
    while quoted.next < bytes.count {
      let byte = bytes[quoted.next]
      if byte == separator || byte == Byte.lineFeed || byte == Byte.carriageReturn { return true }
      if byte != Byte.space && byte != Byte.tab { return false }
      quoted.next += 1
    }
    return true
  }

  private func append(_ field: CSVField, _ record: inout CSVRecord) {
    if record.fields.count >= limits.fields {
      if record.fields.count == limits.fields { note(.tooManyFields, at: field.start, &record) }
      return
    }
    if field.end - field.start > limits.fieldBytes {
      note(.fieldTooLong, at: field.start, &record)
    }
    if !field.isEmpty { record.isBlank = false }
    record.fields.append(field)
  }

  /// One fault of a kind is enough for a record.
  private func note(_ kind: CSVFault.Kind, at place: Int, _ record: inout CSVRecord) {
    if record.faults.contains(where: { $0.kind == kind }) { return }
    record.isBlank = false
    record.faults.append(CSVFault(kind: kind, offset: place, field: record.fields.count, line: line))
  }
}

/// A field between quotes, while it is read.
private struct QuotedField {
  /// After the opening quote.
  let start: Int
  /// At the closing quote.
  var end: Int
  /// Where reading goes on.
  var next: Int
  var lineBreaks = 0
  var hasDoubledQuotes = false
  var isClosed = false
  var nul: Int?

  init(start: Int) {
    self.start = start
    end = start
    next = start
  }

  /// True when the closing quote was found within `limit` bytes.
  mutating func scan(_ bytes: Span<UInt8>, limit: Int) -> Bool {
    let bound = min(bytes.count, start + min(limit, bytes.count - start) + 1)
    var index = start
    while index < bound {
      let byte = bytes[index]
      if byte == Byte.quote {
        guard index + 1 < bytes.count, bytes[index + 1] == Byte.quote else {
          (end, next, isClosed) = (index, index + 1, true)
          return true
        }
        hasDoubledQuotes = true
        index += 1
      } else if byte <= Byte.carriageReturn {
        look(at: byte, index, bytes)
      }
      index += 1
    }
    next = min(index, bytes.count)
    return false
  }

  private mutating func look(at byte: UInt8, _ index: Int, _ bytes: Span<UInt8>) {
    switch byte {
    case Byte.lineFeed: lineBreaks += 1
    case Byte.carriageReturn where index + 1 >= bytes.count || bytes[index + 1] != Byte.lineFeed: lineBreaks += 1
    case 0: nul = nul ?? index
    default: break
    }
  }
}

/// The bytes CSV is made of.
enum Byte {
  static let tab: UInt8 = 0x09
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let space: UInt8 = 0x20
  static let quote: UInt8 = 0x22
  static let comma: UInt8 = 0x2C
  static let semicolon: UInt8 = 0x3B
  static let bar: UInt8 = 0x7C
}
