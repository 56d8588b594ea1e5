internal import Documents
internal import Graphics

/// A laid-out report as the clauses look at it: what stands on each page, and which of it is which component.
struct Sheet: Sendable {
  let guideline: Guideline
  let document: Document
  let pages: [PrintedPage]
  let parts: [Part]
  private let expected: Set<PartKind>

  init(_ pages: [Page], _ document: Document, _ guideline: Guideline, _ faces: [FaceID: FaceTraits]) {
    self.guideline = guideline
    self.document = document
    let reader = PageReader(document, faces)
    self.pages = pages.enumerated().map { reader.read($1, index: $0) }
    var finder = PartFinder(TextStream(self.pages), guideline)
    finder.find(document)
    parts = finder.parts
    expected = finder.expected
  }

  func parts(_ kind: PartKind) -> [Part] { parts.filter { $0.kind == kind } }

  func part(_ kind: PartKind) -> Part? { parts.first { $0.kind == kind } }

  /// The document has such a component, on the page or not.
  func expects(_ kind: PartKind) -> Bool { expected.contains(kind) }

  /// The page is the back of a sheet printed on both sides.
  func isBack(_ page: Int) -> Bool { document.format.page.duplex && page % 2 == 1 }

  /// Paragraphs of the text on upright pages, without those of appendices on paper of their own.
  var body: [Part] {
    parts(.body).filter { part in
      document.sections[part.section].paper == SectionPaper()
        && part.lines.allSatisfy { !pages[$0.page].isLandscape }
    }
  }

  /// The page has the size that a section of the document asks for itself: a large table in an appendix.
  func hasOwnPaper(_ page: PrintedPage) -> Bool {
    let sides = { (width: Double, height: Double) in [min(width, height), max(width, height)].map { $0.rounded() } }
    return document.sections.compactMap(\.paper.size).contains {
      sides($0.width.points, $0.height.points) == sides(page.width, page.height)
    }
  }

  /// The rule that stands closest under a line and overlaps it, within `reach` points of its baseline.
  func rule(under line: PrintedLine, reach: Double) -> Rule? {
    guard pages.indices.contains(line.page) else { return nil }
    return pages[line.page].rules.filter { rule in
      let y = rule.from.y.points
      return rule.from.y == rule.to.y && y > line.baseline && y < line.baseline + reach
        && min(rule.from.x, rule.to.x).points < line.right && max(rule.from.x, rule.to.x).points > line.left
    }.min { $0.from.y < $1.from.y }
  }
}

/// Measures as they read in a message.
enum Measure {
  /// At most one decimal: “14”, “13,5”.
  static func number(_ value: Double, _ mark: String) -> String {
    guard value.isFinite, abs(value) < 1e9 else { return "?" }
    let tenths = Int((value * 10).rounded())
    let whole = "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10)"
    return tenths % 10 == 0 ? whole : "\(whole)\(mark)\(abs(tenths) % 10)"
  }

  static func vi(_ value: Double) -> String { number(value, ",") }
  static func en(_ value: Double) -> String { number(value, ".") }

  static func mm(_ points: Double) -> Double { Length.points(points).mm }
  static func points(mm: Double) -> Double { Length.mm(mm).points }
}
