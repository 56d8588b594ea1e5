public import Graphics

/// The marks of boxes 10 and 11 a format knows, and how they stand on page 1.
///
/// A mark is printed only in these words: a word of one's own would be a mark nobody at the other end acts on.
public struct MarkRules: Sendable, Hashable {
  /// KHẨN with the width of its box.
  public struct Mark: Sendable, Hashable {
    public var name: String
    /// nil: as wide as the word needs.
    public var boxWidth: Length?

    public init(_ name: String, boxWidth: Length? = nil) {
      self.name = name
      self.boxWidth = boxWidth
    }
  }

  /// Box 10b; empty where the format does not say.
  public var urgency: [Mark]
  /// Box 11a; empty where the format does not say.
  public var circulation: [String]
  /// Box 10a. Secret papers come under the law on State secrets: these words are never printed, room is left for the stamp.
  public var secrecy: [String]
  /// Least height of a box, and of the room left for the secrecy stamp.
  public var boxHeight: Length
  /// Colour of box 10: red ink where the format asks for it.
  public var urgencyColor: Color

  public init(
    urgency: [Mark] = [], circulation: [String] = [], secrecy: [String] = [], boxHeight: Length = .mm(8),
    urgencyColor: Color = .black
  ) {
    self.urgency = urgency
    self.circulation = circulation
    self.secrecy = secrecy
    self.boxHeight = boxHeight
    self.urgencyColor = urgencyColor
  }
}
