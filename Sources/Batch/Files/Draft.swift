internal import Glibc

/// A file that is written piece by piece under a temporary name beside the one it is meant for, and takes its place when it is complete:
/// a reader sees the old file or the new one. A draft that is not published leaves nothing behind.
final class Draft {
  private let path: String
  private let temporary: String
  private let descriptor: Int32
  private var size = 0
  private var isPublished = false
  /// Why a piece could not be written; nothing is written after it.
  private(set) var failure: FileError?

  private static let piece = 1 << 16

  /// Makes the folders of `path`.
  init(of path: String) throws(FileError) {
    let folder = Paths.parent(of: path)
    try Publisher.makeFolders(folder)
    self.path = path
    temporary = "\(folder)/.\(Paths.name(of: path)).\(getpid()).tmp"
    descriptor = open(temporary, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    // The temporary name means nothing to the person who reads the message.
    if descriptor < 0 { throw .system(errno, path: path) }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
    if !isPublished { unlink(temporary) }
  }

  func write(_ bytes: borrowing Span<UInt8>) throws(FileError) {
    if let failure { throw failure }
    let code = bytes.withUnsafeBufferPointer { Self.write($0, to: descriptor) }
    size += bytes.count
    if code != 0 { throw fail(code) }
  }

  private static func write(_ buffer: UnsafeBufferPointer<UInt8>, to descriptor: Int32) -> Int32 {
    var done = 0
    while done < buffer.count {
      let count = Glibc.write(descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done)
      if count > 0 { done += count } else if count == 0 { return EIO } else if errno != EINTR { return errno }
    }
    return 0
  }

  private func fail(_ code: Int32) -> FileError {
    let error = FileError.system(code, path: path)
    failure = failure ?? error
    return error
  }

  /// Puts the file in its place, on the disk first.
  ///
  /// - Returns: whether the file changed; an equal one is left alone, with its date.
  @discardableResult
  func publish() throws(FileError) -> Bool {
    if let failure { throw failure }
    if equalsOld() { return false }
    guard fsync(descriptor) == 0 else { throw fail(errno) }
    guard rename(temporary, path) == 0 else { throw fail(errno) }
    isPublished = true
    try Publisher.syncFolder(Paths.parent(of: path))
    return true
  }

  private func equalsOld() -> Bool {
    let old = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard old >= 0 else { return false }
    defer { close(old) }
    var status = stat()
    guard fstat(old, &status) == 0, status.st_mode & S_IFMT == S_IFREG, Int(status.st_size) == size else {
      return false
    }
    for offset in stride(from: 0, to: size, by: Self.piece) {
      let count = min(Self.piece, size - offset)
      guard let mine = Self.read(descriptor, offset, count), let theirs = Self.read(old, offset, count), mine == theirs
      else { return false }
    }
    return true
  }

  /// nil where so many bytes cannot be read.
  private static func read(_ descriptor: Int32, _ offset: Int, _ count: Int) -> [UInt8]? {
    var code: Int32 = 0
    let bytes = DescriptorBytes.read(descriptor, offset..<offset + count, &code)
    return bytes.count == count ? bytes : nil
  }
}
