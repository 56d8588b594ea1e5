internal import Graphics

/// Papers by name (ISO 216).
enum PaperSizes {
  static let named: [(String, Size)] = [
    ("A4", .a4), ("A3", Size(width: .mm(297), height: .mm(420))), ("A5", Size(width: .mm(148), height: .mm(210))),
  ]
}
