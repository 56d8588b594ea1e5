internal import Glibc

/// Why a file could not be read or written: the call, the path and the system's reason.
public struct FileError: Error, Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    /// Nothing of that name.
    case missing
    /// A folder, pipe or device where a file should be.
    case notAFile
    /// No permission, read-only file system, or a file where a folder should be: retrying does not help.
    case refused
    /// Disk full, quota, input/output error: retrying may help.
    case transient
    /// Larger than the limit.
    case tooLarge(limit: Int)
    /// A line of text longer than any table can have; the line, from 1.
    case lineTooLong(line: Int, limit: Int)
    /// The file changed while it was read.
    case changed
  }

  public var kind: Kind
  public var path: String
  /// The system's `errno`, 0 where none applies.
  public var code: Int32

  public init(_ kind: Kind, path: String, code: Int32 = 0) {
    self.kind = kind
    self.path = path
    self.code = code
  }

  static func system(_ code: Int32, path: String) -> FileError {
    switch code {
    case ENOENT: FileError(.missing, path: path, code: code)
    case EISDIR: FileError(.notAFile, path: path, code: code)
    case EACCES, EPERM, EROFS, ENOTDIR, ENAMETOOLONG, ELOOP: FileError(.refused, path: path, code: code)
    default: FileError(.transient, path: path, code: code)
    }
  }

  /// The system's words for `code`.
  public var reason: String { code == 0 ? "" : String(cString: strerror(code)) }

  /// The same for staff: the codes they meet in words, the rest as the system has them.
  var vietnameseReason: String {
    switch code {
    case EACCES, EPERM: "không có quyền"
    case EROFS: "ổ đĩa chỉ cho đọc"
    case ENOTDIR: "đây là tệp, không phải thư mục"
    case ENAMETOOLONG: "tên quá dài"
    case ELOOP: "liên kết vòng"
    case ENOSPC: "hết chỗ trên đĩa"
    case EDQUOT: "hết hạn mức đĩa"
    case EIO: "lỗi đọc, ghi"
    default: reason
    }
  }
}

/// Reads whole files, once, within a limit.
public enum FileReader {
  /// Largest input file: far above any office's data, far below what would harm the machine.
  public static let largestFile = 1 << 30
  /// Longest line of a data file. A row of the widest spreadsheet has 16,384 cells; a file of one endless line is no table, and is
  /// given up here before it fills the memory.
  public static let longestLine = 1 << 26
  private static let chunk = 1 << 20

  /// The bytes of a regular file.
  ///
  /// - Parameter longestLine: what a line of text may have at most; nil for files that have no lines.
  /// - Throws: `FileError` when it is missing, not a regular file, too large, or changes its size while it is read.
  public static func read(
    _ path: String, limit: Int = largestFile, longestLine: Int? = nil
  ) throws(FileError) -> [UInt8] {
    let (descriptor, status) = try open(path)
    defer { close(descriptor) }
    let size = Int(status.st_size)
    guard size <= limit else { throw FileError(.tooLarge(limit: limit), path: path) }
    let bytes = try fill(descriptor, size: size, path: path, longestLine ?? .max)
    var after = stat()
    guard fstat(descriptor, &after) == 0 else { throw .system(errno, path: path) }
    guard after.st_size == status.st_size, after.st_mtim.tv_sec == status.st_mtim.tv_sec,
      after.st_mtim.tv_nsec == status.st_mtim.tv_nsec, bytes.count == size
    else { throw FileError(.changed, path: path) }
    return bytes
  }

  /// Opens a regular file for reading; the caller closes it.
  ///
  /// - Throws: `FileError` when it is missing or not a regular file.
  static func open(_ path: String) throws(FileError) -> (descriptor: Int32, status: stat) {
    // O_NONBLOCK, so that opening a pipe nobody writes to does not wait for ever.
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .system(errno, path: path) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      let code = errno
      close(descriptor)
      throw .system(code, path: path)
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw FileError(.notAFile, path: path)
    }
    return (descriptor, status)
  }

  /// Bytes of a regular file.
  static func size(of path: String) throws(FileError) -> Int {
    var status = stat()
    guard stat(path, &status) == 0 else { throw .system(errno, path: path) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw FileError(.notAFile, path: path) }
    return Int(status.st_size)
  }

  /// Some bytes of a file that may be growing at its end.
  ///
  /// - Throws: `FileError` when it cannot be read, or ends before `range` does.
  static func read(_ path: String, range: Range<Int>) throws(FileError) -> [UInt8] {
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .system(errno, path: path) }
    defer { close(descriptor) }
    guard lseek(descriptor, range.lowerBound, SEEK_SET) == range.lowerBound else { throw .system(errno, path: path) }
    let bytes = try fill(descriptor, size: range.count, path: path, .max)
    guard bytes.count == range.count else { throw FileError(.changed, path: path) }
    return bytes
  }

  private static func fill(
    _ descriptor: Int32, size: Int, path: String, _ longestLine: Int
  ) throws(FileError) -> [UInt8] {
    var failure: Int32 = 0
    // Where the line begins that is being read.
    var lineStart = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size, count - lineStart <= longestLine {
        let wanted = longestLine == .max ? size - count : min(chunk, size - count)
        let got = Glibc.read(descriptor, buffer.baseAddress?.advanced(by: count), wanted)
        if got < 0 && errno == EINTR { continue }
        if got < 0 { failure = errno }
        if got <= 0 { break }
        if longestLine < .max, let end = buffer[count..<count + got].lastIndex(where: { $0 == 0x0A || $0 == 0x0D }) {
          lineStart = end + 1
        }
        count += got
      }
    }
    guard failure == 0 else { throw .system(failure, path: path) }
    if bytes.count - lineStart > longestLine {
      let line = bytes[..<lineStart].count { $0 == 0x0A } + 1
      throw FileError(.lineTooLong(line: line, limit: longestLine), path: path)
    }
    return bytes
  }

  /// Names in a folder, sorted by bytes; `.` entries left out.
  public static func names(in folder: String) throws(FileError) -> [String] {
    guard let stream = opendir(folder) else { throw .system(errno, path: folder) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  public static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  public static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }
}
