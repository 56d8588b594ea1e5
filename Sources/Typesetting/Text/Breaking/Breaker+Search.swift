extension Breaker {
  /// How one line would look.
  struct Fit {
    /// Part of its stretch (positive) or shrink (negative) the line takes.
    var ratio: Double
    var badness: Double
    var fitness: UInt8
  }

  /// Tight, decent, loose, very loose.
  static let fitnessClasses = 4
  /// Badness is not told apart beyond this (TeX: `inf_bad`).
  static let worstBadness = 10_000.0
  /// Breaks a line may begin at that are kept at once. Text with that many in one measure is no text (a megabyte of characters without
  /// width); beyond it time would be quadratic.
  static let mostActive = 512
  /// Slack for sums of binary fractions, so that a line does not change its class with the order of adding.
  static let rounding = 1e-9

  /// The best way to break with one tolerance: the index of its last node, or nil where there is none. `wanted`: the number of lines, where
  /// an earlier search has settled it.
  mutating func search(_ widths: LineWidths, _ taste: BreakingTaste, _ step: BreakingStep, last: Bool, wanted: Int?)
    -> Int?
  {
    nodes.removeAll()
    active.removeAll()
    nodes.append(Node(demerits: 0, candidate: -1, line: 0, previous: -1, fitness: 1))
    active.append(0)
    let extra = taste.raggedStretch + step.emergencyStretch * max(widths.first, widths.others)
    for index in candidates.indices {
      visit(index, widths, taste, tolerance: step.tolerance, extra: extra, mayOverfill: last)
      if active.isEmpty { return nil }
    }
    return choose(looseness: taste.looseness, wanted)
  }

  /// Tries all lines that end at candidate `index`, drops the nodes that are too far behind, and adds those that begin here.
  private mutating func visit(
    _ index: Int, _ widths: LineWidths, _ taste: BreakingTaste, tolerance: Double, extra: Double, mayOverfill: Bool
  ) {
    let end = candidates[index]
    bests.removeAll()
    var kept = 0
    var overfull: Int32 = -1
    var position = 0
    while position < active.count {
      let number = active[position]
      position += 1
      let node = nodes[Int(number)]
      let fit = fit(from: node, to: end, measure: widths[Int(node.line)], extra: extra)
      let tooLong = fit.ratio < -1 - Self.rounding
      if tooLong || end.forced { overfull = tooLong ? number : overfull } else { keep(number, at: &kept) }
      if tooLong { continue }
      if fit.badness <= tolerance { consider(number, node, fit, end, taste) }
      // Lines that begin later are shorter still; they need not be tried, but stay. (Not so behind a longer first line.)
      let othersShorter = node.line > 0 || widths.first <= widths.others
      if fit.ratio > 0, fit.badness > tolerance, othersShorter, !end.forced {
        while position < active.count {
          keep(active[position], at: &kept)
          position += 1
        }
      }
    }
    active.removeLast(active.count - kept)
    if active.count > Self.mostActive { active.removeFirst(active.count - Self.mostActive) }
    if active.isEmpty, bests.isEmpty, mayOverfill, overfull >= 0 {
      // A box wider than the measure: the line sticks out rather than stop the document.
      let node = nodes[Int(overfull)]
      bests.append(Best(demerits: node.demerits, previous: overfull, line: node.line + 1, fitness: 0))
    }
    addNodes(at: index, taste)
  }

  private mutating func keep(_ number: Int32, at kept: inout Int) {
    active[kept] = number
    kept += 1
  }

  /// Ratio, badness and class of the line from `node` to `end`.
  private func fit(from node: Node, to end: Candidate, measure: Double, extra: Double) -> Fit {
    var width = end.width
    var stretch = end.stretch
    var shrink = end.shrink
    if node.candidate >= 0 {
      let begin = candidates[Int(node.candidate)]
      width -= begin.nextWidth
      stretch -= begin.nextStretch
      shrink -= begin.nextShrink
    }
    return Self.fit(rest: measure - width, stretch: stretch + extra, shrink: shrink)
  }

  /// The same from the numbers of one line: what is left of the measure, and what the spaces can do about it.
  static func fit(rest: Double, stretch: Double, shrink: Double) -> Fit {
    if rest < -rounding {
      let ratio = shrink > 0 ? rest / shrink : -.infinity
      let badness = badness(-ratio)
      return Fit(ratio: ratio, badness: badness, fitness: badness > decentBadness ? 0 : 1)
    }
    if rest <= rounding { return Fit(ratio: 0, badness: 0, fitness: 1) }
    let ratio = stretch > 0 ? rest / stretch : .infinity
    let badness = badness(ratio)
    return Fit(ratio: ratio, badness: badness, fitness: badness <= decentBadness ? 1 : badness <= looseBadness ? 2 : 3)
  }

  /// About 100 times the cube of `ratio`, in whole numbers as TeX counts it (TeX: The Program, section 108), so that near ties are decided
  /// as TeX decides them.
  private static func badness(_ ratio: Double) -> Double {
    let part = (ratio * 297 + rounding).rounded(.down)
    guard part <= 1_290 else { return worstBadness }
    return ((part * part * part + 131_072) / 262_144).rounded(.down)
  }

  /// Worst badness of a decent line, and of a loose one that is not very loose (TeX: The Program, sections 852 and 853).
  private static let decentBadness = 12.0
  private static let looseBadness = 99.0

  /// Demerits of one line (The TeXbook, page 98).
  static func demerits(
    _ fit: Fit, cost: Double, flagged: Bool, after fitness: UInt8, flaggedBefore: Bool, _ taste: BreakingTaste
  ) -> Double {
    let line = taste.linePenalty + fit.badness
    var demerits = line * line
    if cost > 0 { demerits += cost * cost } else if cost > LineItem.always { demerits -= cost * cost }
    if flagged, flaggedBefore { demerits += taste.flaggedDemerits }
    if abs(Int(fit.fitness) - Int(fitness)) > 1 { demerits += taste.fitnessDemerits }
    return demerits
  }

  /// Remembers the line if it is the best of its class so far.
  private mutating func consider(_ number: Int32, _ node: Node, _ fit: Fit, _ end: Candidate, _ taste: BreakingTaste) {
    let flaggedBefore = node.candidate >= 0 && candidates[Int(node.candidate)].flagged
    let line = Self.demerits(
      fit, cost: end.cost, flagged: end.flagged, after: node.fitness, flaggedBefore: flaggedBefore, taste)
    let new = Best(demerits: node.demerits + line, previous: number, line: node.line + 1, fitness: fit.fitness)
    for index in bests.indices where bests[index].fitness == new.fitness {
      // Lines beyond the first are all alike, so their number matters only to looseness.
      if taste.looseness != 0, bests[index].line != new.line { continue }
      if new.demerits < bests[index].demerits { bests[index] = new }
      return
    }
    bests.append(new)
  }

  /// Adds a node for each class that can still win: one worse than the best by more than a change of class costs cannot.
  private mutating func addNodes(at candidate: Int, _ taste: BreakingTaste) {
    guard !bests.isEmpty else { return }
    var limit = Double.infinity
    if taste.looseness == 0 {
      for index in bests.indices { limit = min(limit, bests[index].demerits) }
      limit += taste.fitnessDemerits
    }
    for index in bests.indices where bests[index].demerits <= limit {
      let best = bests[index]
      active.append(Int32(clamping: nodes.count))
      nodes.append(
        Node(
          demerits: best.demerits, candidate: Int32(clamping: candidate), line: best.line, previous: best.previous,
          fitness: best.fitness))
    }
  }

  /// The best of the ways to reach the end; with looseness, the best of those whose number of lines comes nearest to what is wanted.
  private mutating func choose(looseness: Int, _ settled: Int?) -> Int? {
    guard !active.isEmpty else { return nil }
    var chosen = active[0]
    for index in active.indices where nodes[Int(active[index])].demerits < nodes[Int(chosen)].demerits {
      chosen = active[index]
    }
    usualLines = Int(nodes[Int(chosen)].line)
    guard looseness != 0 else { return Int(chosen) }
    let wanted = settled ?? usualLines + looseness
    for index in active.indices {
      let number = active[index]
      let distance = abs(Int(nodes[Int(number)].line) - wanted)
      let best = abs(Int(nodes[Int(chosen)].line) - wanted)
      if distance < best || distance == best && nodes[Int(number)].demerits < nodes[Int(chosen)].demerits {
        chosen = number
      }
    }
    return Int(chosen)
  }

  /// The items at which the lines end, first to last.
  func trace(from end: Int) -> [Int] {
    var line = Int(nodes[end].line)
    var result = [Int](repeating: 0, count: line)
    var index = end
    while index > 0 {
      let node = nodes[index]
      line -= 1
      result[line] = Int(candidates[Int(node.candidate)].item)
      index = Int(node.previous)
    }
    return result
  }
}
