import Vietnamese

/// Cells that become numbers, days and periods.
extension CellReader {
  /// A whole number of 0 or more.
  mutating func count(_ column: some TableColumn) -> Int? {
    let column = column.rawValue
    guard let slice = slice(column) else {
      requireIfNeeded(column)
      return nil
    }
    if let quick = withBytes(slice, Self.shortCount) { return quick }
    let reading = withBytes(slice) { NumberInput.parse(bytes: $0, as: .count) }
    guard let number = settle(reading, .badNumber, slice, column, { $0.description }) else { return nil }
    guard let value = number.wholeValue, 0...CompactCount.largest ~= value else {
      reportOutOfRange(column, slice, "0", "2.147.483.647")
      return nil
    }
    return value
  }

  /// One to nine ASCII digits: nearly every count.
  private static func shortCount(_ bytes: Span<UInt8>) -> Int? {
    guard bytes.count <= 9 else { return nil }
    var value = 0
    for index in 0..<bytes.count {
      let digit = bytes[index] &- 0x30
      if digit > 9 { return nil }
      value = value &* 10 &+ Int(digit)
    }
    return value
  }

  /// A rate of 0…100, with or without `%`.
  mutating func percent(_ column: some TableColumn) -> ExactDecimal? { decimal(column.rawValue, .percent) }

  /// A score of 0…100.
  mutating func score(_ column: some TableColumn) -> ExactDecimal? { decimal(column.rawValue, .decimal) }

  private mutating func decimal(_ column: Int, _ kind: NumberKind) -> ExactDecimal? {
    guard let slice = slice(column) else {
      requireIfNeeded(column)
      return nil
    }
    var reading = withBytes(slice) { NumberInput.parse(bytes: $0, as: kind) }
    if reading.isAmbiguous {
      let convention = convention(column)
      reading = withBytes(slice) { NumberInput.parse(bytes: $0, as: kind, convention: convention) }
    }
    guard let value = settle(reading, .badNumber, slice, column, { NumberFormat.string($0) }) else { return nil }
    guard ExactDecimal.zero <= value, value <= ExactDecimal(100) else {
      reportOutOfRange(column, slice, "0", "100")
      return nil
    }
    return value
  }

  /// An amount in đồng.
  mutating func money(_ column: some TableColumn) -> Int? {
    let column = column.rawValue
    guard let slice = slice(column) else {
      requireIfNeeded(column)
      return nil
    }
    if units[column] == .dong, let quick = withBytes(slice, Self.shortCount) { return quick }
    let cell = string(slice)
    var reading = MoneyInput.parse(cell, defaultUnit: units[column])
    if reading.isAmbiguous {
      reading = MoneyInput.parse(cell, defaultUnit: units[column], convention: convention(column))
    }
    guard let value = settle(reading, .badMoney, slice, column, { NumberFormat.string($0) + " đồng" }) else {
      return nil
    }
    guard value >= 0 else {
      reportOutOfRange(column, slice, "0", "9.223.372.036.854.775.807")
      return nil
    }
    return value
  }

  /// A day.
  mutating func date(_ column: some TableColumn) -> CivilDate? {
    let column = column.rawValue
    guard let slice = slice(column) else {
      requireIfNeeded(column)
      return nil
    }
    var reading = withBytes(slice) { DateInput.parse(bytes: $0) }
    if case .invalid(.notADate) = reading { reading = DateInput.parse(string(slice)) }
    return settle(reading, .badDate, slice, column) { $0.short }
  }

  /// A period.
  mutating func period(_ column: some TableColumn) -> Period? {
    let column = column.rawValue
    guard let slice = slice(column) else {
      requireIfNeeded(column)
      return nil
    }
    let (known, hash) =
      slice.isRewritten
      ? periods.find(scratch, slice.range) : periods.find(text.bytes, slice.range)
    if let known { return known }
    let reading = PeriodInput.parse(string(slice), cutOff: cutOff)
    let value = settle(reading, .badPeriod, slice, column) { $0.name }
    if let value, let hash, !slice.isRewritten {
      periods.store(text.bytes, slice.range, hash: hash, value)
    }
    return value
  }

  /// What the other cells of the column prove about its marks; found out once, when a cell is first in doubt.
  private mutating func convention(_ column: Int) -> NumberConvention {
    if let known = conventions[column] { return known }
    let found = ColumnEvidence.convention(
      of: fileColumns[column], text: text, separator: separator, from: dataStart)
    conventions[column] = found
    return found
  }

  /// The value of a reading, or nil with a finding.
  private mutating func settle<Value>(
    _ reading: Reading<Value>, _ rule: ReadingRule, _ slice: Slice, _ column: Int, _ show: (Value) -> String
  ) -> Value? {
    switch reading {
    case .certain(let value): return value
    case .empty: requireIfNeeded(column)
    case .ambiguous(let values, let doubt): reportAmbiguous(column, slice, values.map(show), doubt)
    case .invalid(let fault): reportInvalid(rule, column, slice, fault)
    }
    return nil
  }
}
