import CHarfBuzz

/// Hands HarfBuzz a copy of each table it asks for, so that outlines, three quarters of a font file that layout never looks at, are not copied.
///
/// Unsafe parts: the bytes are only lent inside `copy`, HarfBuzz duplicates them before that returns. HarfBuzz may ask on any thread; this
/// object is constant.
final class FaceTables: Sendable {
  private let bytes: [UInt8]
  /// Where each table lies, by its tag as a number; all within `bytes`.
  private let places: [UInt32: Range<Int>]

  /// - Parameter tables: by tag, as `FontFile.tables` has checked them.
  init(_ bytes: [UInt8], _ tables: [String: Range<Int>]) {
    self.bytes = bytes
    // A tag with a byte that is no letter is not of four bytes any more; nobody asks for it.
    let sound = tables.filter { $0.key.utf8.count == 4 }
    places = Dictionary(uniqueKeysWithValues: sound.map { (Self.number($0.key), $0.value) })
  }

  /// A face that reads from these tables and keeps them alive; owned by the caller. HarfBuzz gives an empty face where memory is short.
  func makeFace() -> OpaquePointer? {
    let owner = unsafe Unmanaged.passRetained(self)
    return unsafe hb_face_create_for_tables(
      { _, tag, owner in
        guard let owner = unsafe owner else { return nil }
        return unsafe Unmanaged<FaceTables>.fromOpaque(owner).takeUnretainedValue().copy(tag)
      }, owner.toOpaque(),
      { owner in if let owner = unsafe owner { unsafe Unmanaged<FaceTables>.fromOpaque(owner).release() } })
  }

  /// The table in a blob of its own; nil where there is none.
  private func copy(_ tag: hb_tag_t) -> OpaquePointer? {
    guard let place = places[tag], !place.isEmpty else { return nil }
    return unsafe bytes[place].withUnsafeBytes { table in
      unsafe hb_blob_create(
        table.baseAddress?.assumingMemoryBound(to: CChar.self), UInt32(clamping: table.count),
        HB_MEMORY_MODE_DUPLICATE, nil, nil)
    }
  }

  /// A tag of four bytes as HarfBuzz counts it.
  private static func number(_ tag: String) -> UInt32 { tag.utf8.reduce(0) { $0 << 8 | UInt32($1) } }
}
