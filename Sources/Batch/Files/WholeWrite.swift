internal import Glibc

/// The loop around `write(2)`, which may write less than it was given, or nothing because a signal came.
enum WholeWrite {
  /// Writes all of `bytes`.
  ///
  /// - Parameter write: the system's call; the tests put others in its place. It returns -1 with `errno` set, or how much it took.
  /// - Returns: 0, or the system's reason.
  static func fill(
    _ bytes: [UInt8], _ write: (UnsafeRawBufferPointer) -> Int
  ) -> Int32 {
    bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count {
        let count = write(UnsafeRawBufferPointer(rebasing: buffer[done...]))
        if count > 0 {
          done += count
        } else if count == 0 {
          // Nothing taken and no reason given: trying for ever would hang the night.
          return EIO
        } else if errno != EINTR {
          return errno
        }
      }
      return 0
    }
  }

  static func fill(_ descriptor: Int32, _ bytes: [UInt8]) -> Int32 {
    fill(bytes) { Glibc.write(descriptor, $0.baseAddress, $0.count) }
  }
}
