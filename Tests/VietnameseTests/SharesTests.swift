import SeededRandom
import Testing
import Vietnamese

@Suite struct SharesTests {
  private func texts(_ counts: [Int], _ scale: Int, _ rule: Shares.Rule) -> [String]? {
    Shares.of(counts, scale: scale, rule: rule)?.percentages.map(\.description)
  }

  @Test func `shares as they are follow the table of the domain notes`() {
    #expect(texts([20, 62, 2], 1, .asIs) == ["23.8", "73.8", "2.4"])
    #expect(texts([20, 62, 2], 2, .asIs) == ["23.81", "73.81", "2.38"])
    #expect(texts([15, 63, 6, 1], 2, .asIs) == ["17.65", "74.12", "7.06", "1.18"])
    #expect(Shares.of([15, 63, 6, 1], scale: 2, rule: .asIs)?.sum.description == "100.01")
    #expect(Shares.of([1, 1, 1], scale: 2, rule: .asIs)?.addsTo100 == false)
  }

  @Test func `the largest remainder gets the missing unit, and ties go by count, then place`() {
    // 15/85 = 17,647…; 63/85 = 74,117…; 6/85 = 7,058…; 1/85 = 1,176…: floors 17,64 74,11 7,05 1,17 = 99,97.
    #expect(texts([15, 63, 6, 1], 2, .addingTo100) == ["17.65", "74.12", "7.06", "1.17"])
    #expect(Shares.of([15, 63, 6, 1], scale: 2, rule: .addingTo100)?.adjusted == [3])
    #expect(texts([1, 1, 1], 2, .addingTo100) == ["33.34", "33.33", "33.33"])
    // 1/8 = 12,5 and 7/8 = 87,5 have equal remainders at scale 0: the larger count wins.
    #expect(texts([1, 7], 0, .addingTo100) == ["12", "88"])
    #expect(texts([7, 1], 0, .addingTo100) == ["88", "12"])
    #expect(texts([0, 5, 0], 1, .addingTo100) == ["0.0", "100.0", "0.0"])
  }

  @Test func `what cannot be shared is nil`() {
    for counts in [[], [0, 0], [1, -1, 5], [Int.max, 1]] { #expect(Shares.of(counts, scale: 2, rule: .asIs) == nil) }
    #expect(Shares.of([1], scale: 10, rule: .asIs) == nil)
    #expect(texts([Int.max - 1, 1], 2, .addingTo100) == ["100.00", "0.00"])
  }

  @Test func `a million random vectors add to exactly one hundred`() {
    var random = SeededGenerator(seed: 9)
    var failures = 0
    let wholes = [100, 1_000, 10_000]
    for _ in 0..<1_000_000 {
      let bits = random.next()
      let scale = Int(bits & 0xFF) % 3
      let limit = UInt64(1) << ((bits >> 8) % 20 + 1)
      var counts = [Int(truncatingIfNeeded: (bits >> 20) % limit), Int(truncatingIfNeeded: (bits >> 30) % limit) + 1]
      if bits & 0x1_0000 != 0 { counts.append(Int(truncatingIfNeeded: (bits >> 40) % limit)) }
      if bits & 0x2_0000 != 0 { counts.append(Int(truncatingIfNeeded: (bits >> 44) % limit)) }
      if !holds(counts, scale, wholes[scale]) { failures += 1 }
    }
    #expect(failures == 0)
  }

  @Test func `long vectors add to exactly one hundred too`() {
    var random = SeededGenerator(seed: 10)
    for _ in 0..<200 {
      let counts = (0..<Int.random(in: 1...300, using: &random)).map { _ in
        Int.random(in: 0...1_000_000_000, using: &random)
      }
      if counts.contains(where: { $0 > 0 }) { #expect(holds(counts, 2, 10_000)) }
    }
  }

  /// The sum is exact and every share is less than one unit from the exact value.
  private func holds(_ counts: [Int], _ scale: Int, _ whole: Int) -> Bool {
    guard let units = Shares.units(of: counts, scale: scale, rule: .addingTo100) else { return false }
    var (sum, total) = (0, 0)
    for index in 0..<counts.count {
      sum += units[index]
      total += counts[index]
    }
    if sum != whole { return false }
    for index in 0..<counts.count {
      let difference = units[index] * total - counts[index] * whole
      if difference >= total || difference <= -total { return false }
    }
    return true
  }
}
