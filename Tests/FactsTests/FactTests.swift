import Facts
import Testing
import Vietnamese

private let inner = RecordType("muc", [.init("ten", .text, "tên"), .init("so", .integer, "số")])
private let outer = RecordType(
  "goc", [.init("tong", .integer, "tổng"), .init("ds", .list(.record(inner)), "danh sách")])

private func sample() -> Record {
  let source = Source(file: "data/mo-hinh.csv", rows: [2, 5, 9], formula: "đếm dòng")
  return Record(
    outer,
    [
      .integer(3, source),
      .list([.record(Record(inner, [.text("Kinh tế", nil), .integer(2, nil)]))]),
    ])
}

@Suite struct FactTests {
  @Test func `a path leads through records and lists`() {
    #expect(sample().at("tong") == .integer(3, Source(file: "data/mo-hinh.csv", rows: [2, 5, 9], formula: "đếm dòng")))
    #expect(sample().at("ds.0.ten") == .text("Kinh tế", nil))
  }

  @Test(arguments: ["", "khong", "ds.1.ten", "ds.x", "tong.ten", "ds.0.ten.x"])
  func `a path that leads nowhere is no fact`(path: String) {
    let fact = sample().at(path)
    #expect(fact == nil || path.isEmpty)
  }

  @Test func `the dump shows each figure with its rows`() {
    #expect(
      sample().dump() == """
        tong: 3  <- data/mo-hinh.csv:2,5,9
        ds:
          [0]:
            ten: Kinh tế
            so: 2

        """)
  }
}
