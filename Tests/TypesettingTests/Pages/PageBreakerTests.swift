import SeededRandom
import Testing

@testable import Typesetting

/// A box of plain height, as the breaker sees a line or a panel.
private func box(
  _ height: Double, space: Double = 0, stretch: Double = 0, penalty: Penalty = .none, forced: Bool = false,
  notes: [Double] = []
) -> VerticalBox {
  var box = VerticalBox(
    gap: Gap(space: space, stretch: stretch, penalty: penalty, forced: forced), height: height,
    content: .panel(Panel(height: height)))
  box.notes = notes.map { height in
    var panel = Panel(height: height)
    panel.drawings = [Panel.Drawing(fragment: Fragment(width: 10, height: height), x: 0, y: 0)]
    return VerticalBox.Note(place: .footnote, panel: panel)
  }
  return box
}

private func pages(_ height: Double, _ boxes: [VerticalBox]) -> [PagePlan] {
  var builder = PageBuilder(height: height)
  for box in boxes { builder.add(box) }
  builder.endPage()
  return builder.takeFinished()
}

private func heights(_ plans: [PagePlan]) -> [[Double]] { plans.map { $0.boxes.map(\.height) } }

@Suite struct `page breaker` {
  @Test func `boxes fill a page before they begin another`() {
    let plans = pages(100, [box(40), box(40), box(20), box(30)])
    #expect(heights(plans) == [[40, 40, 20], [30]])
    #expect(plans[0].tops == [0, 40, 80])
  }

  @Test func `the gap above the first box of a page vanishes`() {
    let plans = pages(100, [box(60, space: 10), box(60, space: 10), box(20, space: 10)])
    #expect(plans.map(\.tops) == [[0], [0, 70]])
  }

  @Test func `a forbidden break takes what comes before along to the next page`() {
    let plans = pages(100, [box(40), box(30), box(20), box(30, penalty: .forbidden)])
    #expect(heights(plans) == [[40, 30], [20, 30]])
  }

  @Test func `a weak penalty yields up to a ninth of a page of white and no more`() {
    // 8 of 100 points of white cost 72, less than a weak penalty; 20 points cost 180, more.
    #expect(heights(pages(100, [box(92), box(8), box(50, penalty: .weak)])) == [[92], [8, 50]])
    #expect(heights(pages(100, [box(80), box(20), box(50, penalty: .weak)])) == [[80, 20], [50]])
  }

  @Test func `a strong penalty is avoided even at the price of an almost empty page`() {
    let plans = pages(100, [box(5), box(90), box(30, penalty: .strong)])
    // 90 and 30 do not fit one page: between them the strong break is the only one left.
    #expect(heights(plans) == [[5], [90], [30]])
  }

  @Test func `where every break is forbidden the page still ends`() {
    let plans = pages(100, (0..<5).map { _ in box(40, penalty: .forbidden) })
    #expect(heights(plans) == [[40, 40], [40, 40], [40]])
  }

  @Test func `a forced break ends the page`() {
    let plans = pages(100, [box(10), box(10, forced: true), box(10)])
    #expect(heights(plans) == [[10], [10, 10]])
  }

  @Test func `gaps stretch to fill a page that ends by itself, not the last one`() {
    let plans = pages(100, [box(40), box(40, space: 10, stretch: 20), box(40, space: 10, stretch: 20)])
    #expect(plans[0].tops == [0, 60])
    #expect(plans[1].tops == [0])
  }

  @Test func `gaps do not stretch when they cannot fill the page`() {
    let plans = pages(100, [box(40), box(40, space: 10, stretch: 5), box(40)])
    #expect(plans[0].tops == [0, 50])
  }

  @Test func `a footnote needs room on the page of its mark`() {
    // 60 + 20 + separator 14 + note 10 > 100: the second box moves, with its note.
    let plans = pages(100, [box(60), box(20, notes: [10])])
    #expect(heights(plans) == [[60], [20]])
    #expect(plans.map(\.footnotes.count) == [0, 1])
  }

  @Test func `a box that cannot be parted and is higher than the page gets a page and says so`() {
    let plans = pages(100, [box(10), box(150), box(10)])
    #expect(heights(plans) == [[10], [150], [10]])
    #expect(plans.map(\.overfull) == [false, true, false])
  }

  @Test func `no box is lost or doubled whatever the penalties`() {
    for seed in 1...200 as ClosedRange<UInt64> {
      var random = SeededGenerator(seed: seed)
      let penalties: [Penalty] = [.none, .none, .weak, .strong, .forbidden]
      let boxes = (0..<60).map { index in
        box(
          Double(random.below(60)) + Double(index) / 1000, space: Double(random.below(12)),
          stretch: Double(random.below(4)), penalty: penalties[random.below(5)], forced: random.below(20) == 0,
          notes: random.below(8) == 0 ? [Double(random.below(30))] : [])
      }
      let plans = pages(100, boxes)
      #expect(heights(plans).flatMap { $0 } == boxes.map(\.height), "seed \(seed)")
      #expect(plans.reduce(0) { $0 + $1.footnotes.count } == boxes.reduce(0) { $0 + $1.notes.count }, "seed \(seed)")
      for plan in plans {
        let bottom = (plan.tops.last ?? 0) + (plan.boxes.last?.height ?? 0)
        let notes = plan.footnotes.reduce(0) { $0 + $1.height }
        #expect(plan.overfull || bottom + notes <= 100.01, "seed \(seed)")
      }
    }
  }

  @Test func `the chosen end of a page costs the least of all that fit`() {
    for seed in 1...200 as ClosedRange<UInt64> {
      var random = SeededGenerator(seed: seed)
      var fit = PageFit()
      var boxes: [VerticalBox] = []
      for _ in 0..<12 {
        let next = box(
          Double(random.below(30)), space: Double(random.below(9)),
          penalty: [Penalty.none, .weak, .strong][random.below(3)])
        boxes.append(next)
        fit.append(next)
      }
      let breaker = PageBreaker(height: 100)
      // The plain version: every end, its height added up from the boxes, the last of the cheapest.
      var best: (end: Int, cost: Double)?
      for end in 1..<boxes.count {
        let used = boxes.prefix(end).reduce(0) { $0 + $1.height + $1.gap.space } - boxes[0].gap.space
        guard used <= 100 else { continue }
        let cost = boxes[end].gap.penalty.cost + (100 - used) * 9
        if best.map({ cost <= $0.cost + 1e-9 }) ?? true { best = (end, cost) }
      }
      #expect(breaker.bestEnd(boxes, fit) == best?.end, "seed \(seed)")
    }
  }
}
