import Findings
import Records
import Testing

@Suite struct DateOrderTests {
  private func models(_ dates: String) -> MarkedFile {
    MarkedFile(
      "mo-hinh",
      """
      ma_mo_hinh,ten,ma_to_chuc,linh_vuc,loai,cap,trang_thai,ngay_dang_ky,ngay_trien_khai,ngay_hieu_qua,ngay_cong_nhan,ngay_nhan_rong,ngay_dung
      M,Tên,SNV,kinh tế,tập thể,cơ sở,cần củng cố,\(dates)

      """)
  }

  @Test func `a step before the one it follows is pointed at and the row left out`() {
    let dataset = expect(
      "ngay-sai-thu-tu", .error, ["①": "2021-03-31"], in: bodies, models("2021-01-05,2021-04-01,①2021-03-31,,,"))
    #expect(dataset.models == [])
  }

  @Test func `steps that were not dated are passed over`() {
    expect("ngay-sai-thu-tu", .error, ["①": "2021-01-04"], in: bodies, models("2021-01-05,,,①2021-01-04,,"))
    expect("ngay-sai-thu-tu", .error, ["①": "2021-01-04"], in: bodies, models("2021-01-05,2021-02-01,,,,①2021-01-04"))
  }

  @Test func `steps of one day and a stop in between are in order`() {
    expectNone("ngay-sai-thu-tu", in: bodies, models("2021-01-05,2021-01-05,2021-06-01,,,2021-03-01"))
  }

  @Test func `an organisation does not end before it begins`() {
    let file = MarkedFile(
      "to-chuc", "ma_to_chuc,ten,loai,hieu_luc_tu,hieu_luc_den\nA,Một,đảng bộ cơ sở,01/7/2025,①30/6/2025\n")
    expect("ngay-sai-thu-tu", .error, ["①": "30/6/2025"], in: file)
  }
}
