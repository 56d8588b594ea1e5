import SeededRandom
import Testing
import Vietnamese

@Suite struct NumberInputTests {
  private func decimal(_ text: String) -> ExactDecimal { ExactDecimal.parse(text) ?? .zero }

  @Test(arguments: [
    ("0", "0"), ("02", "2"), ("1.234", "1234"), ("1.234.567", "1234567"), ("1,234,567", "1234567"), ("1,234", "1234"),
    ("1 234 567", "1234567"), ("1\u{A0}234", "1234"), ("1\u{202F}234\u{202F}567", "1234567"), ("'02", "2"),
    ("’15", "15"), ("  84 ", "84"), ("\u{FEFF}84", "84"), ("45,0", "45"), ("1.234,00", "1234"), ("-5", "-5"),
    ("\u{2212}5", "-5"), ("(1.234)", "-1234"), ("+7", "7"), ("1'234'567", "1234567"),
  ])
  func `a count is read whatever marks it carries`(_ text: String, _ expected: String) {
    #expect(NumberInput.parse(text, as: .count) == .certain(decimal(expected)))
  }

  @Test(arguments: [
    ("45,5", InputFault.notWhole), ("45.5", .notWhole), ("12 %", .unexpectedPercent), ("abc", .notANumber),
    ("12 người", .notANumber), ("1.2.3", .badGrouping), ("1.234,567,8", .badGrouping), ("12.3456.789", .badGrouping),
    ("1,23E+05", .scientific), ("1E5", .scientific), ("-", .notANumber), ("5.", .badGrouping), ("1..5", .badGrouping),
    ("0.123.456", .badGrouping), ("12 5", .badGrouping), ("%", .unexpectedPercent), ("'", .notANumber),
    ("1234567890123456789012345678901234567890", .tooLarge),
  ])
  func `what is no count says why`(_ text: String, _ fault: InputFault) {
    let reading = NumberInput.parse(text, as: .count)
    #expect(reading.fault == fault || (text == "%" && reading.fault == .notANumber))
  }

  @Test(arguments: [
    ("1.234.567,5", "1234567.5"), ("1,234,567.5", "1234567.5"), ("45.5", "45.5"), ("45,5", "45.5"), (".5", "0.5"),
    ("1234.567", "1234.567"), ("0.123", "0.123"), ("0,125", "0.125"), ("1 234,5", "1234.5"), ("1.234,567", "1234.567"),
    ("98,50", "98.5"), ("12", "12"), ("1.234.567", "1234567"),
  ])
  func `a decimal with one meaning is certain`(_ text: String, _ expected: String) {
    #expect(NumberInput.parse(text, as: .decimal) == .certain(decimal(expected)))
  }

  @Test func `three digits behind one mark are ambiguous among decimals`() {
    let dot = NumberInput.parse("1.234", as: .decimal)
    #expect(dot == .ambiguous([decimal("1234"), decimal("1.234")], .thousandsOrDecimal))
    #expect(dot.value == nil)
    #expect(NumberInput.parse("1,234", as: .percent).alternatives == [decimal("1.234"), decimal("1234")])
    #expect(NumberInput.parse("1,000", as: .count).alternatives == [decimal("1000"), decimal("1")])
  }

  @Test func `the convention of the column settles the doubt`() {
    #expect(NumberInput.parse("1.234", as: .decimal, convention: .vietnamese).value == decimal("1234"))
    #expect(NumberInput.parse("1.234", as: .decimal, convention: .english).value == decimal("1.234"))
    #expect(NumberInput.parse("1,234", as: .decimal, convention: .vietnamese).value == decimal("1.234"))
    #expect(NumberInput.evidence("1.234.567") == .vietnamese)
    #expect(NumberInput.evidence("45,5") == .vietnamese)
    #expect(NumberInput.evidence("45.5") == .english)
    #expect(NumberInput.evidence("1,234.5") == .english)
    #expect(NumberInput.evidence("1.234") == nil)
    #expect(NumberInput.evidence("x") == nil)
  }

