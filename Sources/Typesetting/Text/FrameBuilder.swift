import Graphics

/// Collects what stands on a page, in reading order. Neighbouring glyphs that share face, size and colour become one run; a line ends a
/// run.
struct FrameBuilder: ~Copyable {
  let size: Size
  private var items: [Item] = []
  /// The run being made.
  private var face: Int32 = -1
  private var points = 0.0
  private var color = Color.black
  private var glyphs = Scratch<Glyph>(capacity: 256)
  private var clusters = Scratch<Cluster>(capacity: 256)
  private var text = Scratch<UInt8>(capacity: 512)

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
          face: FaceID(Int(face)), size: .points(points), color: color, glyphs: glyphs.array, clusters: clusters.array,
          text: text.array)))
    glyphs.removeAll()
    clusters.removeAll()
    text.removeAll()
  }

  /// Everything added so far, with `backdrop` under it; the builder is empty afterwards.
  mutating func finish(behind backdrop: [Item] = []) -> Frame {
    endRun()
    let all = backdrop.isEmpty ? items : backdrop + items
    items = []
    return Frame(size: size, items: all)
  }

  /// What follows is set in `font`.
  private mutating func use(_ font: TextFont) {
    if face == font.face, points == font.size, color == font.color { return }
    endRun()
    face = font.face
    points = font.size
    color = font.color
  }

  /// Places a piece of a text of those glyphs and bytes with its origin at (`x`, `y`).
  mutating func place(
    _ piece: Piece, _ shaped: Span<ShapedGlyph>, _ bytes: Span<UInt8>, _ font: TextFont, x: Double, y: Double
  ) {
    use(font)
    let scale = font.scale
    var x = x
    for index in Int(piece.glyphs.lowerBound)..<Int(piece.glyphs.upperBound) {
      let glyph = shaped[index]
      glyphs.append(Glyph(id: glyph.id, x: x + Double(glyph.dx) * scale, y: y - Double(glyph.dy) * scale))
      x += Double(glyph.advance) * scale
      if glyph.clusterBytes > 0 {
        clusters.append(Cluster(bytes: glyph.clusterBytes, glyphs: glyph.clusterGlyphs))
      }
    }
    text.append(contentsOf: bytes.extracting(Int(piece.text.lowerBound)..<Int(piece.text.upperBound)))
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
