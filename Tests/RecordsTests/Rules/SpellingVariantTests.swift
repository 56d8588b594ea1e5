import Findings
import Records
import Testing

@Suite struct SpellingVariantTests {
  private let head = "ma_to_chuc,ten,loai,hieu_luc_tu,hieu_luc_den\n"

  @Test func `one name under two codes is pointed at, whatever its tone style`() {
    let file = MarkedFile("to-chuc", head + "A,Đảng ủy Sở Y tế,đảng bộ cơ sở,,\nB,①Đảng uỷ Sở  Y tế,đảng bộ cơ sở,,\n")
    let dataset = expect("ten-trung-khac-dau", .warning, ["①": "Đảng uỷ Sở  Y tế"], in: file)
    #expect(dataset.organisations.last?.name == "Đảng uỷ Sở  Y tế")
  }

  @Test func `a unit that follows one of its name is another`() {
    let file = MarkedFile(
      "to-chuc", head + "A,Xã Hòa Bình,đảng bộ cơ sở,,30/6/2025\nB,Xã Hoà Bình,đảng bộ cơ sở,01/7/2025,\n")
    expectNone("ten-trung-khac-dau", in: file)
  }

  @Test func `names that differ by a tone are different names`() {
    let file = MarkedFile("to-chuc", head + "A,Xã Hòa Bình,đảng bộ cơ sở,,\nB,Xã Hoa Bình,đảng bộ cơ sở,,\n")
    expectNone("ten-trung-khac-dau", in: file)
  }

  @Test func `the rarer spelling of a text that tables group by is pointed at once`() {
    let rows = ["Quỹ ủy lạo", "Quỹ ủy lạo", "①Quỹ uỷ lạo", "Quỹ ủy lạo", "②quỹ ủy lạo", "quỹ ủy lạo"].enumerated()
    let text = rows.map { "A\($0),2021-01-05,\($1),ủng hộ quỹ,1\n" }.joined()
    let file = MarkedFile("an-sinh", "ma_hoat_dong,ngay,chuong_trinh,hinh_thuc,so_tien\n" + text)
    expect("ten-trung-khac-dau", .warning, ["②": "quỹ ủy lạo", "①": "Quỹ uỷ lạo"], in: bodies, file)
  }
}
