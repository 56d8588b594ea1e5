import SeededRandom
import Testing
import Vietnamese

@Suite struct ExactDecimalTests {
  private func decimal(_ text: String) throws -> ExactDecimal { try #require(ExactDecimal.parse(text)) }

  @Test func `tenths and thirds stay exact where binary fractions do not`() throws {
    #expect(try (decimal("0.1") + decimal("0.2")) == decimal("0.3"))
    #expect(try (decimal("98.50") - decimal("9.85")).description == "88.65")
    #expect(try (decimal("1.5") * decimal("-2.05")).description == "-3.075")
  }

  @Test func `values with different written zeros are equal and hash alike`() throws {
    let values: Set<ExactDecimal> = try [decimal("1.5"), decimal("1.50"), decimal("1.500")]
    #expect(values.count == 1)
    #expect(try decimal("-1.5") < decimal("-1.49"))
    #expect(try decimal("2") > decimal("1.999999999999999999999999999999999999"))
  }

  @Test(arguments: [
    ("0.5", 0, "1"), ("-0.5", 0, "-1"), ("2.45", 1, "2.5"), ("2.449", 1, "2.4"), ("-2.45", 1, "-2.5"), ("7", 2, "7"),
    ("99.995", 2, "100.00"), ("0.04", 1, "0.0"), ("-0.04", 1, "0.0"),
  ])
  func `rounding goes half away from zero`(_ text: String, _ scale: Int, _ expected: String) throws {
    #expect(try decimal(text).rounded(toScale: scale).description == expected)
  }

  @Test func `ratios are those of the Hưng Yên table`() throws {
    // domain notes §5.2: 20, 62 and 2 of 84.
    let shares = [20, 62, 2].map { ExactDecimal.percentage(of: $0, in: 84, scale: 2)?.description }
    #expect(shares == ["23.81", "73.81", "2.38"])
    #expect(ExactDecimal.percentage(of: 1, in: 0, scale: 2) == nil)
    #expect(ExactDecimal.ratio(ExactDecimal(-1), ExactDecimal(8), scale: 2)?.description == "-0.13")
    #expect(try ExactDecimal.ratio(decimal("0.001"), decimal("1000"), scale: 3)?.isZero == true)
  }

  @Test func `a result that does not fit is reported`() throws {
    let huge = ExactDecimal(coefficient: Int128.max, scale: 0)
    #expect(throws: DecimalOverflow.self) { try huge + ExactDecimal(1) }
    #expect(throws: DecimalOverflow.self) { try ExactDecimal(coefficient: Int128.min, scale: 0) - ExactDecimal(1) }
    #expect(throws: DecimalOverflow.self) { try huge * ExactDecimal(2) }
    #expect(ExactDecimal.ratio(huge, ExactDecimal(1), scale: 1) == nil)
    #expect(ExactDecimal.ratio(huge, huge, scale: 37)?.wholeValue == 1)
    #expect(ExactDecimal.ratio(ExactDecimal(coefficient: Int128.min, scale: 0), huge, scale: 2) == ExactDecimal(-1))
    #expect(huge > ExactDecimal(coefficient: Int128.max, scale: 37))
  }

  @Test func `random ratios lie within half a unit of the last place`() throws {
    var random = SeededGenerator(seed: 1)
    for _ in 0..<2_000 {
      let numerator = Int.random(in: -1_000_000...1_000_000, using: &random)
      let denominator = Int.random(in: 1...1_000_000, using: &random)
      let scale = Int.random(in: 0...6, using: &random)
      let ratio = try #require(
        ExactDecimal.ratio(ExactDecimal(numerator), ExactDecimal(denominator), scale: scale))
      // |ratio − n/d| ≤ ½·10^−scale  <=>  2·|coefficient·d − n·10^scale| ≤ d
      var power: Int128 = 1
      for _ in 0..<scale { power *= 10 }
      let difference = ratio.coefficient * Int128(denominator) - Int128(numerator) * power
      #expect(2 * difference.magnitude <= UInt128(denominator))
    }
  }

  @Test(arguments: ["", "-", ".", "1.", ".5", "1.2.3", "1,5", " 1", "1e5", "+1", "١"])
  func `only the machine form is parsed`(_ text: String) {
    #expect(ExactDecimal.parse(text) == nil)
  }
}

@Suite struct NumberFormatTests {
  @Test func `thousands are grouped with dots and decimals follow a comma`() throws {
    #expect(NumberFormat.string(1_234_567) == "1.234.567")
    #expect(NumberFormat.string(999) == "999")
    #expect(NumberFormat.string(-1_000) == "-1.000")
    #expect(NumberFormat.string(Int.min) == "-9.223.372.036.854.775.808")
    let value = try #require(ExactDecimal.parse("12345.67"))
    #expect(NumberFormat.string(value) == "12.345,67")
    #expect(NumberFormat.string(value, scale: 1) == "12.345,7")
    #expect(NumberFormat.string(value, scale: 4) == "12.345,6700")
  }

  @Test func `percentages keep their zeros`() throws {
    let value = try #require(ExactDecimal.parse("24.4"))
    #expect(NumberFormat.percent(value, scale: 2) == "24,40%")
    #expect(NumberFormat.percent(value, spaced: true) == "24,4\u{A0}%")
  }

  @Test func `a value that rounds to zero has no minus`() throws {
    #expect(NumberFormat.string(try #require(ExactDecimal.parse("-0.04")), scale: 1) == "0,0")
    #expect(NumberFormat.string(try #require(ExactDecimal.parse("-0.05")), scale: 1) == "-0,1")
  }

  @Test func `counts below ten are padded in prose`() {
    #expect([0, 2, 9, 10, 1_234, -3].map(NumberFormat.padded) == ["00", "02", "09", "10", "1.234", "-3"])
    #expect(NumberFormat.fraction(2, of: 84) == "02/84")
    #expect(NumberFormat.fraction(1, of: 5) == "01/05")
    #expect(NumberFormat.fraction(20, of: 1_084, pads: false) == "20/1.084")
  }

  @Test func `a number with as many decimals as fit is read back`() throws {
    let value = ExactDecimal(coefficient: Int128(24_777_777_777_777_777), scale: ExactDecimal.maximumScale)
    #expect(ExactDecimal.parse(value.description) == value)
    #expect(ExactDecimal.parse("0." + String(repeating: "7", count: 38)) == nil)
    #expect(ExactDecimal.parse(String(repeating: "7", count: 38)) == nil)
  }
}
