import Findings
import Records
import Testing

@Suite struct ExcellentCapExceededTests {
  /// `excellent` and `good` bodies in one group.
  private func group(_ excellent: Int, _ good: Int, _ completed: Int = 0) -> [MarkedFile] {
    let count = excellent + good + completed
    let bodies = (0..<count).map { "T\($0),Tên \($0),đảng bộ cơ sở,Sở ngành\n" }.joined()
    let levels = (0..<count).map { $0 < excellent ? "XS" : ($0 < excellent + good ? "T" : "HT") }
    let rows = levels.enumerated().map { "2020,T\($0),TCĐ,\($0 == 0 && $1 == "XS" ? "①" : "")\($1)\n" }.joined()
    return [
      MarkedFile("to-chuc", "ma_to_chuc,ten,loai,nhom\n" + bodies),
      MarkedFile("xep-loai", "ky,ma_to_chuc,doi_tuong,muc\n" + rows),
    ]
  }

  private func warns(_ files: [MarkedFile], _ base: ExcellentCap.Base, percent: Int = 20) -> String? {
    var workspace = Workspace()
    workspace.files = files
    workspace.options.cap = ExcellentCap(percent: percent, base: base)
    return workspace.read().findings.first { $0.code == "vuot-tran-xuat-sac" }?.message.vietnamese
  }

  @Test func `the published figures of Hưng Yên exceed every reading of the cap`() {
    // 20/62/2 of 84: limits 16, 12 and 16 (domain §3.3).
    let files = group(20, 62, 2)
    #expect(warns(files, .goodOrBetter)?.contains("20 hoàn thành xuất sắc, trần 16 (20 % của 82)") == true)
    #expect(warns(files, .good)?.contains("trần 12 (20 % của 62)") == true)
    #expect(warns(files, .total)?.contains("trần 16 (20 % của 84)") == true)
  }

  @Test func `Trà Vinh's 14 of 71 keep the cap and 16 of 79 do not`() {
    #expect(warns(group(14, 57), .goodOrBetter) == nil)
    #expect(warns(group(16, 63), .goodOrBetter) != nil)
    #expect(warns(group(16, 63), .goodOrBetter, percent: 25) == nil)
  }

  @Test func `the first excellent rating of the group is pointed at and nothing is left out`() {
    let files = group(20, 62, 2)
    let dataset = expect("vuot-tran-xuat-sac", .warning, ["①": "XS"], in: files[0], files[1])
    #expect(dataset.ratings.count == 84)
  }

  @Test func `persons count within their organisation`() {
    let file = MarkedFile(
      "xep-loai",
      "ky,ma_to_chuc,doi_tuong,duoc_danh_gia,xuat_sac,tot,hoan_thanh,khong_hoan_thanh\n2020,SNV,đảng viên,50,①11,39,0,0\n2020,BAOHY,đảng viên,50,10,40,0,0\n"
    )
    expect("vuot-tran-xuat-sac", .warning, ["①": "11"], in: bodies, file)
  }
}
