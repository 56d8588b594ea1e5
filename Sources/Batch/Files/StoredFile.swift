internal import Glibc
internal import Records
internal import Synchronization

/// A long data file that is kept open and read in stretches, as often as they are needed.
///
/// A file that is replaced by another of its name is still the old one here. A file that is overwritten is noticed by its time and size; from
/// then on it hands out nothing.
final class StoredFile: ByteStore {
  let path: String
  let count: Int
  private let descriptor: Int32
  private let time: timespec
  private let problem = Mutex<FileError?>(nil)

  /// Opens a regular file.
  ///
  /// - Parameter longestLine: what a line of text may have at most.
  /// - Returns: nil for a file of at most `limit` bytes, which is better held in memory.
  /// - Throws: `FileError` as `FileReader.read` does.
  static func open(_ path: String, longerThan limit: Int, longestLine: Int) throws(FileError) -> StoredFile? {
    let (descriptor, status) = try FileReader.open(path)
    guard status.st_size > limit else {
      close(descriptor)
      return nil
    }
    let file = StoredFile(path, descriptor, status)
    guard file.count <= FileReader.largestFile else {
      throw FileError(.tooLarge(limit: FileReader.largestFile), path: path)
    }
    try file.checkLines(longestLine)
    return file
  }

  private init(_ path: String, _ descriptor: Int32, _ status: stat) {
    self.path = path
    self.descriptor = descriptor
    count = Int(status.st_size)
    time = status.st_mtim
  }

  deinit { close(descriptor) }

  /// Why bytes could not be handed out; nil while all could.
  var failure: FileError? { problem.withLock { $0 } }

  func giveUp() { fail(FileError(.changed, path: path)) }

  func bytes(_ range: Range<Int>) -> [UInt8]? {
    guard failure == nil else { return nil }
    var code: Int32 = 0
    let bytes = DescriptorBytes.read(descriptor, range, &code)
    if code != 0 {
      fail(.system(code, path: path))
      return nil
    }
    guard bytes.count == range.count, isUnchanged else {
      giveUp()
      return nil
    }
    return bytes
  }

  private var isUnchanged: Bool {
    var status = stat()
    return fstat(descriptor, &status) == 0 && Int(status.st_size) == count && status.st_mtim.tv_sec == time.tv_sec
      && status.st_mtim.tv_nsec == time.tv_nsec
  }

  /// The first failure is the one to tell of.
  private func fail(_ error: FileError) {
    problem.withLock { $0 = $0 ?? error }
  }

  private static let chunk = 1 << 18

  private func checkLines(_ longest: Int) throws(FileError) {
    var lineStart = 0
    var start = 0
    while start < count {
      guard let bytes = bytes(start..<min(start + Self.chunk, count)) else {
        throw failure ?? FileError(.changed, path: path)
      }
      if let end = bytes.lastIndex(where: { $0 == 0x0A || $0 == 0x0D }) { lineStart = start + end + 1 }
      start += bytes.count
      if start - lineStart > longest {
        throw FileError(.lineTooLong(line: try line(at: lineStart), limit: longest), path: path)
      }
    }
  }

  /// The line that begins at `offset`, from 1.
  private func line(at offset: Int) throws(FileError) -> Int {
    var line = 1
    var start = 0
    while start < offset {
      guard let bytes = bytes(start..<min(start + Self.chunk, offset)) else {
        throw failure ?? FileError(.changed, path: path)
      }
      line += bytes.count { $0 == 0x0A }
      start += bytes.count
    }
    return line
  }
}