  @Test func `a percent sign belongs to rates`() {
    #expect(NumberInput.parse("12 %", as: .percent).value == decimal("12"))
    #expect(NumberInput.parse("73,81%", as: .percent).value == decimal("73.81"))
    #expect(
      NumberInput.parse("12\u{A0}%", as: .decimal) == .ambiguous([decimal("12"), decimal("0.12")], .percentOrFraction))
  }

  @Test func `nothing but spaces is empty`() {
    for text in ["", "  ", "\t", "\u{A0}", "\u{202F}\u{200B}"] {
      #expect(NumberInput.parse(text, as: .count) == .empty)
    }
  }

  @Test func `random bytes never crash and printed numbers read back`() {
    var random = SeededGenerator(seed: 2)
    let alphabet = Array("0123456789.,-+%'() \u{A0}\u{202F}eE".utf8) + [0xC2, 0xE2, 0x80, 0xFF, 0]
    for _ in 0..<5_000 {
      let bytes = (0..<Int.random(in: 0...24, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? 0 }
      for kind in [NumberKind.count, .decimal, .percent] { _ = NumberInput.parse(bytes: bytes.span, as: kind) }
      let value = Int.random(in: -1_000_000_000...1_000_000_000, using: &random)
      #expect(NumberInput.parse(NumberFormat.string(value), as: .count).value == ExactDecimal(value))
    }
  }
}

@Suite struct MoneyInputTests {
  @Test(arguments: [
    ("135 triệu đồng", 135_000_000), ("135 TRIỆU", 135_000_000), ("1,5 tỷ đồng", 1_500_000_000),
    ("1,5 tỉ", 1_500_000_000), ("2 tỷ 500 triệu đồng", 2_500_000_000), ("1.500.000 đ", 1_500_000),
    ("1.500.000đ", 1_500_000), ("1500000", 1_500_000), ("24,105 nghìn đồng", 0), ("500 ngàn đồng", 500_000),
    ("1.500.000 VNĐ", 1_500_000), ("1.500.000\u{A0}₫", 1_500_000), ("0,25 triệu đồng", 250_000), ("1.234 đồng", 1_234),
  ])
  func `amounts are read into exact đồng`(_ text: String, _ dong: Int) {
    let reading = MoneyInput.parse(text)
    if text.hasPrefix("24,105") {
      // 24,105 nghìn is 24 105 đồng, or 24 105 000 for who writes commas between thousands.
      #expect(reading == .ambiguous([24_105, 24_105_000], .thousandsOrDecimal))
    } else {
      #expect(reading == .certain(dong))
    }
  }

  @Test func `a doubtful number before a large unit stays doubtful`() {
    #expect(MoneyInput.parse("1.500 triệu đồng").alternatives == [1_500_000_000, 1_500_000])
    #expect(MoneyInput.parse("1.500 triệu đồng", convention: .vietnamese).value == 1_500_000_000)
    #expect(MoneyInput.parse("135", defaultUnit: .million).value == 135_000_000)
  }

  @Test func `what is no whole amount is refused`() {
    #expect(MoneyInput.parse("0,0000001 triệu").fault == .notWhole)
    #expect(MoneyInput.parse("99999999999999999999 tỷ").fault == .tooLarge)
    for text in ["triệu", "5 con bò", "2 tỷ 500", "3 triệu 2 tỷ", "đồng"] {
      #expect(MoneyInput.parse(text).fault == .notMoney, "\(text)")
    }
    #expect(MoneyInput.parse(" ") == .empty)
  }
}

@Suite struct YesNoInputTests {
  @Test func `yes and no are read in the words offices use`() {
    for text in ["có", "Có", "CO", "x", "X", "1", "đúng", "Đạt", "✓"] { #expect(YesNoInput.parse(text).value == true) }
    for text in ["không", "Khong", "0", "-", "chưa", "Chưa đạt"] { #expect(YesNoInput.parse(text).value == false) }
    #expect(YesNoInput.parse("") == .empty)
    #expect(YesNoInput.parse("có lẽ").fault == .notYesOrNo)
  }
}

@Suite struct LongInputTests {
  @Test func `a cell of a megabyte is refused, not worked on`() {
    for unit in ["1", "?", " 1 triệu", "quý ", "a\u{301}", "1.", "/"] {
      let text = String(repeating: unit, count: 1_000_000 / unit.utf8.count)
      #expect(NumberInput.parse(text, as: .decimal).value == nil)
      #expect(MoneyInput.parse(text).value == nil)
      #expect(DateInput.parse(text).value == nil)
      #expect(PeriodInput.parse(text).value == nil)
      #expect(YesNoInput.parse(text).value == nil)
      #expect(Nearest.suggest(String(text.prefix(5_000)), among: ["ma_don_vi"]) == nil)
    }
    #expect(LostText.firstSign(String(repeating: "?", count: 1_000_000)) == nil)
  }
}
