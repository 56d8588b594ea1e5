internal import Glibc
internal import Records
internal import Synchronization

/// Makes files without a name for what a run need not hold in memory, and knows when one of them failed. They are gone when nobody holds them
/// any more, however the program ends.
final class ScratchFolder: Sendable {
  let path: String
  private let problem = Mutex<FileError?>(nil)

  init(_ path: String) { self.path = path }

  /// Why bytes that were kept could not be had again; nil while all could.
  var failure: FileError? { problem.withLock { $0 } }

  /// nil where the folder takes no file: then its bytes stay in memory.
  func file() -> UnnamedFile? {
    // The name is there for a moment only.
    var name = Array(Paths.join(path, "baocao-XXXXXX").utf8CString)
    let descriptor = mkstemp(&name)
    guard descriptor >= 0 else { return nil }
    unlink(name)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    return UnnamedFile(descriptor, self)
  }

  fileprivate func fail(_ error: FileError) {
    problem.withLock { $0 = $0 ?? error }
  }
}

/// A file that has no name, grows at its end and is read anywhere.
final class UnnamedFile: ScratchFile {
  private let descriptor: Int32
  private let folder: ScratchFolder
  /// Bytes in it.
  private let count = Mutex(0)

  fileprivate init(_ descriptor: Int32, _ folder: ScratchFolder) {
    self.descriptor = descriptor
    self.folder = folder
  }

  deinit { close(descriptor) }

  /// No room is no failure: whoever wrote keeps the bytes elsewhere.
  func append(_ words: [UInt32]) -> Bool {
    count.withLock { count in
      var done = 0
      let isWritten = words.withUnsafeBytes { buffer in
        while done < buffer.count {
          let put = pwrite(descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done, count + done)
          if put > 0 { done += put } else if put == 0 || errno != EINTR { return false }
        }
        return true
      }
      if isWritten { count += done }
      return isWritten
    }
  }

  func words(_ range: Range<Int>) -> [UInt32]? {
    let size = MemoryLayout<UInt32>.size
    var code: Int32 = 0
    let words = [UInt32](unsafeUninitializedCapacity: range.count) { buffer, filled in
      // The room of an array may be larger than asked for.
      let room = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[..<(range.count * size)])
      filled = DescriptorBytes.fill(room, descriptor, at: range.lowerBound * size, &code) / size
    }
    guard words.count == range.count else {
      folder.fail(code == 0 ? FileError(.transient, path: folder.path) : .system(code, path: folder.path))
      return nil
    }
    return words
  }
}
