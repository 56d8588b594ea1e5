import Findings
import Records
import Testing

import Vietnamese

@Suite struct LateSubmissionTests {
  private let file = MarkedFile(
    "nop-bao-cao",
    """
    ma_to_chuc,ky,ngay_nop,han_nop
    SNV,2021-Q4,②29/12/2021,24/12/2021
    BAOHY,2021-Q4,①,24/12/2021
    DUK,2021-Q4,24/12/2021,24/12/2021

    """)

  @Test func `late and missing reports are pointed at`() {
    expect("nop-muon", .warning, ["①": "", "②": "29/12/2021"], in: bodies, file)
    let texts = Workspace(bodies, file).read().findings.filter { $0.code == "nop-muon" }.map(\.message.vietnamese)
    #expect(texts.first == "Đảng bộ Sở Nội vụ nộp báo cáo quý IV năm 2021 muộn 5 ngày (hạn 24/12/2021).")
    #expect(texts.last == "Chi bộ Báo Hưng Yên chưa nộp báo cáo quý IV năm 2021, hạn 24/12/2021.")
  }

  @Test func `other periods than the one being reported say nothing`() {
    var workspace = Workspace(bodies, file)
    workspace.options.period = .quarter(3, 2021)
    #expect(workspace.codes() == [])
  }
}
