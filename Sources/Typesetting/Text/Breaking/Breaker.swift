/// Breaks a paragraph into lines so that the sum of the demerits of all lines is as small as it can be (total fit).
///
/// Knuth and Plass 1981, with the demerits of TeX82 (The TeXbook, page 98; TeX: The Program, sections 813–890). The active list holds
/// only breaks from which a line to here still fits, so time is linear in the length of the paragraph. One value per worker: its arrays
/// are used again.
struct Breaker: ~Copyable {
  /// A place where a line may end, with the sums up to it.
  struct Candidate {
    /// Sums over all items before it; the width of its penalty belongs to the line that ends here.
    var width: Double
    var stretch: Double
    var shrink: Double
    /// Sums at the beginning of the next line, what is dropped there included.
    var nextWidth: Double
    var nextStretch: Double
    var nextShrink: Double
    var cost: Double
    var item: Int32
    var flagged: Bool
    var forced: Bool { cost <= LineItem.always }
  }

  /// A way to end a line at a candidate, the best of its kind.
  struct Node {
    var demerits: Double
    var candidate: Int32
    var line: Int32
    var previous: Int32
    var fitness: UInt8
  }

  /// The best line found that ends at the current candidate, for one fitness class (and line number, when those are kept apart).
  struct Best {
    var demerits: Double
    var previous: Int32
    var line: Int32
    var fitness: UInt8
  }

  private(set) var candidates = Scratch<Candidate>(capacity: 256)
  var nodes = Scratch<Node>(capacity: 256)
  /// Nodes a line may still begin at, in ascending order of their candidates.
  var active = Scratch<Int32>()
  var bests = Scratch<Best>(capacity: 8)
  /// The step that found the breaks of the last paragraph, and their total demerits.
  private(set) var step = BreakingStep.fine
  private(set) var demerits = 0.0
  /// Lines of the best way, looseness aside.
  var usualLines = 0

  init() {}

  /// The items at which lines end, the last among them. `items` ends with a forced penalty.
  mutating func breaks(_ items: borrowing Scratch<LineItem>, widths: LineWidths, taste: BreakingTaste = BreakingTaste())
    -> [Int]
  {
    collectCandidates(items)
    for step in BreakingStep.all {
      let last = step == BreakingStep.desperate
      guard let end = search(widths, taste, step, last: last, wanted: nil) else { continue }
      self.step = step
      demerits = nodes[end].demerits
      let breaks = trace(from: end)
      let wanted = usualLines + taste.looseness
      if breaks.count == wanted || step != BreakingStep.fine { return breaks }
      return more(widths, taste, wanted: wanted, breaks)
    }
    return candidates.isEmpty ? [] : [Int(candidates[candidates.count - 1].item)]
  }

  /// Looks with the next tolerance for a number of lines that good lines do not give, as TeX goes on to its next pass; what was found
  /// stays where that comes no nearer.
  private mutating func more(_ widths: LineWidths, _ taste: BreakingTaste, wanted: Int, _ found: [Int]) -> [Int] {
    guard let end = search(widths, taste, .loose, last: false, wanted: wanted) else { return found }
    let breaks = trace(from: end)
    guard abs(breaks.count - wanted) < abs(found.count - wanted) else { return found }
    step = .loose
    demerits = nodes[end].demerits
    return breaks
  }

  // MARK: Candidates

  private mutating func collectCandidates(_ items: borrowing Scratch<LineItem>) {
    candidates.removeAll()
    var width = 0.0
    var stretch = 0.0
    var shrink = 0.0
    // Candidates whose next line has not met its first box yet.
    var open = 0
    var afterBox = false
    for index in items.indices {
      switch items[index] {
      case .box(let boxWidth):
        while open < candidates.count {
          candidates[open].nextWidth = width
          candidates[open].nextStretch = stretch
          candidates[open].nextShrink = shrink
          open += 1
        }
        width += boxWidth
        afterBox = true
      case .glue(let glueWidth, let glueStretch, let glueShrink):
        if afterBox { append(index, width, stretch, shrink, cost: 0, flagged: false) }
        width += glueWidth
        stretch += glueStretch
        shrink += glueShrink
        afterBox = false
      case .penalty(let penaltyWidth, let cost, let flagged):
        // What is dropped at the head of a line does not reach past a forced break.
        if cost <= LineItem.always { closeAll(from: &open, width, stretch, shrink) }
        if cost < LineItem.never { append(index, width + penaltyWidth, stretch, shrink, cost: cost, flagged: flagged) }
        afterBox = false
      }
    }
    closeAll(from: &open, width, stretch, shrink)
  }

  private mutating func append(
    _ index: Int, _ width: Double, _ stretch: Double, _ shrink: Double, cost: Double, flagged: Bool
  ) {
    candidates.append(
      Candidate(
        width: width, stretch: stretch, shrink: shrink, nextWidth: width, nextStretch: stretch, nextShrink: shrink,
        cost: cost, item: Int32(clamping: index), flagged: flagged))
  }

  private mutating func closeAll(from open: inout Int, _ width: Double, _ stretch: Double, _ shrink: Double) {
    while open < candidates.count {
      candidates[open].nextWidth = width
      candidates[open].nextStretch = stretch
      candidates[open].nextShrink = shrink
      open += 1
    }
  }
}
