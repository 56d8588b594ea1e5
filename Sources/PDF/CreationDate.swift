/// `Metadata.created` in the form Cairo takes.
struct CreationDate {
  /// ISO 8601 with date and time in full.
  let cairo: String

  /// Takes `2021-03-12`, optionally `T08:00` or `T08:00:00`, optionally `Z` or `+07:00`. Throws `badDate`.
  init(_ text: String) throws(PDFError) {
    guard let whole = Self.complete(text) else { throw .badDate(text) }
    cairo = whole
  }

  /// Cairo 1.16 leaves out the `D:` with which a PDF date begins (ISO 32000-1, 7.9.4). Two spaces of indentation make room for it, so
  /// that no byte moves. A Cairo that writes it is left alone, because the year then does not follow the bracket.
  func mend(_ sink: Sink) {
    for key in ["/CreationDate (", "/ModDate ("] {
      let year = cairo.prefix(4)
      sink.replaceLast(Array("  \(key)\(year)".utf8), with: Array("\(key)D:\(year)".utf8))
    }
  }

  private static func complete(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    guard bytes.count >= 10, matches(bytes[0..<10], "dddd-dd-dd"), inRange(bytes[5...6], 1...12),
      inRange(bytes[8...9], 1...31)
    else { return nil }
    let (time, zone) = split(bytes[10...])
    guard let time = completeTime(time), isZone(zone) else { return nil }
    return String(decoding: bytes[0..<10], as: UTF8.self) + time + String(decoding: zone, as: UTF8.self)
  }

  private static func split(_ rest: ArraySlice<UInt8>) -> (time: ArraySlice<UInt8>, zone: ArraySlice<UInt8>) {
    let marks = Array("Z+-".utf8)
    let zone = rest.firstIndex { marks.contains($0) } ?? rest.endIndex
    return (rest[..<zone], rest[zone...])
  }

  private static func completeTime(_ time: ArraySlice<UInt8>) -> String? {
    if time.isEmpty { return "T00:00:00" }
    let start = time.startIndex
    let isShort = matches(time, "Tdd:dd")
    guard isShort || matches(time, "Tdd:dd:dd"), inRange(time[(start + 1)...(start + 2)], 0...23),
      inRange(time[(start + 4)...(start + 5)], 0...59), isShort || inRange(time[(start + 7)...(start + 8)], 0...59)
    else { return nil }
    return String(decoding: time, as: UTF8.self) + (isShort ? ":00" : "")
  }

  private static func isZone(_ zone: ArraySlice<UInt8>) -> Bool {
    if zone.isEmpty || matches(zone, "Z") { return true }
    let start = zone.startIndex
    return (matches(zone, "+dd:dd") || matches(zone, "-dd:dd")) && inRange(zone[(start + 1)...(start + 2)], 0...23)
      && inRange(zone[(start + 4)...(start + 5)], 0...59)
  }

  /// Whether the bytes are those of the pattern, where `d` stands for a digit.
  private static func matches(_ bytes: ArraySlice<UInt8>, _ pattern: String) -> Bool {
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    let pattern = Array(pattern.utf8)
    guard bytes.count == pattern.count else { return false }
    return pattern.indices.allSatisfy { index in
      let byte = bytes[bytes.startIndex + index]
      return pattern[index] == UInt8(ascii: "d") ? digits.contains(byte) : byte == pattern[index]
    }
  }

  private static func inRange(_ digits: ArraySlice<UInt8>, _ range: ClosedRange<Int>) -> Bool {
    range.contains(digits.reduce(0) { $0 * 10 + Int($1) - 48 })
  }
}
