import Vietnamese

/// Remembers what the bytes of a cell became, so that the same code, date or list value is read once.
///
/// Bounded: when it is full, or the cells of a column hardly ever repeat, it only fails to help.
struct ByteMemo<Value: Sendable>: Sendable {
  /// Entries at most; an office has thousands of organisations, not millions.
  static var capacity: Int { 4096 }
  /// Longer cells are prose and do not repeat.
  static var longestKey: Int { 64 }

  private struct Entry: Sendable {
    var hash: UInt64
    var start: Int32
    var length: Int32
    var value: Value
  }

  private var slots: [Int32] = []
  private var entries: [Entry] = []
  private var keys: [UInt8] = []
  private var hits = 0
  private var isIdle = false

  /// The remembered value, or the hash to `store` a new one under; nil for both when it is not worth remembering.
  mutating func find(_ bytes: [UInt8], _ range: Range<Int>) -> (value: Value?, hash: UInt64?) {
    if isIdle || range.count > Self.longestKey { return (nil, nil) }
    let hash = ByteLanes.hash(bytes.span.extracting(range))
    if slots.isEmpty { return (nil, hash) }
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let place = Int(slots[slot])
      if entries[place].hash == hash, matches(place, bytes, range) {
        hits &+= 1
        return (entries[place].value, nil)
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    if entries.count >= Self.capacity {
      isIdle = hits < Self.capacity
      return (nil, nil)
    }
    return (nil, hash)
  }

  mutating func store(_ bytes: [UInt8], _ range: Range<Int>, hash: UInt64, _ value: Value) {
    if entries.count * 2 >= slots.count { grow() }
    let start = Int32(keys.count)
    keys.append(contentsOf: bytes[range])
    entries.append(Entry(hash: hash, start: start, length: Int32(range.count), value: value))
    insert(Int32(entries.count - 1), hash)
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: max(64, slots.count * 2))
    entries.reserveCapacity(slots.count / 2)
    for index in entries.indices { insert(Int32(index), entries[index].hash) }
  }

  private mutating func insert(_ entry: Int32, _ hash: UInt64) {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = entry
  }

  private func matches(_ place: Int, _ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    let (start, length) = (Int(entries[place].start), Int(entries[place].length))
    return ByteLanes.isEqual(keys.span.extracting(start..<start + length), bytes.span.extracting(range))
  }
}
