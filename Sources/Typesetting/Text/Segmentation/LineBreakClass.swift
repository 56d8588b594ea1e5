/// The line breaking class of a character: Unicode Standard Annex #14, table 1.
///
/// Classes that annex resolves before any rule are resolved here already (LB1: AI, SG, XX and SA to AL, CJ to NS; CR, LF and NL to BK).
/// Quotation marks are told apart as opening and closing, as the annex does since Unicode 15.1 (LB15a, LB15b). Hangul syllables and
/// emoji behave as ideographs, regional indicators as letters: none of them occurs in office text beyond single ones.
enum LineBreakClass: UInt8, Sendable {
  /// Letters and everything without a class of its own.
  case al
  /// Opening and closing punctuation; closing parenthesis.
  case op, cl, cp
  /// Quotation marks: either side, opening (Pi), closing (Pf).
  case qu, quOpen, quClose
  /// `!` `?`, infix `.` `,` `:` `;`, solidus.
  case ex, `is`, sy
  /// Non-starters, inseparable dots.
  case ns, `in`
  /// Digits; what stands before (`$`, `№`) and after (`%`, `°`) them.
  case nu, pr, po
  /// Break after, before, both sides; hyphen-minus.
  case ba, bb, b2, hy
  case id, hl
  /// Glue, word joiner, zero width space, joiner, combining marks.
  case gl, wj, zw, zwj, cm
  case sp, bk

  init(_ scalar: Unicode.Scalar) {
    let value = scalar.value
    if value >= 0x61, value <= 0x7A { self = .al } else { self = Self.lookUp(value) }
  }

  /// Classes of U+0000 to U+007F, which nearly all bytes of numbers and codes are.
  private static let ascii: [LineBreakClass] = (0..<0x80).map { lookUp($0) }

  /// The class of the character that begins at `index` of UTF-8 text, and the number of its bytes.
  static func read(_ bytes: borrowing Scratch<UInt8>, at index: Int) -> (class: LineBreakClass, length: Int) {
    let lead = bytes[index]
    if lead < 0x80 { return (ascii[Int(lead)], 1) }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    for offset in 1..<length where index + offset < bytes.count {
      value = value << 6 | UInt32(bytes[index + offset] & 0x3F)
    }
    return (lookUp(value), length)
  }

  private static func lookUp(_ value: UInt32) -> LineBreakClass {
    switch value {
    case 0x00AB, 0x2018, 0x201B, 0x201C, 0x201F, 0x2039: return .quOpen
    case 0x00BB, 0x2019, 0x201D, 0x203A: return .quClose
    case 0x05D0...0x05F2: return .hl
    default: break
    }
    let table = LineBreakTable.ranges
    var low = 0
    var high = table.count
    while low < high {
      let middle = (low + high) / 2
      if table[middle].last < value { low = middle + 1 } else { high = middle }
    }
    return low < table.count && table[low].first <= value ? table[low].value : .al
  }
}
