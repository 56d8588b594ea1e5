import SeededRandom
import Testing

@testable import Typesetting

@Suite struct SpreadTests {
  @Test func `labels that have room stay where they are`() {
    #expect(Spread.middles(ideal: [50, 10, 30], lengths: [10, 10, 10], low: 0, high: 100) == [50, 10, 30])
  }

  @Test func `two at the same place part by equal moves`() {
    #expect(Spread.middles(ideal: [50, 50], lengths: [10, 10], low: 0, high: 100) == [45, 55])
  }

  @Test func `the edge pushes back`() {
    #expect(Spread.middles(ideal: [2, 3, 98], lengths: [10, 10, 10], low: 0, high: 100) == [5, 15, 95])
  }

  @Test func `what cannot fit is nil`() {
    #expect(Spread.middles(ideal: [1, 2], lengths: [60, 50], low: 0, high: 100) == nil)
    #expect(Spread.middles(ideal: [], lengths: [], low: 0, high: 0) == [])
  }

  /// The oracle: every order-keeping placement on a grid of half points.
  @Test func `no other placement moves the labels less`() throws {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<200 {
      let count = Int.random(in: 1...3, using: &random)
      let ideal = (0..<count).map { _ in Double(Int.random(in: 0...20, using: &random)) }.sorted()
      let lengths = (0..<count).map { _ in Double(Int.random(in: 1...6, using: &random)) }
      let result = try #require(Spread.middles(ideal: ideal, lengths: lengths, low: 0, high: 20))
      for index in 1..<max(count, 1) where index < count {
        #expect(result[index] - result[index - 1] >= (lengths[index] + lengths[index - 1]) / 2 - 1e-9)
      }
      let own = cost(result, ideal)
      #expect(own <= cheapest(ideal, lengths, from: 0, start: 0) + 1e-9, "\(ideal) \(lengths)")
      #expect(zip(result, lengths).allSatisfy { $0 - $1 / 2 >= -1e-9 && $0 + $1 / 2 <= 20 + 1e-9 })
    }
  }

  private func cost(_ places: [Double], _ ideal: [Double]) -> Double {
    zip(places, ideal).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
  }

  private func cheapest(_ ideal: [Double], _ lengths: [Double], from index: Int, start: Double) -> Double {
    guard index < ideal.count else { return 0 }
    var best = Double.infinity
    for place in stride(from: start, through: 20 - lengths[index], by: 0.5) {
      let move = place + lengths[index] / 2 - ideal[index]
      best = min(best, move * move + cheapest(ideal, lengths, from: index + 1, start: place + lengths[index]))
    }
    return best
  }
}
