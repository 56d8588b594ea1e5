import Findings
import Records
import Testing
import Vietnamese

/// Every finding of reading, with the cell it must point at.
@Suite struct ReadingTests {
  private func read(_ file: MarkedFile, _ options: DatasetOptions = DatasetOptions()) -> (Dataset, [Finding]) {
    var workspace = Workspace(MarkedFile("to-chuc", organisations), file)
    if file.file.name == "data/to-chuc.csv" { workspace = Workspace(file) }
    workspace.options = options
    workspace.options.requiredTables = []
    let result = workspace.read()
    // Tiny tables lack units and exceed the cap; those rules have tests of their own.
    return (result.dataset, result.findings.filter { !["thieu-don-vi", "vuot-tran-xuat-sac"].contains($0.code) })
  }

  /// Expects exactly one finding, at ①, with the cell's text under the caret.
  private func expectOne(
    _ code: String, _ severity: Severity, _ file: MarkedFile, marked: String?, hint: String? = nil,
    _ options: DatasetOptions = DatasetOptions(), location: SourceLocation = #_sourceLocation
  ) {
    let (_, findings) = read(file, options)
    #expect(findings.map(\.code) == [code], sourceLocation: location)
    guard let finding = findings.first, let place = file.marks["①"] else { return }
    #expect(finding.severity == severity, sourceLocation: location)
    #expect(finding.location.row == place.row, sourceLocation: location)
    #expect(finding.location.column == place.column, sourceLocation: location)
    #expect(finding.location.byteOffset == place.byteOffset, sourceLocation: location)
    #expect(finding.excerpt?.line == place.line, sourceLocation: location)
    #expect(finding.excerpt?.start == place.start, sourceLocation: location)
    if let marked { #expect(finding.marked == marked, sourceLocation: location) }
    if let hint { #expect(finding.hint?.vietnamese.contains(hint) == true, sourceLocation: location) }
  }

  private func members(_ row: String) -> MarkedFile {
    MarkedFile("dang-vien", "ma_to_chuc,ky,tong_so,chinh_thuc,du_bi,nu\n\(row)\n")
  }

  private func ratings(_ row: String) -> MarkedFile {
    MarkedFile("xep-loai", "ky,ma_to_chuc,doi_tuong,muc,diem,ngay\n\(row)\n")
  }

  private func works(_ row: String) -> MarkedFile {
    MarkedFile("an-sinh", "ma_hoat_dong,ngay,chuong_trinh,hinh_thuc,so_tien\n\(row)\n")
  }

  // MARK: Cells

  @Test func `a word among numbers is pointed at`() {
    expectOne("so-khong-hop-le", .error, members("SNV,2021-Q4,①sáu mươi,,,"), marked: "sáu mươi")
  }

  @Test func `a dash for “none” gets the advice to leave the cell empty`() {
    expectOne("so-khong-hop-le", .error, members("SNV,2021-Q4,61,①-,,"), marked: "-", hint: "để trống")
  }

  @Test func `a fraction among counts is pointed at`() {
    expectOne("so-khong-hop-le", .error, members("SNV,2021-Q4,①45.5,,,"), marked: "45.5")
  }

  @Test func `a negative count is out of range`() {
    expectOne("ngoai-khoang", .error, members("SNV,2021-Q4,①-5,,,"), marked: "-5")
  }

  @Test func `a count of a billion billions is out of range`() {
    expectOne("ngoai-khoang", .error, members("SNV,2021-Q4,①1000000000000,,,"), marked: "1000000000000")
  }

  @Test func `grouped counts and no-break spaces are numbers`() {
    let (dataset, findings) = read(members("SNV,2021-Q4,1.234,\"1.200\",34,\u{A0}12\u{202F}"))
    #expect(findings == [])
    #expect(dataset.memberCounts.first?.total == 1234)
    #expect(dataset.memberCounts.first?.full == 1200)
    #expect(dataset.memberCounts.first?.women == 12)
  }

  @Test func `an empty required cell is pointed at`() {
    expectOne("thieu-gia-tri", .error, members("SNV,2021-Q4,①,60,1,"), marked: "")
  }

  @Test func `a rating of a party organisation needs a level`() {
    expectOne("thieu-gia-tri", .error, ratings("2020,SNV,tổ chức đảng,①,,"), marked: "")
  }

  @Test(arguments: ["\u{7}", "\u{1B}", "\u{7F}", "\u{202E}", "\u{2066}"])
  func `a control character in a text is pointed at and keeps the row`(character: String) {
    expectOne(
      "ky-tu-dieu-khien", .warning, works("AS-1,2021-01-05,①a\(character)b,ủng hộ quỹ,100"), marked: nil)
  }

  @Test func `a code with a space is pointed at`() {
    expectOne("ma-khong-hop-le", .error, members("①Sở Nội vụ,2021-Q4,61,,,"), marked: "Sở Nội vụ")
  }

  @Test func `a day that is not in the calendar is pointed at`() {
    expectOne("ngay-khong-hop-le", .error, ratings("2020,SNV,tổ chức đảng,XS,,①30/02/2021"), marked: "30/02/2021")
  }

  @Test func `an Excel day number is not taken for a date`() {
    expectOne(
      "gia-tri-nhieu-nghia", .error, ratings("2020,SNV,tổ chức đảng,XS,,①46058"), marked: "46058", hint: "05/02/2026")
  }

  @Test func `month before day is not taken for a date`() {
    expectOne(
      "gia-tri-nhieu-nghia", .error, ratings("2020,SNV,tổ chức đảng,XS,,①02/25/2021"), marked: "02/25/2021",
      hint: "25/02/2021")
  }

  @Test func `dates are read in the forms offices write`() {
    for date in ["05/02/2021", "5-2-2021", "2021-02-05", "5.2.2021", "\"ngày 05 tháng 02 năm 2021\""] {
      let (dataset, findings) = read(ratings("2020,SNV,tổ chức đảng,XS,,\(date)"))
      #expect(findings == [])
      #expect(dataset.ratings.first?.date == CivilDate(year: 2021, month: 2, day: 5))
    }
  }

  @Test func `a period without a year is pointed at`() {
    expectOne("ky-khong-hop-le", .error, members("SNV,①quý III,61,,,"), marked: "quý III")
  }

  @Test func `periods are read in the forms offices write`() {
    for (text, code) in [("quý III/2026", "2026-Q3"), ("6 tháng đầu năm 2026", "2026-H1"), ("2026-Q3", "2026-Q3")] {
      let (dataset, findings) = read(members("SNV,\(text),61,,,"))
      #expect(findings == [])
      #expect(dataset.memberCounts.first?.period.code == code)
    }
  }

  @Test func `an unknown list value gets a suggestion`() {
    expectOne(
      "danh-muc-la", .error, ratings("2020,SNV,①tổ chứ đảng,XS,,"), marked: "tổ chứ đảng",
      hint: "ý bạn là “tổ chức đảng”")
  }

  @Test func `a merged field of two is not guessed`() {
    let file = MarkedFile(
      "mo-hinh",
      """
      ma_mo_hinh,ten,ma_to_chuc,linh_vuc,loai,cap,trang_thai,ngay_dang_ky
      MH1,Một,SNV,①kinh tế - văn hóa xã hội,tập thể,cơ sở,đăng ký,2021-01-05

      """)
    expectOne("danh-muc-la", .error, file, marked: "kinh tế - văn hóa xã hội")
  }

  @Test func `an old name is read with a note`() {
    let file = ratings("2012,SNV,tổ chức đảng,①Trong sạch vững mạnh,,")
    expectOne("danh-muc-ten-cu", .note, file, marked: "Trong sạch vững mạnh")
    #expect(read(file).0.ratings.first?.level == .excellent)
  }

  @Test func `abbreviations and old accents of levels are accepted`() {
    for (text, level) in [
      ("XS", RatingLevel.excellent), ("HTTNV", .good), ("Hoàn thành nhiệm vụ", .completed),
      ("KHÔNG HOÀN THÀNH", .failed),
    ] {
      #expect(read(ratings("2020,SNV,tổ chức đảng,\(text),,")).0.ratings.first?.level == level)
    }
  }

  @Test func `an amount of money without sense is pointed at`() {
    expectOne("tien-khong-hop-le", .error, works("AS1,2021-01-05,Tết,tặng quà,①hai trăm"), marked: "hai trăm")
  }

  @Test func `money is read with its unit`() {
    let (dataset, findings) = read(works("AS1,2021-01-05,Tết,tặng quà,135 triệu đồng"))
    #expect(findings == [])
    #expect(dataset.socialWorks.first?.amount == 135_000_000)
  }

  @Test func `the unit in a header counts for the whole column`() {
    let file = MarkedFile(
      "an-sinh", "Mã hoạt động;Ngày;Chương trình;Hình thức;Số tiền (triệu đồng)\nAS1;05/01/2021;Tết;tặng quà;135,5\n",
      separator: ";")
    let (dataset, findings) = read(file)
    #expect(findings == [])
    #expect(dataset.socialWorks.first?.amount == 135_500_000)
  }

  @Test func `a doubtful mark is settled by the other cells of the column`() {
    let clear = "2020;SNV;đảng viên;;98,5;\n2020;BAOHY;đảng viên;;9.875;\n"
    let settled = MarkedFile("xep-loai", "ky;ma_to_chuc;doi_tuong;muc;diem;ngay\n\(clear)", separator: ";")
    // With 98,5 beside it 9.875 can only be nine thousand, which no score is.
    #expect(read(settled).1.map(\.code) == ["ngoai-khoang"])
    let alone = MarkedFile(
      "xep-loai", "ky;ma_to_chuc;doi_tuong;muc;diem;ngay\n2020;BAOHY;đảng viên;;①9.875;\n", separator: ";")
    expectOne("gia-tri-nhieu-nghia", .error, alone, marked: "9.875")
  }

  @Test func `a path may not leave the workspace`() {
    for path in ["../ảnh.jpg", "/etc/passwd", "C:\\ảnh.jpg", "anh/../../x.jpg"] {
      expectOne(
        "duong-dan-khong-hop-le", .error, MarkedFile("anh", "ma_anh,tep,chu_thich\nA1,①\(path),Ảnh\n"), marked: path)
    }
  }

  @Test func `a sector beyond the list is used with a note`() {
    let file = MarkedFile("to-chuc", "ma_to_chuc,ten,loai,khoi\nA,Đảng bộ A,đảng bộ cơ sở,①hợp tác xã\n")
    expectOne("danh-muc-mo-rong", .note, file, marked: "hợp tác xã")
    #expect(read(file).0.organisations.first?.sector == "hợp tác xã")
  }

  @Test func `text comes in normal form C`() {
    let file = MarkedFile("to-chuc", "ma_to_chuc,ten,loai\nA,\u{0110}a\u{0309}ng u\u{0309}y,đảng bộ cơ sở\n")
    #expect(read(file).0.organisations.first.map { Array($0.name.unicodeScalars) } == Array("Đảng ủy".unicodeScalars))
  }

  @Test func `a cell that begins with a combining mark is pointed at by whole clusters`() throws {
    let file = members("SNV,2021-Q4,\u{0301}x,,,")
    let finding = try #require(read(file).1.first)
    #expect(finding.excerpt?.start == 11)
    #expect(finding.excerpt?.length == 2)
  }

  // MARK: Rows

  @Test func `a quote that is never closed is pointed at and harms one row only`() {
    let file = MarkedFile("dang-vien", "ma_to_chuc,ky,tong_so,ghi_chu\nSNV,2021-Q4,61,①\"thiếu\nBAOHY,2021-Q4,12,\n")
    expectOne("ngoac-kep-sai", .error, file, marked: "\"")
    #expect(read(file).0.memberCounts.map(\.organisation) == ["BAOHY"])
  }

  @Test func `a row with too many cells is pointed at where they begin`() {
    expectOne(
      "dong-thua-o", .error, MarkedFile("dang-vien", "ma_to_chuc,ky,tong_so\nSNV,2021-Q4,61,①hơn,nữa\n"), marked: "hơn")
  }

  @Test func `empty cells behind the last column say nothing`() {
    let (dataset, findings) = read(MarkedFile("dang-vien", "ma_to_chuc,ky,tong_so,,\nSNV,2021-Q4,61,,,,,\n"))
    #expect(findings == [])
    #expect(dataset.memberCounts.count == 1)
  }

  @Test func `a short row is read with a warning`() {
    let file = MarkedFile("dang-vien", "ma_to_chuc,ky,tong_so,chinh_thuc,ghi_chu\nSNV,2021-Q4,①61\n")
    expectOne("dong-thieu-o", .warning, file, marked: "61")
    #expect(read(file).0.memberCounts.count == 1)
  }

  @Test(arguments: ["Tổng cộng", "TỔNG CỘNG:", "Tổng", "Cộng", "Tổng số", "tong cong"])
  func `a total row is left out with a note`(_ word: String) {
    let file = MarkedFile("dang-vien", "STT,ma_to_chuc,ky,tong_so\n1,SNV,2021-Q4,61\n①\(word),,,61\n")
    expectOne("dong-tong", .note, file, marked: word)
    #expect(read(file).0.memberCounts.count == 1)
  }

  @Test func `a total row in the key column is left out with a note`() {
    let file = MarkedFile("dang-vien", "ma_to_chuc,ky,tong_so\nSNV,2021-Q4,61\n①Tổng cộng,2021-Q4,61\n")
    expectOne("dong-tong", .note, file, marked: "Tổng cộng")
  }

  @Test func `a company whose name begins like a total is data`() {
    let file = MarkedFile(
      "to-chuc", "ten,ma_to_chuc,loai\nTổng Công ty May,MAY,đảng bộ cơ sở\nCông ty A,CTA,chi bộ cơ sở\n")
    let (dataset, findings) = read(file)
    #expect(findings == [])
    #expect(dataset.organisations.count == 2)
  }

  @Test func `blanks of merged cells are not filled by guessing`() {
    let file = MarkedFile("dang-vien", "ky,ma_to_chuc,tong_so\n2021-Q4,SNV,61\n①,BAOHY,12\n")
    expectOne("o-gop", .error, file, marked: "", hint: "“2021-Q4”")
    #expect(read(file).0.memberCounts.count == 1)
  }

  @Test func `a remark below the table is skipped with a warning`() {
    let file = MarkedFile("dang-vien", "ma_to_chuc,ky,tong_so\nSNV,2021-Q4,61\n①Người lập biểu: Nguyễn Văn A,,\n")
    expectOne("dong-ngoai-bang", .warning, file, marked: "Người lập biểu: Nguyễn Văn A")
  }

  @Test func `blank rows are counted once`() {
    let file = MarkedFile("dang-vien", "ma_to_chuc,ky,tong_so\nSNV,2021-Q4,61\n\n,,\n  ,\t,\nBAOHY,2021-Q4,12\n")
    let (dataset, findings) = read(file)
    #expect(findings.map(\.code) == ["dong-trong"])
    #expect(findings.first?.message.vietnamese.hasPrefix("3 dòng") == true)
    #expect(dataset.memberCounts.map(\.row) == [2, 6])
  }

  @Test func `rows know their line although cells above hold line breaks`() {
    let file = MarkedFile(
      "dang-vien", "ma_to_chuc,ky,tong_so,ghi_chu\nSNV,2021-Q4,61,\"một\nhai\"\nBAOHY,2021-Q4,①x,\n")
    expectOne("so-khong-hop-le", .error, file, marked: "x")
    #expect(read(file).0.memberCounts.first?.note == "một\nhai")
  }

  @Test func `NUL is pointed at`() {
    expectOne("ky-tu-nul", .error, members("SN①\0V,2021-Q4,61,,,"), marked: "\0")
  }

  @Test func `a quoted cell with doubled quotes is read as text`() {
    let (dataset, findings) = read(MarkedFile("anh", "ma_anh,tep,chu_thich\nA1,a.jpg,\"Lễ \"\"Dân vận khéo\"\"\"\n"))
    #expect(findings == [])
    #expect(dataset.photos.first?.caption == "Lễ \"Dân vận khéo\"")
  }
}
