import SeededRandom
import Testing

@testable import Typesetting

/// The plain breaker: tries every way to break, adds up every line from its items, and keeps the cheapest. The oracle of `Breaker`.
struct ExhaustiveBreaker {
  let items: [LineItem]
  let widths: LineWidths
  let taste: BreakingTaste
  let step: BreakingStep

  struct Solution {
    var breaks: [Int]
    var demerits: Double
  }

  /// Every way to break whose lines all stay within the tolerance.
  func solutions() -> [Solution] {
    var found: [Solution] = []
    extend([], demerits: 0, fitness: 1, into: &found)
    return found
  }

  var best: Solution? { solutions().min { $0.demerits < $1.demerits } }

  private func extend(_ breaks: [Int], demerits: Double, fitness: UInt8, into found: inout [Solution]) {
    if let last = breaks.last, last == items.count - 1 {
      found.append(Solution(breaks: breaks, demerits: demerits))
      return
    }
    let start = breaks.last.map(nextLine) ?? 0
    for end in (breaks.last.map { $0 + 1 } ?? 0)..<items.count where isBreak(end) {
      let line = fit(start, end, number: breaks.count)
      if line.ratio < -1 - 1e-9 { return }
      if line.badness <= step.tolerance {
        let cost = Breaker.demerits(
          line, cost: cost(end), flagged: isFlagged(end), after: fitness,
          flaggedBefore: breaks.last.map(isFlagged) ?? false, taste)
        extend(breaks + [end], demerits: demerits + cost, fitness: line.fitness, into: &found)
      }
      if cost(end) <= LineItem.always { return }
    }
  }

  private func isBreak(_ index: Int) -> Bool {
    switch items[index] {
    case .box: false
    case .glue: index > 0 && isBox(items[index - 1])
    case .penalty(_, let cost, _): cost < LineItem.never
    }
  }

  private func isBox(_ item: LineItem) -> Bool { if case .box = item { true } else { false } }

  private func cost(_ index: Int) -> Double { if case .penalty(_, let cost, _) = items[index] { cost } else { 0 } }

  private func isFlagged(_ index: Int) -> Bool {
    if case .penalty(_, _, let flagged) = items[index] { flagged } else { false }
  }

  /// First item of the line after a break: glue and penalties are dropped up to the next box or forced break.
  private func nextLine(_ end: Int) -> Int {
    var index = end
    if case .penalty = items[end] { index += 1 }
    while index < items.count, !isBox(items[index]) {
      if case .penalty(_, let cost, _) = items[index], cost <= LineItem.always { break }
      index += 1
    }
    return index
  }

  private func fit(_ start: Int, _ end: Int, number: Int) -> Breaker.Fit {
    var (width, stretch, shrink) = (
      0.0, taste.raggedStretch + step.emergencyStretch * max(widths.first, widths.others), 0.0
    )
    for item in items[min(start, end)..<end] {
      switch item {
      case .box(let box): width += box
      case .glue(let glue, let more, let less):
        width += glue
        stretch += more
        shrink += less
      case .penalty: break
      }
    }
    if case .penalty(let hyphen, _, _) = items[end] { width += hyphen }
    return Breaker.fit(rest: widths[number] - width, stretch: stretch, shrink: shrink)
  }
}

/// A random paragraph: words of one to seven letters, now and then a tie, a costly space or a break inside a word.
private func paragraph(_ words: Int, _ random: inout SeededGenerator) -> [LineItem] {
  var items: [LineItem] = []
  for word in 0..<words {
    items.append(.box(width: Double(random.below(60) + 10) / 2))
    if word == words - 1 { break }
    switch random.below(12) {
    case 0: items.append(.penalty(width: 0, cost: LineItem.never, flagged: false))
    case 1: items.append(.penalty(width: 0, cost: 500, flagged: false))
    case 2:
      items.append(.penalty(width: random.below(2) == 0 ? 0 : 4, cost: 50, flagged: true))
      continue
    case 3 where random.below(4) == 0: items.append(.penalty(width: 0, cost: -80, flagged: false))
    default: break
    }
    items.append(.glue(width: 4, stretch: 2, shrink: 4.0 / 3))
  }
  return items + [
    .penalty(width: 0, cost: LineItem.never, flagged: false), .glue(width: 0, stretch: 1e6, shrink: 0),
    .penalty(width: 0, cost: LineItem.always, flagged: false),
  ]
}

