/// A page that has its boxes, not yet its items.
struct PagePlan {
  var boxes: [VerticalBox] = []
  /// Of each box, below the head of the text, points.
  var tops: [Double] = []
  var subtotals: [PlannedSubtotal] = []
  /// In order of their marks; the first may be the end of one from the page before.
  var footnotes: [Panel] = []
  var pageFeet: [Panel] = []
  /// Something on the page is higher than the page and could not be parted.
  var overfull = false
}

/// Gathers boxes and gives back pages: the vertical counterpart of a paragraph.
///
/// Holds one page of boxes at a time, whatever the document's length.
struct PageBuilder {
  let breaker: PageBreaker
  /// Pages that are complete; whoever adds boxes takes them from here.
  private(set) var finished: [PagePlan] = []

  private var pending: [VerticalBox] = []
  private var fit: PageFit
  private let grid: LineGrid?
  /// Ends of footnotes that the last page had no room for.
  private var carried: [Panel] = []
  /// Those that the page being finished leaves to the next.
  private var overflow: [Panel] = []

  /// - Parameter height: of the text area of every page, points; above 0.
  init(height: Double, grid: LineGrid? = nil) {
    breaker = PageBreaker(height: height)
    self.grid = grid
    fit = PageFit(grid: grid)
  }

  /// Pages finished since the last call, oldest first.
  mutating func takeFinished() -> [PagePlan] {
    defer { finished.removeAll(keepingCapacity: true) }
    return finished
  }

  /// Nothing stands on the current page.
  var isAtPageStart: Bool { pending.isEmpty && carried.isEmpty }

  mutating func add(_ box: consuming VerticalBox) {
    if box.gap.forced, !pending.isEmpty { endPage() }
    append(box)
    while !breaker.fits(pending, fit, end: pending.count) { relieve() }
  }

  /// Ends the page here, whether it is full or not.
  mutating func endPage() {
    if !pending.isEmpty { ship(pending.count, filled: false) }
    while !carried.isEmpty {
      let parts = NoteRoom.part(carried.map { VerticalBox.Note(place: .footnote, panel: $0) }, room: breaker.height)
      // What cannot be parted at all goes as it is: pages of nothing would never end.
      carried = parts.kept.isEmpty ? carried : parts.kept.map(\.panel)
      overflow = parts.kept.isEmpty ? [] : parts.rest
      ship(0, filled: false)
    }
  }

  private mutating func append(_ box: consuming VerticalBox) {
    fit.append(box)
    pending.append(box)
  }

  /// The page is too full: ends it at the best place, or parts the box that is too high.
  private mutating func relieve() {
    if partLastBox() { return }
    if let end = breaker.bestEnd(pending, fit) {
      ship(end, filled: true)
    } else if !partNotes(), !partFirstBox() {
      ship(1, filled: true, overfull: true)
    }
  }

  /// A box higher than a whole page begins where it stands, if a good part of the page is left, and not on a page of its own.
  private mutating func partLastBox() -> Bool {
    guard pending.count > 1, let last = pending.last, last.height > breaker.height else { return false }
    let room = room(for: last)
    guard room > breaker.height * PageBuilder.roomWorthUsing, last.gap.penalty < .forbidden,
      let parts = last.split(at: room)
    else { return false }
    replaceLast(with: parts)
    return true
  }

  private mutating func partFirstBox() -> Bool {
    guard pending.count == 1, let first = pending.first else { return false }
    guard let parts = first.split(at: room(for: first)) else { return false }
    replaceLast(with: parts)
    return true
  }

  /// Height the last box may take where it stands.
  private func room(for last: VerticalBox) -> Double {
    breaker.height - (fit.places.last?.top ?? 0) - (fit.places.last?.notes ?? 0) - (last.table?.subtotalHeight ?? 0)
  }

