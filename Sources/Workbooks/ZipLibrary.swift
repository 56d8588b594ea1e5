import CZip
import Glibc

/// libzip, loaded when the first workbook is opened.
///
/// It brings a library for encryption along, and both take a tenth of the time of one report, of which hardly any has a workbook. So the program is
/// not linked to it. The types are those of its header.
@safe struct ZipLibrary: Sendable {
  typealias Handle = OpaquePointer

  let sourceOfBuffer:
    @convention(c) (UnsafeRawPointer?, zip_uint64_t, Int32, UnsafeMutablePointer<zip_error_t>?) -> Handle?
  let freeSource: @convention(c) (Handle?) -> Void
  let open: @convention(c) (Handle?, Int32, UnsafeMutablePointer<zip_error_t>?) -> Handle?
  let discard: @convention(c) (Handle?) -> Void
  let countEntries: @convention(c) (Handle?, zip_flags_t) -> zip_int64_t
  let locate: @convention(c) (Handle?, UnsafePointer<CChar>?, zip_flags_t) -> zip_int64_t
  let status: @convention(c) (Handle?, zip_uint64_t, zip_flags_t, UnsafeMutablePointer<zip_stat_t>?) -> Int32
  let openEntry: @convention(c) (Handle?, zip_uint64_t, zip_flags_t) -> Handle?
  let read: @convention(c) (Handle?, UnsafeMutableRawPointer?, zip_uint64_t) -> zip_int64_t
  let close: @convention(c) (Handle?) -> Int32

  /// nil where it is not installed.
  static let shared = ZipLibrary()

  /// Versions that have the same functions: that of Debian 12, and that of most others.
  private static let names = ["libzip.so.4", "libzip.so.5"]

  private init?() {
    // Never closed: it is used until the program ends.
    guard let library = unsafe Self.names.lazy.compactMap({ unsafe dlopen($0, RTLD_NOW | RTLD_LOCAL) }).first,
      let sourceOfBuffer = unsafe dlsym(library, "zip_source_buffer_create"),
      let freeSource = unsafe dlsym(library, "zip_source_free"),
      let open = unsafe dlsym(library, "zip_open_from_source"),
      let discard = unsafe dlsym(library, "zip_discard"),
      let countEntries = unsafe dlsym(library, "zip_get_num_entries"),
      let locate = unsafe dlsym(library, "zip_name_locate"), let status = unsafe dlsym(library, "zip_stat_index"),
      let openEntry = unsafe dlsym(library, "zip_fopen_index"), let read = unsafe dlsym(library, "zip_fread"),
      let close = unsafe dlsym(library, "zip_fclose")
    else { return nil }
    // The types are those of the declarations in zip.h.
    unsafe self.sourceOfBuffer = unsafe Self.function(sourceOfBuffer)
    unsafe self.freeSource = unsafe Self.function(freeSource)
    unsafe self.open = unsafe Self.function(open)
    unsafe self.discard = unsafe Self.function(discard)
    unsafe self.countEntries = unsafe Self.function(countEntries)
    unsafe self.locate = unsafe Self.function(locate)
    unsafe self.status = unsafe Self.function(status)
    unsafe self.openEntry = unsafe Self.function(openEntry)
    unsafe self.read = unsafe Self.function(read)
    unsafe self.close = unsafe Self.function(close)
  }

  private static func function<Function>(_ symbol: UnsafeMutableRawPointer) -> Function {
    unsafe unsafeBitCast(symbol, to: Function.self)
  }
}
