extension StringProtocol {
  /// The first place of `part`; the standard library alone has no such function for texts.
  func firstRange(of part: String) -> Range<Index>? {
    guard !part.isEmpty else { return nil }
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(part) {
        return start..<index(start, offsetBy: part.count)
      }
      start = index(after: start)
    }
    return nil
  }
}
