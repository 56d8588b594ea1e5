internal import Glibc

/// The right to write into a folder of reports, for as long as this value lives.
///
/// `flock` on an open file: the kernel gives it back when the process ends, however it ends, so a crash leaves no lock behind and no
/// lease has to run out against a clock that may jump. (On NFS, Linux carries it to the server since 2.6.12.) A run of everything holds
/// the folder alone; shards hold it together and each its own file.
struct FolderLock: ~Copyable {
  private let descriptors: [Int32]

  /// - Returns: nil when another run holds it.
  /// - Throws: `FileError` when the lock's file cannot be made.
  static func take(_ books: String, _ shard: Shard?) throws(FileError) -> FolderLock? {
    try Publisher.makeFolders(books)
    let folder = Paths.join(books, "khoa")
    guard let whole = try hold(folder, shard == nil ? LOCK_EX : LOCK_SH) else { return nil }
    guard let shard else { return FolderLock(descriptors: [whole]) }
    guard let own = try? hold(folder + shard.suffix, LOCK_EX) else {
      close(whole)
      return nil
    }
    return FolderLock(descriptors: [whole, own])
  }

  private static func hold(_ path: String, _ kind: Int32) throws(FileError) -> Int32? {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .system(errno, path: path) }
    while flock(descriptor, kind | LOCK_NB) != 0 {
      if errno == EINTR { continue }
      let code = errno
      close(descriptor)
      if code == EWOULDBLOCK { return nil }
      throw .system(code, path: path)
    }
    return descriptor
  }

  deinit {
    for descriptor in descriptors { close(descriptor) }
  }
}
