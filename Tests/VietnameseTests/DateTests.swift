import SeededRandom
import Testing
import Vietnamese

@Suite struct CivilDateTests {
  private func date(_ year: Int, _ month: Int, _ day: Int) throws -> CivilDate {
    try #require(CivilDate(year: year, month: month, day: day))
  }

  @Test func `days are padded below ten and months only for one and two`() throws {
    #expect(try date(2026, 2, 5).long == "ngày 05 tháng 02 năm 2026")
    #expect(try date(2026, 5, 27).long == "ngày 27 tháng 5 năm 2026")
    #expect(try date(2026, 5, 27).dayMonth == "ngày 27 tháng 5")
    #expect(try date(2026, 12, 25).long == "ngày 25 tháng 12 năm 2026")
    let short = try [date(2013, 6, 3), date(2021, 4, 9), date(2022, 9, 25), date(2012, 1, 16)].map(\.short)
    #expect(short == ["03/6/2013", "09/4/2021", "25/9/2022", "16/01/2012"])
    #expect(try date(26, 2, 5).iso == "0026-02-05")
  }

  @Test func `days that never were are refused`() {
    for (year, month, day) in [(2026, 2, 29), (1900, 2, 29), (2026, 13, 1), (2026, 4, 31), (0, 1, 1), (2026, 1, 0)] {
      #expect(CivilDate(year: year, month: month, day: day) == nil)
    }
    #expect(CivilDate(year: 2000, month: 2, day: 29) != nil)
  }

  @Test func `ordinals count every day once`() throws {
    #expect(try date(1, 1, 1).ordinal == 1)
    #expect(try date(1970, 1, 1).ordinal == 719_163)
    #expect(try date(9999, 12, 31).ordinal == 3_652_059)
    var (year, month, day) = (1896, 1, 1)
    var ordinal = try date(1896, 1, 1).ordinal
    while year < 2105 {
      #expect(CivilDate(ordinal: ordinal) == CivilDate(year: year, month: month, day: day))
      #expect(CivilDate(year: year, month: month, day: day)?.ordinal == ordinal)
      ordinal += 1
      day += 1
      if day > CivilDate.days(inMonth: month, of: year) { (month, day) = (month + 1, 1) }
      if month > 12 { (year, month) = (year + 1, 1) }
    }
    #expect(CivilDate(ordinal: 0) == nil)
    #expect(CivilDate(ordinal: Int.max) == nil)
  }

  @Test func `weekdays and distances agree with known days`() throws {
    // 30 April 1975 was a Wednesday, 2 September 1945 a Sunday.
    #expect(try date(1975, 4, 30).weekday == .wednesday)
    #expect(try date(1945, 9, 2).weekday == .sunday)
    #expect(try date(2026, 3, 1).days(since: date(2026, 2, 1)) == 28)
    #expect(try date(2026, 1, 31).adding(days: 29) == date(2026, 3, 1))
    #expect(try date(2026, 1, 1).adding(days: Int.max) == nil)
  }

  @Test func `spreadsheet serials respect the leap day that never was`() throws {
    #expect(CivilDate(excelSerial: 1) == (try date(1900, 1, 1)))
    #expect(CivilDate(excelSerial: 59) == (try date(1900, 2, 28)))
    #expect(CivilDate(excelSerial: 60) == nil)
    #expect(CivilDate(excelSerial: 61) == (try date(1900, 3, 1)))
    #expect(CivilDate(excelSerial: 46_058) == (try date(2026, 2, 5)))
    for serial in [1, 59, 61, 46_058] { #expect(CivilDate(excelSerial: serial)?.excelSerial == serial) }
  }
}

@Suite struct DateInputTests {
  private let fifth = CivilDate(year: 2026, month: 2, day: 5) ?? .earliest

  @Test(arguments: [
    "05/02/2026", "5/2/2026", "5-2-2026", "5.2.2026", "2026-02-05", "2026/2/5", "ngày 05 tháng 02 năm 2026",
    "Ngày 5 tháng 2 năm 2026", "ngay 5 thang 2 nam 2026", "05 tháng 02, năm 2026", "ngày 05/02/2026", " 05/02/2026 ",
    "'05/02/2026",
    "2026-02-05 00:00:00", "2026-02-05T07:30:00Z", "05/02/2026 7:30", "nga\u{300}y 05 tha\u{301}ng 02 n\u{103}m 2026",
  ])
  func `one day written in many ways`(_ text: String) {
    #expect(DateInput.parse(text) == .certain(fifth))
  }

