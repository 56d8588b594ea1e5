/// The long texts of a row.
protocol ProseTexts: Hashable, Sendable {
  /// None given.
  init()
}

/// The long texts of a row, kept apart from it: where they stay in their file, a row needs eight bytes for all of them.
struct Prose<Texts: ProseTexts>: Hashable, Sendable {
  private final class Box: Sendable {
    let texts: Texts
    init(_ texts: Texts) { self.texts = texts }
  }

  private var box: Box?

  /// No texts, or texts left in their file.
  init() {}

  init(_ texts: Texts) { self.texts = texts }

  var texts: Texts {
    get { box?.texts ?? Texts() }
    set { box = newValue == Texts() ? nil : Box(newValue) }
  }

  /// One of the texts, without a copy of the others.
  func text(_ of: (Texts) -> String) -> String { box.map { of($0.texts) } ?? "" }

  static func == (left: Prose, right: Prose) -> Bool { left.box === right.box || left.texts == right.texts }

  func hash(into hasher: inout Hasher) { hasher.combine(texts) }
}
