/// Elements in their order, in memory or packed in a scratch file: a run over thousands of units does not hold a million rows.
///
/// Going through all of them, or through many by `elements(at:)`, reads them in blocks; one by its place reads that one.
///
/// What figures are made with is inlinable: they ask for rows from another room, where a generic function would be called unspecialised.
public struct Rows<Element: Sendable>: RandomAccessCollection, Sendable {
  @usableFromInline enum Storage: Sendable {
    case memory([Element])
    case packed(PackedElements<Element>)
  }

  @usableFromInline private(set) var storage: Storage

  public init(_ elements: [Element] = []) { storage = .memory(elements) }

  init(_ packed: PackedElements<Element>) { storage = .packed(packed) }

  @inlinable public var startIndex: Int { 0 }

  @inlinable public var endIndex: Int {
    switch storage {
    case .memory(let elements): elements.count
    case .packed(let packed): packed.count
    }
  }

  @inlinable public subscript(place: Int) -> Element {
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
  @inlinable public func map<Value>(_ transform: (Element) throws -> Value) rethrows -> [Value] {
    var values: [Value] = []
    values.reserveCapacity(count)
    for element in self { values.append(try transform(element)) }
    return values
  }

  /// Those at `places` (ascending, each once), those that stand together taken together.
  @inlinable public func elements(at places: [Int]) -> [Element] {
    if case .memory(let elements) = storage, places.count == elements.count { return elements }
    var found: [Element] = []
    found.reserveCapacity(places.count)
    var first = 0
    while first < places.count {
      var next = first + 1
      while next < places.count, places[next] == places[next - 1] + 1 { next += 1 }
      let range = places[first]..<places[next - 1] + 1
      switch storage {
      case .memory(let elements): found += elements[range]
      case .packed(let packed): found += packed.elements(range)
      }
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

  @inlinable public func makeIterator() -> Iterator { Iterator(self) }

  /// Goes through the elements block by block.
  public struct Iterator: IteratorProtocol {
    @usableFromInline let elements: [Element]
    @usableFromInline var packed: PackedElements<Element>.Iterator?
    @usableFromInline var place = 0

    @inlinable init(_ rows: Rows) {
      switch rows.storage {
      case .memory(let elements):
        self.elements = elements
        packed = nil
      case .packed(let packed):
        elements = []
        self.packed = packed.makeIterator()
      }
    }

    @inlinable public mutating func next() -> Element? {
      guard place < elements.count else { return packed?.next() }
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
