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

  init(
    _ rules: PageRules, _ orientation: Section.Orientation, paper: SectionPaper = SectionPaper()
  ) throws(LayoutError) {
    let landscape = orientation == .landscape
    let asked = paper.size ?? rules.size
    let (short, long) = (min(asked.width, asked.height), max(asked.width, asked.height))
    size = landscape ? Size(width: long, height: short) : asked
    front = (landscape ? rules.landscape : rules.front).overridden(by: paper)
    // A sheet turned is bound at its upper edge, so both sides have the same margins.
    back =
      landscape
      ? rules.landscape.overridden(by: paper) : rules.back.overridden(by: paper.mirrored)
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

extension Margins {
  fileprivate func overridden(by paper: SectionPaper) -> Margins {
    Margins(
      top: paper.top ?? top, bottom: paper.bottom ?? bottom, left: paper.left ?? left, right: paper.right ?? right)
  }
}

extension SectionPaper {
  /// As the back of a sheet has it: what is left in front lies right behind.
  fileprivate var mirrored: SectionPaper {
    SectionPaper(size: size, top: top, bottom: bottom, left: right, right: left)
  }
}
