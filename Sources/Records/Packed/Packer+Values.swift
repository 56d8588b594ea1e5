import Vietnamese

/// Values of rows.
extension Packer {
  /// An item of a known list, in one byte.
  mutating func item(_ value: some ListValue) { byte(value.rawValue) }

  /// A day or none, in four bytes.
  mutating func date(_ day: CivilDate?) { number(day.map { $0.year << 16 | $0.month << 8 | $0.day } ?? 0) }

  /// A count or none, in four bytes.
  mutating func optional(_ count: Int?) { number(count.map { $0 + 1 } ?? 0) }
}

extension Unpacker {
  /// `other` stands for what is no item: bytes the disk has lost.
  mutating func item<Value: ListValue>(_ other: Value) -> Value { Value(rawValue: byte()) ?? other }

  mutating func date() -> CivilDate? {
    let day = number()
    return CivilDate(year: day >> 16, month: day >> 8 & 0xFF, day: day & 0xFF)
  }

  mutating func optional() -> Int? {
    let count = number()
    return count == 0 ? nil : count - 1
  }
}
