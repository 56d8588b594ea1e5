/// A reporting period (kỳ): what it is called and which days belong to it.
public struct Period: Sendable, Hashable, Comparable, CustomStringConvertible {
  public enum Kind: Sendable, Hashable {
    /// 1…12
    case month(Int)
    /// 1…4
    case quarter(Int)
    /// 1…2: “6 tháng đầu năm”, “6 tháng cuối năm”
    case half(Int)
    /// The first nine months.
    case nineMonths
    case year
    /// “giai đoạn 2021-2025”
    case campaign(lastYear: Int)
    /// “nhiệm kỳ 2025-2030”
    case term(lastYear: Int)
  }

  // Eight bytes in all: an office may hold a million rows with a period each.
  private let form: Form
  private let number: UInt8
  /// 0 for calendar months.
  private let closingDay: UInt8
  private let firstYear: Int16
  private let finalYear: Int16

  private enum Form: UInt8 { case month, quarter, half, nineMonths, year, campaign, term }

  public var kind: Kind {
    switch form {
    case .month: .month(Int(number))
    case .quarter: .quarter(Int(number))
    case .half: .half(Int(number))
    case .nineMonths: .nineMonths
    case .year: .year
    case .campaign: .campaign(lastYear: Int(finalYear))
    case .term: .term(lastYear: Int(finalYear))
    }
  }

  /// The (first) year.
  public var year: Int { Int(firstYear) }

  /// Where the books close; calendar months unless an office says otherwise.
  public var cutOff: CutOff { closingDay == 0 ? .calendar : .closing(day: Int(closingDay)) }

  /// The years a period may touch; outside them a four-digit number is a typing error.
  public static let years = 1900...2999

  /// Nil when a part is out of range.
  public init?(_ kind: Kind, year: Int, cutOff: CutOff = .calendar) {
    guard Self.years ~= year else { return nil }
    let (form, number, last) = Self.parts(kind, year)
    switch form {
    case .month: guard 1...12 ~= number else { return nil }
    case .quarter: guard 1...4 ~= number else { return nil }
    case .half: guard 1...2 ~= number else { return nil }
    case .nineMonths, .year: break
    case .campaign, .term: guard last > year, Self.years ~= last else { return nil }
    }
    self.form = form
    self.number = UInt8(number)
    firstYear = Int16(year)
    finalYear = Int16(last)
    closingDay =
      switch cutOff {
      case .calendar: 0
      case .closing(let day): UInt8(min(max(1, day), 31))
      }
  }

  private static func parts(_ kind: Kind, _ year: Int) -> (Form, number: Int, lastYear: Int) {
    switch kind {
    case .month(let number): (.month, number, year)
    case .quarter(let number): (.quarter, number, year)
    case .half(let number): (.half, number, year)
    case .nineMonths: (.nineMonths, 0, year)
    case .year: (.year, 0, year)
    case .campaign(let last): (.campaign, 0, last)
    case .term(let last): (.term, 0, last)
    }
  }

  public static func month(_ number: Int, _ year: Int) -> Period? { Period(.month(number), year: year) }
  public static func quarter(_ number: Int, _ year: Int) -> Period? { Period(.quarter(number), year: year) }
  public static func half(_ number: Int, _ year: Int) -> Period? { Period(.half(number), year: year) }
  public static func nineMonths(_ year: Int) -> Period? { Period(.nineMonths, year: year) }
  public static func year(_ year: Int) -> Period? { Period(.year, year: year) }
  public static func campaign(_ first: Int, _ last: Int) -> Period? { Period(.campaign(lastYear: last), year: first) }
  public static func term(_ first: Int, _ last: Int) -> Period? { Period(.term(lastYear: last), year: first) }

  /// The period in seven bytes; equal periods have equal numbers.
  public var packed: UInt64 {
    UInt64(form.rawValue) | UInt64(number) << 8 | UInt64(closingDay) << 16 | UInt64(firstYear) << 24
      | UInt64(finalYear) << 40
  }

  /// The period a number was made of; nil for a number that was not.
  public init?(packed: UInt64) {
    let (number, day) = (Int(packed >> 8 & 0xFF), Int(packed >> 16 & 0xFF))
    let (first, last) = (Int(packed >> 24 & 0xFFFF), Int(packed >> 40 & 0xFFFF))
    guard let form = Form(rawValue: UInt8(packed & 0xFF)), packed >> 56 == 0 else { return nil }
    let kind: Kind =
      switch form {
      case .month: .month(number)
      case .quarter: .quarter(number)
      case .half: .half(number)
      case .nineMonths: .nineMonths
      case .year: .year
      case .campaign: .campaign(lastYear: last)
      case .term: .term(lastYear: last)
      }
    self.init(kind, year: first, cutOff: day == 0 ? .calendar : .closing(day: day))
    if self.packed != packed { return nil }
  }

