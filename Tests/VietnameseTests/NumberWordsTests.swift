import SeededRandom
import Testing
import Vietnamese

@Suite struct NumberWordsTests {
  @Test(arguments: [
    (0, "không"), (1, "một"), (4, "bốn"), (5, "năm"), (10, "mười"), (11, "mười một"), (14, "mười bốn"),
    (15, "mười lăm"), (20, "hai mươi"), (21, "hai mươi mốt"), (24, "hai mươi tư"), (25, "hai mươi lăm"),
    (100, "một trăm"), (101, "một trăm linh một"), (105, "một trăm linh năm"), (110, "một trăm mười"),
    (115, "một trăm mười lăm"), (1_000, "một nghìn"), (1_005, "một nghìn không trăm linh năm"),
    (1_010, "một nghìn không trăm mười"), (1_000_000, "một triệu"),
    (1_001_021, "một triệu không trăm linh một nghìn không trăm hai mươi mốt"),
    (24_105, "hai mươi tư nghìn một trăm linh năm"), (1_000_000_000_000, "một nghìn tỷ"),
    (1_000_000_005, "một tỷ không trăm linh năm"), (-7, "âm bảy"), (1_000_000_000_000_000_000, "một tỷ tỷ"),
    (2_000_000_003_000_000_000, "hai tỷ tỷ không trăm linh ba tỷ"),
  ])
  func `numbers are read as people say them`(_ value: Int, _ words: String) {
    #expect(NumberWords.read(value) == words)
    #expect(NumberWords.parse(words) == Int128(value))
  }

  @Test func `amounts are those of the domain notes`() {
    #expect(NumberWords.money(135_000_000) == "Một trăm ba mươi lăm triệu đồng")
    #expect(NumberWords.money(1_001_021) == "Một triệu không trăm linh một nghìn không trăm hai mươi mốt đồng")
    #expect(NumberWords.money(24_105) == "Hai mươi tư nghìn một trăm linh năm đồng")
    #expect(NumberWords.money(500_000, saysEven: true) == "Năm trăm nghìn đồng chẵn")
    #expect(NumberWords.money(-3) == "Âm ba đồng")
  }

  @Test func `the South says lẻ and ngàn`() {
    let south = NumberWords.Style(region: .south)
    #expect(NumberWords.read(24_105, style: south) == "hai mươi tư ngàn một trăm lẻ năm")
    #expect(NumberWords.read(24, style: NumberWords.Style(saysBon: true)) == "hai mươi bốn")
  }

  @Test(arguments: [
    "", "hai ba", "một nghìn hai", "một triệu một tỷ", "mươi", "mười mươi", "một mươi", "trăm", "linh năm", "đồng",
    "một trăm linh", "một trăm linh không", "không trăm triệu", "một nghìn một nghìn", "một xe",
    "một tỷ tỷ tỷ tỷ tỷ tỷ",
    "một trăm năm", "hai mươi không", "một nghìn không trăm", "không không", "một đồng hai", "không nghìn",
  ])
  func `disorderly readings are refused`(_ words: String) {
    #expect(NumberWords.parse(words) == nil)
  }

  @Test func `capitals, decomposed letters and other spellings are understood`() {
    #expect(NumberWords.parse("MỘT TRĂM BA MƯƠI LĂM TRIỆU ĐỒNG") == 135_000_000)
    #expect(NumberWords.parse("Hai mu\u{31B}o\u{31B}i tu\u{31B}") == 24)
    #expect(NumberWords.parse("hai mươi nhăm tỉ đồng chẵn") == 25_000_000_000)
  }

  @Test func `every number up to a million reads back`() {
    var wrong: [Int] = []
    for value in 0...1_000_000 where NumberWords.parse(NumberWords.read(value)) != Int128(value) {
      wrong.append(value)
    }
    #expect(wrong.isEmpty)
  }

  @Test func `random numbers of every length read back in every style`() {
    var random = SeededGenerator(seed: 8)
    for _ in 0..<3_000 {
      let bits = Int.random(in: 1...62, using: &random)
      let style = NumberWords.Style(
        region: Bool.random(using: &random) ? .north : .south, saysBon: Bool.random(using: &random))
      let value = Int.random(in: -(1 << bits - 1)...(1 << bits - 1), using: &random)
      #expect(NumberWords.parse(NumberWords.read(value, style: style)) == Int128(value))
      let wide = Int128(value) * Int128(Int.random(in: 0...Int.max, using: &random))
      #expect(NumberWords.parse(NumberWords.read(wide, style: style)) == wide)
    }
    #expect(NumberWords.parse(NumberWords.read(Int128.min)) == Int128.min)
    #expect(NumberWords.parse(NumberWords.read(Int128.max)) == Int128.max)
  }
}
