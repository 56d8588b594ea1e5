public import Vietnamese

/// Finds the rating of an organisation in a period. About 20 bytes a row; built in one pass.
///
/// It numbers the organisations and periods of the rows, so that rules over a million rows look a name up once and go on with
/// its number.
public struct RatingIndex: Sendable {
  private var organisations = CodeNumbers()
  private var periods: [Period: UInt32] = [:]
  /// The periods by their numbers, in the order in which they first occur.
  private(set) var periodList: [Period] = []
  /// Organisation, period and subject of each row in one number.
  private var keys: [UInt64] = []
  /// Row numbers, open addressing; -1 for free.
  private var slots: [Int32]
  /// Rows whose key an earlier row has, with that row.
  private(set) var duplicates: [(index: Int, first: Int)] = []

  public init(_ ratings: some RandomAccessCollection<Rating>) {
    var size = 16
    while size < ratings.count * 3 / 2 { size *= 2 }
    slots = Array(repeating: -1, count: size)
    keys.reserveCapacity(ratings.count)
    var last: (period: Period, number: UInt32)?
    for (index, rating) in ratings.enumerated() {
      // Rows mostly come in the order of their periods.
      if last?.period != rating.period { last = (rating.period, Self.number(rating.period, &periods, &periodList)) }
      let organisation = organisations.number(of: rating.organisation)
      keys.append(Self.key(UInt32(organisation), last?.number ?? 0, rating.subject))
      insert(index)
    }
  }

  /// The codes by their numbers, in the order in which they first occur.
  var organisationCodes: some RandomAccessCollection<String> { (0..<organisations.count).lazy.map(organisations.code) }

  /// The row of the rating, or nil.
  public func row(of organisation: String, in period: Period, _ subject: RatingSubject) -> Int? {
    guard let organisation = organisations[organisation], let period = periods[period] else { return nil }
    let place = slots[slot(of: Self.key(UInt32(organisation), period, subject))]
    return place < 0 ? nil : Int(place)
  }

  /// The same for an organisation and a period known by their numbers.
  func row(ofNumber organisation: Int, inNumber period: Int, _ subject: RatingSubject) -> Int? {
    let place = slots[slot(of: Self.key(UInt32(organisation), UInt32(period), subject))]
    return place < 0 ? nil : Int(place)
  }

  /// The number of an organisation that has ratings.
  func organisationNumber(of code: String) -> Int? { organisations[code] }

  /// The number of the organisation of row `index`.
  func organisationNumber(ofRow index: Int) -> Int { Int(keys[index] >> 32) }

  /// The number of the period of row `index`.
  func periodNumber(ofRow index: Int) -> Int { Int(keys[index] >> 8 & 0xFF_FFFF) }

  private mutating func insert(_ index: Int) {
    let slot = slot(of: keys[index])
    if slots[slot] >= 0 {
      duplicates.append((index, Int(slots[slot])))
    } else {
      slots[slot] = Int32(index)
    }
  }

  /// The slot that holds `key`, or the free one where it belongs.
  private func slot(of key: UInt64) -> Int {
    let mask = slots.count - 1
    // Fibonacci hashing spreads numbers that count up.
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 24) & mask
    while slots[slot] >= 0, keys[Int(slots[slot])] != key { slot = (slot + 1) & mask }
    return slot
  }

  private static func number(
    _ period: Period, _ numbers: inout [Period: UInt32], _ list: inout [Period]
  ) -> UInt32 {
    if let number = numbers[period] { return number }
    let number = UInt32(numbers.count)
    numbers[period] = number
    list.append(period)
    return number
  }

  /// 32 bits for the organisation, 24 for the period, 8 for the subject.
  private static func key(_ organisation: UInt32, _ period: UInt32, _ subject: RatingSubject) -> UInt64 {
    UInt64(organisation) << 32 | UInt64(period) << 8 | UInt64(subject.rawValue)
  }
}
