/// Whole numbers and amounts of money in words.
///
/// No statute fixes the reading; this is the common one: groups of three digits, `tỷ` repeated above 10^18, a zero in
/// the tens place is `linh` (South: `lẻ`), 1 after `mươi` is `mốt`, 4 after `mươi` is `tư`, 5 after `mười` and
/// `mươi` is `lăm`, and a group below another starts with `không trăm` when its hundreds are zero.
public enum NumberWords {
  /// The words that differ by region and habit.
  public struct Style: Sendable, Hashable {
    public var region: Region
    /// `hai mươi bốn` instead of `hai mươi tư`.
    public var saysBon: Bool

    public init(region: Region = .north, saysBon: Bool = false) {
      (self.region, self.saysBon) = (region, saysBon)
    }
  }

  public enum Region: String, Sendable, Hashable, CaseIterable {
    /// linh, nghìn
    case north
    /// lẻ, ngàn
    case south
  }

  /// `1_001_021` -> `một triệu không trăm linh một nghìn không trăm hai mươi mốt`. Negative numbers start with `âm`.
  public static func read(_ value: Int, style: Style = Style()) -> String { read(Int128(value), style: style) }

  /// Any `Int128`.
  public static func read(_ value: Int128, style: Style = Style()) -> String {
    if value == 0 { return "không" }
    var writer = WordWriter(style: style)
    if value < 0 { writer.say("âm") }
    writer.write(value.magnitude)
    return writer.text
  }

  /// `135_000_000` -> `Một trăm ba mươi lăm triệu đồng`, with `chẵn` at the end when asked.
  public static func money(_ dong: Int, style: Style = Style(), saysEven: Bool = false) -> String {
    money(Int128(dong), style: style, saysEven: saysEven)
  }

  /// Any `Int128` of đồng.
  public static func money(_ dong: Int128, style: Style = Style(), saysEven: Bool = false) -> String {
    let words = read(dong, style: style)
    return words.prefix(1).uppercased() + words.dropFirst() + (saysEven ? " đồng chẵn" : " đồng")
  }
}

/// Appends words with single spaces.
private struct WordWriter {
  let style: NumberWords.Style
  var text = ""

  init(style: NumberWords.Style) {
    self.style = style
    text.reserveCapacity(96)
  }

  mutating func say(_ word: String) {
    if !text.isEmpty { text += " " }
    text += word
  }

  /// Blocks of nine digits, each followed by as many `tỷ` as there are blocks below it.
  mutating func write(_ value: UInt128) {
    var blocks: [Int] = []
    var rest = value
    while rest > 0 {
      blocks.append(Int(rest % 1_000_000_000))
      rest /= 1_000_000_000
    }
    for (position, block) in blocks.enumerated().reversed() where block > 0 {
      write(block: block, isFirst: position == blocks.count - 1)
      for _ in 0..<position { say("tỷ") }
    }
  }

  private mutating func write(block: Int, isFirst: Bool) {
    var isFirst = isFirst
    let groups = [(block / 1_000_000, "triệu"), (block / 1_000 % 1_000, thousand), (block % 1_000, "")]
    for (group, unit) in groups where group > 0 {
      write(group: group, isFirst: isFirst)
      if !unit.isEmpty { say(unit) }
      isFirst = false
    }
  }

  private mutating func write(group: Int, isFirst: Bool) {
    let (hundreds, tens, units) = (group / 100, group / 10 % 10, group % 10)
    if hundreds > 0 || !isFirst {
      say(Self.digits[hundreds])
      say("trăm")
    }
    switch tens {
    case 0:
      if units == 0 { return }
      if hundreds > 0 || !isFirst { say(style.region == .north ? "linh" : "lẻ") }
      say(Self.digits[units])
    case 1:
      say("mười")
      if units > 0 { say(units == 5 ? "lăm" : Self.digits[units]) }
    default:
      say(Self.digits[tens])
      say("mươi")
      if units > 0 { say(unitAfterTens(units)) }
    }
  }

  private func unitAfterTens(_ units: Int) -> String {
    switch units {
    case 1: "mốt"
    case 4: style.saysBon ? "bốn" : "tư"
    case 5: "lăm"
    default: Self.digits[units]
    }
  }

  private var thousand: String { style.region == .north ? "nghìn" : "ngàn" }

  private static let digits = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]
}
