import CZip

/// A zip container in memory, opened with libzip. It borrows the bytes: `reading` keeps them in place as long as it lives.
@safe struct Archive: ~Copyable {
  private let library: ZipLibrary
  private let handle: OpaquePointer
  private var budget: Int

  /// Opens the container in `bytes` for the duration of `body`.
  static func reading<Result>(
    _ bytes: [UInt8], limits: WorkbookLimits, _ body: (inout Archive) throws(WorkbookError) -> Result
  ) throws(WorkbookError) -> Result {
    let outcome = unsafe bytes.withUnsafeBytes { buffer -> Swift.Result<Result, WorkbookError> in
      do throws(WorkbookError) {
        var archive = try unsafe Archive(buffer, limits: limits)
        return .success(try body(&archive))
      } catch {
        return .failure(error)
      }
    }
    return try outcome.get()
  }

  /// The buffer must outlive the archive.
  private init(_ buffer: UnsafeRawBufferPointer, limits: WorkbookLimits) throws(WorkbookError) {
    guard let library = ZipLibrary.shared else { throw .noLibrary }
    guard let source = unsafe library.sourceOfBuffer(buffer.baseAddress, zip_uint64_t(buffer.count), 0, nil) else {
      throw .notAnArchive
    }
    guard let handle = unsafe library.open(source, ZIP_RDONLY, nil) else {
      unsafe library.freeSource(source)
      throw .notAnArchive
    }
    // Libzip takes no bytes at all for an empty archive.
    guard unsafe library.countEntries(handle, 0) > 0 else {
      unsafe library.discard(handle)
      throw .notAnArchive
    }
    self.library = library
    unsafe self.handle = handle
    budget = limits.unpackedBytes
  }

  deinit { unsafe library.discard(handle) }

  func contains(_ name: String) -> Bool { unsafe library.locate(handle, name, 0) >= 0 }

  /// Unpacks a part piece by piece; `consume` returns false to stop.
  mutating func read(
    _ name: String, _ consume: (UnsafeRawBufferPointer) -> Bool
  ) throws(WorkbookError) {
    let index = unsafe library.locate(handle, name, 0)
    guard index >= 0 else { throw .missingPart(name) }
    var status = unsafe zip_stat_t()
    if unsafe library.status(handle, zip_uint64_t(index), 0, &status) == 0,
      unsafe status.encryption_method != zip_uint16_t(ZIP_EM_NONE)
    {
      throw .encrypted
    }
    guard let file = unsafe library.openEntry(handle, zip_uint64_t(index), 0) else { throw .missingPart(name) }
    defer { _ = unsafe library.close(file) }
    let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { unsafe chunk.deallocate() }
    while true {
      let count = unsafe Int(library.read(file, chunk.baseAddress, zip_uint64_t(chunk.count)))
      if count < 0 { throw .brokenXML(name) }
      if count == 0 { return }
      budget -= count
      if budget < 0 { throw .tooLarge }
      if !(unsafe consume(UnsafeRawBufferPointer(rebasing: chunk[..<count]))) { return }
    }
  }
}
