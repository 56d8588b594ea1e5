import Findings
import Records
import Testing

@Suite struct DateOutsidePeriodTests {
  private let campaigns = MarkedFile("phong-trao", "ma_phong_trao,ten,giai_doan\nPT,Dân vận khéo,2021-2025\n")

  @Test func `a decision before the period it rates is pointed at`() {
    let file = MarkedFile(
      "xep-loai", "ky,ma_to_chuc,doi_tuong,muc,ngay\n2020,SNV,TCĐ,HTT,15/01/2021\n2021,SNV,TCĐ,HTT,①15/01/2020\n")
    expect("ngay-ngoai-ky", .warning, ["①": "15/01/2020"], in: bodies, file)
  }

  @Test func `a model registered outside its campaign is pointed at`() {
    let head = "ma_mo_hinh,ten,ma_to_chuc,ma_phong_trao,linh_vuc,loai,cap,trang_thai,ngay_dang_ky\n"
    let row = "M1,Tên,SNV,PT,kinh tế,tập thể,cơ sở,đăng ký,①2020-12-31\n"
    let inside = "M2,Tên hai,SNV,PT,kinh tế,tập thể,cơ sở,đăng ký,2025-12-31\n"
    let dataset = expect(
      "ngay-ngoai-ky", .warning, ["①": "2020-12-31"], in: bodies, campaigns, MarkedFile("mo-hinh", head + row + inside))
    #expect(dataset.models.count == 2)
  }

  @Test func `a reward may come after its campaign, not before`() {
    let head = "ma_khen_thuong,ten,loai,hinh_thuc,cap_khen,ngay_quyet_dinh,ma_phong_trao\n"
    let rows = "K1,A,tập thể,Giấy khen,Khối,2026-03-01,PT\nK2,A,tập thể,Giấy khen,Khối,①2020-03-01,PT\n"
    expect(
      "ngay-ngoai-ky", .warning, ["①": "2020-03-01"], in: bodies, campaigns, MarkedFile("khen-thuong", head + rows))
  }
}
