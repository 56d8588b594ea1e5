import CCairo

/// Where Cairo's bytes go: kept whole, or handed on in pieces.
///
/// Cairo writes a few bytes at a time, so pieces are gathered first.
final class Sink {
  private static let piece = 1 << 16

  private let write: ((borrowing Span<UInt8>) throws -> Void)?
  private(set) var bytes: [UInt8] = []
  /// The first error of `write`; nothing is written after it.
  private(set) var failure: (any Error)?
  /// Set when a document is given up: what Cairo still writes while closing goes nowhere.
  var isClosed = false
  /// While set, pieces are kept back, so that the end of the document can be mended.
  var holdsBack = false

  init(write: ((borrowing Span<UInt8>) throws -> Void)?) {
    self.write = write
    bytes.reserveCapacity(Self.piece * 2)
  }

  /// Takes what Cairo writes; false stops the document.
  func append(_ data: UnsafePointer<UInt8>?, count: UInt32) -> Bool {
    if isClosed { return true }
    guard failure == nil else { return false }
    unsafe bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(count)))
    return bytes.count < Self.piece || holdsBack || flush()
  }

  /// Hands on what has gathered, when there is someone to hand it to.
  func flush() -> Bool {
    guard let write, failure == nil, !bytes.isEmpty else { return failure == nil }
    do {
      try write(bytes.span)
      bytes.removeAll(keepingCapacity: true)
      return true
    } catch {
      failure = error
      return false
    }
  }

  /// Replaces equally many bytes at the last place where `old` stands.
  func replaceLast(_ old: [UInt8], with new: [UInt8]) {
    guard old.count == new.count, !old.isEmpty, bytes.count >= old.count else { return }
    for start in stride(from: bytes.count - old.count, through: 0, by: -1)
    where bytes[start] == old[0] && bytes[start..<start + old.count].elementsEqual(old) {
      bytes.replaceSubrange(start..<start + old.count, with: new)
      return
    }
  }

  /// All bytes, which the sink then no longer holds.
  func takeBytes() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }
}
