/// `{.kieu}`, `{dong=-1}`, `{#nhan .khong_so}` and `{-}` as written in headings and at the start of paragraphs.
struct Attributes: Equatable {
  var classes: [String] = []
  var label: String?
  var isUnnumbered = false
  /// What is written behind `dong=`: lines wanted more or fewer.
  var lines: String?

  /// The attributes at the start of a text, and the rest; nil when there are none.
  static func leading(_ text: String) -> (Attributes, rest: String)? {
    guard text.first == "{", let end = text.firstIndex(of: "}") else { return nil }
    guard let attributes = parse(text[text.index(after: text.startIndex)..<end]) else { return nil }
    return (attributes, String(text[text.index(after: end)...].drop(while: \.isWhitespace)))
  }

  /// The attributes at the end of a text, and what stands before.
  static func trailing(_ text: String) -> (Attributes, rest: String)? {
    guard text.last == "}", let start = text.lastIndex(of: "{") else { return nil }
    guard let attributes = parse(text[text.index(after: start)...].dropLast()) else { return nil }
    var rest = text[..<start]
    while rest.last?.isWhitespace == true { rest = rest.dropLast() }
    return (attributes, String(rest))
  }

  /// Words between braces; nil when one of them is none of ours: then the braces are text.
  private static func parse(_ text: Substring) -> Attributes? {
    var attributes = Attributes()
    let words = text.split(separator: " ")
    guard !words.isEmpty else { return nil }
    for word in words {
      switch word.first {
      case "." where word.count > 1 && isName(word.dropFirst()): attributes.classes.append(String(word.dropFirst()))
      case "#" where word.count > 1 && isName(word.dropFirst()): attributes.label = String(word.dropFirst())
      case "-" where word.count == 1: attributes.isUnnumbered = true
      case "d" where word.hasPrefix(linesKey): attributes.lines = String(word.dropFirst(linesKey.count))
      default: return nil
      }
    }
    return attributes
  }

  private static let linesKey = "dong="

  static func isName(_ text: Substring) -> Bool {
    text.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x5F
        || byte == 0x2D
    }
  }
}
