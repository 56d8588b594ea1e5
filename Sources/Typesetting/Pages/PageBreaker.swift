/// Chooses where a page ends. It knows boxes, gaps and penalties, nothing else.
///
/// Pages are filled one after another, so that the breaker needs no more than one page at a time: of all places where the page could
/// end it takes the one with the least cost (penalty of the break + white left at the foot), the lowest on the page among equals.
struct PageBreaker {
  /// Cost of a page with nothing on it, in proportion less for fuller ones. Less than `Penalty.strong`, so that white never justifies a
  /// widow; nine times `Penalty.weak`, so that a weak wish is granted up to a ninth of a page of white.
  static let emptyPage = 900.0

  /// Of the text area, points.
  let height: Double

  /// What the page would need if it ended before `boxes[end]`.
  func used(_ boxes: [VerticalBox], _ fit: PageFit, end: Int) -> Double {
    guard end > 0 else { return 0 }
    return fit.places[end - 1].bottom + fit.places[end - 1].notes + subtotalHeight(boxes, end: end)
  }

  /// Whether the first `end` boxes fit on the page.
  func fits(_ boxes: [VerticalBox], _ fit: PageFit, end: Int) -> Bool {
    used(boxes, fit, end: end) <= height + PageBreaker.tolerance
  }

  /// How many boxes the page takes, 1 or more; nil where not even the first fits.
  func bestEnd(_ boxes: [VerticalBox], _ fit: PageFit) -> Int? {
    var best: (end: Int, cost: Double)?
    for end in stride(from: boxes.count - 1, through: 1, by: -1) {
      let used = used(boxes, fit, end: end)
      guard used <= height + PageBreaker.tolerance else { continue }
      let cost = boxes[end].gap.penalty.cost + white(used, stretch: fit.places[end - 1].stretch)
      if best.map({ cost < $0.cost }) ?? true { best = (end, cost) }
    }
    return best?.end
  }

  /// How much of the gaps' stretch fills the page exactly, 0…1; 0 where it cannot be filled, and the foot stays ragged.
  func ratio(_ boxes: [VerticalBox], _ fit: PageFit, end: Int) -> Double {
    guard end > 0, fit.places[end - 1].stretch > 0 else { return 0 }
    let rest = height - used(boxes, fit, end: end)
    let ratio = rest / fit.places[end - 1].stretch
    return ratio > 0 && ratio <= 1 ? ratio : 0
  }

  /// Rounding of sums of distances: a thousandth of a point is no overflow.
  private static let tolerance = 0.001

  private func white(_ used: Double, stretch: Double) -> Double {
    max(0, height - used - stretch) / height * PageBreaker.emptyPage
  }

  /// A break inside a table with page sums needs room for them.
  private func subtotalHeight(_ boxes: [VerticalBox], end: Int) -> Double {
    guard end < boxes.count, case .row(let last) = boxes[end - 1].content, case .row(let next) = boxes[end].content,
      last.table === next.table, last.table.subtotal != nil, last.index < last.table.firstTotal
    else { return 0 }
    return last.table.subtotalHeight
  }
}
