import Documents
import Graphics
import SeededRandom
import Testing

@testable import Typesetting

@Suite struct `column widths` {
  private func automatic(_ minimum: Double, _ natural: Double) -> ColumnNeed {
    ColumnNeed(rule: .automatic, minimum: minimum, natural: natural)
  }
  private func fixed(_ width: Double) -> ColumnNeed { ColumnNeed(rule: .fixed(.points(width))) }
  private func share(_ part: Double) -> ColumnNeed { ColumnNeed(rule: .share(part)) }

  @Test func `automatic columns grow to the measure in proportion to their natural widths`() {
    #expect(ColumnWidths([automatic(10, 50), automatic(10, 150)], measure: 400, least: 10).widths == [100, 300])
  }

  @Test func `narrow measures take from what columns want beyond their longest word`() {
    // Minimum 20 + 40, natural 120 + 240; of the 300 wanted beyond, 240 are there: 0.8.
    #expect(ColumnWidths([automatic(20, 120), automatic(40, 240)], measure: 300, least: 10).widths == [100, 200])
  }

  @Test func `a word that does not fit is cut to what the other columns leave, and that is reported`() {
    let widths = ColumnWidths([automatic(60, 60), automatic(300, 300)], measure: 200, least: 10)
    #expect(widths.widths == [60, 140])
    #expect(widths.narrowed)
    // Two of them divide the rest.
    let two = ColumnWidths([automatic(300, 300), automatic(40, 40), automatic(900, 900)], measure: 240, least: 10)
    #expect(two.widths == [100, 40, 100])
    var (name, unit) = (share(3), share(1))
    (name.minimum, unit.minimum) = (2500, 30)
    #expect(ColumnWidths([name, unit], measure: 300, least: 10).widths == [225, 75])
  }

  @Test func `fixed columns keep their width and shares divide the rest`() {
    #expect(ColumnWidths([fixed(100), share(1), share(3)], measure: 300, least: 10).widths == [100, 50, 150])
  }

  @Test func `automatic columns have their natural width beside shares`() {
    #expect(ColumnWidths([automatic(20, 60), share(1)], measure: 300, least: 10).widths == [60, 240])
  }

  @Test func `a share too small for its longest word gets the word's width`() {
    var narrow = share(1)
    narrow.minimum = 60
    #expect(ColumnWidths([narrow, share(9), share(5)], measure: 200, least: 10).widths == [60, 90, 50])
  }

  @Test func `fixed columns wider than the page are narrowed in proportion`() {
    let widths = ColumnWidths([fixed(400), fixed(200)], measure: 300, least: 10)
    #expect(widths.widths == [200, 100])
    #expect(widths.narrowed)
  }

  @Test func `fixed columns narrower than the page leave the rest empty`() {
    #expect(ColumnWidths([fixed(60), fixed(40)], measure: 300, least: 10).widths == [60, 40])
  }

  @Test(arguments: [0, -5, Double.nan, Double.infinity])
  func `a width that is no width becomes the least one and is reported`(_ width: Double) {
    let widths = ColumnWidths([fixed(width), fixed(50)], measure: 300, least: 12)
    #expect(widths.widths == [12, 50])
    #expect(widths.corrected == [0])
  }

  @Test func `widths are finite, positive and within the measure whatever is asked for`() {
    for seed in 1...500 as ClosedRange<UInt64> {
      var random = SeededGenerator(seed: seed)
      let needs = (0..<(1 + random.below(40))).map { _ -> ColumnNeed in
        let minimum = Double(random.below(200))
        var need = ColumnNeed(rule: .automatic, minimum: minimum, natural: minimum + Double(random.below(500)))
        switch random.below(6) {
        case 0: need.rule = .fixed(.points(Double(random.below(300)) - 50))
        case 1: need.rule = .share(Double(random.below(5)) - 1)
        case 2: need.rule = .share(.nan)
        default: break
        }
        return need
      }
      let widths = ColumnWidths(needs, measure: 468, least: 20).widths
      #expect(widths.reduce(0, +) <= 468.01, "seed \(seed)")
      #expect(widths.allSatisfy { $0.isFinite && $0 > 0 }, "seed \(seed)")
    }
  }
}