  /// The calendar year 1900, the first a row may be of.
  public static let earliest = Period(
    form: .year, number: 0, closingDay: 0, firstYear: Int16(years.lowerBound), finalYear: Int16(years.lowerBound))

  private init(form: Form, number: UInt8, closingDay: UInt8, firstYear: Int16, finalYear: Int16) {
    self.form = form
    self.number = number
    self.closingDay = closingDay
    self.firstYear = firstYear
    self.finalYear = finalYear
  }

  /// The same period with other closing days.
  public func with(cutOff: CutOff) -> Period { Period(kind, year: year, cutOff: cutOff) ?? self }

  /// The first day of the data.
  public var start: CivilDate { cutOff.firstDay(ofMonth: firstMonth, year: year) }
  /// The last day of the data.
  public var end: CivilDate { cutOff.lastDay(ofMonth: lastMonth, year: lastYear) }

  /// The year the period ends in.
  public var lastYear: Int {
    switch kind {
    case .campaign(let last), .term(let last): last
    default: year
    }
  }

  private var firstMonth: Int {
    switch kind {
    case .month(let number): number
    case .quarter(let number): number * 3 - 2
    case .half(let number): number * 6 - 5
    default: 1
    }
  }

  private var lastMonth: Int {
    switch kind {
    case .month(let number): number
    case .quarter(let number): number * 3
    case .half(let number): number * 6
    case .nineMonths: 9
    default: 12
    }
  }

  public func containsDate(_ date: CivilDate) -> Bool { start <= date && date <= end }

  /// True when every day of `other` belongs to this period; a period contains itself.
  public func contains(_ other: Period) -> Bool { start <= other.start && other.end <= end }

  public var description: String { code }

  /// By first day, then last day, then code: a total order.
  public static func < (left: Period, right: Period) -> Bool {
    if left.start != right.start { return left.start < right.start }
    if left.end != right.end { return left.end < right.end }
    return left.code < right.code
  }
}

extension Period {
  /// The period just before: the quarter before a quarter, the year before nine months or a year, and for a range of
  /// years the range of equal length that ends where this begins. Nil before 1900.
  public var previous: Period? {
    switch kind {
    case .month(let number): shifted(number, of: 12) { .month($0) }
    case .quarter(let number): shifted(number, of: 4) { .quarter($0) }
    case .half(let number): shifted(number, of: 2) { .half($0) }
    case .nineMonths, .year: Period(kind, year: year - 1, cutOff: cutOff)
    case .campaign(let last):
      // 2021-2025 follows 2016-2020: the years are whole and do not overlap.
      Period(.campaign(lastYear: year - 1), year: 2 * year - last - 1, cutOff: cutOff)
    case .term(let last):
      // Terms share the year of the congress: 2025-2030 follows 2020-2025.
      Period(.term(lastYear: year), year: 2 * year - last, cutOff: cutOff)
    }
  }

  /// The same part of the year before; nil for ranges of years, which have none, and before 1900.
  public var sameLastYear: Period? {
    switch kind {
    case .campaign, .term: nil
    default: Period(kind, year: year - 1, cutOff: cutOff)
    }
  }

  private func shifted(_ number: Int, of count: Int, _ make: (Int) -> Kind) -> Period? {
    number > 1
      ? Period(make(number - 1), year: year, cutOff: cutOff)
      : Period(make(count), year: year - 1, cutOff: cutOff)
  }
}

/// Where an office closes its books within a month.
public enum CutOff: Sendable, Hashable {
  /// Whole calendar months.
  case calendar
  /// The data of a month end on this day (1…31, or the month's last day if it is shorter) and begin on the day after
  /// the close of the month before. `closing(day: 14)` is the State rule: a quarter runs from day 15 of the month
  /// before it to day 14 of its last month.
  case closing(day: Int)

  func lastDay(ofMonth month: Int, year: Int) -> CivilDate {
    let length = CivilDate.days(inMonth: month, of: year)
    let day =
      switch self {
      case .calendar: length
      case .closing(let day): min(max(1, day), length)
      }
    return Self.date(year, month, day)
  }

  func firstDay(ofMonth month: Int, year: Int) -> CivilDate {
    if self == .calendar { return Self.date(year, month, 1) }
    let before = month > 1 ? lastDay(ofMonth: month - 1, year: year) : lastDay(ofMonth: 12, year: year - 1)
    return before.adding(days: 1) ?? before
  }

  /// Callers pass months 1…12, years 1899…2999 and days the month has, so the fallback is never taken.
  private static func date(_ year: Int, _ month: Int, _ day: Int) -> CivilDate {
    CivilDate(year: year, month: month, day: day) ?? .earliest
  }
}
