import Documents
import Graphics
import Testing

@testable import Typesetting

@Suite struct LinePlotTests {
  private let years = ["2016", "2017", "2018", "2019", "2020", "2021"]

  private func lines(_ canvas: ChartCanvas) -> [Shape] {
    canvas.marks.filter { $0.fill == nil && $0.stroke != nil }
  }

  @Test func `points stand at their figures, evenly spaced`() throws {
    let values: [Double] = [10, 20, 15, 40, 35, 50]
    let canvas = try ChartSupport.canvas(ChartSupport.chart(.lines, years, [ChartSupport.series("", values)]))
    let points = lines(canvas)[0].path.points
    let unit = (points[0].y.points - points[1].y.points) / 10
    #expect(unit > 0)
    for (index, point) in points.enumerated() {
      #expect(abs(points[0].y.points - point.y.points - (values[index] - 10) * unit) < 1e-9)
      #expect(abs(point.x.points - points[0].x.points - Double(index) * (points[1].x - points[0].x).points) < 1e-9)
    }
    #expect(canvas.strings(.value).sorted() == values.map { "\(Int($0))" }.sorted())
  }

  @Test func `a missing figure interrupts the line`() throws {
    let canvas = try ChartSupport.canvas(
      ChartSupport.chart(.lines, years, [ChartSupport.series("", [1, 2, nil, 4, 5, 6])]))
    let moves = lines(canvas)[0].path.elements.filter { if case .move = $0 { true } else { false } }
    #expect(moves.count == 2 && lines(canvas)[0].path.points.count == 5)
  }

  @Test func `series are named at the ends of their lines when all reach the end`() throws {
    let series = [
      ChartSupport.series("Đăng ký", [55, 62, 71, 84, 90, 104]),
      ChartSupport.series("Đạt hiệu quả", [40, 44, 58, 61, 77, 85]),
    ]
    let canvas = try ChartSupport.canvas(ChartSupport.chart(.lines, years, series))
    let names = canvas.labels(.seriesName)
    #expect(names.map(\.string) == ["Đăng ký", "Đạt hiệu quả"])
    for (name, line) in zip(names, lines(canvas)) {
      let end = try #require(line.path.points.last)
      #expect(name.box.x > end.x.points && abs(name.box.midY - end.y.points) < 8)
    }
  }

  @Test func `series that end early are named in a legend`() throws {
    let series = [ChartSupport.series("A", [5, 6, 7, 8, 9, 9]), ChartSupport.series("B", [1, 2, 3, nil, nil, nil])]
    let canvas = try ChartSupport.canvas(ChartSupport.chart(.lines, years, series))
    let top = try #require(canvas.labels(.tick).map(\.box.y).min())
    #expect(canvas.strings(.seriesName) == ["A", "B"])
    #expect(canvas.labels(.seriesName).allSatisfy { $0.box.maxY <= top })
  }

  @Test func `names at line ends that meet are moved apart`() throws {
    let series = (1...6).map { ChartSupport.series("Dãy \($0)", [Double($0), 50, 50, 50, 50, 50]) }
    let canvas = try ChartSupport.canvas(ChartSupport.chart(.lines, years, series))
    #expect(canvas.labels(.seriesName).count == 6 && canvas.collisions.isEmpty)
  }

  @Test func `figures of a narrow band far from zero fill the plot, others start at zero`() throws {
    let narrow = try ChartSupport.canvas(
      ChartSupport.chart(.lines, ["2019", "2020", "2021"], [ChartSupport.series("", [4_610, 4_632, 4_655])]))
    #expect(narrow.strings(.tick).first == "4.600")
    let wide = try ChartSupport.canvas(
      ChartSupport.chart(.lines, ["2019", "2020", "2021"], [ChartSupport.series("", [40, 60, 80])]))
    #expect(wide.strings(.tick).first == "0")
  }

  @Test func `forty periods keep their highest and lowest figures and as many names as fit`() throws {
    let values = (1...40).map { Double(100_000 + $0 * 7_919 % 24_912) }
    let before = (1...40).map { Double(90_000 + $0 * 104_729 % 18_000) }
    let chart = ChartSupport.chart(
      .lines, (1...40).map { "T\($0 % 12 + 1)/\(2019 + $0 / 12)" },
      [ChartSupport.series("Lượt truy cập", values), ChartSupport.series("Năm trước", before)], unit: "lượt")
    let canvas = try ChartSupport.canvas(chart)
    let printed = canvas.strings(.value)
    #expect(printed.contains("\(Int(values.max() ?? 0))") && printed.contains("\(Int(before.min() ?? 0))"))
    #expect(canvas.collisions.isEmpty)
    #expect(canvas.omitted == 80 - printed.count && (1...70).contains(canvas.omitted))
    #expect(canvas.strings(.category).count >= 5)
    #expect(try ChartSupport.fragment(chart).codes == ["bieu-do-bo-bot-nhan"])
  }

  @Test func `lines differ by dash and marker, without colour`() {
    let looks = LineLook.all
    #expect(Set(looks.map(\.dash)).count == looks.count)
    #expect(Set(looks.map(\.marker)).count == looks.count)
  }
}
