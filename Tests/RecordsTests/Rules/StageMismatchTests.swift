import Findings
import Records
import Testing

@Suite struct StageMismatchTests {
  private func model(_ stage: String, _ dates: String) -> MarkedFile {
    MarkedFile(
      "mo-hinh",
      """
      ma_mo_hinh,ten,ma_to_chuc,linh_vuc,loai,cap,trang_thai,ngay_dang_ky,ngay_trien_khai,ngay_hieu_qua,ngay_cong_nhan,ngay_nhan_rong,ngay_dung
      M,Tên,SNV,kinh tế,tập thể,cơ sở,\(stage),\(dates)

      """)
  }

  @Test func `a stage beyond or behind the dates is pointed at`() {
    expect(
      "trang-thai-khac-ngay", .warning, ["①": "nhân rộng"], in: bodies, model("①nhân rộng", "2021-01-05,2021-02-05,,,,")
    )
    expect(
      "trang-thai-khac-ngay", .warning, ["①": "đăng ký"], in: bodies, model("①đăng ký", "2021-01-05,,,2021-09-05,,"))
  }

  @Test(arguments: [
    ("đăng ký", "2021-01-05,,,,,"), ("đang thực hiện", "2021-01-05,2021-02-05,,,,"),
    ("đạt hiệu quả", "2021-01-05,,2021-06-05,,,"), ("được công nhận", "2021-01-05,,,2021-09-05,,"),
    ("nhân rộng", "2021-01-05,,,,2021-10-05,"), ("dừng", "2021-01-05,2021-02-05,,,,2021-10-05"),
    ("cần củng cố", "2021-01-05,2021-02-05,,,,"),
  ]) func `a stage that its dates tell is right`(_ stage: String, _ dates: String) {
    expectNone("trang-thai-khac-ngay", in: bodies, model(stage, dates))
  }
}
