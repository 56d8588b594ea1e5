internal import Glibc

/// Whole texts to the standard streams. A reader that went away is not an error of ours.
enum Terminal {
  static func out(_ text: String) { write(text, to: STDOUT_FILENO) }
  static func err(_ text: String) { write(text, to: STDERR_FILENO) }

  /// To the standard error stream as it is, without an end of line: a progress line that is written over.
  static func raw(_ text: String) { write(Array(text.utf8), to: STDERR_FILENO) }

  private static func write(_ text: String, to descriptor: Int32) {
    var bytes = Array(text.utf8)
    if bytes.last != 0x0A { bytes.append(0x0A) }
    write(bytes, to: descriptor)
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) {
    bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count {
        let count = Glibc.write(descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done)
        if count > 0 { done += count } else if errno != EINTR { return }
      }
    }
  }
}
