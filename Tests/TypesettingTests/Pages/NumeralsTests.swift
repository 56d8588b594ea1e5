import Documents
import Testing

@testable import Typesetting

@Suite struct `numerals of headings` {
  @Test func `letters run a b c d đ e and leave out what Vietnamese has not`() {
    #expect((1...8).map(Numerals.letter) == ["a", "b", "c", "d", "đ", "e", "g", "h"])
    #expect(Numerals.letter(23) == "y")
    #expect(Numerals.letter(24) == "aa")
    #expect(Numerals.letter(0) == "0")
    #expect(Numerals.letter(-3) == "-3")
  }

  @Test func `roman numbers subtract as they should`() {
    #expect(
      [1, 4, 9, 14, 40, 90, 400, 1994, 3999].map(Numerals.roman) == [
        "I", "IV", "IX", "XIV", "XL", "XC", "CD", "MCMXCIV", "MMMCMXCIX",
      ])
    #expect(Numerals.roman(4000) == "4000")
    #expect(Numerals.roman(0) == "0")
  }

  @Test func `markers of lists`() {
    let markers: [List.Marker] = [.dash, .plus, .bullet, .decimal, .letter]
    #expect(markers.map { Numerals.marker($0, 5) } == ["-", "+", "•", "5.", "đ)"])
  }

  @Test func `page sums are grouped by dots and refuse to overflow`() {
    #expect(PageSum.text([1_000, 234, 5], 0..<2) == "1.234")
    #expect(PageSum.text([-1_234_567], 0..<1) == "-1.234.567")
    #expect(PageSum.text([5], 0..<3) == "5")
    #expect(PageSum.text([Int.max, 1], 0..<2) == "…")
    #expect(PageSum.grouped(Int.min) == "-9.223.372.036.854.775.808")
  }
}
