internal import Documents
internal import Graphics

/// Widths of plain text as the sum of its characters' advances: what column widths are made from.
///
/// Kerning only narrows text (never noticeably widens it), so the sum is an upper bound, and a table of half a million cells is measured
/// without shaping one of them.
struct AdvanceTable: ~Copyable {
  struct Extent {
    /// Of the widest line between hard breaks.
    var natural = 0.0
    /// Of the widest word.
    var minimum = 0.0
    /// From the last decimal comma on; 0 without one.
    var fraction = 0.0
  }

  /// Ems by scalar, for the four styles one after the other; NaN where not asked for yet.
  private var ems = Scratch<Double>(repeating: .nan, count: 4 * places)

  mutating func extent(_ text: String, style: BlockStyle, setter: inout TextSetter) -> Extent {
    let face = (style.bold ? 1 : 0) + (style.italic ? 2 : 0)
    var extent = Extent()
    var line = 0.0
    var word = 0.0
    var sinceComma = -1.0
    let bytes = text.utf8Span.span
    var index = 0
    while index < bytes.count {
      let lead = bytes[index]
      let advance: Double
      if lead < 0x80 {
        advance = lead < 0x20 || lead == 0x7F ? AdvanceTable.unknown : em(Int(lead), face: face, setter: &setter)
        index += 1
      } else {
        let (value, length) = AdvanceTable.scalar(bytes, at: index)
        advance = AdvanceTable.place(value).map { em($0, face: face, setter: &setter) } ?? AdvanceTable.unknown
        index += length
      }
      if lead == 0x20 || lead == 0x0A {
        extent.minimum = max(extent.minimum, word)
        word = 0
        if lead == 0x0A {
          extent.natural = max(extent.natural, line)
          line = 0
          continue
        }
      } else {
        word += advance
      }
      line += advance
      if lead == 0x2C { sinceComma = advance } else if sinceComma >= 0 { sinceComma += advance }
    }
    extent.natural = max(extent.natural, line) * style.size.points
    extent.minimum = max(extent.minimum, word) * style.size.points
    extent.fraction = max(sinceComma, 0) * style.size.points
    return extent
  }

  /// The character beyond ASCII that begins at `index`, and the number of its bytes.
  private static func scalar(_ bytes: Span<UInt8>, at index: Int) -> (value: UInt32, length: Int) {
    let lead = bytes[index]
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    for offset in 1..<length { value = value << 6 | UInt32(bytes[index + offset] & 0x3F) }
    return (value, length)
  }

  private mutating func em(_ place: Int, face: Int, setter: inout TextSetter) -> Double {
    let known = ems[face * AdvanceTable.places + place]
    if !known.isNaN { return known }
    var style = BlockStyle(size: .points(AdvanceTable.trialSize))
    style.bold = face & 1 != 0
    style.italic = face & 2 != 0
    let value = place < 0x250 ? place : place - 0x250 + 0x1E00
    let scalar = Unicode.Scalar(UInt32(value)) ?? " "
    let width = setter.width(String(Character(scalar)), style: style) / AdvanceTable.trialSize
    ems[face * AdvanceTable.places + place] = width
    return width
  }

  private static let trialSize = 1000.0
  /// What stands in for characters outside the table: no letter of a text face is wider.
  private static let unknown = 1.0
  /// Latin up to U+024F, then U+1E00 to U+1EFF.
  private static let places = 0x250 + 0x100

  private static func place(_ value: UInt32) -> Int? {
    switch value {
    case 0xA0..<0x250: Int(value)
    case 0x1E00..<0x1F00: Int(value) - 0x1E00 + 0x250
    default: nil
    }
  }
}
