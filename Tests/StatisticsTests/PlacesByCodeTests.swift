import SeededRandom
import Testing

@testable import Statistics

struct PlacesByCodeTests {
  /// The simple version: a list of places for each code.
  private func simple(_ codes: [String?]) -> [String: [Int]] {
    var places: [String: [Int]] = [:]
    for (place, code) in codes.enumerated() {
      if let code { places[code, default: []].append(place) }
    }
    return places
  }

  @Test(arguments: 0..<20) func `places are those a simple list has`(_ seed: Int) {
    var numbers = SeededGenerator(seed: UInt64(seed))
    let units = Int.random(in: 1...30, using: &numbers)
    var codes: [String?] = []
    for _ in 0..<Int.random(in: 0...300, using: &numbers) {
      let code = Bool.random(using: &numbers) ? "TC\(Int.random(in: 0..<units, using: &numbers))" : nil
      codes += Array(repeating: code, count: Int.random(in: 1...4, using: &numbers))
    }
    let places = PlacesByCode(codes) { $0 }
    let expected = simple(codes)
    for unit in 0..<units { #expect(places["TC\(unit)"] == expected["TC\(unit)"] ?? []) }
    #expect(places["không có"].isEmpty)
  }
}
