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
    var numbers = SeededRandom(seed: UInt64(seed))
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

/// A small generator with a fixed sequence (SplitMix64).
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
