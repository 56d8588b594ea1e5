import Graphics

/// Collects what stands on a page, in reading order. Neighbouring glyphs that share face, size and colour become one run; a line ends a
/// run.
struct FrameBuilder {
  let size: Size
  private var items: [Item] = []
  /// The run being made.
  private var face: Int32 = -1
  private var points = 0.0
  private var color = Color.black
  private var glyphs: [Glyph] = []
  private var clusters: [Cluster] = []
  private var text: [UInt8] = []

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
    guard !glyphs.isEmpty else { return }
    items.append(
      .glyphs(
        GlyphRun(
          face: FaceID(Int(face)), size: .points(points), color: color, glyphs: Array(glyphs[...]),
          clusters: Array(clusters[...]), text: Array(text[...]))))
    glyphs.removeAll(keepingCapacity: true)
    clusters.removeAll(keepingCapacity: true)
    text.removeAll(keepingCapacity: true)
  }

  /// The frame with everything added so far; the builder is empty afterwards.
  mutating func finish() -> Frame {
    endRun()
    let frame = Frame(size: size, items: items)
    items = []
    return frame
  }

  /// What follows is set in `font`.
  private mutating func use(_ font: TextFont) {
    if face == font.face, points == font.size, color == font.color { return }
    endRun()
    face = font.face
    points = font.size
    color = font.color
  }

  /// Places a piece with its origin at (`x`, `y`).
  mutating func place(_ piece: Piece, of set: SetText, _ font: TextFont, x: Double, y: Double) {
    use(font)
    let range = Int(piece.glyphs.lowerBound)..<Int(piece.glyphs.upperBound)
    place(set.glyphs[range], scale: font.scale, x: x, y: y)
    text.append(contentsOf: set.bytes[Int(piece.text.lowerBound)..<Int(piece.text.upperBound)])
  }

  private mutating func place(_ shaped: ArraySlice<ShapedGlyph>, scale: Double, x: Double, y: Double) {
    var x = x
    for glyph in shaped {
      glyphs.append(Glyph(id: glyph.id, x: x + Double(glyph.dx) * scale, y: y - Double(glyph.dy) * scale))
      x += Double(glyph.advance) * scale
      if glyph.clusterBytes > 0 {
        clusters.append(Cluster(bytes: glyph.clusterBytes, glyphs: glyph.clusterGlyphs))
      }
    }
  }

  /// Repeats the one glyph of a tab over `width`, on a grid that begins at the left edge of the page, so that leaders of lines below
  /// each other stand in columns.
  mutating func placeLeader(_ piece: Piece, of set: SetText, _ font: TextFont, x: Double, y: Double, width: Double) {
    use(font)
    let glyph = set.glyphs[Int(piece.glyphs.lowerBound)]
    let advance = Double(glyph.advance) * font.scale
    let pitch = advance * piece.leader.spacing
    guard pitch > 0, width > 0 else { return }
    // Half a pitch free at either side keeps the leader off the words.
    var place = ((x + pitch / 2) / pitch).rounded(.up) * pitch
    while place + advance <= x + width - pitch / 2 {
      glyphs.append(Glyph(id: glyph.id, x: place, y: y))
      clusters.append(Cluster(bytes: 1, glyphs: 1))
      text.append(set.bytes[Int(piece.text.lowerBound)])
      place += pitch
    }
  }
}
