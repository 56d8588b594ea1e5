import Findings
import Records
import Testing

@Suite struct ValueJumpTests {
  private func scores(_ first: String, _ second: String) -> MarkedFile {
    MarkedFile(
      "xep-loai", "ky;ma_to_chuc;doi_tuong;muc;diem\n2020;SNV;TCĐ;T;\(first)\n2021;SNV;TCĐ;T;\(second)\n",
      separator: ";")
  }

  private func members(_ first: Int, _ second: String) -> MarkedFile {
    MarkedFile("dang-vien", "ma_to_chuc,ky,tong_so\nSNV,2021-Q3,\(first)\nSNV,2021-Q4,\(second)\n")
  }

  @Test func `a slipped decimal mark is pointed at`() {
    expect("gia-tri-nhay", .warning, ["①": "9,85"], in: bodies, scores("98,5", "①9,85"))
    expect("gia-tri-nhay", .warning, ["①": "97"], in: bodies, scores("9,8", "①97"))
    expectNone("gia-tri-nhay", in: bodies, scores("98,5", "49"))
  }

  @Test func `a digit too many or too few is pointed at`() {
    expect("gia-tri-nhay", .warning, ["①": "620"], in: bodies, members(61, "①620"))
    expect("gia-tri-nhay", .warning, ["①": "6"], in: bodies, members(61, "①6"))
  }

  @Test func `small bodies may grow`() {
    expectNone("gia-tri-nhay", in: bodies, members(2, "12"))
    expectNone("gia-tri-nhay", in: bodies, members(61, "200"))
  }

  @Test func `the order of the rows does not matter`() {
    let file = MarkedFile("dang-vien", "ma_to_chuc,ky,tong_so\nSNV,2021-Q4,①620\nSNV,2021-Q3,61\n")
    expect("gia-tri-nhay", .warning, ["①": "620"], in: bodies, file)
  }
}
