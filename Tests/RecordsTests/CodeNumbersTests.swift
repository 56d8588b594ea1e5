import SeededRandom
import Testing
import Vietnamese

@testable import Records

@Suite struct CodeNumbersTests {
  @Test(arguments: 0..<20) func `codes have the numbers a dictionary gives them`(_ seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    var numbers = CodeNumbers()
    if Bool.random(using: &random) { numbers.reserve(Int.random(in: 0...500, using: &random)) }
    var simple: [String: Int] = [:]
    var codes: [String] = []
    for _ in 0..<Int.random(in: 0...3000, using: &random) {
      let code =
        ["", "ĐU", "TC"].randomElement(using: &random).map { $0 + String(Int.random(in: 0...800, using: &random)) }
        ?? ""
      #expect(numbers[code] == simple[code])
      if simple[code] == nil {
        simple[code] = codes.count
        codes.append(code)
      }
      #expect(numbers.number(of: code) == simple[code])
    }
    #expect(numbers.count == codes.count)
    #expect(codes.indices.allSatisfy { numbers.code($0) == codes[$0] && numbers[codes[$0]] == $0 })
    #expect(numbers["không có"] == nil)
  }

  @Test func `an empty code is a code`() {
    var numbers = CodeNumbers()
    #expect(numbers[""] == nil)
    #expect(numbers.number(of: "") == 0 && numbers.number(of: "A") == 1)
    #expect(numbers[""] == 0 && numbers.code(0).isEmpty && numbers.code(1) == "A")
  }

  @Test func `of rows with one code the first counts`() {
    let places = FirstPlaces(["A", "B", "A", "C", "B"])
    #expect(["A", "B", "C", "D"].map { places[$0] } == [0, 1, 3, nil])
    #expect(places.numbers.count == 3)
  }
}
