/// Texts of elements that hardly any other element has, in a scratch file of their own: the bytes of each in words, one text behind the other.
struct LongTexts: Sendable {
  private(set) var file: (any ScratchFile)?
  /// Words in the file.
  private(set) var written = 0
  /// Words that are not yet in it.
  private(set) var waiting: [UInt32] = []

  /// - Parameter file: nil where no element has such a text.
  init(_ file: (any ScratchFile)? = nil) { self.file = file }

  /// Where the next text begins.
  var end: Int { written + waiting.count }

  mutating func append(_ bytes: Span<UInt8>) {
    for first in stride(from: 0, to: bytes.count, by: 4) {
      var word: UInt32 = 0
      for place in first..<min(first + 4, bytes.count) { word |= UInt32(bytes[place]) << UInt32(8 * (place - first)) }
      waiting.append(word)
    }
  }

  /// Puts into the file what waits; false where it has no room.
  mutating func flush() -> Bool {
    guard let file else { return true }
    guard file.append(waiting) else { return false }
    written += waiting.count
    waiting.removeAll(keepingCapacity: true)
    return true
  }

  /// Some words; nil where the disk fails, or there are not so many.
  func words(_ range: Range<Int>) -> [UInt32]? {
    if range.isEmpty { return [] }
    guard range.upperBound <= end else { return nil }
    if range.lowerBound >= written { return Array(waiting[range.lowerBound - written..<range.upperBound - written]) }
    return file?.words(range.clamped(to: 0..<written))
  }
}

/// Reads texts one after the other, those of many elements together.
struct LongTextReader {
  private let texts: LongTexts
  /// Words read at once.
  private let stretch: Int
  private var words: [UInt32] = []
  private var start = 0

  private static let longestStretch = 1 << 14
  /// Words in which the texts of most elements have room.
  private static let usual = 64

  /// - Parameter elements: whose texts will be asked for, in their order.
  init(_ texts: LongTexts, elements: Int) {
    self.texts = texts
    stretch = min(elements * Self.usual, Self.longestStretch)
  }

  /// The text of `count` bytes that begins with word `first`; empty where the disk fails.
  mutating func text(_ first: Int, count: Int) -> String {
    let range = first..<first + (count + 3) / 4
    if range.lowerBound < start || range.upperBound > start + words.count {
      let end = max(range.upperBound, min(first + stretch, first < texts.written ? texts.written : texts.end))
      (words, start) = (texts.words(first..<end) ?? [], first)
      if words.count < range.count { return "" }
    }
    let offset = first - start
    return String(unsafeUninitializedCapacity: count) { buffer in
      for place in 0..<count {
        buffer[place] = UInt8(truncatingIfNeeded: words[offset + place / 4] >> UInt32(8 * (place % 4)))
      }
      return count
    }
  }
}
