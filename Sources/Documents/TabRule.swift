public import Graphics

/// A place on the line that a tab goes to, as a style of the format has it.
public struct TabRule: Sendable, Hashable {
  public enum Place: Sendable, Hashable {
    /// From the left edge of the text.
    case at(Length)
    /// The right edge of the paragraph, however wide the page.
    case rightEdge
  }

  /// What of the text behind the tab stands at the place.
  public enum Alignment: Sendable, Hashable {
    case left
    case center
    case right
  }

  /// What fills the way to the place.
  public enum Leader: Sendable, Hashable {
    case none
    case dots
    case hyphens
    case underline
  }

  public var place: Place
  public var alignment: Alignment
  public var leader: Leader

  public init(place: Place, alignment: Alignment = .left, leader: Leader = .none) {
    self.place = place
    self.alignment = alignment
    self.leader = leader
  }
}
