import Findings
import Records
import Testing

@Suite struct ShareMismatchTests {
  /// Hưng Yên 2020: 20, 62 and 2 of 84 (domain §5.2).
  private func ratings(_ shares: String, total: String = "84") -> MarkedFile {
    MarkedFile(
      "xep-loai",
      """
      ky;ma_to_chuc;doi_tuong;tong_so;duoc_danh_gia;xuat_sac;tot;hoan_thanh;khong_hoan_thanh;ty_le_xuat_sac;ty_le_tot;ty_le_hoan_thanh
      2020;SNV;đảng viên;\(total);84;20;62;2;0;\(shares)

      """, separator: ";")
  }

  @Test func `percentages agree at the precision they were given with`() {
    expectNone("ty-le-khong-khop", in: bodies, ratings("23,8;73,81;2,38"))
    expectNone("ty-le-khong-khop", in: bodies, ratings("23,8 %;73,8%;2"))
    expectNone("ty-le-khong-khop", in: bodies, ratings("23.809523809523807;73.80952380952381;2.380952380952381"))
  }

  @Test func `a percentage that was cut instead of rounded is pointed at`() {
    expect("ty-le-khong-khop", .warning, ["①": "73,80"], in: bodies, ratings("23,81;①73,80;2,38"))
    expect("ty-le-khong-khop", .warning, ["①": "2,5%"], in: bodies, ratings("23,81;73,81;①2,5%"))
  }

  @Test func `a share of all instead of those rated is told`() {
    let file = ratings("①23,3;73,81;2,38", total: "86")
    expect("ty-le-khong-khop", .warning, ["①": "23,3"], in: bodies, file)
    let finding = Workspace(bodies, file).read().findings.first { $0.code == "ty-le-khong-khop" }
    #expect(finding?.hint?.vietnamese.hasPrefix("tỷ lệ ghi là trên tong_so = 86") == true)
  }
}
