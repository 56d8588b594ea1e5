import Records
import SeededRandom
import Testing

struct TextNumbersTests {
  /// The simple version: the place of a text in the list of those seen.
  @Test(arguments: 0..<20) func `texts are numbered in the order in which they first occur`(_ seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let many = Int.random(in: 1...40, using: &random)
    var numbers = TextNumbers()
    var seen: [String] = []
    for _ in 0..<500 {
      let text = "Mức \(Int.random(in: 0..<many, using: &random))"
      if !seen.contains(text) { seen.append(text) }
      #expect(numbers.number(of: text) == seen.firstIndex(of: text))
    }
    #expect(numbers.list == seen)
  }

  @Test func `two spellings have two numbers`() {
    var numbers = TextNumbers()
    #expect(numbers.number(of: "Đảng ủy") == 0)
    #expect(numbers.number(of: "Đảng uỷ") == 1)
    #expect(numbers.number(of: "Đảng ủy") == 0)
  }
}
