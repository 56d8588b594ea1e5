import Findings
import Records
import Testing
import Vietnamese

@Suite struct EncodingTests {
  static let table = """
    ma_to_chuc,ten,loai,dia_chi
    DUK,Đảng ủy Khối Cơ quan - Doanh nghiệp tỉnh Hưng Yên,cấp ủy cấp trên,đường Chùa Chuông
    SNV,đảng bộ Sở Nội vụ,đảng bộ cơ sở,phường Hiến Nam
    BHY,chi bộ Báo Hưng Yên,chi bộ cơ sở,đường Điện Biên
    LDL,chi bộ Sở Lao động - Thương binh và Xã hội,chi bộ cơ sở,đường Nguyễn Văn Linh

    """

  private func read(_ bytes: [UInt8], _ change: (inout DatasetOptions) -> Void = { _ in }) -> (Dataset, [Finding]) {
    var options = DatasetOptions()
    options.requiredTables = []
    change(&options)
    let result = DatasetReader(options).read(files: [SourceFile(name: "data/to-chuc.csv", bytes: bytes)])
    return (result.dataset, result.findings.sorted.filter { $0.code != "tep-khong-co" })
  }

  private func names(_ dataset: Dataset) -> [String] { dataset.organisations.map(\.name) }

  private var expected: [String] { names(read(Array(Self.table.utf8)).0) }

  @Test func `UTF-8 is read with and without its mark, silently`() {
    #expect(read(Array(Self.table.utf8)).1 == [])
    #expect(expected.count == 4)
    let marked = read([0xEF, 0xBB, 0xBF] + Array(Self.table.utf8))
    #expect(marked.1 == [])
    #expect(names(marked.0) == expected)
  }

  @Test(arguments: [true, false]) func `UTF-16 is read with and without its mark, in both orders`(_ isLittle: Bool) {
    for hasMark in [true, false] {
      let (dataset, findings) = read(OldEncodings.utf16(Self.table, isLittle: isLittle, hasMark: hasMark))
      #expect(findings.map(\.code) == ["bang-ma"])
      #expect(names(dataset) == expected)
    }
  }

  @Test func `Windows-1258 becomes normal form C, with a note that shows a line`() throws {
    let (dataset, findings) = read(try OldEncodings.windows1258(Self.table))
    #expect(findings.map(\.code) == ["bang-ma"])
    #expect(findings.first?.message.vietnamese.contains("Windows-1258") == true)
    #expect(findings.first?.message.vietnamese.contains("Đảng ủy Khối") == true)
    #expect(names(dataset).map { Array($0.unicodeScalars) } == expected.map { Array($0.unicodeScalars) })
  }

  /// `Tỉnh ủy` is `Ti?nh u?y` there: what loses letters in other files is the tone hỏi in this one.
  @Test func `VIQR is read, its question marks are tones and no lost letters`() {
    let viqr = """
      ma_to_chuc,ten,loai,dia_chi
      TU,Ti?nh u?y,ca^'p u?y ca^'p tre^n,ddu+o+`ng Chu`a Chuo^ng

      """
    let (dataset, findings) = read(Array(viqr.utf8))
    #expect(findings.map(\.code) == ["bang-ma"])
    #expect(names(dataset) == ["Tỉnh ủy"])
    #expect(dataset.organisations.map(\.address) == ["đường Chùa Chuông"])
  }

  @Test func `one row of VIQR under a header of many columns is enough`() {
    let viqr = """
      ma_khen_thuong,ten,loai,ma_to_chuc,hinh_thuc,cap_khen,so_quyet_dinh,ngay_quyet_dinh,ma_phong_trao,ma_mo_hinh,ghi_chu
      KT-2020-01,DDa?ng bo^. So+? No^.i vu.,ta^.p the^?,SNV,Gia^'y khen,DDa?ng u?y Kho^'i,29,2020-12-02,DVK,MH-2020-02,

      """
    let found = EncodingDetector.detect(Array(viqr.utf8))
    #expect(found.encoding == .viqr && !found.isClose)
  }

  /// The dash is 0x96 there, a lone capital in the form of conversion tools: no word tells the two apart.
  @Test func `a dash between words does not make TCVN3 doubtful`() {
    let bytes = Array(Self.table.utf8)
    guard let tcvn3 = try? OldEncodings.tcvn3(String(decoding: bytes, as: UTF8.self)) else { return }
    let dashed = tcvn3.map { $0 == 0x2D ? 0x96 : $0 }
    let (dataset, findings) = read(dashed)
    #expect(findings.map(\.code) == ["bang-ma"])
    #expect(dataset.organisations.first?.name == "Đảng ủy Khối Cơ quan – Doanh nghiệp tỉnh Hưng Yên")
  }

