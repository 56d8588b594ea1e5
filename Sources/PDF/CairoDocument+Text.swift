import CCairo
import Graphics

/// Glyphs, clusters and text on their way to Cairo; kept from call to call to spare allocations.
struct TextScratch {
  var glyphs: [cairo_glyph_t] = []
  var clusters: [cairo_text_cluster_t] = []
  var text: [UInt8] = []

  mutating func removeAll() {
    glyphs.removeAll(keepingCapacity: true)
    clusters.removeAll(keepingCapacity: true)
    text.removeAll(keepingCapacity: true)
  }
}

extension CairoDocument {
  /// Draws the runs of a page in reading order, neighbours of one face, size and colour in one call.
  ///
  /// A call costs Cairo as much as forty glyphs and more on a full page, and the bytes of the file do not differ.
  func drawText(_ items: [Item]) throws(PDFError) {
    scratch.removeAll()
    var style: GlyphRun?
    for case .glyphs(let run) in items where !run.isEmpty {
      if let style, !style.hasStyle(of: run) { try show(style, turn: style.turn) }
      try append(run)
      style = run
    }
    if let style { try show(style, turn: style.turn) }
  }

  /// Draws pale text under everything else, each turned around its own point.
  func drawWatermarks(_ items: [Item]) throws(PDFError) {
    for case .watermark(let run, let angle, let center) in items where !run.isEmpty {
      try checkNumbers(angle, center.x.points, center.y.points, what: "watermark")
      scratch.removeAll()
      try append(run)
      // The page's y axis points down, so turning left is a negative angle.
      let turn = -angle * Double.pi / 180
      scratch.turn(turn, around: center)
      try show(run, turn: turn)
    }
  }

  /// Adds a run to the scratch after checking it: Cairo would keep a bad glyph's failure in the face, for all later documents.
  private func append(_ run: GlyphRun) throws(PDFError) {
    let face = try faces.face(run.face)
    try checkClusters(run)
    try checkGlyphs(run, face)
    scratch.append(run)
  }

  private func checkGlyphs(_ run: GlyphRun, _ face: PreparedFace) throws(PDFError) {
    let glyphCount = UInt32(clamping: face.glyphCount)
    for glyph in run.glyphs {
      guard glyph.id < glyphCount else { throw .unknownGlyph(glyph.id, file: face.file, page: page) }
      guard abs(glyph.x) <= Limits.coordinate, abs(glyph.y) <= Limits.coordinate else {
        throw .badNumber(abs(glyph.x) <= Limits.coordinate ? glyph.y : glyph.x, what: "glyph", page: page)
      }
    }
  }

  private func checkClusters(_ run: GlyphRun) throws(PDFError) {
    var bytes = 0
    var glyphs = 0
    for cluster in run.clusters {
      bytes += Int(cluster.bytes)
      glyphs += Int(cluster.glyphs)
    }
    guard bytes == run.text.count, glyphs == run.glyphs.count else {
      throw .badClusters(text: run.string, page: page)
    }
  }

  /// Hands the scratch to Cairo in the style of `run` and empties it.
  private func show(_ run: GlyphRun, turn: Double = 0) throws(PDFError) {
    guard Limits.fontSizes.contains(run.size.points) else {
      throw .badNumber(run.size.points, what: "font size", page: page)
    }
    try setColor(run.color)
    unsafe cairo_set_scaled_font(context, try faces.face(run.face).scaled(run.size.points, angle: turn))
    unsafe scratch.glyphs.withUnsafeBufferPointer { glyphs in
      unsafe scratch.clusters.withUnsafeBufferPointer { clusters in
        unsafe scratch.text.withUnsafeBytes { text in
          unsafe cairo_show_text_glyphs(
            context, text.assumingMemoryBound(to: CChar.self).baseAddress, Int32(clamping: text.count),
            glyphs.baseAddress, Int32(clamping: glyphs.count),
            clusters.baseAddress, Int32(clamping: clusters.count), cairo_text_cluster_flags_t(rawValue: 0))
        }
      }
    }
    let status = unsafe cairo_status(context)
    if status == CAIRO_STATUS_INVALID_CLUSTERS || status == CAIRO_STATUS_INVALID_STRING {
      throw .badClusters(text: String(decoding: scratch.text, as: UTF8.self), page: page)
    }
    scratch.removeAll()
    try check("drawing the text of page \(page)")
  }
}

extension TextScratch {
  /// In bulk: a full page has some two thousand glyphs in a hundred runs.
  fileprivate mutating func append(_ run: GlyphRun) {
    glyphs.append(contentsOf: run.glyphs.lazy.map { cairo_glyph_t(index: UInt($0.id), x: $0.x, y: $0.y) })
    clusters.append(
      contentsOf: run.clusters.lazy.map {
        cairo_text_cluster_t(num_bytes: Int32($0.bytes), num_glyphs: Int32($0.glyphs))
      })
    text.append(contentsOf: run.text)
  }

  fileprivate mutating func turn(_ angle: Double, around center: Point) {
    var matrix = cairo_matrix_t()
    unsafe cairo_matrix_init_translate(&matrix, center.x.points, center.y.points)
    unsafe cairo_matrix_rotate(&matrix, angle)
    unsafe cairo_matrix_translate(&matrix, -center.x.points, -center.y.points)
    for index in glyphs.indices {
      var (x, y) = (glyphs[index].x, glyphs[index].y)
      unsafe cairo_matrix_transform_point(&matrix, &x, &y)
      (glyphs[index].x, glyphs[index].y) = (x, y)
    }
  }
}

extension GlyphRun {
  /// The turn of its glyphs as Cairo counts it: the page's y axis points down, so turning left is a negative angle. Radians.
  fileprivate var turn: Double { -angle * Double.pi / 180 }

  /// Whether both can be drawn by one call.
  fileprivate func hasStyle(of other: GlyphRun) -> Bool {
    face == other.face && size == other.size && color == other.color && angle == other.angle
  }
}
