import Documents
import Graphics
import SeededRandom
import Testing

@testable import Typesetting

@Suite struct ChartSetterTests {
  private static let words = [
    "Đảng bộ", "Quốc hội", "Văn phòng", "Hội Liên hiệp Phụ nữ", "an ninh", "Nguyễn", "2021", "I", "xây dựng hệ thống",
  ]

  private func random(_ kind: Chart.Kind, _ random: inout SeededGenerator) -> Chart {
    let count = [0, 1, 2, 3, 5, 8, 12, 40, 90][random.below(9)]
    let names = (0..<count).map { _ in
      (0...random.below(6)).map { _ in Self.words[random.below(Self.words.count)] }.joined(separator: " ")
    }
    let size = [1, 100, 4_600, 1e9, 1e15, 1e200, 1.7e308, 1e-5, 1e-200][random.below(9)]
    let series = (0...random.below(4)).map { row in
      let values = (0..<count).map { _ -> Double? in
        switch random.below(12) {
        case 0: nil
        case 1: 0
        case 2: [Double.nan, .infinity, -.infinity][random.below(3)]
        case 3: -Double(random.below(1_000)) / 1_000 * size
        default: Double(random.below(1_000)) / 1_000 * size
        }
      }
      let labels = (0..<random.below(count + 2)).map { "\($0 * 37 % 1_000)" }
      return Chart.Series(name: "Năm \(2015 + row)", values: values, labels: labels)
    }
    let heights: [Length?] = [nil, nil, .points(150), .points(-3), .points(.nan), .points(90_000)]
    return Chart(
      kind: kind, categories: names, series: series, unit: ["", "mô hình", "đồng"][random.below(3)],
      caption: [.plain("Biểu đồ")], height: heights[random.below(heights.count)])
  }

  @Test(arguments: ChartSupport.kinds)
  func `any figures give finite shapes inside the measure, labels inside the chart and apart`(kind: Chart.Kind) throws {
    var generator = SeededGenerator(seed: 40)
    for round in 0..<20 {
      let chart = random(kind, &generator)
      let (fragment, _) = try ChartSupport.fragment(chart)
      #expect(fragment.height <= ChartSupport.room + 1e-6 && fragment.height >= 0, "round \(round)")
      guard !ChartData(chart).isEmpty else { continue }
      var height = chart.height
      if let points = height?.points { height = points > 60 ? .points(min(points, 600)) : .points(60) }
      var cleaned = chart
      cleaned.height = height
      let canvas = try ChartSupport.canvas(cleaned)
      #expect(canvas.coordinates.allSatisfy { $0.isFinite }, "round \(round)")
      // Strokes and hatches are clipped; half a line of type stands above and below the outermost ticks.
      let page = Box(x: 0, y: -8, width: ChartSupport.measure, height: canvas.height + 16)
      for label in canvas.labels { #expect(page.contains(label.box), "round \(round) \(label.string)") }
      #expect(canvas.collisions.isEmpty, "round \(round) \(canvas.collisions)")
      #expect(canvas.elementCount < 8_000, "round \(round)")
    }
  }

  @Test func `labels keep inside a narrow column too`() throws {
    let series = [
      ChartSupport.series("Năm 2020", [1_200, 345, 80]), ChartSupport.series("Năm 2021", [1_100, 400, 95]),
    ]
    for kind in ChartSupport.kinds {
      let canvas = try ChartSupport.canvas(
        ChartSupport.chart(kind, ["Kinh tế", "Văn hoá", "An ninh"], series), width: 170, limit: 300)
      for label in canvas.labels { #expect(label.box.x >= -1e-6 && label.box.maxX <= 170 + 1e-6) }
      #expect(canvas.collisions.isEmpty, "\(kind)")
    }
  }

  @Test func `the caption stands below, and the whole fits the room`() throws {
    var chart = ChartSupport.chart(.bars, ChartSupport.quarters, [ChartSupport.series("", [1, 2, 3, 4])])
    let bare = try ChartSupport.fragment(chart).fragment
    chart.caption = [.plain("Biểu đồ 1: Số mô hình “Dân vận khéo”")]
    let whole = try ChartSupport.fragment(chart).fragment
    #expect(whole.height > bare.height + 10 && whole.width == ChartSupport.measure)
    let low = try ChartSupport.fragment(chart, limit: 150).fragment
    #expect(low.height <= 150)
    guard case .glyphs(let last)? = whole.items.last else {
      Issue.record("no caption")
      return
    }
    #expect(last.string.hasSuffix("khéo”") && (last.glyphs.first?.y ?? 0) > bare.height)
  }

  @Test func `a height the document asks for is kept`() throws {
    for kind in [Chart.Kind.bars, .stackedBars, .lines] {
      var chart = ChartSupport.chart(kind, ChartSupport.quarters, [ChartSupport.series("", [1, 2, 3, 4])])
      chart.height = .points(180)
      #expect(try ChartSupport.fragment(chart).fragment.height == 180)
    }
  }

  @Test func `no figures and no room are findings with a caption, never a crash`() throws {
    for kind in ChartSupport.kinds {
      var chart = Chart(kind: kind, categories: [], series: [], caption: [.plain("Trống")])
      let empty = try ChartSupport.fragment(chart)
      #expect(empty.codes == ["bieu-do-khong-co-so-lieu"] && empty.fragment.height > 0)
      chart = ChartSupport.chart(kind, ["a"], [ChartSupport.series("", [1])])
      for (width, limit) in [(20.0, 500.0), (400, 10), (.nan, 500), (400, .nan), (-5, -5), (.infinity, 500)] {
        #expect(try ChartSupport.fragment(chart, width: width, limit: limit).codes == ["bieu-do-khong-du-cho"])
      }
    }
  }

  @Test func `more figures than a page can show are cut with a finding`() throws {
    let names = (0..<1_000).map { "Mục \($0)" }
    let values = names.indices.map { Double($0) }
    let chart = ChartSupport.chart(.horizontalBars, names, [ChartSupport.series("", values)])
    let (fragment, codes) = try ChartSupport.fragment(chart)
    #expect(codes.contains("bieu-do-qua-nhieu-so-lieu") && codes.contains("bieu-do-bo-bot-nhan"))
    #expect(fragment.height <= ChartSupport.room + 1e-6)
  }

  @Test func `a usual chart costs few drawing elements`() throws {
    for kind in ChartSupport.kinds {
      let series = (0..<3).map { row in ChartSupport.series("Năm \(2019 + row)", [15, 22, 31, 38]) }
      let canvas = try ChartSupport.canvas(ChartSupport.chart(kind, ChartSupport.quarters, series))
      #expect(canvas.elementCount <= 700, "\(kind): \(canvas.elementCount)")
    }
  }
}
