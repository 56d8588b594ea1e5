/// Page numbers in a running head: `{trang}` is the number of the page, `{so_trang}` how many there are.
///
/// Only the words of the template are looked at, so a name in the data that happens to read `{trang}` stays as it is.
enum RunningHead {
  private static let marks: [(word: String, node: InlineNode)] = [("{trang}", .pageNumber), ("{so_trang}", .pageCount)]

  static func withPages(_ nodes: [InlineNode]) -> [InlineNode] {
    nodes.flatMap { node in
      guard case .text(let text, let style) = node else { return [node] }
      return pieces(text[...]) { .text($0, style) }
    }
  }

  private static func pieces(_ text: Substring, _ plain: (String) -> InlineNode) -> [InlineNode] {
    var nodes: [InlineNode] = []
    var (rest, written) = (text, text.startIndex)
    while let brace = rest.firstIndex(of: "{") {
      guard let mark = marks.first(where: { rest[brace...].hasPrefix($0.word) }) else {
        rest = rest[rest.index(after: brace)...]
        continue
      }
      if written < brace { nodes.append(plain(String(text[written..<brace]))) }
      nodes.append(mark.node)
      rest = rest[brace...].dropFirst(mark.word.count)
      written = rest.startIndex
    }
    if written < text.endIndex { nodes.append(plain(String(text[written...]))) }
    return nodes
  }
}
