import CHarfBuzz

/// One glyph as a face shapes it: distances in font units, so that one entry serves every size.
struct ShapedGlyph {
  var id: UInt32
  var advance: Int32
  var dx: Int16
  var dy: Int16
  /// The cluster that begins with this glyph: bytes of its text and number of its glyphs; both 0 for the further glyphs of a cluster.
  var clusterBytes: UInt8
  var clusterGlyphs: UInt8
}

/// HarfBuzz's buffer with the settings of Vietnamese text: one per worker, used again for every word.
///
/// Unsafe parts: the buffer is created here, never leaves, and is destroyed with this value; glyph arrays are copied out before the
/// buffer is touched again.
@safe struct ShapingBuffer: ~Copyable {
  private let buffer: OpaquePointer?
  private let language: OpaquePointer?

  init() {
    unsafe buffer = unsafe hb_buffer_create()
    unsafe language = unsafe hb_language_from_string("vi", 2)
    unsafe hb_buffer_set_cluster_level(buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_GRAPHEMES)
  }

  deinit { unsafe hb_buffer_destroy(buffer) }

  /// Shapes `text` (UTF-8, NFC) in `face`, appends the glyphs to `glyphs`, and returns the sum of their advances.
  func shape(_ text: Span<UInt8>, face: Face, into glyphs: inout Scratch<ShapedGlyph>) -> Int {
    unsafe shape(text, font: face.font, into: &glyphs)
  }

  func shape(_ text: Span<UInt8>, font: OpaquePointer, into glyphs: inout Scratch<ShapedGlyph>) -> Int {
    unsafe hb_buffer_clear_contents(buffer)
    unsafe hb_buffer_set_direction(buffer, HB_DIRECTION_LTR)
    unsafe hb_buffer_set_script(buffer, HB_SCRIPT_LATIN)
    unsafe hb_buffer_set_language(buffer, language)
    unsafe text.withUnsafeBufferPointer { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
        let count = Int32(clamping: characters.count)
        unsafe hb_buffer_add_utf8(buffer, characters.baseAddress, count, 0, count)
      }
    }
    unsafe hb_shape(font, buffer, nil, 0)
    return copy(text.count, into: &glyphs)
  }

  private func copy(_ bytes: Int, into glyphs: inout Scratch<ShapedGlyph>) -> Int {
    var count: UInt32 = 0
    // An empty buffer has NULL arrays.
    guard let infos = unsafe hb_buffer_get_glyph_infos(buffer, &count),
      let positions = unsafe hb_buffer_get_glyph_positions(buffer, &count)
    else { return 0 }
    var advance = 0
    let start = glyphs.count
    for index in 0..<Int(count) {
      let position = unsafe positions[index]
      advance += Int(position.x_advance)
      let cluster = unsafe Int(infos[index].cluster)
      let first = unsafe index == 0 || Int(infos[index - 1].cluster) != cluster
      glyphs.append(
        ShapedGlyph(
          id: unsafe infos[index].codepoint, advance: position.x_advance, dx: Int16(clamping: position.x_offset),
          dy: Int16(clamping: position.y_offset), clusterBytes: first ? 1 : 0, clusterGlyphs: 0))
    }
    unsafe setClusters(of: &glyphs, from: start, bytes: bytes, infos: infos)
    return advance
  }

  /// Writes the size of each cluster at its first glyph.
  private func setClusters(
    of glyphs: inout Scratch<ShapedGlyph>, from start: Int, bytes: Int, infos: UnsafeMutablePointer<hb_glyph_info_t>
  ) {
    var end = bytes
    var members: UInt8 = 0
    for index in stride(from: glyphs.count - 1, through: start, by: -1) {
      members = members &+ 1
      guard glyphs[index].clusterBytes != 0 else { continue }
      let begin = unsafe Int(infos[index - start].cluster)
      glyphs[index].clusterBytes = UInt8(clamping: end - begin)
      glyphs[index].clusterGlyphs = members
      end = begin
      members = 0
    }
  }
}
