import Documents
import Graphics
import SeededRandom
import Testing

@testable import Typesetting

@Suite struct PiePlotTests {
  private let ratings = ["Xuất sắc", "Tốt", "Hoàn thành", "Không hoàn thành"]

  private func plot(_ values: [Double?], hole: Double = 0) -> (PiePlot, ChartData.Row) {
    let names = values.indices.map { "Mục \($0)" }
    let data = ChartData(ChartSupport.chart(.pie, names, [ChartSupport.series("", values)]))
    let look = ChartLook(format: PartyFormat.hd05, context: TextContext())
    let plot = Plot(data: data, unit: "", width: 400, height: nil, limit: 700, look: look)
    return (PiePlot(plot, hole: hole), data.rows[0])
  }

  @Test func `slices follow each other and close the circle`() {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<300 {
      let values = (0..<Int.random(in: 1...20, using: &random)).map { _ in
        Double.random(in: 0...1, using: &random) * TickScale.power(.random(in: -20...290, using: &random))
      }
      let (plot, row) = plot(values)
      let slices = plot.slices(row)
      #expect(slices[0].start == 0 && abs(slices[slices.count - 1].end - 2 * .pi) < 1e-9)
      for (before, after) in zip(slices, slices.dropFirst()) { #expect(before.end == after.start) }
      #expect(abs(slices.reduce(0) { $0 + $1.share } - 1) < 1e-9)
    }
  }

  @Test func `an angle is the part of the whole`() {
    let (plot, row) = plot([20, 62, 2, 0])
    let slices = plot.slices(row)
    for (slice, value) in zip(slices, [20.0, 62, 2, 0]) {
      #expect(abs((slice.end - slice.start) - value / 84 * 2 * .pi) < 1e-12)
    }
  }

  @Test func `outlines lie on the circle, and a ring has its hole`() throws {
    for hole in [0, 0.56] {
      let circle = Circle(x: 100, y: 100, radius: 80, hole: hole)
      for slice in [(0.0, 1.0), (1.0, 4.5), (0.0, 2 * Double.pi)] {
        let outline = circle.outline(Slice(index: 0, tone: 0, share: 0.5, start: slice.0, end: slice.1))
        for case .curve(_, _, let end) in outline.elements {
          let distance = ((end.x.points - 100) * (end.x.points - 100) + (end.y.points - 100) * (end.y.points - 100))
            .squareRoot()
          #expect(abs(distance - 80) < 1e-9 || (hole > 0 && abs(distance - 80 * hole) < 1e-9))
        }
      }
      let whole = circle.outline(Slice(index: 0, tone: 0, share: 1, start: 0, end: 2 * .pi))
      #expect(Raster.contains(whole, 100, 40) && Raster.contains(whole, 100, 100) == (hole == 0))
    }
  }

  @Test func `each slice is labelled with its name and exact text, zero too`() throws {
    let labels = ["20 (23,81 %)", "62 (73,81 %)", "02 (2,38 %)", "0 (0 %)"]
    let series = Chart.Series(name: "", values: [20, 62, 2, 0], labels: labels)
    for kind in [Chart.Kind.pie, .ring] {
      let canvas = try ChartSupport.canvas(ChartSupport.chart(kind, ratings, [series], unit: ""))
      #expect(canvas.labels(.category).count == 4 && canvas.collisions.isEmpty)
      let strings = canvas.strings(.category).joined(separator: " ")
      for text in labels + ratings { #expect(strings.contains(text)) }
    }
  }

  @Test func `many thin slices have their labels apart and inside the chart`() throws {
    let values: [Double] = [1, 1, 1, 1, 1, 1, 60, 60, 1, 1, 1, 1]
    let names = values.indices.map { "Lĩnh vực công tác số \($0)" }
    let canvas = try ChartSupport.canvas(ChartSupport.chart(.pie, names, [ChartSupport.series("", values)]))
    #expect(canvas.labels(.category).count == 12 && canvas.collisions.isEmpty && canvas.omitted == 0)
  }

  @Test func `nothing to share shows an empty circle and the names`() throws {
    let canvas = try ChartSupport.canvas(
      ChartSupport.chart(.pie, ratings, [ChartSupport.series("", [0, 0, nil, 0])]))
    #expect(canvas.marks.count == 1 && canvas.marks[0].fill == nil)
    #expect(canvas.labels(.category).count == 3)
  }

  @Test func `a negative share has no slice and gives a finding`() throws {
    let (plot, row) = plot([5, -3, 5])
    #expect(plot.slices(row).map(\.share) == [0.5, 0, 0.5])
    let chart = ChartSupport.chart(.pie, ["a", "b", "c"], [ChartSupport.series("", [5, -3, 5])])
    #expect(try ChartSupport.fragment(chart).codes == ["bieu-do-tron-co-so-am"])
  }

  @Test func `several series become circles side by side with one legend`() throws {
    let series = [
      ChartSupport.series("Năm 2019", [17, 61, 5, 1]), ChartSupport.series("Năm 2020", [20, 62, 2, 0]),
      ChartSupport.series("Năm 2021", [16, 63, 4, 1]),
    ]
    let canvas = try ChartSupport.canvas(ChartSupport.chart(.pie, ratings, series))
    #expect(canvas.strings(.seriesName) == ratings + ["Năm 2019", "Năm 2020", "Năm 2021"])
    let names = canvas.labels(.seriesName).suffix(3)
    #expect(Set(names.map(\.box.y)).count == 1 && canvas.collisions.isEmpty)
    #expect(canvas.labels(.value).count == 11)
  }
}
