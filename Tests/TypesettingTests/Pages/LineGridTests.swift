import Documents
import Graphics
import SeededRandom
import Testing

@testable import Typesetting

@Suite struct LineGridTests {
  /// Distance of the lines, in points: that of body text in the format of the tests.
  private static let pitch = 18.0

  /// Baselines of body text on each page, points from the upper edge. Body text is 14 pt and cells are 12 pt, as in the format.
  private func baselines(_ blocks: [Block], grid: Bool) throws -> [[Double]] {
    var format = PartyFormat.hd05
    format.page.grid = grid ? .points(Self.pitch) : nil
    return try Layout(blocks, format: format).pages.map { page in
      page.frame.items.compactMap { item in
        guard case .glyphs(let run) = item, run.size == .points(14), let first = run.glyphs.first,
          Length.points(first.y).mm > 20
        else { return nil }
        return first.y
      }
    }
  }

  /// Furthest that a baseline stands from the nearest line of a grid through `origin`, in points.
  private func distance(_ baselines: [Double], _ origin: Double) -> Double {
    baselines.map { baseline in
      let lines = (baseline - origin) / Self.pitch
      return abs(lines - lines.rounded()) * Self.pitch
    }.max() ?? 0
  }

  private func blocks(_ random: inout SeededGenerator) -> [Block] {
    (0..<(12 + random.below(20))).map { index in
      switch random.below(5) {
      case 0: .space(.points(Double(1 + random.below(40)) * 0.7))
      case 1: .table(SampleReport.organisations(1 + random.below(4)))
      default: SampleReport.paragraph(1 + random.below(4), from: index)
      }
    }
  }

  @Test func `lines of all pages stand on one grid, whatever stands between them`() throws {
    for seed in 1...30 {
      var random = SeededGenerator(seed: UInt64(seed))
      let blocks = blocks(&random)
      let pages = try baselines(blocks, grid: true)
      let origin = try #require(pages.first { !$0.isEmpty }?.first)
      for (index, page) in pages.enumerated() {
        #expect(distance(page, origin) < 0.01, "seed \(seed), page \(index + 1)")
      }
    }
  }

  @Test func `without a grid they fall where they fall`() throws {
    let blocks: [Block] = [
      SampleReport.paragraph(2), .space(.points(7)), SampleReport.paragraph(2), .space(.points(3)),
      SampleReport.paragraph(1),
    ]
    let page = try #require(try baselines(blocks, grid: false).first)
    let first = try #require(page.first)
    #expect(distance(page, first) > 1)
  }
}
