/// How unwelcome a page break is in front of a box: added up, compared with the white a page would keep at its foot.
///
/// The three strengths are so far apart that a page left nearly empty (`PageBreaker.emptyPage`) is better than a strong break and worse
/// than a weak one, and that no number of strong breaks a page can hold outweighs a forbidden one.
struct Penalty: Sendable, Hashable, Comparable {
  var cost: Double

  static let none = Penalty(cost: 0)
  /// Better elsewhere: between the items of a list and the line that introduces them, after a short last line.
  static let weak = Penalty(cost: 100)
  /// A short table or list that would better stay whole: granted up to a third of a page of white.
  static let fair = Penalty(cost: 300)
  /// A widow or an orphan, a heading parted from its text, a block that wants to stay whole.
  static let strong = Penalty(cost: 1_000)
  /// A caption parted from its table, a closing block parted from the text: only where nothing else is possible at all.
  static let forbidden = Penalty(cost: 100_000)

  static func < (left: Penalty, right: Penalty) -> Bool { left.cost < right.cost }
  static func + (left: Penalty, right: Penalty) -> Penalty { Penalty(cost: left.cost + right.cost) }
  static func += (left: inout Penalty, right: Penalty) { left.cost += right.cost }
}

/// What lies between a box and the one above it. At the head of a page it vanishes.
struct Gap: Sendable, Hashable {
  /// Points.
  var space = 0.0
  /// Points the space may grow by to fill a page.
  var stretch = 0.0
  /// Of breaking the page here.
  var penalty = Penalty.none
  /// The page ends here.
  var forced = false

  init(space: Double = 0, stretch: Double = 0, penalty: Penalty = .none, forced: Bool = false) {
    self.space = space
    self.stretch = stretch
    self.penalty = penalty
    self.forced = forced
  }
}
