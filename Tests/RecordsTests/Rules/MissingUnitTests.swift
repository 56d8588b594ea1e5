import Findings
import Records
import Testing

import Vietnamese

@Suite struct MissingUnitTests {
  private let units = MarkedFile(
    "to-chuc",
    """
    ma_to_chuc,ten,loai,ma_cap_tren,hieu_luc_den
    DUK,Đảng ủy Khối,cấp ủy cấp trên,,
    SNV,Đảng bộ Sở Nội vụ,đảng bộ cơ sở,DUK,
    ①BAOHY,Chi bộ Báo Hưng Yên,chi bộ cơ sở,DUK,
    CU,Chi bộ cũ,chi bộ cơ sở,DUK,30/6/2021
    TT,Chi bộ trực thuộc,chi bộ trực thuộc,SNV,

    """)

  @Test func `a unit without figures is pointed at in the list of organisations`() {
    let file = MarkedFile("dang-vien", "ma_to_chuc,ky,tong_so\nSNV,2021-Q4,61\n")
    expect("thieu-don-vi", .warning, ["①": "BAOHY"], in: units, file)
  }

  @Test func `only the period being reported counts when it is known`() {
    let file = MarkedFile("dang-vien", "ma_to_chuc,ky,tong_so\nSNV,2020-Q4,61\nSNV,2021-Q4,61\nBAOHY,2021-Q4,12\n")
    var workspace = Workspace(units, file)
    workspace.options.period = .quarter(4, 2021)
    #expect(workspace.codes() == [])
    workspace.options.period = .quarter(4, 2020)
    #expect(workspace.codes() == ["thieu-don-vi", "thieu-don-vi"])
  }
}
