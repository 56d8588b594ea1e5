import CHarfBuzz

/// Rewrites a font so that Cairo embeds it quickly and small: no hinting, no character map, nothing only shaping needs; glyph numbers stay.
///
/// Half of what Cairo compresses per document would be hinting, which PDF viewers ignore, and it puts the letters of the Windows alphabet into a PDF
/// font of their own, so that a Vietnamese word changes fonts in its middle; `wholeFontMark` keeps it from that.
enum FontPreparation {
  /// What a PDF needs of a font: outlines, widths, names and measures. Layout has its own copy of the file for everything else, and HarfBuzz,
  /// which would look through the tables for shaping for glyphs that follow from others, is not shown them.
  private static let kept = ["head", "hhea", "hmtx", "maxp", "OS/2", "name", "post", "glyf", "loca", "CFF "]

  /// A table `CFF ` without outlines, whose top dictionary has two operators: ROS, which says that the glyphs have no names but numbers, and
  /// CharStrings, which points to the end of the table (Adobe Technical Note 5176, clauses 6, 9 and 18).
  ///
  /// Cairo gives a face whose `CFF ` table has ROS one PDF font for all its glyphs, and no second one for the letters of the Windows alphabet; when
  /// it embeds the face, it finds no outlines there and takes the TrueType ones, so that the mark is never in a PDF. It lies in the copy of
  /// the font that only Cairo sees; FreeType takes a file of version 1.0 with `glyf` for TrueType whatever other tables it has. Should another Cairo
  /// look at it differently, the faces fall into two PDF fonts again. Five pages of report: 3 fonts instead of 6, 80 changes of font instead of
  /// 2,550.
  private static let wholeFontMark: [UInt8] = [
    1, 0, 4, 1,  // version 1.0, four bytes of header, offsets of one byte
    0, 0,  // index of names: none
    0, 1, 1, 1, 8,  // index of top dictionaries: one, of seven bytes
    0x8B, 0x8B, 0x8B, 12, 30,  // 0 0 0 ROS
    0x8B + 18, 17,  // 18 CharStrings: the end of these 18 bytes
  ]

  /// A font as it was rewritten.
  @unsafe struct Prepared {
    /// The file, owned by the caller.
    let blob: OpaquePointer
    /// The glyphs that have outlines in it; nil: all.
    let glyphs: GlyphSet?
  }

  /// The rewritten font; nothing when HarfBuzz cannot read it.
  static func prepare(_ bytes: [UInt8], _ repertoire: Repertoire) -> Prepared? {
    unsafe bytes.withUnsafeBytes { buffer in
      let start = unsafe buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
      // The source is only read inside this closure: `subset` copies what it keeps.
      let blob = unsafe hb_blob_create(start, UInt32(clamping: buffer.count), HB_MEMORY_MODE_READONLY, nil, nil)
      defer { unsafe hb_blob_destroy(blob) }
      let whole = unsafe hb_face_create(blob, 0)
      defer { unsafe hb_face_destroy(whole) }
      let source = unsafe hb_face_builder_create()
      defer { unsafe hb_face_destroy(source) }
      for name in kept {
        let table = unsafe hb_face_reference_table(whole, tag(name))
        if unsafe hb_blob_get_length(table) > 0 { _ = unsafe hb_face_builder_add_table(source, tag(name), table) }
        unsafe hb_blob_destroy(table)
      }
      let glyphs = repertoire == .usual ? unsafe usualGlyphs(of: whole) : nil
      guard let blob = unsafe subset(source, to: glyphs) else { return nil }
      return unsafe Prepared(blob: blob, glyphs: glyphs)
    }
  }

  /// The glyphs of the usual characters, and the one for characters a font lacks.
  private static func usualGlyphs(of face: OpaquePointer?) -> GlyphSet {
    let font = unsafe hb_font_create(face)
    defer { unsafe hb_font_destroy(font) }
    var glyphs = GlyphSet()
    glyphs.insert(0)
    for scalar in Repertoire.usualCharacters.joined() {
      var glyph: hb_codepoint_t = 0
      if unsafe hb_font_get_nominal_glyph(font, scalar, &glyph) != 0 { glyphs.insert(glyph) }
    }
    return glyphs
  }

  /// - Parameter glyphs: nil for all.
  private static func subset(_ face: OpaquePointer?, to glyphs: GlyphSet?) -> OpaquePointer? {
    let count = unsafe hb_face_get_glyph_count(face)
    guard count > 0, let input = unsafe hb_subset_input_create_or_fail() else { return nil }
    defer { unsafe hb_subset_input_destroy(input) }
    let flags = [HB_SUBSET_FLAGS_RETAIN_GIDS, HB_SUBSET_FLAGS_NOTDEF_OUTLINE, HB_SUBSET_FLAGS_NO_HINTING]
    unsafe hb_subset_input_set_flags(input, flags.reduce(0) { $0 | $1.rawValue })
    let wanted = unsafe hb_subset_input_glyph_set(input)
    if let glyphs {
      for glyph in glyphs.sorted where glyph < count { unsafe hb_set_add(wanted, glyph) }
    } else {
      unsafe hb_set_add_range(wanted, 0, count - 1)
    }
    guard let result = unsafe hb_subset_or_fail(face, input) else { return nil }
    defer { unsafe hb_face_destroy(result) }
    let isMarked = unsafe mark(result)
    guard let blob = unsafe hb_face_reference_blob(result) else { return nil }
    // HarfBuzz calls a font with `CFF ` one of PostScript outlines ("OTTO"); this one is of TrueType outlines, version 1.0.
    if unsafe hb_blob_get_length(blob) == 0 || isMarked && !setVersion([0, 1, 0, 0], of: blob) {
      unsafe hb_blob_destroy(blob)
      return nil
    }
    return unsafe blob
  }

  /// Adds the mark to a font with TrueType outlines; whether it did. What `hb_subset_or_fail` returns is a face being built, which takes tables.
  private static func mark(_ face: OpaquePointer) -> Bool {
    let outlines = unsafe hb_face_reference_table(face, tag("glyf"))
    defer { unsafe hb_blob_destroy(outlines) }
    guard unsafe hb_blob_get_length(outlines) > 0 else { return false }
    return unsafe wholeFontMark.withUnsafeBytes { bytes in
      let start = unsafe bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
      let table = unsafe hb_blob_create(start, UInt32(bytes.count), HB_MEMORY_MODE_DUPLICATE, nil, nil)
      defer { unsafe hb_blob_destroy(table) }
      return unsafe hb_face_builder_add_table(face, tag("CFF "), table) != 0
    }
  }

  /// Writes the first bytes of a font file.
  private static func setVersion(_ version: [UInt8], of blob: OpaquePointer) -> Bool {
    var count: UInt32 = 0
    guard let bytes = unsafe hb_blob_get_data_writable(blob, &count), Int(count) >= version.count else { return false }
    for (index, byte) in version.enumerated() { unsafe bytes[index] = CChar(bitPattern: byte) }
    return true
  }

  private static func tag(_ name: String) -> UInt32 { name.utf8.reduce(0) { $0 << 8 | UInt32($1) } }
}
