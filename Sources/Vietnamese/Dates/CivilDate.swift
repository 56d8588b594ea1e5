/// A day of the proleptic Gregorian calendar, years 1…9999. No clock, no time zone.
public struct CivilDate: Sendable, Hashable, Comparable, CustomStringConvertible {
  private let packedYear: Int16
  private let packedMonth: UInt8
  private let packedDay: UInt8

  public var year: Int { Int(packedYear) }
  /// 1…12
  public var month: Int { Int(packedMonth) }
  /// 1…31
  public var day: Int { Int(packedDay) }

  /// Nil when there is no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard 1...9999 ~= year, 1...12 ~= month, day >= 1, day <= Self.days(inMonth: month, of: year) else { return nil }
    packedYear = Int16(year)
    packedMonth = UInt8(month)
    packedDay = UInt8(day)
  }

  /// The day with this number; 1 is 1 January of year 1. Nil outside years 1…9999.
  public init?(ordinal: Int) {
    guard 1...3_652_059 ~= ordinal else { return nil }
    // Years counted from March put the leap day last; 146 097 days make 400 years.
    let days = ordinal + 305
    let era = days / 146_097
    let dayOfEra = days % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    self.init(year: year, month: month, day: dayOfYear - (153 * marchMonth + 2) / 5 + 1)
  }

  /// 1 January of year 1.
  public static let earliest = CivilDate(unchecked: 1, 1, 1)

  /// 31 December of year 9999.
  public static let latest = CivilDate(unchecked: 9999, 12, 31)

  private init(unchecked year: Int16, _ month: UInt8, _ day: UInt8) {
    (packedYear, packedMonth, packedDay) = (year, month, day)
  }

  /// The number of the day; 1 January of year 1 is 1.
  public var ordinal: Int {
    let shifted = month <= 2 ? year - 1 : year
    let (era, yearOfEra) = (shifted / 400, shifted % 400)
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 305
  }

  /// The day `days` later (earlier when negative); nil outside years 1…9999.
  public func adding(days: Int) -> CivilDate? {
    let (sum, overflow) = ordinal.addingReportingOverflow(days)
    return overflow ? nil : CivilDate(ordinal: sum)
  }

  /// How many days after `other` this day is.
  public func days(since other: CivilDate) -> Int { ordinal - other.ordinal }

  public var weekday: Weekday { Weekday(rawValue: ordinal % 7) ?? .sunday }

  public static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// 28…31; 0 for a month outside 1…12.
  public static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 1, 3, 5, 7, 8, 10, 12: 31
    case 4, 6, 9, 11: 30
    case 2: isLeap(year) ? 29 : 28
    default: 0
    }
  }

  public static func < (left: CivilDate, right: CivilDate) -> Bool {
    (left.packedYear, left.packedMonth, left.packedDay) < (right.packedYear, right.packedMonth, right.packedDay)
  }
}

/// The days of the week; the raw value is the day number modulo 7.
public enum Weekday: Int, Sendable, Hashable, CaseIterable {
  case sunday, monday, tuesday, wednesday, thursday, friday, saturday

  /// `thứ Hai`, `Chủ nhật`.
  public var name: String {
    switch self {
    case .sunday: "Chủ nhật"
    case .monday: "thứ Hai"
    case .tuesday: "thứ Ba"
    case .wednesday: "thứ Tư"
    case .thursday: "thứ Năm"
    case .friday: "thứ Sáu"
    case .saturday: "thứ Bảy"
    }
  }
}

extension CivilDate {
  /// `ngày 05 tháng 02 năm 2026`: days below 10 and the months 1 and 2 are padded, as official papers are.
  public var long: String { "\(dayMonth) năm \(year)" }

  /// `ngày 27 tháng 5`, `ngày 05 tháng 02`.
  public var dayMonth: String { "ngày \(Self.padded(day)) tháng \(Self.paddedMonth(month))" }

  /// `03/6/2013`, `16/01/2012`.
  public var short: String { "\(Self.padded(day))/\(Self.paddedMonth(month))/\(year)" }

  /// `2026-02-05`.
  public var iso: String {
    var bytes: [UInt8] = []
    appendISO(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends `2026-02-05`, ten bytes of ASCII.
  public func appendISO(to bytes: inout [UInt8]) {
    func append(_ value: Int, _ unit: Int) { bytes.append(0x30 + UInt8(value / unit % 10)) }
    for unit in [1000, 100, 10, 1] { append(year, unit) }
    bytes.append(UInt8(ascii: "-"))
    for unit in [10, 1] { append(month, unit) }
    bytes.append(UInt8(ascii: "-"))
    for unit in [10, 1] { append(day, unit) }
  }

  public var description: String { iso }

  private static func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }

  /// Only 1 and 2 are padded: `0` before 10, 11, 12 was the forger's way, not before 3…9.
  static func paddedMonth(_ month: Int) -> String { month <= 2 ? "0\(month)" : "\(month)" }
}

extension CivilDate {
  /// The day a spreadsheet stores as `serial` in its 1900 date system: 1 is 1 January 1900.
  ///
  /// Nil below 1 and for 60, the 29 February 1900 that spreadsheets count but never was.
  public init?(excelSerial serial: Int) {
    guard serial >= 1, serial != 60, serial <= 2_958_465 else { return nil }
    // 30 December 1899 is day 693 594; before the false leap day everything is one later.
    self.init(ordinal: 693_594 + serial + (serial < 60 ? 1 : 0))
  }

  /// The serial number of this day in the 1900 date system; nil before 1900.
  public var excelSerial: Int? {
    let serial = ordinal - 693_594
    if serial > 60 { return serial }
    return serial >= 2 ? serial - 1 : nil
  }
}
