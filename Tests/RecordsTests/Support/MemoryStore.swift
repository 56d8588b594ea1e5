import Records
import Synchronization

/// A file in a store, as a test wants it: it may change while it is read.
final class MemoryStore: ByteStore {
  private let state: Mutex<(bytes: [UInt8], isGivenUp: Bool, longest: Int)>
  let count: Int

  init(_ bytes: [UInt8]) {
    count = bytes.count
    state = Mutex((bytes, false, 0))
  }

  func bytes(_ range: Range<Int>) -> [UInt8]? {
    state.withLock { state in
      state.longest = max(state.longest, range.count)
      return state.isGivenUp || range.upperBound > state.bytes.count ? nil : Array(state.bytes[range])
    }
  }

  func giveUp() { state.withLock { $0.isGivenUp = true } }

  /// What the file holds from now on.
  func overwrite(_ bytes: [UInt8]) { state.withLock { $0.bytes = bytes } }

  var isGivenUp: Bool { state.withLock { $0.isGivenUp } }

  /// The longest stretch anybody asked for, in bytes.
  var longestStretch: Int { state.withLock { $0.longest } }
}

/// A scratch file with room for some words.
final class MemoryScratch: ScratchFile {
  private let content = Mutex<[UInt32]>([])
  private let room: Int
  private let isLost: Bool

  /// - Parameter isLost: nothing can be read again.
  init(room: Int = .max, isLost: Bool = false) {
    self.room = room
    self.isLost = isLost
  }

  func append(_ words: [UInt32]) -> Bool {
    content.withLock { content in
      guard words.count <= room - content.count else { return false }
      content += words
      return true
    }
  }

  func words(_ range: Range<Int>) -> [UInt32]? { isLost ? nil : content.withLock { Array($0[range]) } }

  var count: Int { content.withLock(\.count) }

  /// An empty one of the same kind.
  func another() -> MemoryScratch { MemoryScratch(room: room, isLost: isLost) }
}
