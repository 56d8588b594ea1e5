import Findings
import Testing
import Vietnamese

@testable import Records

@Suite struct HeaderTests {
  private func read(_ text: String, _ change: (inout DatasetOptions) -> Void = { _ in }) -> (Dataset, [Finding]) {
    var workspace = Workspace(MarkedFile("to-chuc", organisations), MarkedFile("dang-vien", text))
    change(&workspace.options)
    let result = workspace.read()
    return (result.dataset, result.findings.filter { $0.code != "thieu-don-vi" })
  }

  @Test(arguments: [
    "ma_to_chuc,ky,tong_so", "Mã tổ chức,Kỳ,Tổng số", "MÃ TỔ CHỨC,KỲ BÁO CÁO,TỔNG SỐ ĐẢNG VIÊN",
    "ma to chuc,ky,tong so", " Mã  đơn vị , Kỳ ,Số đảng viên", "\"Mã\ntổ chức\",Kỳ,\"Tổng\r\nsố\"",
  ]) func `headers match by meaning`(_ header: String) {
    let (dataset, findings) = read("\(header)\nSNV,2021-Q4,61\n")
    #expect(findings == [])
    #expect(dataset.memberCounts.first?.total == 61)
  }

  @Test func `columns may stand in any order beside an STT column`() {
    let (dataset, findings) = read("STT,tong_so,ky,ma_to_chuc\n1,61,2021-Q4,SNV\n")
    #expect(findings == [])
    #expect(dataset.memberCounts.first?.organisation == "SNV")
  }

  @Test func `a foreign header is mapped by the configuration`() {
    let (dataset, findings) = read("Cơ sở,Thời gian,tong_so\nSNV,2021-Q4,61\n") {
      $0.columns["dang-vien"] = ["Cơ sở": "ma_to_chuc", "thoi gian": "ky"]
    }
    #expect(findings == [])
    #expect(dataset.memberCounts.first?.organisation == "SNV")
  }

  @Test func `a mapping to no column is an error in the configuration`() throws {
    let (_, findings) = read("ma_to_chuc,ky,tong_so\nSNV,2021-Q4,61\n") {
      $0.columns["dang-vien"] = ["Cơ sở": "ma_to_chu"]
    }
    let finding = try #require(findings.first)
    #expect(finding.code == "anh-xa-cot-sai")
    #expect(finding.location.file == "baocao.yaml")
    #expect(finding.hint?.vietnamese == "ý bạn là “ma_to_chuc”?")
  }

  @Test func `a missing required column is an error with the nearest header`() throws {
    let (dataset, findings) = read("ma_to_chuc,ky,tong_sô_dv\nSNV,2021-Q4,61\n")
    let finding = try #require(findings.first { $0.code == "thieu-cot" })
    #expect(finding.severity == .error)
    #expect(finding.location.row == 1)
    #expect(finding.location.column == 3)
    #expect(finding.location.field == "tong_so")
    #expect(finding.marked == "tong_sô_dv")
    #expect(finding.hint?.vietnamese.hasPrefix("ý bạn là cột “tong_sô_dv”?") == true)
    #expect(dataset.memberCounts == [])
  }

  @Test func `a column near an absent optional one is a warning`() throws {
    let (_, findings) = read("ma_to_chuc,ky,tong_so,chin_thuc\nSNV,2021-Q4,61,60\n")
    #expect(findings.map(\.code) == ["cot-gan-giong"])
    #expect(findings.first?.hint?.vietnamese == "ý bạn là “chinh_thuc”?")
    #expect(findings.first?.marked == "chin_thuc")
  }

  @Test func `a column of no meaning is a note`() {
    let (_, findings) = read("ma_to_chuc,ky,tong_so,mau_sac\nSNV,2021-Q4,61,xanh\n")
    #expect(findings.map(\.code) == ["cot-la"])
    #expect(findings.first?.severity == .note)
  }

  @Test func `two columns of one meaning are an error and the first is read`() {
    let (dataset, findings) = read("ma_to_chuc,ky,tong_so,Tổng số\nSNV,2021-Q4,61,62\n")
    #expect(findings.map(\.code) == ["cot-trung"])
    #expect(findings.first?.location.column == 4)
    #expect(dataset.memberCounts.first?.total == 61)
  }

  @Test func `titles above the header are skipped with a note`() {
    let text = "ĐẢNG ỦY KHỐI,,\nBIỂU SỐ 1,,\n,,\nMã tổ chức,Kỳ,Tổng số\nSNV,2021-Q4,61\n"
    let (dataset, findings) = read(text)
    #expect(findings.map(\.code) == ["dong-ten-bang"])
    #expect(findings.first?.location.row == 4)
    #expect(dataset.memberCounts.first?.row == 5)
  }

  @Test func `a file without a header is an error that names the columns`() {
    let (_, findings) = read("SNV,2021-Q4,61\nBAOHY,2021-Q4,12\n")
    #expect(findings.map(\.code) == ["thieu-dong-tieu-de"])
    #expect(findings.first?.hint?.vietnamese == "dòng tiêu đề cần có: ma_to_chuc, ky, tong_so")
  }

