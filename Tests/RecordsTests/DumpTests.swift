import Records
import Testing

@Suite struct DumpTests {
  @Test func `a dump shows every value that is given, with its line`() {
    let ratings = MarkedFile(
      "xep-loai",
      "ky,ma_to_chuc,doi_tuong,muc,diem,tong_so,duoc_danh_gia,ngay,ghi_chu\n2020,SNV,TCĐ,XS,\"98,5\",,,15/01/2021,ổn\n2020,SNV,ĐV,,,84,0,,\n"
    )
    #expect(
      Workspace(MarkedFile("to-chuc", organisations), ratings).read().dataset.dump() == """
        to-chuc (3)
          2: code=“DUK” name=“Đảng ủy Khối” kind=“cấp ủy cấp trên”
          3: code=“SNV” name=“Đảng bộ Sở Nội vụ” kind=“đảng bộ cơ sở” parent=“DUK”
          4: code=“BAOHY” name=“Chi bộ Báo Hưng Yên” kind=“chi bộ cơ sở” parent=“DUK”

        xep-loai (2)
          2: period=2020 organisation=“SNV” subject=“tổ chức đảng” level=“hoàn thành xuất sắc” score=98.5 date=2021-01-15 note=“ổn”
          3: period=2020 organisation=“SNV” subject=“đảng viên” total=84 rated=0

        """)
  }

  @Test func `two readings of one workspace are the same text`() throws {
    let files = try ExampleWorkspaceTests.files()
    let first = DatasetReader().read(files: files).dataset.dump()
    #expect(DatasetReader().read(files: files.reversed()).dataset.dump() == first)
    #expect(first.split(separator: "\n").count > 500)
  }
}
