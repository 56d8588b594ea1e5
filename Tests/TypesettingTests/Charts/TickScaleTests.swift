import SeededRandom
import Testing

@testable import Typesetting

@Suite struct TickScaleTests {
  private func ticks(_ low: Double, _ high: Double, _ intervals: Int, whole: Bool = false) -> [String] {
    let scale = TickScale(low: low, high: high, intervals: intervals, whole: whole)
    return scale.ticks.map { scale.text($0) }
  }

  @Test func `ticks are whole multiples of 1, 2 or 5 and enclose the figures`() {
    #expect(ticks(0, 42, 5) == ["0", "10", "20", "30", "40", "50"])
    #expect(ticks(0, 104, 5) == ["0", "20", "40", "60", "80", "100", "120"])
    #expect(ticks(0, 100, 5) == ["0", "20", "40", "60", "80", "100"])
    #expect(ticks(-8.25, 12.5, 5) == ["-10", "-5", "0", "5", "10", "15"])
    #expect(ticks(4_610, 4_655, 5) == ["4.610", "4.620", "4.630", "4.640", "4.650", "4.660"])
  }

  @Test func `decimals have a comma, thousands a full stop`() {
    #expect(ticks(0, 1, 5) == ["0", "0,2", "0,4", "0,6", "0,8", "1,0"])
    #expect(ticks(0, 0.06, 3) == ["0", "0,02", "0,04", "0,06"])
    #expect(ticks(0, 3_000_000, 3) == ["0", "1.000.000", "2.000.000", "3.000.000"])
    #expect(ticks(-1_500, 0, 3) == ["-1.500", "-1.000", "-500", "0"])
  }

  @Test func `counted things have no halves`() {
    #expect(ticks(0, 2, 5, whole: true) == ["0", "1", "2"])
    #expect(ticks(0, 2, 5) == ["0", "0,5", "1,0", "1,5", "2,0"])
    #expect(ticks(0, 0, 5, whole: true) == ["0", "1"])
  }

  @Test func `large amounts of money are told in millions and thousands of millions`() {
    let scale = TickScale(low: 0, high: 210_000_000, intervals: 4, whole: true)
    let magnitude = scale.magnitude(unit: "đồng")
    #expect(magnitude.word == "triệu")
    #expect(scale.ticks.map { scale.text($0, in: magnitude) } == ["0", "50", "100", "150", "200", "250"])
    let large = TickScale(low: 0, high: 3_200_000_000, intervals: 6, whole: true)
    #expect(large.magnitude(unit: "đồng").word == "tỷ")
    #expect(large.text(1, in: large.magnitude(unit: "đồng")) == "0,5")
    #expect(large.magnitude(unit: "triệu đồng") == .one)
    #expect(TickScale(low: 0, high: 900_000, intervals: 5, whole: true).magnitude(unit: "đồng") == .one)
  }

  @Test func `any two numbers give a finite scale of few ticks that encloses them`() {
    var random = SeededGenerator(seed: 2026)
    for _ in 0..<4_000 {
      let magnitude = TickScale.power(Int.random(in: -99...299, using: &random))
      let one = Double.random(in: -1...1, using: &random) * magnitude
      let other = Bool.random(using: &random) ? 0 : Double.random(in: -1...1, using: &random) * magnitude
      let (low, high) = (min(one, other, 0), max(one, other, 0))
      let scale = TickScale(low: low, high: high, intervals: .random(in: 1...8, using: &random), whole: false)
      let slack = (scale.upper - scale.lower) * 1e-6
      #expect(scale.lower <= low + slack && scale.upper >= high - slack)
      #expect(scale.upper > scale.lower && scale.upper.isFinite && scale.lower.isFinite)
      #expect((2...14).contains(scale.ticks.count), "\(low) \(high)")
      #expect((-slack...1 + slack).contains(scale.fraction(low)) || low == 0)
    }
  }

  @Test func `huge and tiny ticks are written with a power of ten`() {
    #expect(ticks(0, 3e20, 3) == ["0", "1E20", "2E20", "3E20"])
    #expect(ticks(0, 3e-20, 3) == ["0", "1E-20", "2E-20", "3E-20"])
  }
}
