import Documents
import Graphics
import Testing

@testable import Typesetting

@Suite struct BarPlotTests {
  private let names = ChartSupport.quarters

  @Test func `heights are in exact proportion to the figures, on one base line`() throws {
    let values: [Double] = [12, 31, 7, 84]
    let canvas = try ChartSupport.canvas(
      ChartSupport.chart(.bars, names, [ChartSupport.series("", values)]))
    let bars = canvas.bars(0)
    #expect(bars.count == 4)
    let unit = bars[0].height / 12
    for (bar, value) in zip(bars, values) {
      #expect(abs(bar.height - value * unit) < 1e-9)
      #expect(abs(bar.maxY - bars[0].maxY) < 1e-9)
    }
    #expect(Set(bars.map { ($0.width * 1e6).rounded() }).count == 1)
  }

  @Test func `ticks stand where bars of their height would end`() throws {
    let canvas = try ChartSupport.canvas(
      ChartSupport.chart(.bars, names, [ChartSupport.series("", [10, 20, 30, 40])]))
    let ticks = canvas.labels(.tick)
    #expect(ticks.map(\.string) == ["0", "10", "20", "30", "40"])
    for (bar, tick) in zip(canvas.bars(0), ticks.dropFirst()) {
      #expect(abs(bar.y - (tick.box.y + tick.label.middle)) < 1e-9)
    }
  }

  @Test func `lying bars grow to the right in proportion`() throws {
    let values: [Double] = [5, 4, 0, 20]
    let canvas = try ChartSupport.canvas(
      ChartSupport.chart(.horizontalBars, names, [ChartSupport.series("", values)]))
    let bars = canvas.bars(0)
    #expect(bars.count == 3)
    #expect(abs(bars[0].width / bars[1].width - 5.0 / 4) < 1e-9 && abs(bars[2].width / bars[0].width - 4) < 1e-9)
    #expect(canvas.strings(.value) == ["5", "4", "0", "20"])
  }

  @Test func `negative figures hang below zero with their labels below them`() throws {
    let canvas = try ChartSupport.canvas(
      ChartSupport.chart(.bars, names, [ChartSupport.series("", [12, -8, 0, -3])], unit: "%"))
    let bars = canvas.bars(0)
    let labels = canvas.labels(.value)
    #expect(abs(bars[0].maxY - bars[1].y) < 1e-9 && abs(bars[1].height / bars[0].height - 8.0 / 12) < 1e-9)
    #expect(labels[1].string == "-8" && labels[1].box.y >= bars[1].maxY && labels[0].box.maxY <= bars[0].y)
    #expect(labels.allSatisfy { $0.box.maxY <= canvas.labels(.category)[0].box.y + 1e-9 })
  }

  @Test func `stacks begin where the one below ends and reach the sum`() throws {
    let canvas = try ChartSupport.canvas(
      ChartSupport.chart(
        .stackedBars, ["Năm 2019", "Năm 2020"],
        [
          ChartSupport.series("Xuất sắc", [17, 20]), ChartSupport.series("Tốt", [61, 62]),
          ChartSupport.series("Hoàn thành", [5, 2]),
        ]))
    let parts = (0..<3).map { canvas.bars($0) }
    for category in 0..<2 {
      #expect(abs(parts[0][category].y - parts[1][category].maxY) < 1e-9)
      #expect(abs(parts[1][category].y - parts[2][category].maxY) < 1e-9)
    }
    let unit = parts[0][0].height / 17
    let whole = parts[0][1].maxY - parts[2][1].y
    #expect(abs(whole - 84 * unit) < 1e-9)
    #expect(Set(canvas.strings(.value)) == ["17", "61", "5", "20", "62", "2"])
  }

  @Test func `negative parts of a stack go the other way`() throws {
    let canvas = try ChartSupport.canvas(
      ChartSupport.chart(
        .stackedBars, ["A"],
        [ChartSupport.series("x", [10]), ChartSupport.series("y", [-5]), ChartSupport.series("z", [10])]))
    #expect(canvas.bars(0)[0].maxY == canvas.bars(1)[0].y)
    #expect(abs(canvas.bars(2)[0].maxY - canvas.bars(0)[0].y) < 1e-9)
  }

  @Test func `a missing figure leaves the place of its bar empty`() throws {
    let series = [ChartSupport.series("2020", [1, nil, 3, 4]), ChartSupport.series("2021", [2, 3, 4, 5])]
    let canvas = try ChartSupport.canvas(ChartSupport.chart(.bars, names, series))
    let (first, second) = (canvas.bars(0), canvas.bars(1))
    #expect(first.count == 3 && second.count == 4)
    let step = second[1].x - second[0].x
    #expect(abs(first[1].x - first[0].x - 2 * step) < 1e-9)
    #expect(canvas.strings(.value).filter { $0 == "" }.isEmpty)
  }

  @Test func `long names lay standing bars down instead of shrinking to nothing`() throws {
    let long = (1...6).map { "Đảng bộ Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh số \($0)" }
    let canvas = try ChartSupport.canvas(
      ChartSupport.chart(.bars, long, [ChartSupport.series("", [1, 2, 3, 4, 5, 6])]))
    let bars = canvas.bars(0)
    #expect(bars.allSatisfy { abs($0.x - bars[0].x) < 1e-9 })
    #expect(canvas.labels(.category).allSatisfy { $0.label.lineCount > 1 } && canvas.collisions.isEmpty)
  }

  @Test func `one category gives one bar of modest width, and zeros alone a base line with zeros`() throws {
    let one = try ChartSupport.canvas(ChartSupport.chart(.bars, ["Toàn tỉnh"], [ChartSupport.series("", [84])]))
    #expect(one.bars(0).count == 1 && one.bars(0)[0].width <= BarPlot.thickest + 1e-9)
    let zeros = try ChartSupport.canvas(ChartSupport.chart(.bars, names, [ChartSupport.series("", [0, 0, 0, 0])]))
    #expect(zeros.strings(.value) == ["0", "0", "0", "0"] && zeros.strings(.tick) == ["0", "1"])
    #expect(zeros.marks.isEmpty)
  }

  @Test func `forty categories all keep their names and figures`() throws {
    let categories = (1...40).map { "Đơn vị số \($0)" }
    let values = (1...40).map { Double($0 * 37 % 53) }
    let canvas = try ChartSupport.canvas(
      ChartSupport.chart(.bars, categories, [ChartSupport.series("", values)]))
    #expect(canvas.strings(.category) == categories)
    #expect(canvas.strings(.value) == values.map { "\(Int($0))" })
    #expect(canvas.omitted == 0 && canvas.height <= ChartSupport.room && canvas.collisions.isEmpty)
  }

  @Test func `what is printed at a bar is the text given, not the figure`() throws {
    let series = Chart.Series(name: "", values: [84, 45.5], labels: ["84 (100 %)", "45,5*"])
    let canvas = try ChartSupport.canvas(ChartSupport.chart(.bars, ["Tổng số", "Đảng bộ"], [series]))
    #expect(canvas.strings(.value) == ["84 (100 %)", "45,5*"])
  }
}