  @Test func `TCVN3 is read; only the capitals that its fonts never had are lost`() throws {
    let (dataset, findings) = read(try OldEncodings.tcvn3(Self.table))
    #expect(findings.map(\.code) == ["bang-ma"])
    #expect(names(dataset) == expected)
    #expect(
      dataset.organisations.map(\.address) == [
        "đường Chùa Chuông", "phường Hiến Nam", "đường Điện Biên", "đường Nguyễn Văn Linh",
      ])
  }

  @Test func `TCVN3 hidden in UTF-8 is converted, headers and all`() throws {
    let table = Self.table.replacing("ma_to_chuc,ten,loai,dia_chi", with: "Mã tổ chức,Tên đơn vị,Loại,Địa chỉ")
    let (dataset, findings) = read(Array(try OldEncodings.tcvn3InUTF8(table).utf8))
    #expect(findings.map(\.code) == ["bang-ma"])
    #expect(names(dataset) == expected)
  }

  @Test func `one column in an old font is converted and the others are left alone`() throws {
    let lines = Self.table.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    let mixed = try lines.enumerated().map { index, cells in
      let address = index == 0 ? String(cells[3]) : try OldEncodings.tcvn3InUTF8(String(cells[3]))
      return "\(cells[0]),\(cells[1]),\(cells[2]),\(address)\n"
    }.joined()
    let (dataset, findings) = read(Array(mixed.utf8))
    #expect(findings.map(\.code) == ["bang-ma-cot"])
    #expect(findings.first?.location.column == 4)
    #expect(findings.first?.location.field == "dia_chi")
    #expect(names(dataset) == expected)
    #expect(dataset.organisations.last?.address == "đường Nguyễn Văn Linh")
  }

  @Test func `a forced encoding is obeyed and its bytes checked`() throws {
    let bytes = try OldEncodings.tcvn3(Self.table)
    let (dataset, findings) = read(bytes) { $0.encodings["to-chuc"] = "TCVN3 (ABC)" }
    #expect(findings == [])
    #expect(names(dataset) == expected)
    let wrong = read(bytes) { $0.encodings["to-chuc"] = "utf-8" }
    #expect(Set(wrong.1.map(\.code)).contains("bang-ma-sai"))
    #expect(wrong.0.organisations == [])
  }

  @Test func `an encoding nobody knows is an error in the configuration`() {
    let (_, findings) = read(Array(Self.table.utf8)) { $0.encodings["to-chuc"] = "latin9" }
    #expect(findings.map(\.code) == ["bang-ma-sai"])
    #expect(findings.first?.location.file == "baocao.yaml")
  }

  @Test func `what cannot be told apart is asked for, not guessed`() {
    let (dataset, findings) = read(Array("ma_to_chuc,ten,loai\nA,x".utf8) + [0xE9, 0x0A])
    #expect(findings.map(\.code) == ["bang-ma-khong-chac"])
    #expect(findings.first?.hint?.vietnamese.contains("bang_ma: {to-chuc:") == true)
    #expect(dataset.organisations == [])
  }

  @Test func `lost letters are refused with their rows, at the cell`() throws {
    let text = Self.table.replacing("đảng bộ Sở Nội vụ", with: "d?ng b? S? N?i v?")
    let (dataset, findings) = read(Array(text.utf8))
    let finding = try #require(findings.first)
    #expect(findings.map(\.code) == ["mat-chu"])
    #expect(finding.location.row == 3)
    #expect(finding.location.column == 2)
    #expect(finding.marked == "d?ng b? S? N?i v?")
    #expect(dataset.organisations.count == 3)
  }

  @Test func `a question mark behind a word is punctuation`() {
    let text = Self.table.replacing("phường Hiến Nam", with: "phường Hiến Nam?")
    #expect(read(Array(text.utf8)).1 == [])
  }

  // MARK: Places in other encodings

  @Test func `offsets are those of the file, whatever its encoding`() throws {
    let bad = Self.table.replacing("chi bộ cơ sở,đường Điện", with: "loại lạ,đường Điện")
    func offset(_ bytes: [UInt8]) throws -> Int {
      let finding = try #require(read(bytes).1.first { $0.code == "danh-muc-la" })
      #expect(finding.location.row == 4)
      #expect(finding.location.column == 3)
      #expect(finding.marked == "loại lạ")
      return try #require(finding.location.byteOffset)
    }
    let before = try #require(bad.firstRange(of: "loại lạ")).lowerBound
    let head = String(bad[..<before])
    #expect(try offset(Array(bad.utf8)) == head.utf8.count)
    #expect(try offset(OldEncodings.utf16(bad)) == 2 + head.utf16.count * 2)
    #expect(try offset(OldEncodings.utf16(bad, isLittle: false, hasMark: false)) == head.utf16.count * 2)
    #expect(try offset(OldEncodings.tcvn3(bad)) == (try OldEncodings.tcvn3(head)).count)
    #expect(try offset(OldEncodings.windows1258(bad)) == (try OldEncodings.windows1258(head)).count)
  }

  @Test func `a byte that is no UTF-8 is pointed at and harms one row`() throws {
    var bytes = Array(Self.table.utf8)
    let place = try #require(bytes.firstIndex(of: 0xE1))
    bytes[place] = 0xFF
    let (dataset, findings) = read(bytes)
    #expect(findings.contains { $0.code == "bang-ma-sai" && $0.location.row == 2 && $0.location.column == 2 })
    #expect(dataset.organisations.count == 3)
  }
}
