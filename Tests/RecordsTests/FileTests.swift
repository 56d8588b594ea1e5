import Findings
import Records
import Testing

@Suite struct FileTests {
  @Test func `a missing required file is an error that names its columns`() throws {
    let (_, findings) = DatasetReader().read(files: [MarkedFile("to-chuc", organisations).file])
    let missing = findings.sorted.filter { $0.code == "thieu-tep" }
    #expect(
      missing.map(\.location.file) == [
        "data/an-sinh.csv", "data/dang-vien.csv", "data/mo-hinh.csv", "data/xep-loai.csv",
      ])
    #expect(missing.allSatisfy { $0.severity == .error })
    #expect(missing.last?.hint?.vietnamese == "tạo tệp với các cột ky, ma_to_chuc, doi_tuong")
  }

  @Test func `an absent optional file is a note`() {
    let (_, findings) = DatasetReader().read(files: [])
    let absent = findings.sorted.filter { $0.code == "tep-khong-co" }
    #expect(absent.count == 7)
    #expect(absent.allSatisfy { $0.severity == .note })
  }

  @Test func `a file of no table is a warning with a suggestion`() {
    let findings = Workspace(MarkedFile("to-chuc", organisations), MarkedFile("dang-vienn", "a,b\n")).read().findings
    #expect(findings.map(\.code) == ["tep-la"])
    #expect(findings.first?.hint?.vietnamese == "ý bạn là “dang-vien.csv”?")
  }

  @Test func `two files for one table are an error and the first by name is read`() {
    let second = MarkedFile("Tổ chức", "ma_to_chuc,ten,loai\nX,Đảng bộ X,đảng bộ cơ sở\n")
    let (dataset, findings) = Workspace(second, MarkedFile("to-chuc", organisations)).read()
    #expect(findings.map(\.code) == ["tep-trung"])
    #expect(dataset.organisations.count == 1)
  }

  @Test func `file names match by meaning`() {
    let (dataset, _) = Workspace(MarkedFile("To_Chuc", organisations)).read()
    #expect(dataset.organisations.count == 3)
  }

  @Test func `a column typed wrongly everywhere costs twenty findings and a count`() {
    let rows = (0..<500).map { "SNV,\(1900 + $0),x\n" }.joined()
    var options = DatasetOptions()
    options.requiredTables = []
    let files = [
      MarkedFile("to-chuc", organisations).file, MarkedFile("dang-vien", "ma_to_chuc,ky,tong_so\n\(rows)").file,
    ]
    let findings = DatasetReader(options).read(files: files).findings
    #expect(findings.sorted.count { $0.code == "so-khong-hop-le" } == 20)
    #expect(findings.suppressed.map(\.count) == [480])
    #expect(findings.count(.error) == 500)
  }
}
