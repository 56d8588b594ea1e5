/// Marks of the template language inside a text: ASCII, so bytes are compared and not characters, which is many times faster.
extension String {
  func holds(mark: String) -> Bool { place(ofMark: mark, from: utf8.startIndex) != nil }

  /// The pieces between the marks, empty ones too.
  func pieces(between mark: String) -> [Substring] {
    var pieces: [Substring] = []
    var start = startIndex
    while let place = place(ofMark: mark, from: start) {
      pieces.append(self[start..<place])
      start = utf8.index(place, offsetBy: mark.utf8.count)
    }
    pieces.append(self[start...])
    return pieces
  }

  private func place(ofMark mark: String, from start: Index) -> Index? {
    guard let first = mark.utf8.first else { return nil }
    var rest = utf8[start...]
    while let place = rest.firstIndex(of: first) {
      if utf8[place...].starts(with: mark.utf8) { return place }
      rest = utf8[utf8.index(after: place)...]
    }
    return nil
  }
}
