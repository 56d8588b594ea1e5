/// What one block leaves to the next: the space after it, and whether they stay together.
struct Joint {
  private var space = 0.0
  private var stretch = 0.0
  private var penalty = Penalty.none
  private var forced = false

  /// Of the space after the block above and `before` the larger one holds.
  mutating func gap(before: Double, penalty more: Penalty = .none) -> Gap {
    defer { self = Joint() }
    return Gap(
      space: max(space, before.isFinite ? before : 0), stretch: stretch, penalty: penalty + more, forced: forced)
  }

  mutating func leave(space: Double, stretch: Double = 0, keep: Penalty = .none) {
    self.space = space.isFinite ? max(space, 0) : 0
    self.stretch = stretch.isFinite ? max(stretch, 0) : 0
    penalty = keep
  }

  /// Adds a space of its own, as the document asks for it; it vanishes at the head of a page like any other.
  mutating func add(space more: Double) { space = max(0, space + more) }

  mutating func force() { forced = true }
}
