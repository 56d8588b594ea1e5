/// Reads the dates offices type. Day before month, always; what can only be month before day is reported.
///
/// Accepted: `05/02/2026`, `5-2-2026`, `5.2.2026`, `2026-02-05`, `2026/2/5`, `ngày 05 tháng 02 năm 2026`,
/// `ngày 05/02/2026`, and any of these followed by a time of day, which is dropped. Ambiguous: day numbers of
/// spreadsheets, `02/25/2026`, `05/02/26`.
public enum DateInput {
  /// Reads one cell.
  public static func parse(_ text: String) -> Reading<CivilDate> {
    let reading = ByteText.withBytes(of: text) { parse(bytes: $0) }
    let mayBeWords = reading == .invalid(.notADate) && text.utf8.count <= ByteText.longestCell
    return mayBeWords ? words(text) : reading
  }

  /// Reads one cell of UTF-8 bytes without allocating unless the date is ambiguous. Dates in words
  /// (`ngày … tháng … năm …`) need `parse(_:)`.
  public static func parse(bytes: Span<UInt8>) -> Reading<CivilDate> {
    if let date = plain(bytes) { return .certain(date) }
    var cell = ByteText.trimmed(bytes, 0..<bytes.count)
    if let first = cell.first, bytes[first] == 0x27 {
      cell = ByteText.trimmed(bytes, first + 1..<cell.upperBound)
    }
    if cell.isEmpty { return .empty }
    var scan = DateScan()
    guard scan.run(bytes, withoutTime(bytes, cell)) else { return .invalid(.notADate) }
    return scan.reading
  }

  /// `2026-02-05` and `05/02/2026`, which nearly all dates are, with any mark; nil for every other form.
  private static func plain(_ bytes: Span<UInt8>) -> CivilDate? {
    guard bytes.count == 10 else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for index in range {
        guard ByteText.isDigit(bytes[index]) else { return nil }
        value = value * 10 + Int(bytes[index] &- 0x30)
      }
      return value
    }
    func isMark(_ index: Int) -> Bool { bytes[index] == 0x2D || bytes[index] == 0x2F || bytes[index] == 0x2E }
    if isMark(4), bytes[7] == bytes[4], let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) {
      return CivilDate(year: year, month: month, day: day)
    }
    if isMark(2), bytes[5] == bytes[2], let day = number(0..<2), let month = number(3..<5), let year = number(6..<10) {
      return CivilDate(year: year, month: month, day: day)
    }
    return nil
  }

  /// `2026-02-05 00:00:00`, `2026-02-05T07:30`: cuts at the first space or T when only a time can follow.
  private static func withoutTime(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    guard let cut = range.first(where: { bytes[$0] == 0x20 || bytes[$0] == 0x54 }) else { return range }
    var colons = 0
    for index in cut + 1..<range.upperBound {
      switch bytes[index] {
      case 0x3A: colons += 1
      case 0x30...0x39, 0x2E, 0x5A, 0x2B, 0x20, 0x41, 0x4D, 0x50: continue
      default: return range
      }
    }
    return colons > 0 ? range.lowerBound..<cut : range
  }

  /// `ngày 05 tháng 02 năm 2026`, with or without accents, in any case.
  private static func words(_ text: String) -> Reading<CivilDate> {
    let parts = Folding.key(text).replacing(",", with: " ").split(separator: " ")
    var rest = parts[...]
    if rest.first == "ngay" { rest = rest.dropFirst() }
    if rest.count == 1, parts.count == 2 { return ByteText.withBytes(of: String(rest[1])) { parse(bytes: $0) } }
    guard rest.count == 5, rest[rest.startIndex + 1] == "thang", rest[rest.startIndex + 3] == "nam" else {
      return .invalid(.notADate)
    }
    let numbers = [0, 2, 4].compactMap { smallNumber(rest[rest.startIndex + $0]) }
    guard numbers.count == 3, numbers[2] >= 100 else { return .invalid(.notADate) }
    let date = CivilDate(year: numbers[2], month: numbers[1], day: numbers[0])
    return date.map { .certain($0) } ?? .invalid(.noSuchDay)
  }

  static func smallNumber(_ text: Substring) -> Int? {
    guard 1...4 ~= text.utf8.count, text.utf8.allSatisfy(ByteText.isDigit) else { return nil }
    return Int(text)
  }
}

/// Up to three numbers with one kind of mark between them.
private struct DateScan {
  private var numbers = (0, 0, 0)
  private var lengths = (0, 0, 0)
  private var count = 0

  /// False when the bytes are no date of numbers.
  mutating func run(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var mark: UInt8?
    var (value, length) = (0, 0)
    for index in range {
      let byte = bytes[index]
      if ByteText.isDigit(byte) {
        value = value * 10 + Int(byte &- 0x30)
        length += 1
        if length > 7 { return false }
      } else {
        guard byte == 0x2F || byte == 0x2D || byte == 0x2E, mark ?? byte == byte, length > 0 else { return false }
        mark = byte
        if !push(value, length) { return false }
        (value, length) = (0, 0)
      }
    }
    return length > 0 && push(value, length)
  }

  private mutating func push(_ value: Int, _ length: Int) -> Bool {
    switch count {
    case 0: (numbers.0, lengths.0) = (value, length)
    case 1: (numbers.1, lengths.1) = (value, length)
    case 2: (numbers.2, lengths.2) = (value, length)
    default: return false
    }
    count += 1
    return true
  }

  var reading: Reading<CivilDate> {
    if count == 1 { return serial }
    guard count == 3, lengths.1 <= 2 else { return .invalid(.notADate) }
    if lengths.0 == 4, lengths.2 <= 2 { return date(year: numbers.0, month: numbers.1, day: numbers.2) }
    guard lengths.0 <= 2 else { return .invalid(.notADate) }
    if lengths.2 == 4 { return date(year: numbers.2, month: numbers.1, day: numbers.0) }
    return lengths.2 == 2 ? twoDigitYear : .invalid(.notADate)
  }

  private func date(year: Int, month: Int, day: Int) -> Reading<CivilDate> {
    if let date = CivilDate(year: year, month: month, day: day) { return .certain(date) }
    if month > 12, let swapped = CivilDate(year: year, month: day, day: month) {
      return .ambiguous([swapped], .monthBeforeDay)
    }
    return .invalid(.noSuchDay)
  }

  private var twoDigitYear: Reading<CivilDate> {
    let guesses = [2000, 1900].compactMap { CivilDate(year: $0 + numbers.2, month: numbers.1, day: numbers.0) }
    return guesses.isEmpty ? .invalid(.noSuchDay) : .ambiguous(guesses, .twoDigitYear)
  }

  /// Four digits are rather a year; 10 000 is May 1927, 99 999 October 2173.
  private var serial: Reading<CivilDate> {
    guard lengths.0 == 5, let date = CivilDate(excelSerial: numbers.0) else { return .invalid(.notADate) }
    return .ambiguous([date], .excelSerial)
  }
}
