/// The boxes gathered for a page, added up from the head: where each would stand and what the page would need if it ended after it.
///
/// Kept in step with `PageBuilder.pending`; adding a box is constant work.
struct PageFit {
  /// Where a box would stand.
  struct Place {
    /// Its upper edge below the head of the text, gaps at their natural height.
    var top: Double
    var bottom: Double
    /// What the gaps above it may grow by, added up.
    var stretch: Double
    /// Height of the notes of all boxes up to and with this one, separator counted.
    var notes: Double
  }

  /// By box.
  private(set) var places: [Place] = []
  /// Sums of a table that ends on this page, set before its total.
  private(set) var subtotals: [PlannedSubtotal] = []

  private let carriedNotes: Double
  private let grid: LineGrid?
  private var footnotes = false
  private var nextTop = 0.0
  /// The table whose rows began on an earlier page, and its first row here.
  private var carriedTable: (table: TableSetting, firstRow: Int)?

  /// - Parameter carriedNotes: height of notes that the page before had no room for, separator counted; 0 for none.
  init(carriedNotes: Double = 0, grid: LineGrid? = nil) {
    self.carriedNotes = carriedNotes
    self.grid = grid
    footnotes = carriedNotes > 0
  }

  mutating func append(_ box: VerticalBox) {
    var stretch = 0.0
    if let last = places.last {
      nextTop += box.gap.space
      stretch = last.stretch + box.gap.stretch
    } else {
      begin(with: box)
    }
    placeSubtotal(before: box)
    if let grid, case .line(_, let ascent) = box.content, box.isText {
      nextTop = grid.drop(nextTop, ascent: ascent)
    }
    let notes = (places.last?.notes ?? carriedNotes) + height(of: box.notes)
    places.append(Place(top: nextTop, bottom: nextTop + box.height, stretch: stretch, notes: notes))
    nextTop += box.height + box.trailing
  }

  private mutating func begin(with box: VerticalBox) {
    guard case .row(let row) = box.content, !row.isFirst else { return }
    nextTop = row.table.repeatedHeight
    if row.table.closesWithSubtotal { carriedTable = (row.table, row.index) }
  }

  /// A table that goes on from another page closes with the sum of its part on this page, in front of its total.
  private mutating func placeSubtotal(before box: VerticalBox) {
    guard let (table, first) = carriedTable else { return }
    var end = table.rowCount
    if case .row(let row) = box.content, row.table === table {
      guard row.index >= table.firstTotal else { return }
      end = row.index
    }
    carriedTable = nil
    guard end > first else { return }
    subtotals.append(PlannedSubtotal(table: table, rows: first..<end, top: nextTop))
    nextTop += table.subtotalHeight
  }

  private mutating func height(of boxNotes: [VerticalBox.Note]) -> Double {
    var sum = 0.0
    for note in boxNotes {
      switch note.place {
      case .footnote:
        sum += note.panel.height + (footnotes ? PageMeasures.footnoteGap : PageMeasures.footnoteSeparator)
        footnotes = true
      case .pageFoot:
        sum += note.panel.height + PageMeasures.pageFootGap
      }
    }
    return sum
  }
}

/// A row with the sums of a part of a table, to be set when its page is drawn.
struct PlannedSubtotal {
  var table: TableSetting
  var rows: Range<Int>
  var top: Double
}

/// Distances at the foot of a page, points: usual practice, no guideline has them.
enum PageMeasures {
  /// From the text to the first footnote, the short rule between them.
  static let footnoteSeparator = 14.0
  /// From that rule to the first footnote.
  static let footnoteRuleAbove = 5.0
  /// Part of the measure the rule above footnotes takes.
  static let footnoteRuleShare = 1.0 / 3
  static let footnoteGap = 2.0
  /// Above the contact line, its rule in the middle.
  static let pageFootGap = 16.0
  static let pageFootRuleAbove = 4.0
}
