/// A growable row of plain values that one worker fills, reads and empties again and again.
///
/// It has one owner and is never copied, so that adding an element is a comparison and a store: no reference is counted and no
/// uniqueness checked, which an `Array` inside a value does for each element of each word.
///
/// Unsafe parts: `base` is allocated here for `capacity` elements, the first `count` of them are initialised, nothing outside sees it, and
/// every index is checked.
@safe struct Scratch<Element>: ~Copyable {
  private var base: UnsafeMutablePointer<Element>
  private(set) var count = 0
  private var capacity: Int

  init(capacity: Int = 64) {
    self.capacity = max(capacity, 1)
    unsafe base = .allocate(capacity: max(capacity, 1))
  }

  init(repeating element: Element, count: Int) {
    self.init(capacity: count)
    append(repeating: element, count: count)
  }

  init(_ elements: some Collection<Element>) {
    self.init(capacity: elements.count)
    for element in elements { append(element) }
  }

  deinit {
    unsafe base.deinitialize(count: count)
    unsafe base.deallocate()
  }

  var isEmpty: Bool { count == 0 }
  var indices: Range<Int> { 0..<count }

  /// Lends the elements in that range.
  @inline(__always) func withSpan<Result>(_ range: Range<Int>, _ body: (Span<Element>) -> Result) -> Result {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return unsafe body(Span(_unsafeStart: base + range.lowerBound, count: range.count))
  }

  subscript(index: Int) -> Element {
    @inline(__always) unsafeAddress {
      precondition(index >= 0 && index < count)
      return unsafe UnsafePointer(base + index)
    }
    @inline(__always) unsafeMutableAddress {
      precondition(index >= 0 && index < count)
      return unsafe base + index
    }
  }

  @inline(__always) mutating func append(_ element: Element) {
    if count == capacity { grow(to: count + 1) }
    unsafe (base + count).initialize(to: element)
    count += 1
  }

  mutating func append(repeating element: Element, count number: Int) {
    precondition(number >= 0)
    if capacity - count < number { grow(to: count + number) }
    unsafe (base + count).initialize(repeating: element, count: number)
    count += number
  }

  /// Appends a part of another row.
  @inline(__always) mutating func append(_ range: Range<Int>, of other: borrowing Scratch<Element>) {
    precondition(range.lowerBound >= 0 && range.upperBound <= other.count)
    if capacity - count < range.count { grow(to: count + range.count) }
    unsafe (base + count).initialize(from: other.base + range.lowerBound, count: range.count)
    count += range.count
  }

  mutating func append(contentsOf elements: Span<Element>) {
    if capacity - count < elements.count { grow(to: count + elements.count) }
    unsafe elements.withUnsafeBufferPointer { other in
      guard let start = other.baseAddress else { return }
      unsafe (base + count).initialize(from: start, count: other.count)
    }
    count += elements.count
  }

  mutating func removeAll() {
    unsafe base.deinitialize(count: count)
    count = 0
  }

  mutating func removeLast(_ number: Int = 1) {
    precondition(number >= 0 && number <= count)
    count -= number
    unsafe (base + count).deinitialize(count: number)
  }

  /// Drops the first elements; the others move up.
  mutating func removeFirst(_ number: Int) {
    precondition(number >= 0 && number <= count)
    unsafe base.deinitialize(count: number)
    count -= number
    unsafe base.moveInitialize(from: base + number, count: count)
  }

  /// What it holds, which is here no more: with its memory where that is half full or more, else as a copy of the right size.
  ///
  /// - Parameter room: elements this row has room for afterwards, where it gave its memory away.
  mutating func taken(leaving room: Int) -> Scratch<Element> {
    var taken = Scratch(capacity: 2 * count < capacity ? count : room)
    if 2 * count < capacity {
      taken.append(indices, of: self)
      removeAll()
    } else {
      swap(&taken, &self)
    }
    return taken
  }

  /// A copy no larger than what it holds.
  func array(_ range: Range<Int>) -> [Element] {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return unsafe Array(UnsafeBufferPointer(start: base + range.lowerBound, count: range.count))
  }

  var array: [Element] { array(indices) }

  /// All elements behind those of `before`; the row is empty afterwards.
  mutating func moved(behind before: consuming [Element]) -> [Element] {
    before.reserveCapacity(before.count + count)
    before.append(addingCapacity: count) { free in
      for index in 0..<count { unsafe free.append((base + index).move()) }
    }
    count = 0
    return before
  }

  private mutating func grow(to least: Int) {
    let larger = max(least, 2 * capacity)
    let new = UnsafeMutablePointer<Element>.allocate(capacity: larger)
    unsafe new.moveInitialize(from: base, count: count)
    unsafe base.deallocate()
    unsafe base = unsafe new
    capacity = larger
  }
}

extension Scratch<UInt8> {
  /// Eight bytes from `index` on as one number, the first of them lowest; 0 in place of those behind the end.
  @inline(__always) func lane(at index: Int) -> UInt64 {
    precondition(index >= 0 && index <= count)
    let missing = index &+ 8 &- count
    if missing <= 0 { return unsafe load(index) }
    // The last eight of the row, without those that stand before `index`.
    if count >= 8 { return missing == 8 ? 0 : unsafe load(count - 8) &>> UInt64(truncatingIfNeeded: 8 &* missing) }
    var lane: UInt64 = 0
    for place in (index..<count).reversed() { lane = lane << 8 | UInt64(self[place]) }
    return lane
  }

  /// The bytes in that range, the first eight at most, as one number; 0 in place of those that are missing.
  @inline(__always) func lane(_ range: Range<Int>) -> UInt64 {
    let lane = lane(at: range.lowerBound)
    return range.count >= 8 ? lane : lane & ~(UInt64.max &<< UInt64(truncatingIfNeeded: 8 &* range.count))
  }

  /// The eight bytes from `index` on, all of which must be there.
  @unsafe @inline(__always) private func load(_ index: Int) -> UInt64 {
    unsafe UInt64(littleEndian: UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self))
  }

  /// Its bytes in that range as text.
  func string(_ range: Range<Int>) -> String { String(decoding: array(range), as: UTF8.self) }
}
