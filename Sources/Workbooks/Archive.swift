import CZip

/// A zip container in memory, opened with libzip. It borrows the bytes: `reading` keeps them in place as long as it lives.
@safe struct Archive: ~Copyable {
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
    guard let source = unsafe zip_source_buffer_create(buffer.baseAddress, zip_uint64_t(buffer.count), 0, nil) else {
      throw .notAnArchive
    }
    guard let handle = unsafe zip_open_from_source(source, ZIP_RDONLY, nil) else {
      unsafe zip_source_free(source)
      throw .notAnArchive
    }
    // Libzip takes no bytes at all for an empty archive.
    guard unsafe zip_get_num_entries(handle, 0) > 0 else {
      unsafe zip_discard(handle)
      throw .notAnArchive
    }
    unsafe self.handle = handle
    budget = limits.unpackedBytes
  }

  deinit { unsafe zip_discard(handle) }

  func contains(_ name: String) -> Bool { unsafe zip_name_locate(handle, name, 0) >= 0 }

  /// Unpacks a part piece by piece; `consume` returns false to stop.
  mutating func read(
    _ name: String, _ consume: (UnsafeRawBufferPointer) -> Bool
  ) throws(WorkbookError) {
    let index = unsafe zip_name_locate(handle, name, 0)
    guard index >= 0 else { throw .missingPart(name) }
    var status = unsafe zip_stat_t()
    if unsafe zip_stat_index(handle, zip_uint64_t(index), 0, &status) == 0,
      unsafe status.encryption_method != zip_uint16_t(ZIP_EM_NONE)
    {
      throw .encrypted
    }
    guard let file = unsafe zip_fopen_index(handle, zip_uint64_t(index), 0) else { throw .missingPart(name) }
    defer { unsafe zip_fclose(file) }
    let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { unsafe chunk.deallocate() }
    while true {
      let count = unsafe Int(zip_fread(file, chunk.baseAddress, zip_uint64_t(chunk.count)))
      if count < 0 { throw .brokenXML(name) }
      if count == 0 { return }
      budget -= count
      if budget < 0 { throw .tooLarge }
      if !(unsafe consume(UnsafeRawBufferPointer(rebasing: chunk[..<count]))) { return }
    }
  }
}
