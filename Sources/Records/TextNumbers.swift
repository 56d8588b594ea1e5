import Vietnamese

/// Numbers texts from 0 in the order in which they first occur: what is told apart many times over is then told apart as a number.
///
/// For columns of which many rows have the same few texts; `CodeNumbers` is for many different codes.
public struct TextNumbers: Sendable {
  private var numbers: [TextBytes: Int] = [:]
  /// The texts by their numbers.
  public private(set) var list: [String] = []
  /// Numbers that were asked for lately: a look at a few texts costs less than a hash of one.
  private var recent: [Int] = []
  private var next = 0

  private static let mostRecent = 8

  public init() {}

  /// The number of a text, which it is given where it has none.
  public mutating func number(of text: String) -> Int {
    let text = TextBytes(text)
    for number in recent where TextBytes(list[number]) == text { return number }
    let number = numbers[text] ?? add(text)
    if recent.count < Self.mostRecent { recent.append(number) } else { recent[next] = number }
    next = (next + 1) % Self.mostRecent
    return number
  }

  private mutating func add(_ text: TextBytes) -> Int {
    numbers[text] = list.count
    list.append(text.text)
    return list.count - 1
  }
}
