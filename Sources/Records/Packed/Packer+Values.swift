import Vietnamese

/// Values of rows.
extension Packer {
  /// Items of known lists, a byte each in one word.
  mutating func items(_ a: some ListValue, _ b: some ListValue, _ c: some ListValue, _ d: some ListValue) {
    number(Int(a.rawValue) | Int(b.rawValue) << 8 | Int(c.rawValue) << 16 | Int(d.rawValue) << 24)
  }

  /// A day or none, in one word.
  mutating func date(_ day: CivilDate?) { number(day.map { $0.year << 16 | $0.month << 8 | $0.day } ?? 0) }

  /// In two words.
  mutating func period(_ period: Period) { large(Int(period.packed)) }

  /// A count or none, in one word.
  mutating func optional(_ count: Int?) { number(count.map { $0 + 1 } ?? 0) }
}

extension Unpacker {
  /// The item in byte `place` of `number`; nil for what is none: the disk has lost it.
  static func item<Value: ListValue>(_ place: Int, of number: Int) -> Value? {
    Value(rawValue: UInt8(truncatingIfNeeded: number >> (8 * place)))
  }

  mutating func date() -> CivilDate? {
    let day = number()
    return CivilDate(year: day >> 16, month: day >> 8 & 0xFF, day: day & 0xFF)
  }

  /// nil for what is no period: the disk has lost it.
  mutating func period() -> Period? { Period(packed: UInt64(bitPattern: Int64(large()))) }

  mutating func optional() -> Int? {
    let count = number()
    return count == 0 ? nil : count - 1
  }
}
