import Foundation
import Testing
import Workbooks

/// The fixtures were written by openpyxl; `bom`, `thuc-the` and `xa` are copies of `dang-vien` with a harmful worksheet.
@Suite struct WorkbookTests {
  static func fixture(_ name: String) throws -> [UInt8] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")
    return [UInt8](try Data(contentsOf: folder.appending(path: "\(name).xlsx")))
  }

  private func lines(_ sheet: String?) throws -> [String] {
    let table = try Workbook.sheet(sheet, of: Self.fixture("xep-loai"))
    return String(decoding: table.csv, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).map(
      String.init)
  }

  @Test func `the first sheet is read row by row, each on the line of its number`() throws {
    #expect(
      try lines(nil) == [
        "ĐẢNG ỦY KHỐI", "", "Kỳ,Mã tổ chức,Đối tượng,Mức,Điểm,Ngày,Ghi chú",
        "2020,SNV,tổ chức đảng,XS,\"98,5\",2021-01-15,\"dòng một\u{2028}dòng \"\"hai\"\", ba\"",
        "2020,BAOHY,tổ chức đảng,T,\"9,8750\",2021-02-05", "2020,DUK,tổ chức đảng,T,\"0,3\"", "Tổng cộng",
      ])
  }

  @Test func `numbers come exactly, without exponent, and never with three decimals alone`() throws {
    // 1.234, 1234567, -5, 1e-5, 1e20, 23.8 %, true; the formula has no value.
    #expect(try lines("Số liệu")[0] == "\"1,2340\",1234567,-5,\"0,00001\",100000000000000000000,\"23,8%\",có")
    #expect(try lines("số liệu")[1] == "\"23,8095238095238%\"")
  }

  @Test func `cells keep their column and days their meaning`() throws {
    let rows = try lines("Số liệu")
    #expect(rows[2] == "")
    #expect(rows[3] == ",,giữa")
    #expect(rows[5] == "2026-02-05,46058,2026-02-05")
  }

  @Test func `a sheet that is not there is named with those that are`() {
    #expect(throws: WorkbookError.noSuchSheet("Mô hình", ["Xếp loại", "Số liệu"])) {
      try Workbook.sheet("Mô hình", of: Self.fixture("xep-loai"))
    }
  }

  @Test func `a bomb is stopped at the limit`() {
    var limits = WorkbookLimits()
    limits.unpackedBytes = 1 << 20
    #expect(throws: WorkbookError.tooLarge) { try Workbook.sheet(nil, of: Self.fixture("bom"), limits: limits) }
  }

  @Test func `a row beyond all worksheets is refused before it becomes two million lines`() {
    #expect(throws: WorkbookError.tooLarge) { try Workbook.sheet(nil, of: Self.fixture("xa")) }
  }

  @Test func `entities are refused`() {
    #expect(throws: WorkbookError.brokenXML("xl/worksheets/sheet1.xml")) {
      try Workbook.sheet(nil, of: Self.fixture("thuc-the"))
    }
  }

  @Test func `what is no workbook is said to be none`() {
    #expect(throws: WorkbookError.notAnArchive) { try Workbook.sheet(nil, of: []) }
    #expect(throws: WorkbookError.notAnArchive) { try Workbook.sheet(nil, of: Array("PK\u{3}\u{4}abc".utf8)) }
    #expect(throws: WorkbookError.notAnArchive) {
      try Workbook.sheet(nil, of: Array(Self.fixture("dang-vien").prefix(1000)))
    }
  }

  @Test func `damaged workbooks are errors or tables, never more`() throws {
    let good = try Self.fixture("xep-loai")
    var state: UInt64 = 7
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    var (tables, errors) = (0, 0)
    for _ in 0..<300 {
      var bytes = good
      for _ in 0..<4 { bytes[random(bytes.count)] = UInt8(random(256)) }
      do {
        _ = try Workbook.sheet(nil, of: bytes)
        tables += 1
      } catch { errors += 1 }
    }
    #expect(tables + errors == 300)
    #expect(errors > 0)
  }
}
