internal import Documents
internal import Graphics

/// Paper and text area of the pages of a section, points.
struct PageGeometry {
  let size: Size
  private let front: Margins
  private let back: Margins
  private let duplex: Bool
  let measure: Double
  let height: Double

  /// A text area smaller than this holds nothing that can be read, points.
  private static let least = 72.0

  init(_ rules: PageRules, _ orientation: Section.Orientation) throws(LayoutError) {
    let landscape = orientation == .landscape
    let (short, long) = (min(rules.size.width, rules.size.height), max(rules.size.width, rules.size.height))
    size = landscape ? Size(width: long, height: short) : rules.size
    front = landscape ? rules.landscape : rules.front
    // A sheet turned is bound at its upper edge, so both sides have the same margins.
    back = landscape ? rules.landscape : rules.back
    duplex = rules.duplex
    let both = duplex ? [front, back] : [front]
    let width = size.width
    let high = size.height
    measure = both.map { (width - $0.left - $0.right).points }.min() ?? 0
    height = both.map { (high - $0.top - $0.bottom).points }.min() ?? 0
    let margins = both.flatMap { [$0.top, $0.bottom, $0.left, $0.right] }
    guard measure.isFinite, height.isFinite, measure >= PageGeometry.least, height >= PageGeometry.least,
      margins.allSatisfy({ $0.points >= 0 })
    else { throw .pageTooSmall(width: Length.points(measure).mm, height: Length.points(height).mm) }
  }

  /// Margins of the page with that place in the document, counted from 1: even ones are backs of sheets.
  func margins(sheetSide: Int) -> Margins { duplex && sheetSide.isMultiple(of: 2) ? back : front }
}
