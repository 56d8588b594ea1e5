import CHarfBuzz

/// Rewrites a font so that Cairo embeds it quickly and small: no hinting, no character map, nothing only shaping needs; glyph numbers stay.
///
/// Cairo looks a character map up for every glyph and puts letters of the Windows alphabet into a second PDF font; half of what it compresses
/// per document would be hinting, which PDF viewers ignore. Measured on five pages of report: 0.61-0.64 of the time, 46 of 79 KB, the same pixels.
enum FontPreparation {
  /// Tables for shaping, signatures, device metrics and variations: the shaper has its own copy of the file, a PDF uses none of them.
  private static let dropped = [
    "GSUB", "GPOS", "GDEF", "kern", "BASE", "JSTF", "MATH", "DSIG", "gasp", "hdmx", "VDMX", "LTSH", "FFTM",
    "fvar", "gvar", "avar", "cvar", "HVAR", "VVAR", "MVAR", "STAT",
  ]

  /// The rewritten font, owned by the caller; nothing when HarfBuzz cannot read it.
  static func prepare(_ bytes: [UInt8]) -> OpaquePointer? {
    unsafe bytes.withUnsafeBytes { buffer in
      let start = unsafe buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
      // The source is only read inside this closure: `subset` copies what it keeps.
      let source = unsafe hb_blob_create(start, UInt32(clamping: buffer.count), HB_MEMORY_MODE_READONLY, nil, nil)
      defer { unsafe hb_blob_destroy(source) }
      let face = unsafe hb_face_create(source, 0)
      defer { unsafe hb_face_destroy(face) }
      return unsafe subset(face)
    }
  }

  private static func subset(_ face: OpaquePointer?) -> OpaquePointer? {
    let glyphs = unsafe hb_face_get_glyph_count(face)
    guard glyphs > 0, let input = unsafe hb_subset_input_create_or_fail() else { return nil }
    defer { unsafe hb_subset_input_destroy(input) }
    let flags = [HB_SUBSET_FLAGS_RETAIN_GIDS, HB_SUBSET_FLAGS_NOTDEF_OUTLINE, HB_SUBSET_FLAGS_NO_HINTING]
    unsafe hb_subset_input_set_flags(input, flags.reduce(0) { $0 | $1.rawValue })
    let tables = unsafe hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG)
    for name in dropped { unsafe hb_set_add(tables, tag(name)) }
    // Every glyph, but no character: that leaves the character map empty.
    unsafe hb_set_add_range(hb_subset_input_glyph_set(input), 0, glyphs - 1)
    guard let result = unsafe hb_subset_or_fail(face, input) else { return nil }
    defer { unsafe hb_face_destroy(result) }
    guard let blob = unsafe hb_face_reference_blob(result) else { return nil }
    if unsafe hb_blob_get_length(blob) == 0 {
      unsafe hb_blob_destroy(blob)
      return nil
    }
    return unsafe blob
  }

  private static func tag(_ name: String) -> UInt32 { name.utf8.reduce(0) { $0 << 8 | UInt32($1) } }
}
