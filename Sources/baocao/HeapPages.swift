internal import CMalloc
internal import Glibc

/// Pages of 2 MiB for the heap, where the system gives them to programs that ask (`madvise`, the setting of Debian and Ubuntu).
///
/// A report of five pages touches some ten megabytes once. In pages of 4 KiB that is 1,600 page faults of one to three microseconds each,
/// a twelfth of a cold start; in large pages it is a handful. Where nothing is given, nothing is lost: the room is only address space
/// until it is used.
enum HeapPages {
  /// The heap grows by so much at once; bytes.
  private static let room = 32 << 20
  /// From this size on a block is mapped by itself and returned to the system when it is freed; bytes. Below it lie fonts and pages,
  /// above it the texts of long data files, which shall not leave holes.
  private static let mapped = 1 << 20
  private static let largePage = 2 << 20

  /// To be called first of all: it concerns what the heap gets afterwards.
  static func prepare() {
    #if canImport(Glibc)
      mallopt(M_MMAP_THRESHOLD, Int32(mapped))
      mallopt(M_TRIM_THRESHOLD, Int32(2 * room))
      mallopt(M_TOP_PAD, Int32(room))
      // More than is free at the end of the heap, so that it grows now. Asking for the size keeps the compiler from leaving both calls out.
      let block = malloc(mapped / 2)
      let isGrown = malloc_usable_size(block) > 0
      free(block)
      guard isGrown, let end = sbrk(0), end != UnsafeMutableRawPointer(bitPattern: -1) else { return }
      let first = (Int(bitPattern: end) - room + largePage - 1) / largePage * largePage
      guard let start = UnsafeMutableRawPointer(bitPattern: first) else { return }
      _ = madvise(start, Int(bitPattern: end) - first, MADV_HUGEPAGE)
    #endif
  }
}