  @Test func `serials, month first and short years are reported, not guessed`() {
    #expect(DateInput.parse("46058") == .ambiguous([fifth], .excelSerial))
    let february = CivilDate(year: 2026, month: 2, day: 25)
    let swapped = DateInput.parse("02/25/2026")
    #expect(swapped.alternatives.first == february)
    #expect(swapped.doubt == .monthBeforeDay)
    #expect(DateInput.parse("05/02/26").doubt == .twoDigitYear)
  }

  @Test(arguments: [
    ("29/02/2026", InputFault.noSuchDay), ("31/4/2026", .noSuchDay), ("32/13/2026", .noSuchDay), ("2026", .notADate),
    ("2/2026", .notADate), ("05/02-2026", .notADate), ("hôm qua", .notADate), ("1/2/3/4", .notADate),
    ("999999999999999999999", .notADate), ("ngày 30 tháng 2 năm 2026", .noSuchDay), ("05/02/2026 abc", .notADate),
  ])
  func `what is no day says why`(_ text: String, _ fault: InputFault) {
    #expect(DateInput.parse(text) == .invalid(fault))
  }

  @Test func `every printed date reads back`() throws {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<2_000 {
      let date = try #require(CivilDate(ordinal: Int.random(in: 600_000...900_000, using: &random)))
      for text in [date.long, date.short, date.iso] { #expect(DateInput.parse(text) == .certain(date)) }
    }
  }

  @Test func `random bytes never crash`() {
    var random = SeededGenerator(seed: 4)
    let alphabet = Array("0123456789/-.' T:".utf8) + [0xC2, 0xE2, 0xFF]
    for _ in 0..<5_000 {
      let bytes = (0..<Int.random(in: 0...14, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? 0 }
      _ = DateInput.parse(bytes: bytes.span)
      _ = DateInput.parse(String(decoding: bytes, as: UTF8.self))
    }
  }
}

@Suite struct PeriodTests {
  private func quarter(_ number: Int, _ year: Int) throws -> Period { try #require(Period.quarter(number, year)) }

  @Test func `names and codes follow office usage`() throws {
    let periods = try [
      #require(Period.month(3, 2021)), quarter(4, 2021), #require(Period.half(1, 2021)), #require(Period.half(2, 2021)),
      #require(Period.nineMonths(2021)), #require(Period.year(2021)), #require(Period.campaign(2021, 2025)),
      #require(Period.term(2025, 2030)),
    ]
    #expect(
      periods.map(\.code) == [
        "2021-M03", "2021-Q4", "2021-H1", "2021-H2", "2021-9M", "2021", "2021-2025", "NK2025-2030",
      ])
    #expect(
      periods.map(\.name) == [
        "tháng 3 năm 2021", "quý IV năm 2021", "6 tháng đầu năm 2021", "6 tháng cuối năm 2021", "9 tháng năm 2021",
        "năm 2021", "giai đoạn 2021-2025", "nhiệm kỳ 2025-2030",
      ])
    #expect(try quarter(3, 2026).shortName == "quý III/2026")
    for period in periods {
      for text in [period.code, period.name, period.shortName] { #expect(PeriodInput.parse(text) == .certain(period)) }
    }
  }

  @Test func `calendar periods begin and end with their months`() throws {
    #expect(try quarter(1, 2024).start.iso == "2024-01-01")
    #expect(try quarter(1, 2024).end.iso == "2024-03-31")
    #expect(Period.month(2, 2024)?.end.iso == "2024-02-29")
    #expect(Period.nineMonths(2026)?.end.iso == "2026-09-30")
    #expect(Period.campaign(2021, 2025)?.end.iso == "2025-12-31")
  }

  @Test func `the State closing day moves both ends`() throws {
    let first = try quarter(1, 2026).with(cutOff: .closing(day: 14))
    #expect(first.start.iso == "2025-12-15")
    #expect(first.end.iso == "2026-03-14")
  }

  @Test(arguments: [CutOff.calendar, .closing(day: 14), .closing(day: 30), .closing(day: 99), .closing(day: -4)])
  func `consecutive periods leave no day out`(_ cutOff: CutOff) throws {
    for kind in [Period.Kind.month(5), .quarter(2), .half(1), .year, .campaign(lastYear: 2030)] {
      var period = try #require(Period(kind, year: 2026, cutOff: cutOff))
      for _ in 0..<20 {
        let previous = try #require(period.previous)
        #expect(previous.end.adding(days: 1) == period.start)
        #expect(previous < period)
        period = previous
      }
    }
  }

  @Test func `previous periods and those of last year`() throws {
    #expect(try quarter(1, 2026).previous == quarter(4, 2025))
    #expect(try quarter(1, 2026).sameLastYear == quarter(1, 2025))
    #expect(Period.half(1, 2026)?.previous == Period.half(2, 2025))
    #expect(Period.term(2025, 2030)?.previous == Period.term(2020, 2025))
    #expect(Period.campaign(2021, 2025)?.sameLastYear == nil)
    #expect(Period.year(1900)?.previous == nil)
  }

  @Test func `containment goes by days`() throws {
    let year = try #require(Period.year(2026))
    #expect(try year.contains(quarter(3, 2026)))
    #expect(try !quarter(3, 2026).contains(year))
    #expect(year.containsDate(try #require(CivilDate(year: 2026, month: 12, day: 31))))
    #expect(try !quarter(1, 2026).contains(quarter(1, 2025)))
  }

  @Test func `impossible periods are refused`() {
    #expect(Period.quarter(5, 2026) == nil)
    #expect(Period.month(0, 2026) == nil)
    #expect(Period.campaign(2025, 2021) == nil)
    #expect(Period.year(20_260) == nil)
  }
}

@Suite struct PeriodInputTests {
  @Test(arguments: [
    ("2026-Q3", "2026-Q3"), ("quý III/2026", "2026-Q3"), ("Quý 3 năm 2026", "2026-Q3"), ("Q3/2026", "2026-Q3"),
    ("QUÝ III NĂM 2026", "2026-Q3"), ("quy iii 2026", "2026-Q3"), ("q3-2026", "2026-Q3"), ("Quí 3/2026", "2026-Q3"),
    ("6 tháng đầu năm 2026", "2026-H1"), ("6 tháng năm 2026", "2026-H1"), ("6 tháng cuối năm 2026", "2026-H2"),
    ("9 tháng năm 2026", "2026-9M"), ("9 tháng đầu năm 2026", "2026-9M"), ("năm 2026", "2026"), ("2026", "2026"),
    ("giai đoạn 2021-2025", "2021-2025"), ("Giai đoạn 2021 – 2025", "2021-2025"), ("2021-2025", "2021-2025"),
    ("nhiệm kỳ 2025-2030", "NK2025-2030"), ("tháng 3/2026", "2026-M03"), ("03/2026", "2026-M03"),
    ("2026-03", "2026-M03"),
  ])
  func `periods are read whatever their case and accents`(_ text: String, _ code: String) {
    #expect(PeriodInput.parse(text).value?.code == code)
  }

  @Test func `what is no period says why`() {
    #expect(PeriodInput.parse("quý III").fault == .noYear)
    #expect(PeriodInput.parse("quý III", defaultYear: 2026).value?.code == "2026-Q3")
    for text in [
      "quý V/2026", "13/2026", "5 tháng năm 2026", "2026-2026", "2030-2026", "quý III/2026-2027", "a+b", "quý", "20 26",
    ] {
      let reading = PeriodInput.parse(text)
      #expect(reading.value == nil && reading != .empty, "\(text)")
    }
    #expect(PeriodInput.parse("") == .empty)
  }

  @Test func `random text never crashes`() {
    var random = SeededGenerator(seed: 5)
    let alphabet = Array("quýQnămtháng0123456789-/ IV\u{300}đ?")
    for _ in 0..<3_000 {
      let text = String(
        (0..<Int.random(in: 0...16, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? " " })
      _ = PeriodInput.parse(text)
    }
  }
}
