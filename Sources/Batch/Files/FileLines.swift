/// The lines of a file one after the other, a stretch of it in memory at a time. The file may be growing at its end.
struct FileLines {
  private let path: String
  private var bytes: [UInt8] = []
  /// The next line in `bytes`.
  private var next = 0
  /// Where the first of `bytes` stands in the file.
  private var base = 0
  private let size: Int

  private static let stretch = 1 << 16

  /// nil for a file that is not there, cannot be read, or is longer than any a run writes.
  init?(_ path: String) {
    guard let size = try? FileReader.size(of: path), size <= FileReader.largestFile else { return nil }
    self.path = path
    self.size = size
  }

  /// Where the last line handed out begins.
  private(set) var place = 0

  /// The next line without its end; nil at the end of the file, before a last line without an end, and where it cannot be read any more.
  mutating func line() -> ArraySlice<UInt8>? {
    var searched = next
    while true {
      if let end = bytes[searched...].firstIndex(of: 0x0A) {
        defer { next = end + 1 }
        place = base + next
        return bytes[next..<end]
      }
      searched = bytes.count - next
      guard readOn() else { return nil }
    }
  }

  /// Lets go of what was handed out and reads the next stretch.
  private mutating func readOn() -> Bool {
    let end = base + bytes.count
    // A line longer than a stretch is searched once, not once a stretch.
    let wanted = min(max(Self.stretch, bytes.count - next), size - end)
    guard wanted > 0, let more = try? FileReader.read(path, range: end..<end + wanted) else { return false }
    base += next
    bytes.removeFirst(next)
    bytes += more
    next = 0
    return true
  }
}
