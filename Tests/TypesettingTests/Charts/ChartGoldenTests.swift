import Documents
import Graphics
import Testing

@testable import Typesetting

/// One page for each kind of chart, and one of pictures, as the whole engine sets it.
@Suite struct ChartGoldenTests {
  private static let ratings = ["Hoàn thành xuất sắc", "Hoàn thành tốt", "Hoàn thành", "Không hoàn thành"]

  /// The published rating of 2020: 84 organisations.
  private static let rating = Chart.Series(
    name: "", values: [20, 62, 2, 0], labels: ["20 (23,81 %)", "62 (73,81 %)", "02 (2,38 %)", "0 (0 %)"])

  private static let years = [
    ChartSupport.series("Đăng ký", [55, 62, 71, 84]), ChartSupport.series("Đạt hiệu quả", [40, 44, 58, 61]),
    ChartSupport.series("Nhân rộng", [12, 15, 14, 22]),
  ]

  @Test(arguments: [
    (Chart.Kind.bars, "bieu-do-cot"), (.stackedBars, "bieu-do-chong"), (.horizontalBars, "bieu-do-ngang"),
    (.lines, "bieu-do-duong"),
  ])
  func `three series over four quarters`(kind: Chart.Kind, name: String) throws {
    let chart = Chart(
      kind: kind, categories: ChartSupport.quarters, series: Self.years, unit: "mô hình",
      caption: [.plain("Biểu đồ 1: Mô hình “Dân vận khéo” theo quý")])
    Golden.expect(try Layout([.chart(chart)]).dump, is: name)
  }

  @Test(arguments: [(Chart.Kind.pie, "bieu-do-tron"), (.ring, "bieu-do-vanh")])
  func `the rating of a year`(kind: Chart.Kind, name: String) throws {
    let chart = Chart(
      kind: kind, categories: Self.ratings, series: [Self.rating],
      caption: [.plain("Biểu đồ 2: Xếp loại tổ chức cơ sở đảng năm 2020")])
    Golden.expect(try Layout([.chart(chart)]).dump, is: name)
  }

  @Test func `two pictures side by side`() throws {
    let pictures = [
      Picture(encoding: .jpeg, bytes: [], width: 1600, height: 1200),
      Picture(encoding: .jpeg, bytes: [], width: 1600, height: 1200, turn: 1),
    ]
    let figure = Figure(pictures: pictures, caption: [.plain("Thăm, tặng quà gia đình thương binh phường Hiến Nam")])
    Golden.expect(try Layout([.figure(figure)]).dump, is: "anh-canh-nhau")
  }
}
