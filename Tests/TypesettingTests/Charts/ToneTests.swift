import Documents
import Graphics
import Testing

@testable import Typesetting

/// Charts must be readable from a black-and-white printer and from a copy of its page.
@Suite struct ToneTests {
  /// A piece of each tone's surface without its edge, as grey that is measured on the drawing.
  private func measured(_ tone: Tone) -> Double {
    let box = Box(x: 3, y: 5, width: 50, height: 46)
    let shapes = tone.shapes(Path(box), in: box)
    return Raster.mean(shapes, in: box.grown(-2), samples: 50)
  }

  @Test func `neighbours differ in grey by a fifth of the scale`() {
    let lumas = Tone.all.map(measured)
    for (index, luma) in lumas.enumerated() {
      let next = lumas[(index + 1) % lumas.count]
      #expect(abs(luma - next) >= Tone.leastContrast, "tones \(index) and \(index + 1): \(luma), \(next)")
    }
  }

  @Test func `the grey computed from spacing and weight is the grey that is drawn`() {
    for (index, tone) in Tone.all.enumerated() {
      #expect(abs(measured(tone) - tone.luma) < 0.025, "tone \(index): \(measured(tone)), \(tone.luma)")
    }
  }

  @Test func `no two tones are alike in pattern and grey`() {
    for (index, tone) in Tone.all.enumerated() {
      for other in Tone.all[..<index] where other.hatch == tone.hatch {
        #expect(abs(measured(other) - measured(tone)) >= Tone.leastContrast)
      }
    }
  }

  @Test func `slices around a circle differ from both neighbours, the last from the first`() {
    for count in 2...40 {
      let tones = Tone.around(count).map { Tone.series($0).luma }
      for index in 0..<count {
        #expect(abs(tones[index] - tones[(index + 1) % count]) >= Tone.leastContrast, "\(count) slices")
      }
    }
  }

  @Test func `bars side by side on the finished chart stay apart in grey`() throws {
    let series = (0..<4).map { ChartSupport.series("Năm \(2018 + $0)", [40, 44]) }
    let canvas = try ChartSupport.canvas(ChartSupport.chart(.bars, ["Quý I", "Quý II"], series))
    let greys = (0..<4).map { row -> Double in
      let bar = canvas.bars(row)[0]
      return Raster.mean(
        canvas.marks, in: Box(x: bar.x, y: bar.midY, width: bar.width, height: 30).grown(-1), samples: 40)
    }
    for (one, next) in zip(greys, greys.dropFirst()) { #expect(abs(one - next) >= Tone.leastContrast) }
  }

  @Test func `text on a surface is readable`() {
    for tone in Tone.all {
      guard let color = tone.textColor else { continue }
      #expect(abs(color.luma - tone.ground.luma) >= 0.5)
    }
  }

  @Test func `hatches have few lines however large the surface`() {
    for tone in Tone.all {
      for side in [0.0, 0.5, 40, 500, 20_000, 1e9] {
        let path = tone.lines(in: Box(x: 0, y: 0, width: side, height: side / 2))
        #expect(path.elements.count <= 4 * Tone.mostLines)
        #expect(path.points.allSatisfy { $0.x.points.isFinite && $0.y.points.isFinite })
      }
    }
  }
}
