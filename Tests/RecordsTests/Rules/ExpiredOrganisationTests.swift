import Findings
import Records
import Testing

@Suite struct ExpiredOrganisationTests {
  private let changing = MarkedFile(
    "to-chuc",
    """
    ma_to_chuc,ten,loai,hieu_luc_tu,hieu_luc_den,ma_ke_thua
    CU,Đơn vị cũ,đảng bộ cơ sở,,30/6/2021,MOI
    MOI,Đơn vị mới,đảng bộ cơ sở,01/7/2021,,

    """)

  @Test func `figures after the end and before the beginning are pointed at`() throws {
    let file = MarkedFile(
      "dang-vien", "ma_to_chuc,ky,tong_so\nCU,2021-Q2,60\n①CU,2021-Q3,60\n②MOI,2021-Q2,60\nMOI,2021-Q3,60\n")
    let dataset = expect("to-chuc-het-hieu-luc", .warning, ["①": "CU", "②": "MOI"], in: changing, file)
    #expect(dataset.memberCounts.count == 4)
    let finding = try #require(Workspace(changing, file).read().findings.first { $0.code == "to-chuc-het-hieu-luc" })
    #expect(finding.hint?.vietnamese == "tổ chức kế thừa là MOI")
  }

  @Test func `a year that it lived through in part is its own`() {
    let file = MarkedFile(
      "xep-loai", "ky,ma_to_chuc,doi_tuong,muc\n2021,CU,TCĐ,HTT\n2021,MOI,TCĐ,HTT\n①2022,②CU,TCĐ,HTT\n")
    expect("to-chuc-het-hieu-luc", .warning, ["②": "CU"], in: changing, file)
  }

  @Test func `the last valid day still counts`() {
    let head = "ma_hoat_dong,ngay,chuong_trinh,hinh_thuc,so_tien,ma_to_chuc\n"
    let rows = "A1,30/6/2021,Tết,tặng quà,1,CU\nA2,01/7/2021,Tết,tặng quà,1,①CU\n"
    expect("to-chuc-het-hieu-luc", .warning, ["①": "CU"], in: changing, MarkedFile("an-sinh", head + rows))
  }
}