  @Test func `an empty file is an error, a header alone a warning`() {
    #expect(read("").1.map { [$0.code, "\($0.severity)"] } == [["tep-rong", "error"]])
    #expect(read("\n\n").1.map(\.code) == ["tep-rong"])
    #expect(read("ma_to_chuc,ky,tong_so\n").1.map { [$0.code, "\($0.severity)"] } == [["tep-rong", "warning"]])
  }

  @Test(arguments: [",", ";", "\t", "|"]) func `the separator is found from the header`(_ mark: String) {
    let text = "ma_to_chuc,ky,tong_so,ghi_chu\nSNV,2021-Q4,61,ổn\n".replacing(",", with: mark)
    let (dataset, findings) = read(text)
    #expect(findings == [])
    #expect(dataset.memberCounts.count == 1)
  }

  @Test func `a separator set by the configuration or by sep= is used`() {
    let (dataset, findings) = read("sep=;\r\nma_to_chuc;ky;tong_so\r\nSNV;2021-Q4;61\r\n")
    #expect(findings == [])
    #expect(dataset.memberCounts.first?.row == 3)
    let (other, none) = read("ma_to_chuc|ky|tong_so\nSNV|2021-Q4|61\n") { $0.separators["dang-vien"] = "|" }
    #expect(none == [])
    #expect(other.memberCounts.count == 1)
  }

  @Test func `two header rows with merged cells are one header`() throws {
    let text = """
      BIỂU TỔNG HỢP XẾP LOẠI ĐẢNG VIÊN,,,,,,,,,,,
      Kỳ,Mã tổ chức,Đối tượng,Tổng số,Được đánh giá,Hoàn thành xuất sắc nhiệm vụ,,Hoàn thành tốt nhiệm vụ,,Hoàn thành nhiệm vụ,,KHT
      ,,,,,SL,%,SL,%,Số lượng,Tỷ lệ (%),
      A,B,C,1,2,3,4=3:2,5,6,7,8,9
      2020,SNV,đảng viên,84,84,20,"23,81",60,"71,43",4,"4,76",0
      2020,BAOHY,đảng viên,84,84,20,"23,81",60,"71,43",4,①"4,77",0

      """
    let file = MarkedFile("xep-loai", text)
    let (dataset, findings) = Workspace(MarkedFile("to-chuc", organisations), file).read()
    let told = findings.filter { $0.location.file == "data/xep-loai.csv" }
    #expect(
      told.map(\.code) == [
        "dong-ten-bang", "dong-danh-so-cot", "vuot-tran-xuat-sac", "vuot-tran-xuat-sac", "ty-le-khong-khop",
      ])
    let row = try #require(dataset.ratings.first)
    #expect([row.total, row.rated, row.excellent, row.good, row.completed, row.failed] == [84, 84, 20, 60, 4, 0])
    #expect(row.goodShare?.description == "71.43" && row.completedShare?.description == "4.76")
    let mismatch = try #require(told.first { $0.code == "ty-le-khong-khop" })
    let place = try #require(file.marks["①"])
    #expect(mismatch.location.row == place.row && mismatch.location.column == place.column)
    #expect(mismatch.marked == "\"4,77\"")
  }

  @Test func `a group above plain names adds nothing to them`() {
    let (dataset, findings) = read(
      "Tổ chức,,Đảng viên,,\nma_to_chuc,ky,Tổng số,Chính thức,Dự bị\nSNV,2021-Q4,61,60,1\n")
    #expect(findings.map(\.code) == ["dong-ten-bang"])
    #expect(dataset.memberCounts.first?.probationary == 1)
  }

  @Test func `cells merged downwards stand in the upper row`() {
    let (dataset, findings) = read("Mã tổ chức,Kỳ,Đảng viên,,\n,,Tổng số,Chính thức,Dự bị\nSNV,2021-Q4,61,60,1\n")
    #expect(findings == [])
    #expect(dataset.memberCounts.first?.organisation == "SNV" && dataset.memberCounts.first?.full == 60)
  }

  /// The first data row below a header with an unnamed column must not become a part of the header.
  @Test func `a data row is no second header`() {
    let (dataset, findings) = read("ma_to_chuc,ky,tong_so,,ghi_chu\nSNV,2021-Q4,61,nu,chính thức\n")
    #expect(findings == [])
    #expect(dataset.memberCounts.map(\.organisation) == ["SNV"])
  }

  @Test(arguments: [
    ("A,B,1", false), ("A,B,1,2", true), ("1,2,3", true), ("(1),(2),(3)=(1)+(2)", true), ("1,2,2", false),
    ("SNV,2021,61", false), ("1,x,2", false), ("1,2", false), ("2,3,4", false),
  ]) func `rows that number the columns`(_ text: String, _ isOne: Bool) {
    #expect(ColumnNumberRow.isOne(text.split(separator: ",").map(String.init)) == isOne)
  }
}