@Suite struct TextBreakerTests {
  @Test func `the breaker finds the same total demerits as trying everything`() throws {
    var random = SeededGenerator(seed: 20_260_527)
    var steps: [String: Int] = [:]
    for round in 0..<2_000 {
      let items = paragraph(random.below(20) + 1, &random)
      let measure = Double(random.below(140) + 60)
      let widths = LineWidths(first: measure + [0, -20, 15][round % 3], others: measure)
      var taste = BreakingTaste()
      if round % 5 == 0 { taste.raggedStretch = 12 }
      var breaker = Breaker()
      let breaks = breaker.breaks(items, widths: widths, taste: taste)
      steps[breaker.step.name, default: 0] += 1
      let oracle = ExhaustiveBreaker(items: items, widths: widths, taste: taste, step: breaker.step)
      let solutions = oracle.solutions()
      // A word wider than the line is no case for the oracle.
      if breaker.step == .desperate, solutions.isEmpty { continue }
      let best = try #require(solutions.min { $0.demerits < $1.demerits })
      let slack = 1e-6 * max(1, best.demerits)
      #expect(abs(best.demerits - breaker.demerits) <= slack, "round \(round)")
      let own = solutions.first { $0.breaks == breaks }
      #expect(own.map { abs($0.demerits - breaker.demerits) <= slack } == true, "round \(round)")
    }
    // The test is worth something only if every step was needed now and then.
    #expect(steps["fine", default: 0] > 300 && steps["loose", default: 0] > 100 && steps["emergency", default: 0] > 100)
  }

  @Test func `a step is tried only when the gentler ones find nothing`() {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<500 {
      let items = paragraph(random.below(12) + 2, &random)
      let widths = LineWidths(first: 120, others: 120)
      var breaker = Breaker()
      _ = breaker.breaks(items, widths: widths)
      for step in BreakingStep.all {
        if step == breaker.step { break }
        #expect(ExhaustiveBreaker(items: items, widths: widths, taste: BreakingTaste(), step: step).best == nil)
      }
    }
  }

  @Test func `looseness gives the wanted number of lines where it can be had`() throws {
    var random = SeededGenerator(seed: 99)
    var changed = 0
    for _ in 0..<400 {
      let items = paragraph(random.below(8) + 13, &random)
      let widths = LineWidths(first: 110, others: 110)
      var plain = Breaker()
      let usual = plain.breaks(items, widths: widths).count
      for looseness in [-1, 1] {
        var taste = BreakingTaste()
        taste.looseness = looseness
        var breaker = Breaker()
        let breaks = breaker.breaks(items, widths: widths, taste: taste)
        let all = ExhaustiveBreaker(items: items, widths: widths, taste: taste, step: breaker.step).solutions()
        let nearest = all.map { abs($0.breaks.count - usual - looseness) }.min()
        #expect(nearest == nil || abs(breaks.count - usual - looseness) == nearest)
        let best = all.filter { $0.breaks.count == breaks.count }.map(\.demerits).min()
        #expect(best == nil || abs((best ?? 0) - breaker.demerits) < 1e-6 * max(1, breaker.demerits))
        if breaks.count != usual { changed += 1 }
      }
    }
    #expect(changed > 20)
  }

  @Test func `no line is wider than the measure unless a box is`() {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<500 {
      let items = paragraph(random.below(60) + 1, &random)
      let widths = LineWidths(first: 45, others: 45)
      var breaker = Breaker()
      let breaks = breaker.breaks(items, widths: widths)
      var start = 0
      for end in breaks {
        var least = 0.0
        var boxes = 0
        var index = start
        while index < end, items[index].isDropped { index += 1 }
        for item in items[index..<end] {
          switch item {
          case .box(let width): (least, boxes) = (least + width, boxes + 1)
          case .glue(let width, _, let shrink): least += width - shrink
          case .penalty: break
          }
        }
        if case .penalty(let width, _, _) = items[end] { least += width }
        // Ties may hold two words together that do not fit; nothing else may stick out.
        #expect(
          least <= 45 + 1e-6 || boxes == 1
            || items[index..<end].contains(.penalty(width: 0, cost: LineItem.never, flagged: false)))
        start = end
      }
    }
  }

  @Test func `equal words fill lines of equal length`() {
    // Four words of 20 and three spaces of 4 make 92: a measure of 92 takes four words a line, without stretch.
    var items: [LineItem] = []
    for word in 0..<8 {
      items.append(.box(width: 20))
      if word < 7 { items.append(.glue(width: 4, stretch: 2, shrink: 1)) }
    }
    items += [.penalty(width: 0, cost: LineItem.never, flagged: false), .glue(width: 0, stretch: 1e6, shrink: 0)]
    items.append(.penalty(width: 0, cost: LineItem.always, flagged: false))
    var breaker = Breaker()
    let breaks = breaker.breaks(items, widths: LineWidths(first: 92, others: 92))
    #expect(breaks == [7, 17])
    // Two lines with badness 0: (10 + 0)² each.
    #expect(breaker.demerits == 200)
  }
}

extension LineItem {
  fileprivate var isDropped: Bool {
    switch self {
    case .box: false
    case .glue: true
    case .penalty(_, let cost, _): cost > LineItem.always
    }
  }
}
