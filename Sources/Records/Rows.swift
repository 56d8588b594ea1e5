/// Elements in their order, in memory or packed in a scratch file: a run over thousands of units does not hold a million rows.
///
/// Going through all of them, or through many by `elements(at:)`, reads them in blocks; one by its place reads that one.
public struct Rows<Element: Sendable>: RandomAccessCollection, Sendable {
  private enum Storage: Sendable {
    case memory([Element])
    case packed(PackedElements<Element>)
  }

  private var storage: Storage

  public init(_ elements: [Element] = []) { storage = .memory(elements) }

  init(_ packed: PackedElements<Element>) { storage = .packed(packed) }

  public var startIndex: Int { 0 }

  public var endIndex: Int {
    switch storage {
    case .memory(let elements): elements.count
    case .packed(let packed): packed.count
    }
  }

  public subscript(place: Int) -> Element {
    switch storage {
    case .memory(let elements): elements[place]
    case .packed(let packed): packed.elements(place..<place + 1)[0]
    }
  }

  /// All of them in memory.
  public var all: [Element] {
    switch storage {
    case .memory(let elements): elements
    case .packed(let packed): packed.elements(0..<packed.count)
    }
  }

  /// As for any collection, but block by block.
  public func map<Value>(_ transform: (Element) throws -> Value) rethrows -> [Value] {
    var values: [Value] = []
    values.reserveCapacity(count)
    for element in self { values.append(try transform(element)) }
    return values
  }

  /// Those at `places` (ascending, each once), those that stand together read together.
  public func elements(at places: [Int]) -> [Element] {
    guard case .packed(let packed) = storage else {
      return places.count == count ? all : places.map { self[$0] }
    }
    var found: [Element] = []
    found.reserveCapacity(places.count)
    var first = 0
    while first < places.count {
      var next = first + 1
      while next < places.count, places[next] == places[next - 1] + 1 { next += 1 }
      found += packed.elements(places[first]..<places[next - 1] + 1)
      first = next
    }
    return found
  }

  /// Takes out the elements at these places.
  mutating func remove(_ gone: Set<Int>) {
    if gone.isEmpty { return }
    if case .packed(let packed) = storage, let rest = packed.without(gone) {
      storage = .packed(rest)
      return
    }
    storage = .memory(enumerated().lazy.filter { !gone.contains($0.offset) }.map(\.element))
  }

  public func makeIterator() -> Iterator { Iterator(self) }

  /// Goes through the elements block by block.
  public struct Iterator: IteratorProtocol {
    private let elements: [Element]
    private var packed: PackedElements<Element>.Iterator?
    private var place = 0

    init(_ rows: Rows) {
      switch rows.storage {
      case .memory(let elements): self.elements = elements
      case .packed(let packed):
        elements = []
        self.packed = packed.makeIterator()
      }
    }

    public mutating func next() -> Element? {
      if packed != nil { return packed?.next() }
      guard place < elements.count else { return nil }
      defer { place += 1 }
      return elements[place]
    }
  }
}

extension Rows: Equatable where Element: Equatable {
  public static func == (left: Rows, right: Rows) -> Bool { left.elementsEqual(right) }
}

extension Rows: ExpressibleByArrayLiteral {
  public init(arrayLiteral elements: Element...) { self.init(elements) }
}
