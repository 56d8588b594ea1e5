/// Numbers codes from 0 in the order in which they first occur.
///
/// As a dictionary does, in a third of its room: the bytes of the codes one behind the other and some ten bytes each. A run over fifty thousand
/// units looks them up by their codes in every table.
public struct CodeNumbers: Sendable {
  private var bytes: [UInt8] = []
  /// Where the bytes of each code end.
  private var ends: [UInt32] = []
  /// Numbers by the hash of their code, open addressing.
  private var slots: [UInt32] = []

  private static let free = UInt32.max

  public init() {}

  /// Makes room for so many codes.
  public mutating func reserve(_ count: Int) {
    ends.reserveCapacity(count)
    if slots.count < count * 3 / 2 { spread(over: count * 3 / 2) }
  }

  public var count: Int { ends.count }

  /// nil for a code that has no number.
  public subscript(code: String) -> Int? {
    if slots.isEmpty { return nil }
    let number = slots[slot(of: code)]
    return number == Self.free ? nil : Int(number)
  }

  /// The number of a code, which it is given where it has none.
  public mutating func number(of code: String) -> Int {
    if slots.count < ends.count * 3 / 2 + 1 { spread(over: ends.count * 2 + 16) }
    let slot = slot(of: code)
    if slots[slot] != Self.free { return Int(slots[slot]) }
    slots[slot] = UInt32(ends.count)
    bytes += code.utf8
    ends.append(UInt32(bytes.count))
    return ends.count - 1
  }

  /// Precondition: `number` is less than `count`.
  public func code(_ number: Int) -> String { String(decoding: bytes[range(number)], as: UTF8.self) }

  private func range(_ number: Int) -> Range<Int> { (number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number]) }

  /// The slot that holds the number of `code`, or the free one where it belongs.
  private func slot(of code: String) -> Int {
    let code = code.utf8Span.span
    let mask = slots.count - 1
    var slot = Self.hash(code) & mask
    while slots[slot] != Self.free, !holds(code, Int(slots[slot])) { slot = (slot + 1) & mask }
    return slot
  }

  private func holds(_ code: Span<UInt8>, _ number: Int) -> Bool {
    let range = range(number)
    guard range.count == code.count else { return false }
    for index in code.indices where code[index] != bytes[range.lowerBound + index] { return false }
    return true
  }

  /// Gives every number its place among at least `count` slots.
  private mutating func spread(over count: Int) {
    var size = 16
    while size < count { size *= 2 }
    slots = Array(repeating: Self.free, count: size)
    for number in ends.indices {
      var slot = Self.hash(bytes.span.extracting(range(number))) & (size - 1)
      while slots[slot] != Self.free { slot = (slot + 1) & (size - 1) }
      slots[slot] = UInt32(number)
    }
  }

  /// Seeded anew in every process, so that no file can be made whose codes all fall on one slot.
  private static func hash(_ bytes: Span<UInt8>) -> Int {
    var hasher = Hasher()
    bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
    return hasher.finalize()
  }
}
