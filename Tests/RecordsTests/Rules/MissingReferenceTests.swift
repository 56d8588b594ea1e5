import Findings
import Records
import Testing

@Suite struct MissingReferenceTests {
  @Test func `a code of no organisation is pointed at with the nearest one`() throws {
    let file = MarkedFile("dang-vien", "ma_to_chuc,ky,tong_so\nSNV,2021-Q4,61\n①SVN,2021-Q4,12\n")
    let dataset = expect("tham-chieu-khong-co", .error, ["①": "SVN"], in: bodies, file)
    #expect(dataset.memberCounts.map(\.organisation) == ["SNV"])
    let finding = try #require(Workspace(bodies, file).read().findings.first { $0.code == "tham-chieu-khong-co" })
    #expect(finding.hint?.vietnamese == "ý bạn là “SNV”?")
  }

  @Test func `an unknown body above is an error, but the organisation stays`() {
    let file = MarkedFile("to-chuc", "ma_to_chuc,ten,loai,ma_cap_tren\nA,Một,đảng bộ cơ sở,①KHONGCO\n")
    #expect(expect("tham-chieu-khong-co", .error, ["①": "KHONGCO"], in: file).organisations.count == 1)
  }

  @Test func `campaigns and models are looked up as well`() {
    let rewards = MarkedFile(
      "khen-thuong",
      """
      ma_khen_thuong,ten,loai,hinh_thuc,cap_khen,ngay_quyet_dinh,ma_phong_trao,ma_mo_hinh
      K1,A,tập thể,Giấy khen,Đảng ủy Khối,2021-12-01,①PT9,
      K2,B,cá nhân,Giấy khen,Đảng ủy Khối,2021-12-01,,②MH9

      """)
    expect("tham-chieu-khong-co", .error, ["①": "PT9", "②": "MH9"], in: bodies, rewards)
  }

  @Test func `a reference to a row left out for an error is reported, too`() {
    let bad = MarkedFile("to-chuc", "ma_to_chuc,ten,loai\nSNV,Sở Nội vụ,không biết\n")
    let file = MarkedFile("dang-vien", "ma_to_chuc,ky,tong_so\n①SNV,2021-Q4,61\n")
    expect("tham-chieu-khong-co", .error, ["①": "SNV"], in: bad, file)
  }
}
