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
      // Higher while the gap below is taken, which must be of the heap.
      mallopt(M_MMAP_THRESHOLD, Int32(2 * largePage))
      defer { mallopt(M_MMAP_THRESHOLD, Int32(mapped)) }
      mallopt(M_TRIM_THRESHOLD, Int32(2 * room))
      mallopt(M_TOP_PAD, Int32(room))
      // More than is free at the end of the heap, so that it grows now, and the block is the last of it.
      guard let block = malloc(mapped / 2), let end = sbrk(0), end != UnsafeMutableRawPointer(bitPattern: -1) else {
        return
      }
      free(block)
      let first = (Int(bitPattern: block) + largePage - 1) / largePage * largePage
      guard let start = UnsafeMutableRawPointer(bitPattern: first), start < end else { return }
      _ = madvise(start, Int(bitPattern: end) - first, MADV_HUGEPAGE)
      // What lies before the first large page is taken and never touched, so that all that follows is in large pages: 200 faults fewer. Asking for
      // its size keeps the compiler from leaving the call out.
      let gap = first - Int(bitPattern: block) - 64
      if gap > 0 { _ = malloc_usable_size(malloc(gap)) }
    #endif
  }
}
