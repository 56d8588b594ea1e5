import Graphics

/// The items of a page by the layers they are drawn in, each in the order of the page: a page has a hundred items or more, and they are gone
/// through once.
struct PageLayers {
  private(set) var watermarks: [(run: GlyphRun, angle: Double, center: Point)] = []
  /// Shapes and pictures.
  private(set) var pictures: [Item] = []
  private(set) var rules: [Rule] = []
  /// Runs with glyphs; neighbours of one style that lie behind each other in one store are one.
  private(set) var runs: [GlyphRun] = []
  /// Links, anchors and outline entries.
  private(set) var places: [Item] = []

  init(_ items: [Item]) {
    for item in items {
      switch item {
      case .glyphs(let run): if !run.isEmpty { append(run) }
      case .watermark(let run, let angle, let center): if !run.isEmpty { watermarks.append((run, angle, center)) }
      case .rule(let rule): rules.append(rule)
      case .shape, .picture: pictures.append(item)
      case .link, .anchor, .outline: places.append(item)
      }
    }
  }

  private mutating func append(_ run: GlyphRun) {
    if let last = runs.last, last.hasStyle(of: run), let joined = last.joined(with: run) {
      runs[runs.count - 1] = joined
    } else {
      runs.append(run)
    }
  }

  /// Whether something is to be seen.
  var isInked: Bool { !(runs.isEmpty && rules.isEmpty && pictures.isEmpty && watermarks.isEmpty) }

  /// Whether a link leads from the page.
  var isLinked: Bool { places.contains { if case .link = $0 { true } else { false } } }
}

extension GlyphRun {
  /// Whether both can be drawn by one call.
  func hasStyle(of other: GlyphRun) -> Bool {
    face == other.face && size == other.size && color == other.color && angle == other.angle
  }
}
