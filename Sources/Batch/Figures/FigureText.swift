internal import Facts
internal import Vietnamese

/// The values of a report in the order of a shape, with tabs between them: one line of a store of figures, and what the digest of the
/// figures is made of. Sources are left out: a row inserted above changes no figure.
///
/// A missing value is `-`. A list begins with how many elements it has; one that is too long to keep is `~` with that number and a
/// digest, which still tells that it changed.
struct FigureText {
  private(set) var bytes: [UInt8] = []
  /// Longest list that is written out.
  private let longestList: Int

  static let missing = UInt8(ascii: "-")
  static let summary = UInt8(ascii: "~")
  static let separator: UInt8 = 0x09

  /// More elements than a person compares; a committee of fifty thousand organisations lists them all.
  static let keptElements = 2000
  /// Texts up to this size are kept whole whatever their lists.
  static let largestWhole = 1 << 18

  init(_ facts: Record, _ shape: FigureShape, longestList: Int = Int.max) {
    self.longestList = longestList
    write(.record(facts), shape)
    if !bytes.isEmpty { bytes.removeLast() }
  }

  private mutating func write(_ fact: Fact, _ shape: FigureShape) {
    switch (shape, fact) {
    case (.record(let fields), .record(let record)):
      for field in fields { write(record.value(at: field.place), field.shape) }
    case (.record(let fields), _): for field in fields { write(.missing, field.shape) }
    case (.list(let element), .list(let list)):
      if list.count > longestList { return summarise(list, element) }
      put(String(list.count))
      for item in list { write(item, element) }
    case (.list, _): put("-")
    case (.leaf, _): leaf(fact)
    }
  }

  private mutating func summarise(_ list: [Fact], _ element: FigureShape) {
    var inner = FigureText(longestList: longestList)
    for item in list { inner.write(item, element) }
    put("~\(list.count) \(Digest.sha256(inner.bytes).prefix(16))")
  }

  private init(longestList: Int) { self.longestList = longestList }

  private mutating func leaf(_ fact: Fact) {
    switch fact {
    case .missing, .list, .record: put("-")
    case .integer(let value, _), .money(let value, _): put(String(value))
    case .decimal(let value, _): put(value.description)
    case .percent(let share, _): put("\(share.value.description) \(share.part) \(share.whole)")
    case .text(let text, _): escape(text)
    case .date(let date):
      date.appendISO(to: &bytes)
      bytes.append(Self.separator)
    case .period(let period): put("\(period.code) \(period.start.iso) \(period.end.iso)")
    case .flag(let flag): put(flag ? "1" : "0")
    }
  }

  private mutating func put(_ text: String) {
    bytes.append(contentsOf: text.utf8)
    bytes.append(Self.separator)
  }

  private mutating func escape(_ text: String) {
    var text = text
    text.withUTF8 { utf8 in
      if let first = utf8.first, first == Self.missing || first == Self.summary { bytes.append(UInt8(ascii: "\\")) }
      // Whole stretches at once: hardly any text has one of these.
      var rest = utf8[...]
      while let place = rest.firstIndex(where: Self.isEscaped) {
        bytes.append(contentsOf: rest[..<place])
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(rest[place] == 0x09 ? UInt8(ascii: "t") : rest[place] == 0x0A ? UInt8(ascii: "n") : rest[place])
        rest = rest[(place + 1)...]
      }
      bytes.append(contentsOf: rest)
    }
    bytes.append(Self.separator)
  }

  /// Tab, line break and the backslash itself. Most letters lie above all of them.
  private static func isEscaped(_ byte: UInt8) -> Bool {
    byte <= UInt8(ascii: "\\") && (byte == UInt8(ascii: "\\") || byte == 0x0A || byte == 0x09)
  }
}
