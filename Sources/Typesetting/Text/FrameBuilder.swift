import Graphics

/// Collects what stands on a page, in reading order. Neighbouring glyphs of a line that share face, size and colour become one run.
struct FrameBuilder {
  private(set) var size: Size
  private var items: [Item] = []
  private var run: GlyphRun?

  init(size: Size) {
    self.size = size
    items.reserveCapacity(64)
  }

  /// Places an item that is ready.
  mutating func add(_ item: Item) {
    endRun()
    items.append(item)
  }

  /// Ends the run of glyphs: what follows begins a new one.
  mutating func endRun() {
    if let finished = run { items.append(.glyphs(finished)) }
    run = nil
  }

  /// The frame with everything added so far; the builder is empty afterwards.
  mutating func finish() -> Frame {
    endRun()
    let frame = Frame(size: size, items: items)
    items = []
    return frame
  }

  /// Appends glyphs of one font to the run, or begins another; `body` gets the run to append to.
  mutating func glyphs(
    face: FaceID, size: Double, color: Color, capacity: Int, _ body: (inout GlyphRun) -> Void
  ) {
    if let open = run, open.face != face || open.size.points != size || open.color != color { endRun() }
    // Taken out of the optional while it changes, so that its arrays are never shared and copied.
    var current =
      run.take() ?? Self.emptyRun(face: face, size: size, color: color, capacity: capacity)
    body(&current)
    run = consume current
  }

  private static func emptyRun(face: FaceID, size: Double, color: Color, capacity: Int) -> GlyphRun {
    var run = GlyphRun(face: face, size: .points(size), color: color, glyphs: [], clusters: [], text: [])
    run.glyphs.reserveCapacity(capacity)
    run.clusters.reserveCapacity(capacity)
    run.text.reserveCapacity(capacity + capacity / 2)
    return run
  }
}
