import CCairo
import Graphics

/// Glyphs, clusters and text of runs that do not lie behind each other, on their way to Cairo; kept from call to call to spare allocations.
struct TextScratch {
  private(set) var glyphs: [Glyph] = []
  private(set) var clusters: [Cluster] = []
  private(set) var text: [UInt8] = []

  var isEmpty: Bool { glyphs.isEmpty }

  mutating func append(_ run: GlyphRun) {
    glyphs.append(contentsOf: run.glyphs)
    clusters.append(contentsOf: run.clusters)
    text.append(contentsOf: run.text)
  }

  mutating func removeAll() {
    glyphs.removeAll(keepingCapacity: true)
    clusters.removeAll(keepingCapacity: true)
    text.removeAll(keepingCapacity: true)
  }

  /// Turns the places of all glyphs by `angle` radians, to the right on a page whose y axis points down.
  mutating func turn(_ angle: Double, around center: Point) {
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

extension CairoDocument {
  /// Draws the runs of a page in reading order, neighbours of one face, size and colour in one call.
  ///
  /// A call costs Cairo as much as forty glyphs and more on a full page, and the bytes of the file do not differ. A run of `PageLayers` is drawn from
  /// its store; neighbours of one style from several stores are put together first.
  func drawText(_ runs: [GlyphRun]) throws(PDFError) {
    scratch.removeAll()
    for (place, run) in runs.enumerated() {
      if place + 1 < runs.count, run.hasStyle(of: runs[place + 1]) {
        try check(run)
        scratch.append(run)
      } else {
        try show(run)
      }
    }
  }

  /// Draws pale text under everything else, each turned around its own point.
  func drawWatermarks(_ watermarks: [(run: GlyphRun, angle: Double, center: Point)]) throws(PDFError) {
    for (run, angle, center) in watermarks {
      try checkNumbers(angle, center.x.points, center.y.points, what: "watermark")
      try check(run)
      scratch.removeAll()
      scratch.append(run)
      // The page's y axis points down, so turning left is a negative angle.
      let turn = -angle * Double.pi / 180
      scratch.turn(turn, around: center)
      try showScratch(run, turn: turn)
    }
  }

  /// Draws what the scratch holds and then `run`, all of one style; the scratch is empty afterwards.
  private func show(_ run: GlyphRun) throws(PDFError) {
    try check(run)
    guard scratch.isEmpty else {
      scratch.append(run)
      return try showScratch(run, turn: run.turn)
    }
    try setStyle(run, turn: run.turn)
    unsafe run.glyphs.withUnsafeBufferPointer { glyphs in
      unsafe run.clusters.withUnsafeBufferPointer { clusters in
        unsafe run.text.withUnsafeBufferPointer { text in unsafe context.show(glyphs, clusters, text) }
      }
    }
    try checkShown(run.text)
  }

  /// Draws what the scratch holds in the style of `run` and empties it.
  private func showScratch(_ run: GlyphRun, turn: Double) throws(PDFError) {
    try setStyle(run, turn: turn)
    unsafe scratch.glyphs.withUnsafeBufferPointer { glyphs in
      unsafe scratch.clusters.withUnsafeBufferPointer { clusters in
        unsafe scratch.text.withUnsafeBufferPointer { text in unsafe context.show(glyphs, clusters, text) }
      }
    }
    try checkShown(scratch.text[...])
    scratch.removeAll()
  }

  private func setStyle(_ run: GlyphRun, turn: Double) throws(PDFError) {
    guard Limits.fontSizes.contains(run.size.points) else {
      throw .badNumber(run.size.points, what: "font size", page: page)
    }
    try setColor(run.color)
    unsafe cairo_set_scaled_font(context, try faces.face(run.face).scaled(run.size.points, angle: turn))
  }

  private func checkShown(_ text: ArraySlice<UInt8>) throws(PDFError) {
    let status = unsafe cairo_status(context)
    if status == CAIRO_STATUS_INVALID_CLUSTERS || status == CAIRO_STATUS_INVALID_STRING {
      throw .badClusters(text: String(decoding: text, as: UTF8.self), page: page)
    }
    try check("drawing the text of page \(page)")
  }

  /// Throws for what Cairo must not see: it would keep a bad glyph's failure in the face, for all later documents.
  private func check(_ run: GlyphRun) throws(PDFError) {
    let face = try faces.face(run.face)
    try checkClusters(run)
    let glyphCount = UInt32(clamping: face.glyphCount)
    // One pass without a branch; which glyph is bad is asked only when one is.
    var isBad = false
    for glyph in run.glyphs { isBad = isBad || !glyph.isDrawable(of: glyphCount) }
    guard isBad, let bad = run.glyphs.first(where: { !$0.isDrawable(of: glyphCount) }) else { return }
    guard bad.id < glyphCount else { throw .unknownGlyph(bad.id, file: face.file, page: page) }
    throw .badNumber(abs(bad.x) <= Limits.coordinate ? bad.y : bad.x, what: "glyph", page: page)
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
}

extension OpaquePointer {
  /// `cairo_show_text_glyphs` of a context. `Glyph` and `Cluster` are in memory what Cairo's own types are.
  fileprivate func show(
    _ glyphs: UnsafeBufferPointer<Glyph>, _ clusters: UnsafeBufferPointer<Cluster>, _ text: UnsafeBufferPointer<UInt8>
  ) {
    precondition(
      MemoryLayout<Glyph>.stride == MemoryLayout<cairo_glyph_t>.stride
        && MemoryLayout<Cluster>.stride == MemoryLayout<cairo_text_cluster_t>.stride)
    unsafe glyphs.withMemoryRebound(to: cairo_glyph_t.self) { glyphs in
      unsafe clusters.withMemoryRebound(to: cairo_text_cluster_t.self) { clusters in
        unsafe text.withMemoryRebound(to: CChar.self) { text in
          unsafe cairo_show_text_glyphs(
            self, text.baseAddress, Int32(clamping: text.count), glyphs.baseAddress, Int32(clamping: glyphs.count),
            clusters.baseAddress, Int32(clamping: clusters.count), cairo_text_cluster_flags_t(rawValue: 0))
        }
      }
    }
  }
}

extension Glyph {
  /// Whether a face of so many glyphs has it, and whether it stands where Cairo can count.
  fileprivate func isDrawable(of glyphCount: UInt32) -> Bool {
    let isKnown = id < glyphCount
    let isNear = abs(x) <= Limits.coordinate && abs(y) <= Limits.coordinate
    return isKnown && isNear
  }
}

extension GlyphRun {
  /// The turn of its glyphs as Cairo counts it: the page's y axis points down, so turning left is a negative angle. Radians.
  fileprivate var turn: Double { -angle * Double.pi / 180 }
}
