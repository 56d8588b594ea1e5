import Findings
import Foundation
import Records
import Testing
import Vietnamese

@Suite struct WorksheetTests {
  private func read(_ table: String, sheet: String? = nil) throws -> (Dataset, [Finding]) {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "WorkbooksTests/Fixtures")
    let bytes = [UInt8](try Data(contentsOf: folder.appending(path: "\(table).xlsx")))
    var options = DatasetOptions()
    options.requiredTables = []
    if let sheet { options.sheets[table] = sheet }
    let files = [MarkedFile("to-chuc", organisations).file, SourceFile(name: "data/\(table).xlsx", bytes: bytes)]
    let result = DatasetReader(options).read(files: files)
    let quiet: Set = ["tep-khong-co", "thieu-don-vi", "vuot-tran-xuat-sac"]
    return (result.dataset, result.findings.sorted.filter { !quiet.contains($0.code) })
  }

  @Test func `a worksheet is read like a CSV file`() throws {
    let (dataset, findings) = try read("xep-loai")
    #expect(findings.map(\.code) == ["dong-ten-bang", "dong-tong"])
    #expect(dataset.ratings.map(\.row) == [4, 5, 6])
    #expect(dataset.ratings.first?.score?.description == "98.5")
    #expect(dataset.ratings[1].score?.description == "9.8750")
    #expect(dataset.ratings.first?.date?.iso == "2021-01-15")
    #expect(dataset.ratings.first?.note == "dòng một\ndòng \"hai\", ba")
  }

  @Test func `findings point at sheet and cell`() throws {
    let (dataset, findings) = try read("dang-vien")
    let finding = try #require(findings.first)
    #expect(findings.map(\.code) == ["so-khong-hop-le"])
    #expect(finding.location.description == "data/dang-vien.xlsx[Đảng viên]:3:3")
    #expect(finding.location.byteOffset == nil)
    #expect(finding.marked == "mười hai")
    #expect(dataset.memberCounts.map(\.organisation) == ["SNV", "DUK"])
  }

  @Test func `a sheet that is not there is an error that names the others`() throws {
    let (_, findings) = try read("dang-vien", sheet: "Quý IV")
    #expect(findings.map(\.code) == ["tep-khong-doc-duoc"])
    #expect(findings.first?.hint?.vietnamese == "các trang có: “Đảng viên”")
  }
}
