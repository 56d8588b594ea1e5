internal import Documents
internal import Graphics

/// Widths of plain text as the sum of its characters' advances: what column widths are made from.
///
/// Kerning only narrows text (never noticeably widens it), so the sum is an upper bound, and a table of half a million cells is measured
/// without shaping one of them.
struct AdvanceTable {
  struct Extent {
    /// Of the widest line between hard breaks.
    var natural = 0.0
    /// Of the widest word.
    var minimum = 0.0
    /// From the last decimal comma on; 0 without one.
    var fraction = 0.0
  }

  /// Ems by scalar, for the four styles; NaN where not asked for yet. Latin up to U+024F, then U+1E00–U+1EFF.
  private var ems: [[Double]] = Array(repeating: [], count: 4)

  mutating func extent(_ text: String, style: BlockStyle, setter: inout TextSetter) -> Extent {
    let face = (style.bold ? 1 : 0) + (style.italic ? 2 : 0)
    var extent = Extent()
    var line = 0.0
    var word = 0.0
    var sinceComma: Double?
    for scalar in text.unicodeScalars {
      let advance = em(scalar, face: face, setter: &setter)
      if scalar == " " || scalar == "\n" {
        extent.minimum = max(extent.minimum, word)
        word = 0
        if scalar == "\n" {
          extent.natural = max(extent.natural, line)
          line = 0
          continue
        }
      } else {
        word += advance
      }
      line += advance
      sinceComma = scalar == "," ? advance : sinceComma.map { $0 + advance }
    }
    extent.natural = max(extent.natural, line) * style.size.points
    extent.minimum = max(extent.minimum, word) * style.size.points
    extent.fraction = (sinceComma ?? 0) * style.size.points
    return extent
  }

  private mutating func em(_ scalar: Unicode.Scalar, face: Int, setter: inout TextSetter) -> Double {
    guard let place = AdvanceTable.place(scalar) else { return AdvanceTable.unknown }
    if ems[face].isEmpty { ems[face] = [Double](repeating: .nan, count: AdvanceTable.places) }
    let known = ems[face][place]
    if !known.isNaN { return known }
    var style = BlockStyle(size: .points(AdvanceTable.trialSize))
    style.bold = face & 1 != 0
    style.italic = face & 2 != 0
    let width = setter.width(String(Character(scalar)), style: style) / AdvanceTable.trialSize
    ems[face][place] = width
    return width
  }

  private static let trialSize = 1000.0
  /// What stands in for characters outside the table: no letter of a text face is wider.
  private static let unknown = 1.0
  private static let places = 0x250 + 0x100

  private static func place(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0x20..<0x7F, 0xA0..<0x250: Int(scalar.value)
    case 0x1E00..<0x1F00: Int(scalar.value) - 0x1E00 + 0x250
    default: nil
    }
  }
}
