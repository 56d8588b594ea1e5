import Findings
import Foundation
import Records
import Testing
import Vietnamese

/// The reference workspace is what a clean office looks like: everything in it must be read, and nothing complained about.
@Suite struct ExampleWorkspaceTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "examples/hung-yen/data")

  private static func bytes(of name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appending(path: name)))
  }

  static func files() throws -> [SourceFile] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path()).filter { $0.hasSuffix(".csv") }.map {
      SourceFile(name: "data/\($0)", bytes: try bytes(of: $0))
    }
  }

  @Test func `the reference workspace is read without an error, and with the warnings it is known for`() throws {
    let (_, findings) = DatasetReader().read(files: try Self.files())
    let unexpected = findings.sorted.filter { $0.code != "vuot-tran-xuat-sac" && $0.code != "nop-muon" }
    #expect(unexpected.map { FindingText(language: .english).render($0) } == [])
    #expect(findings.count(.error) == 0)
  }

  @Test func `every line below a header becomes a row`() throws {
    let files = try Self.files()
    let (dataset, _) = DatasetReader().read(files: files)
    #expect(dataset.files.count == files.count)
    for summary in dataset.files {
      let bytes = try Self.bytes(of: String(summary.name.dropFirst("data/".count)))
      #expect(summary.rows == bytes.count { $0 == 0x0A } - 1, "\(summary.name)")
    }
  }

  @Test func `the figures of the published article come out of the rows`() throws {
    let (dataset, _) = DatasetReader().read(files: try Self.files())
    #expect(dataset.organisations.count { $0.kind == .grassrootsCommittee } == 45)
    #expect(dataset.organisations.count { $0.kind == .grassrootsCell } == 39)
    let year = Period.year(2020)
    let ratings = dataset.ratings.filter { $0.period == year && $0.subject == .organisation }
    #expect(ratings.count == 84)
    #expect(ratings.count { $0.level == .excellent } == 20)
    #expect(ratings.count { $0.level == .good } == 62)
    #expect(ratings.count { $0.level == .completed } == 2)
    #expect(dataset.visits.first?.lastMonth == 124_912)
  }

  @Test func `a row knows its line and its organisation`() throws {
    let (dataset, _) = DatasetReader().read(files: try Self.files())
    #expect(dataset.organisations.first?.row == 2)
    #expect(dataset.organisation("DUK")?.parent == "TU")
    #expect(dataset.organisations.count { $0.parent == "DUK" } == 84)
  }
}
