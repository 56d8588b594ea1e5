/// A text that is told from others by its bytes, for the keys of tables: texts of rows are NFC, and Swift would look each one through again
/// to see it.
public struct TextBytes: Hashable, Sendable {
  public let text: String

  public init(_ text: String) { self.text = text }

  public static func == (left: TextBytes, right: TextBytes) -> Bool {
    guard left.text.utf8.count == right.text.utf8.count else { return false }
    return ByteLanes.isEqual(left.text.utf8Span.span, right.text.utf8Span.span)
  }

  public func hash(into hasher: inout Hasher) {
    text.utf8Span.span.withUnsafeBytes { hasher.combine(bytes: $0) }
  }
}
