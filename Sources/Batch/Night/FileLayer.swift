internal import Glibc

/// The writing calls of a run. The tests put a layer in between that fails at each call in turn.
protocol FileLayer: Sendable {
  /// Writes a whole new file without waiting for the disk.
  func write(_ bytes: [UInt8], to path: String) throws(FileError)
  /// Puts `from` in the place of `to`.
  func rename(_ from: String, to path: String) throws(FileError)
  /// Waits until everything written to the file system of `folder` is on the disk.
  func sync(_ folder: String) throws(FileError)
  /// Adds to the end of a file and waits until it is on the disk.
  func append(_ bytes: [UInt8], to path: String) throws(FileError)
  /// Adds to the end of a file without waiting for the disk.
  func extend(_ bytes: [UInt8], at path: String) throws(FileError)
  func remove(_ path: String) throws(FileError)
  func makeFolders(_ path: String) throws(FileError)
}

extension FileLayer {
  /// Puts a whole file in the place of an old one.
  func replace(_ bytes: [UInt8], at path: String) throws(FileError) {
    let folder = Paths.parent(of: path)
    let temporary = Paths.join(folder, ".\(Paths.name(of: path)).dang-ghi")
    do throws(FileError) {
      try write(bytes, to: temporary)
      try sync(folder)
      try rename(temporary, to: path)
    } catch {
      try? remove(temporary)
      throw FileError(error.kind, path: path, code: error.code)
    }
  }
}

/// The system's calls.
struct SystemFiles: FileLayer {
  func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    try put(bytes, path, O_TRUNC, sync: false)
  }

  func append(_ bytes: [UInt8], to path: String) throws(FileError) {
    try put(bytes, path, O_APPEND, sync: true)
  }

  func extend(_ bytes: [UInt8], at path: String) throws(FileError) {
    try put(bytes, path, O_APPEND, sync: false)
  }

  private func put(_ bytes: [UInt8], _ path: String, _ flag: Int32, sync: Bool) throws(FileError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | flag, 0o644)
    guard descriptor >= 0 else { throw .system(errno, path: path) }
    var failure = WholeWrite.fill(descriptor, bytes)
    if failure == 0, sync, fdatasync(descriptor) != 0 { failure = errno }
    // Some file systems report a full disk only when the file is closed.
    if close(descriptor) != 0 && failure == 0 { failure = errno }
    guard failure == 0 else { throw .system(failure, path: path) }
  }

  func rename(_ from: String, to path: String) throws(FileError) {
    guard Glibc.rename(from, path) == 0 else { throw .system(errno, path: path) }
  }

  func remove(_ path: String) throws(FileError) {
    guard unlink(path) == 0 || errno == ENOENT else { throw .system(errno, path: path) }
  }

  func makeFolders(_ path: String) throws(FileError) { try Publisher.makeFolders(path) }

  func sync(_ folder: String) throws(FileError) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system(errno, path: folder) }
    defer { close(descriptor) }
    guard let syncfs = Self.syncfs else {
      Glibc.sync()
      return
    }
    guard syncfs(descriptor) == 0 else { throw .system(errno, path: folder) }
  }

  /// `syncfs(2)`: one file system, and unlike `sync` it reports failures. The platform's module map hides it behind `_GNU_SOURCE`.
  private static let syncfs: (@convention(c) (Int32) -> Int32)? = {
    guard let program = dlopen(nil, RTLD_NOW), let symbol = dlsym(program, "syncfs") else { return nil }
    return unsafeBitCast(symbol, to: (@convention(c) (Int32) -> Int32).self)
  }()
}
