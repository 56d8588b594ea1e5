import Facts
import Testing
import Vietnamese

@Suite struct FactToneStyleTests {
  private let type = RecordType(
    "dong",
    [
      .init("ten", .text, spelling: .personWhere(field: "loai", is: "cá nhân"), "tên"), .init("loai", .text, "loại"),
      .init("nguoi", .text, spelling: .person, "người"), .init("loi", .text, spelling: .prose, "lời văn"),
      .init("don_vi", .list(.text), "đơn vị"), .init("so", .integer, "số"),
    ])

  private func record(_ kind: String) -> Record {
    Record(
      type,
      [
        .text("Lê Thúy Hòa", nil), .text(kind, nil), .text("Lê Thúy Hòa", nil), .text("bà Thúy hòa giải", nil),
        .list([.text("Đảng ủy", nil), .text("Khánh Hòa", nil)]), .integer(5, nil),
      ])
  }

  private func texts(_ record: Record) -> [String] {
    ["ten", "nguoi", "loi", "don_vi.0", "don_vi.1"].compactMap {
      if case .text(let text, _)? = record.at($0) { text } else { nil }
    }
  }

  @Test func `words of the office change, persons do not, and prose only where no name can be`() {
    let collective = record("tập thể").inToneStyle(.new)
    #expect(texts(collective) == ["Lê Thuý Hoà", "Lê Thúy Hòa", "bà Thúy hoà giải", "Đảng uỷ", "Khánh Hoà"])
    #expect(collective.at("so") == .integer(5, nil))
    let person = record("Cá nhân").inToneStyle(.new)
    #expect(texts(person) == ["Lê Thúy Hòa", "Lê Thúy Hòa", "bà Thúy hoà giải", "Đảng uỷ", "Khánh Hoà"])
  }

  @Test func `records inside records and lists are reached, and the way back is the same`() {
    let outer = RecordType("ngoai", [.init("danh_sach", .list(.record(type)), "danh sách")])
    let facts = Record(outer, [.list([.record(record("tập thể"))])])
    #expect(facts.inToneStyle(.new).at("danh_sach.0.don_vi.0") == .text("Đảng uỷ", nil))
    #expect(facts.inToneStyle(.new).inToneStyle(.old) == facts)
  }
}
