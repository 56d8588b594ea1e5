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
  /// Arrays and no scratch rows: the frame takes them as they are, and the glyphs of a page are not copied.
  private var glyphs: [Glyph] = []
  private var clusters: [Cluster] = []
  private var text: Scratch<UInt8>

  /// - Parameter room: glyphs it has room for before it must grow; a full page has some two thousand.
  init(size: Size, room: Int = 256) {
    self.size = size
    glyphs.reserveCapacity(room)
    clusters.reserveCapacity(room)
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
  mutating func finish(behind backdrop: consuming [Item] = []) -> Frame {
    endRun()
    store.fill(glyphs: glyphs, clusters: clusters, text: text.array)
    store = GlyphStore()
    start = (0, 0, 0)
    (glyphs, clusters) = ([], [])
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

  /// Places glyphs in the font in use: those of the pieces in `range`, which follow each other in the text, the first one's origin at (`x`,
  /// `y`). Returns the place behind them.
  mutating func place(
    _ range: Range<Int>, of set: SetText, scale: Double, ratio: Double, x: Double, y: Double
  ) -> Double {
    let (first, last) = (set.pieces[range.lowerBound], set.pieces[range.upperBound - 1])
    let all = Int(first.glyphs.lowerBound)..<Int(last.glyphs.upperBound)
    var x = x
    set.glyphs.withSpan(all) { shaped in
      glyphs.append(addingCapacity: shaped.count) { glyphs in
        for index in range {
          let piece = set.pieces[index]
          var place = x
          for index in Int(piece.glyphs.lowerBound) - all.lowerBound..<Int(piece.glyphs.upperBound) - all.lowerBound {
            let glyph = shaped[index]
            glyphs.append(glyph.placed(x: place, y: y, scale: scale))
            place += Double(glyph.advance) * scale
          }
          x += piece.width(ratio: ratio)
        }
      }
      clusters.append(addingCapacity: shaped.count) { clusters in
        for index in shaped.indices where shaped[index].clusterBytes > 0 {
          let glyph = shaped[index]
          clusters.append(Cluster(bytes: Int32(glyph.clusterBytes), glyphs: Int32(glyph.clusterGlyphs)))
        }
      }
    }
    text.append(Int(first.text.lowerBound)..<Int(last.text.upperBound), of: set.bytes)
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

extension ShapedGlyph {
  /// On the page, with its origin at (`x`, `y`) but for what the face moves it by: nearly always nothing.
  @inline(__always) fileprivate func placed(x: Double, y: Double, scale: Double) -> Glyph {
    if dx | dy == 0 { return Glyph(id: id, x: x, y: y) }
    return Glyph(id: id, x: x + Double(dx) * scale, y: y - Double(dy) * scale)
  }
}