  private mutating func replaceLast(with parts: (head: VerticalBox, tail: VerticalBox)) {
    pending.removeLast()
    refit()
    append(parts.head)
    ship(pending.count, filled: true, followedBy: parts.tail)
    append(parts.tail)
  }

  /// The first box fits, its notes do not: as much of them as there is room for stays, the rest goes to the next page.
  private mutating func partNotes() -> Bool {
    guard let first = pending.first, !(first.notes.isEmpty && carried.isEmpty), fit.places[0].bottom <= breaker.height
    else {
      return false
    }
    let notes = carried.map { VerticalBox.Note(place: .footnote, panel: $0) } + first.notes
    let parts = NoteRoom.part(notes, room: breaker.height - fit.places[0].bottom)
    carried = []
    overflow = parts.rest
    pending[0].notes = parts.kept
    refit()
    ship(1, filled: true)
    return true
  }

  /// Makes a page of the first `end` boxes.
  private mutating func ship(_ end: Int, filled: Bool, overfull: Bool = false, followedBy tail: VerticalBox? = nil) {
    var plan = PagePlan()
    plan.overfull = overfull
    let ratio: Double
    (ratio, plan.subtotals) = look(end, filled: filled, followedBy: tail)
    plan.footnotes = carried
    plan.tops = fit.places.prefix(end).map { $0.top + ratio * $0.stretch }
    plan.boxes = takePending(end)
    for index in plan.boxes.indices {
      for note in plan.boxes[index].notes {
        switch note.place {
        case .footnote: plan.footnotes.append(note.panel)
        case .pageFoot: plan.pageFeet.append(note.panel)
        }
      }
    }
    finished.append(plan)
    carried = overflow
    overflow = []
    refit()
  }

  /// How much of their stretch the gaps of the page take, and its sums.
  private func look(_ end: Int, filled: Bool, followedBy tail: VerticalBox?) -> (Double, [PlannedSubtotal]) {
    let all = tail.map { pending + [$0] } ?? pending
    // Gaps that grow would leave the grid.
    let ratio = filled && grid == nil ? breaker.ratio(all, fit, end: end) : 0
    return (ratio, fit.subtotals + brokenSubtotal(all, end: end, ratio: ratio))
  }

  /// The first `end` boxes, which are pending no more. The few that stay are copied, not those that go.
  private mutating func takePending(_ end: Int) -> [VerticalBox] {
    var boxes: [VerticalBox] = []
    // The next page will hold about as many.
    boxes.reserveCapacity(pending.count)
    boxes += pending[end...]
    swap(&boxes, &pending)
    boxes.removeLast(boxes.count - end)
    return boxes
  }

  /// The sum of the rows on a page that ends inside their table.
  private func brokenSubtotal(_ boxes: [VerticalBox], end: Int, ratio: Double) -> [PlannedSubtotal] {
    guard end > 0, end < boxes.count, case .row(let last) = boxes[end - 1].content,
      case .row(let next) = boxes[end].content, last.table === next.table, last.table.subtotal != nil,
      last.index < last.table.firstTotal
    else { return [] }
    var first = last.index
    for box in boxes.prefix(end).reversed() {
      guard case .row(let row) = box.content, row.table === last.table else { break }
      // A row that began on the page before was counted there.
      first = row.isContinuation ? row.index + 1 : row.index
    }
    let top = fit.places[end - 1].bottom + ratio * fit.places[end - 1].stretch
    return [PlannedSubtotal(table: last.table, rows: first..<max(first, last.index + 1), top: top)]
  }

  private mutating func refit() {
    let notes = carried.reduce(0) { $0 + $1.height + PageMeasures.footnoteGap }
    fit = PageFit(
      carriedNotes: carried.isEmpty ? 0 : notes + PageMeasures.footnoteSeparator - PageMeasures.footnoteGap, grid: grid)
    for box in pending { fit.append(box) }
  }

  /// Part of a page that must be left for a box higher than a page to begin there.
  private static let roomWorthUsing = 0.25
}
