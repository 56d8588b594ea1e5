import Graphics

/// Collects what stands on a page, in reading order. Neighbouring glyphs that share face, size and colour become one run; a line ends a
/// run.
struct FrameBuilder: ~Copyable {
  let size: Size
  private var items = Scratch<Item>(capacity: 128)
  /// The run being made.
  private var face: Int32 = -1
  private var points = 0.0
  private var color = Color.black
  /// What the runs refer to: filled when the frame is finished.
  private var store = GlyphStore()
  /// Where the run being made begins in the three rows below, which hold those of the whole frame.
  private var start = (glyphs: 0, clusters: 0, text: 0)
  private var glyphs: Scratch<Glyph>
  private var clusters: Scratch<Cluster>
  private var text: Scratch<UInt8>

  /// - Parameter room: glyphs it has room for before it must grow; a full page has some two thousand.
  init(size: Size, room: Int = 256) {
    self.size = size
    glyphs = Scratch(capacity: room)
    clusters = Scratch(capacity: room)
    text = Scratch(capacity: 2 * room)
  }

  /// Places an item that is ready.
  mutating func add(_ item: Item) {
    endRun()
    items.append(item)
  }

  /// Ends the run of glyphs: what follows begins a new one.
  mutating func endRun() {
    guard glyphs.count > start.glyphs else { return }
    items.append(
      .glyphs(
        GlyphRun(
          face: FaceID(Int(face)), size: .points(points), color: color, store: store,
          glyphs: start.glyphs..<glyphs.count, clusters: start.clusters..<clusters.count,
          text: start.text..<text.count)))
    start = (glyphs.count, clusters.count, text.count)
  }

  /// Everything added so far, with `backdrop` under it; the builder is empty afterwards.
  mutating func finish(behind backdrop: [Item] = []) -> Frame {
    endRun()
    store.fill(glyphs: glyphs.array, clusters: clusters.array, text: text.array)
    store = GlyphStore()
    start = (0, 0, 0)
    glyphs.removeAll()
    clusters.removeAll()
    text.removeAll()
    return Frame(size: size, items: items.moved(behind: backdrop))
  }

  /// What follows is set in `font`.
  mutating func use(_ font: TextFont) {
    if face == font.face, points == font.size, color == font.color { return }
    endRun()
    face = font.face
    points = font.size
    color = font.color
  }

  /// Places glyphs in the font in use: those of `pieces[range]`, which follow each other in the text, the first one's origin at (`x`, `y`).
  /// Returns the place behind them.
  mutating func place(
    _ range: Range<Int>, of pieces: Span<Piece>, _ shaped: Span<ShapedGlyph>, _ bytes: Span<UInt8>, scale: Double,
    ratio: Double, x: Double, y: Double
  ) -> Double {
    let (first, last) = (pieces[range.lowerBound], pieces[range.upperBound - 1])
    let all = Int(first.glyphs.lowerBound)..<Int(last.glyphs.upperBound)
    var x = x
    glyphs.append(atMost: all.count) { glyphs in
      for index in range {
        var place = x
        for index in Int(pieces[index].glyphs.lowerBound)..<Int(pieces[index].glyphs.upperBound) {
          let glyph = shaped[index]
          glyphs.append(Glyph(id: glyph.id, x: place + Double(glyph.dx) * scale, y: y - Double(glyph.dy) * scale))
          place += Double(glyph.advance) * scale
        }
        x += pieces[index].width(ratio: ratio)
      }
    }
    clusters.append(atMost: all.count) { clusters in
      for index in all where shaped[index].clusterBytes > 0 {
        let glyph = shaped[index]
        clusters.append(Cluster(bytes: Int32(glyph.clusterBytes), glyphs: Int32(glyph.clusterGlyphs)))
      }
    }
    text.append(contentsOf: bytes.extracting(Int(first.text.lowerBound)..<Int(last.text.upperBound)))
    return x
  }

  /// Repeats the one glyph of a tab in the font in use over `width`, on a grid that begins at the left edge of the page, so that leaders of lines below
  /// each other stand in columns.
  mutating func placeLeader(_ piece: Piece, of set: SetText, _ font: TextFont, x: Double, y: Double, width: Double) {
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
