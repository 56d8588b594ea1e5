internal import Glibc

/// Reads a stretch of an open file, wherever its pointer stands.
enum DescriptorBytes {
  /// The bytes of `range`, or fewer where the file ends or cannot be read.
  ///
  /// - Parameter code: is set to the `errno` of a reading that failed.
  static func read(_ descriptor: Int32, _ range: Range<Int>, _ code: inout Int32) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: range.count) { buffer, filled in
      filled = fill(UnsafeMutableRawBufferPointer(buffer), descriptor, at: range.lowerBound, &code)
    }
  }

  /// Fills the buffer with what stands from `offset` on.
  ///
  /// - Returns: how many were there.
  static func fill(
    _ buffer: UnsafeMutableRawBufferPointer, _ descriptor: Int32, at offset: Int, _ code: inout Int32
  ) -> Int {
    var filled = 0
    while filled < buffer.count {
      let got = pread(
        descriptor, buffer.baseAddress?.advanced(by: filled), buffer.count - filled, offset + filled)
      if got < 0 && errno == EINTR { continue }
      if got < 0 { code = errno }
      if got <= 0 { break }
      filled += got
    }
    return filled
  }
}
