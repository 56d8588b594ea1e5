import Vietnamese

/// How an element becomes a fixed number of words and is made of them again.
///
/// A value with two closures instead of a protocol, so that the elements that cannot be packed need not say so.
public struct Packing<Element>: Sendable {
  /// Words of each element.
  let size: Int
  /// Whether elements have texts that stand in a file of their own.
  var hasLongTexts = false
  let pack: @Sendable (Element, inout Packer) -> Void
  let unpack: @Sendable (inout Unpacker) -> Element
}

/// Writes the values of an element one after the other, in words of four bytes.
public struct Packer {
  private(set) var words: [UInt32] = []
  private(set) var texts = TextNumbers()
  var longTexts = LongTexts()

  /// Words of a short name: 15 bytes and the one that counts them.
  static let nameSize = 4
  fileprivate static let longestName = 15
  /// The number of no text.
  fileprivate static let noText = Int(UInt32.max)

  /// 0 ... 2³² - 1, in one word.
  mutating func number(_ value: Int) { words.append(UInt32(clamping: value)) }

  /// In two words.
  mutating func large(_ value: Int) {
    words.append(UInt32(truncatingIfNeeded: value))
    words.append(UInt32(truncatingIfNeeded: value >> 32))
  }

  /// One of few texts that many elements share, in one word.
  mutating func shared(_ text: String?) { number(text.map { texts.number(of: $0) } ?? Self.noText) }

  /// A text of any length that hardly any other element has, in two words and a file of such texts.
  mutating func long(_ text: String) {
    number(longTexts.end)
    number(text.utf8.count)
    longTexts.append(text.utf8Span.span)
  }

  /// A text that hardly any other element has: itself where it is short, as codes are.
  mutating func name(_ text: String) {
    let span = text.utf8Span.span
    guard span.count <= Self.longestName else {
      words.append(UInt32(UInt8.max))
      shared(text)
      words.append(0)
      words.append(0)
      return
    }
    var word = UInt32(span.count)
    for place in 1..<4 * Self.nameSize {
      if place % 4 == 0 {
        words.append(word)
        word = 0
      }
      if place <= span.count { word |= UInt32(span[place - 1]) << UInt32(8 * (place % 4)) }
    }
    words.append(word)
  }

  /// Lets the words go that were written so far.
  mutating func removeWords() { words.removeAll(keepingCapacity: true) }
}

/// Reads what a `Packer` wrote.
public struct Unpacker {
  private let words: [UInt32]
  private let texts: [String]
  private var longTexts: LongTextReader
  private var next = 0

  init(_ words: [UInt32], _ texts: [String], _ longTexts: LongTextReader) {
    self.words = words
    self.texts = texts
    self.longTexts = longTexts
  }

  private mutating func word() -> UInt32 {
    defer { next += 1 }
    return words[next]
  }

  mutating func number() -> Int { Int(word()) }

  mutating func large() -> Int {
    let low = UInt64(word())
    return Int(Int64(bitPattern: UInt64(word()) << 32 | low))
  }

  mutating func shared() -> String? {
    let number = number()
    return texts.indices.contains(number) ? texts[number] : nil
  }

  mutating func long() -> String {
    let first = number()
    return longTexts.text(first, count: number())
  }

  mutating func name() -> String {
    let first = next
    let count = Int(word() & 0xFF)
    guard count <= Packer.longestName else {
      defer { next = first + Packer.nameSize }
      return shared() ?? ""
    }
    next = first + Packer.nameSize
    return String(unsafeUninitializedCapacity: Packer.longestName) { buffer in
      for place in 1..<count + 1 {
        buffer[place - 1] = UInt8(truncatingIfNeeded: words[first + place / 4] >> UInt32(8 * (place % 4)))
      }
      return count
    }
  }
}
