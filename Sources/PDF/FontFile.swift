import CCairo
import CFreeType
import CHarfBuzz
import Graphics

/// One font as Cairo sees it: rewritten by hb-subset, opened by FreeType.
///
/// Cairo keeps faces alive beyond the pool (it holds the last 256 unused scaled fonts of the process) and may let one go on any thread. So each
/// font has a FreeType library of its own and is freed by whoever drops the last reference, without a lock.
///
/// `@unchecked Sendable`: written only in `init`; afterwards Cairo guards the FreeType face with a mutex of its own.
@safe final class FontFile: @unchecked Sendable {
  let glyphCount: Int
  /// The glyphs that have outlines; nil: all.
  let glyphs: GlyphSet?
  private let blob: OpaquePointer
  private let library: FT_Library
  private let face: FT_Face
  /// Cairo tells user data apart by the key's address, so each file brings one.
  private let key: UnsafeMutablePointer<cairo_user_data_key_t>

  /// Rewrites and opens the font. Throws `brokenFont`.
  init(_ data: FaceData, _ repertoire: Repertoire) throws(PDFError) {
    if let fault = FontTables.fault(in: data.bytes) { throw .brokenFont(file: data.file, reason: fault) }
    guard let prepared = unsafe FontPreparation.prepare(data.bytes, repertoire) else {
      throw .brokenFont(file: data.file, reason: .unreadable(by: "HarfBuzz"))
    }
    let blob = unsafe prepared.blob
    guard let (library, face) = unsafe Self.open(blob) else {
      unsafe hb_blob_destroy(blob)
      throw .brokenFont(file: data.file, reason: .unreadable(by: "FreeType"))
    }
    glyphs = unsafe prepared.glyphs
    unsafe self.blob = blob
    unsafe self.library = library
    unsafe self.face = face
    glyphCount = unsafe face.pointee.num_glyphs
    unsafe key = .allocate(capacity: 1)
    unsafe key.initialize(to: cairo_user_data_key_t())
  }

  deinit {
    unsafe FT_Done_Face(face)
    unsafe FT_Done_FreeType(library)
    unsafe hb_blob_destroy(blob)
    unsafe key.deallocate()
  }

  private static func open(_ blob: OpaquePointer) -> (FT_Library, FT_Face)? {
    var library: FT_Library?
    guard unsafe FT_Init_FreeType(&library) == 0, let library = unsafe library else { return nil }
    var count: UInt32 = 0
    var face: FT_Face?
    // FreeType reads the bytes for as long as the face lives; the blob lives as long as `self`.
    guard let bytes = unsafe hb_blob_get_data(blob, &count),
      unsafe FT_New_Memory_Face(
        library, UnsafeRawPointer(bytes).assumingMemoryBound(to: UInt8.self), Int(count), 0, &face) == 0,
      let face = unsafe face
    else {
      unsafe FT_Done_FreeType(library)
      return nil
    }
    return unsafe (library, face)
  }

  /// A Cairo face on this file, which keeps the file alive. The caller owns one reference. Nothing when Cairo is out of memory.
  func makeCairoFace() -> OpaquePointer? {
    let noHinting: Int32 = 2  // FT_LOAD_NO_HINTING, a macro Swift does not import
    guard let cairoFace = unsafe cairo_ft_font_face_create_for_ft_face(face, noHinting) else { return nil }
    let owner = unsafe Unmanaged.passRetained(self)
    let status = unsafe cairo_font_face_set_user_data(cairoFace, key, owner.toOpaque()) { pointer in
      if let pointer = unsafe pointer { unsafe Unmanaged<FontFile>.fromOpaque(pointer).release() }
    }
    guard status == CAIRO_STATUS_SUCCESS else {
      unsafe owner.release()
      unsafe cairo_font_face_destroy(cairoFace)
      return nil
    }
    return unsafe cairoFace
  }
}
