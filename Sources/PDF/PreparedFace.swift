import CCairo
import Graphics

/// A face open in Cairo, with the sizes it has been used in.
@safe final class PreparedFace {
  /// Sizes kept; a report uses about ten. When more come, all are let go: Cairo makes them again, and output does not change.
  private static let kept = 64

  let file: String
  let glyphCount: Int
  private let glyphs: GlyphSet?
  private let face: OpaquePointer
  private let options: OpaquePointer
  private var sizes: [Key: OpaquePointer] = unsafe [:]

  private struct Key: Hashable {
    var size: Double
    var angle: Double
  }

  /// Throws `brokenFont` for a file that cannot be embedded.
  init(_ data: FaceData, _ repertoire: Repertoire) throws(PDFError) {
    let fontFile = try FontFile(data, repertoire)
    guard let face = unsafe fontFile.makeCairoFace(), let options = unsafe cairo_font_options_create() else {
      throw .cairo(cause: "out of memory", doing: "opening \(data.file)")
    }
    file = data.file
    glyphCount = fontFile.glyphCount
    glyphs = fontFile.glyphs
    unsafe self.face = face
    unsafe self.options = options
    // Widths as the designer drew them: a rounded advance would differ from the one layout used.
    unsafe cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    unsafe cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    unsafe cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
  }

  deinit {
    letSizesGo()
    unsafe cairo_font_options_destroy(options)
    unsafe cairo_font_face_destroy(face)
  }

  /// Whether all of these can be drawn with this face.
  func covers(_ wanted: ArraySlice<Glyph>) -> Bool {
    guard let glyphs else { return true }
    return wanted.allSatisfy { glyphs.contains($0.id) }
  }

  private func letSizesGo() {
    unsafe sizes.values.forEach { unsafe cairo_scaled_font_destroy($0) }
    unsafe sizes.removeAll(keepingCapacity: true)
  }

  /// The face at a size in points, turned by an angle in radians (clockwise on the page). Borrowed: valid until the next call.
  func scaled(_ size: Double, angle: Double = 0) throws(PDFError) -> OpaquePointer {
    let key = Key(size: size, angle: angle)
    if let font = unsafe sizes[key] { return unsafe font }
    if unsafe sizes.count >= Self.kept { letSizesGo() }
    var matrix = cairo_matrix_t()
    var identity = cairo_matrix_t()
    unsafe cairo_matrix_init_rotate(&matrix, angle)
    unsafe cairo_matrix_scale(&matrix, size, size)
    unsafe cairo_matrix_init_identity(&identity)
    let font = unsafe cairo_scaled_font_create(face, &matrix, &identity, options)
    let status = unsafe cairo_scaled_font_status(font)
    guard status == CAIRO_STATUS_SUCCESS, let font = unsafe font else {
      unsafe cairo_scaled_font_destroy(font)
      throw .cairo(cause: status.text, doing: "opening \(file)")
    }
    unsafe sizes[key] = font
    return unsafe font
  }
}

extension cairo_status_t {
  /// Cairo's own words.
  var text: String {
    guard let text = unsafe cairo_status_to_string(self) else { return "status \(rawValue)" }
    return unsafe String(cString: text)
  }
}
