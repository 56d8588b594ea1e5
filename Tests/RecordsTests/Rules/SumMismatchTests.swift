import Findings
import Records
import Testing

@Suite struct SumMismatchTests {
  private func members(_ row: String) -> MarkedFile {
    MarkedFile("dang-vien", "ma_to_chuc,ky,tong_so,chinh_thuc,du_bi,nu\n\(row)\n")
  }

  private func ratings(_ row: String) -> MarkedFile {
    MarkedFile(
      "xep-loai",
      """
      ky,ma_to_chuc,doi_tuong,tong_so,duoc_danh_gia,xuat_sac,tot,hoan_thanh,khong_hoan_thanh,chua_danh_gia
      2020,SNV,đảng viên,\(row)

      """)
  }

  @Test func `full and probationary members make the total`() {
    expectNone("tong-khong-khop", in: bodies, members("SNV,2021-Q4,61,60,1,"))
    let dataset = expect("tong-khong-khop", .error, ["①": "62"], in: bodies, members("SNV,2021-Q4,①62,60,1,"))
    #expect(dataset.memberCounts == [])
  }

  @Test func `a part alone may not exceed the total`() {
    expectNone("tong-khong-khop", in: bodies, members("SNV,2021-Q4,61,60,,"))
    expect("tong-khong-khop", .error, ["①": "61"], in: bodies, members("SNV,2021-Q4,①61,62,,"))
    expect("tong-khong-khop", .error, ["①": "62"], in: bodies, members("SNV,2021-Q4,61,60,1,①62"))
  }

  @Test func `the four levels make those rated, and those rated and not rated the total`() {
    expectNone("tong-khong-khop", in: bodies, ratings("86,84,20,62,2,0,2"))
    expect("tong-khong-khop", .error, ["①": "84"], in: bodies, ratings("86,①84,20,61,2,0,2"))
    expect("tong-khong-khop", .error, ["①": "87"], in: bodies, ratings("①87,84,20,62,2,0,2"))
    expect("tong-khong-khop", .error, ["①": "85"], in: bodies, ratings("①85,,20,62,2,0,2"))
  }

  @Test func `the message shows the sum`() {
    let finding = Workspace(bodies, ratings("86,84,20,61,2,0,2")).read().findings.first { $0.code == "tong-khong-khop" }
    #expect(
      finding?.message.vietnamese
        == "xuat_sac 20 + tot 61 + hoan_thanh 2 + khong_hoan_thanh 0 = 83, nhưng duoc_danh_gia = 84 (lệch 1).")
  }
}
