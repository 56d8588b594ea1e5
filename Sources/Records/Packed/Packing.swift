/// How an element becomes a fixed number of bytes and is made of them again.
///
/// A value with two closures instead of a protocol, so that the elements that cannot be packed need not say so.
public struct Packing<Element>: Sendable {
  /// Bytes of each element.
  let size: Int
  let pack: @Sendable (Element, inout Packer) -> Void
  let unpack: @Sendable (inout Unpacker) -> Element
}

/// Writes the values of an element one after the other.
public struct Packer {
  private(set) var bytes: [UInt8] = []
  private(set) var texts = TextNumbers()

  /// Bytes of a short name, with the one that counts them.
  static let nameSize = 16
  /// The number of no text.
  static let noText = Int(UInt32.max)

  mutating func byte(_ value: UInt8) { bytes.append(value) }

  /// 0 ... 2³² - 1, in four bytes.
  mutating func number(_ value: Int) { little(UInt64(UInt32(clamping: value)), 4) }

  /// In eight bytes.
  mutating func large(_ value: Int) { little(UInt64(bitPattern: Int64(value)), 8) }

  /// One of few texts that many elements share, in four bytes.
  mutating func shared(_ text: String?) { number(text.map { texts.number(of: $0) } ?? Self.noText) }

  /// A text that hardly any other element has, in 16 bytes: itself where it is short, as codes are.
  mutating func name(_ text: String) {
    let span = text.utf8Span.span
    guard span.count < Self.nameSize else {
      byte(.max)
      shared(text)
      return padded(to: Self.nameSize - 5)
    }
    byte(UInt8(span.count))
    for index in span.indices { byte(span[index]) }
    padded(to: Self.nameSize - 1 - span.count)
  }

  /// Lets the bytes go that were written so far.
  mutating func removeBytes() { bytes.removeAll(keepingCapacity: true) }

  private mutating func padded(to count: Int) {
    for _ in 0..<count { byte(0) }
  }

  private mutating func little(_ value: UInt64, _ count: Int) {
    for place in 0..<count { byte(UInt8(truncatingIfNeeded: value >> UInt64(8 * place))) }
  }
}

/// Reads what a `Packer` wrote.
public struct Unpacker {
  private let bytes: [UInt8]
  private let texts: [String]
  private var next = 0

  init(_ bytes: [UInt8], _ texts: [String]) {
    self.bytes = bytes
    self.texts = texts
  }

  mutating func byte() -> UInt8 {
    defer { next += 1 }
    return bytes[next]
  }

  mutating func number() -> Int { Int(four()) }

  mutating func large() -> Int { Int(Int64(bitPattern: UInt64(four()) | UInt64(four()) << 32)) }

  mutating func shared() -> String? {
    let number = number()
    return texts.indices.contains(number) ? texts[number] : nil
  }

  mutating func name() -> String {
    let count = Int(byte())
    let end = next + Packer.nameSize - 1
    defer { next = end }
    guard count < Packer.nameSize else { return shared() ?? "" }
    return String(decoding: bytes[next..<next + count], as: UTF8.self)
  }

  private mutating func four() -> UInt32 {
    let value = (UInt32(bytes[next]), UInt32(bytes[next + 1]), UInt32(bytes[next + 2]), UInt32(bytes[next + 3]))
    next += 4
    return value.0 | value.1 << 8 | value.2 << 16 | value.3 << 24
  }
}

/// Numbers texts in the order in which they first occur.
struct TextNumbers {
  private var numbers: [String: Int] = [:]
  private(set) var list: [String] = []
  private var last: (text: String, number: Int)?

  mutating func number(of text: String) -> Int {
    // Rows of one body mostly stand together.
    if let last, last.text == text { return last.number }
    let number = numbers[text] ?? list.count
    if number == list.count {
      numbers[text] = number
      list.append(text)
    }
    last = (text, number)
    return number
  }
}
