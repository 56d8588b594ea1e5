internal import Glibc

/// Puts a finished file in its place: temporary file in the target folder, flushed, then renamed. A reader sees the old file or the
/// new one, never a torn one; a failure leaves the old one and no temporary file.
public enum Publisher {
  /// Writes `bytes` to `path`, making its folders.
  ///
  /// - Returns: whether the file changed; equal bytes are left alone, with their date.
  /// - Throws: `FileError`.
  @discardableResult
  public static func publish(_ bytes: [UInt8], to path: String) throws(FileError) -> Bool {
    let folder = Paths.parent(of: path)
    try makeFolders(folder)
    if let old = try? FileReader.read(path), old == bytes { return false }
    let temporary = "\(folder)/.\(Paths.name(of: path)).\(getpid()).tmp"
    do throws(FileError) {
      try write(bytes, to: temporary)
      guard rename(temporary, path) == 0 else { throw .system(errno, path: path) }
    } catch {
      unlink(temporary)
      // The temporary name means nothing to the person who reads the message.
      throw FileError(error.kind, path: path, code: error.code)
    }
    try syncFolder(folder)
    return true
  }

  private static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .system(errno, path: path) }
    var failure = WholeWrite.fill(descriptor, bytes)
    if failure == 0 && fsync(descriptor) != 0 { failure = errno }
    // Some file systems report a full disk only when the file is closed.
    if close(descriptor) != 0 && failure == 0 { failure = errno }
    guard failure == 0 else { throw .system(failure, path: path) }
  }

  /// Makes `folder` and the folders above it.
  public static func makeFolders(_ folder: String) throws(FileError) {
    if folder.isEmpty || FileReader.isFolder(folder) { return }
    try makeFolders(Paths.parent(of: folder))
    guard mkdir(folder, 0o755) == 0 || errno == EEXIST else { throw .system(errno, path: folder) }
    guard FileReader.isFolder(folder) else { throw .system(ENOTDIR, path: folder) }
  }

  /// Without this the rename itself may be lost in a power cut.
  static func syncFolder(_ folder: String) throws(FileError) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system(errno, path: folder) }
    defer { close(descriptor) }
    // Some file systems cannot sync a folder; the file itself is safe.
    _ = fsync(descriptor)
  }
}

/// Path arithmetic on strings: POSIX rules, no look at the disk.
public enum Paths {
  public static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    let head = path[..<slash]
    return head.isEmpty ? "/" : String(head)
  }

  public static func name(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }

  /// The name without its last ending: `bao-cao-quy.md` -> `bao-cao-quy`.
  public static func stem(of path: String) -> String {
    let name = name(of: path)
    return name.lastIndex(of: ".").map { $0 == name.startIndex ? name : String(name[..<$0]) } ?? name
  }

  public static func join(_ folder: String, _ name: String) -> String {
    folder.isEmpty || folder == "." ? name : folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }

  /// Whether a relative path of the data stays below the folder it is relative to: no root, no `..`, no empty part.
  public static func staysInside(_ path: String) -> Bool {
    guard !path.isEmpty, !path.hasPrefix("/"), !path.utf8.contains(0) else { return false }
    return path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { $0 != ".." && !$0.isEmpty }
  }

  /// The real absolute path, links resolved; nil where nothing is there.
  public static func real(_ path: String) -> String? {
    guard let pointer = realpath(path, nil) else { return nil }
    defer { free(pointer) }
    return String(cString: pointer)
  }
}
