import Batch
import Findings
import Foundation
import Lint
import Testing
import Vietnamese

/// `baocao lint`: the reports as they ship keep every clause of the text they follow, and a format that an office spoils is told.
@Suite struct LintRunTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func lint(
    _ report: ShippedReportsTests.Report, of workspace: URL = root.appending(path: "examples/hung-yen"),
    format: String? = nil
  ) throws -> (outcome: Outcome, inspection: Inspection?) {
    let period = try #require(PeriodInput.parse(report.period).value)
    return ReportRun(
      RenderRequest(
        workspace: workspace.path(), period: period, report: report.name, organisation: report.unit, format: format),
      resources
    ).lint()
  }

  @Test(
    arguments: ShippedReportsTests.reports + [ShippedReportsTests.Report(name: "bao-cao-quy")],
    ["party-hd05", "party-hd36", "state-nd30"])
  func `every report of the reference case keeps every clause`(report: ShippedReportsTests.Report, format: String)
    throws
  {
    let inspection = try #require(try lint(report, format: format).inspection)
    #expect(inspection.findings.map { FindingText(language: .vietnamese).render($0) } == [])
    #expect(inspection.checked.count > 10)
  }

  /// Format of the office: sizes of the text, margin and punctuation changed; inherits from the Party's.
  private func spoiled(_ lines: String) throws -> URL {
    let workspace = try scratch.hungYen()
    let folder = workspace.appending(path: "templates/formats")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try "ten: rieng\n\(lines)".write(to: folder.appending(path: "rieng.yaml"), atomically: true, encoding: .utf8)
    return workspace
  }

  @Test func `a format of the office is judged by the guideline it inherits from`() throws {
    let workspace = try spoiled(
      """
      ke_thua: party-hd36
      trang: {le_mat_truoc: {tren: 20mm, duoi: 20mm, trai: 25mm, phai: 20mm}}
      kieu: {noi_dung: {co: 12}}

      """)
    let inspection = try #require(try lint(.init(name: "xep-loai"), of: workspace, format: "rieng").inspection)
    #expect(inspection.guideline == .hd36)
    #expect(Set(inspection.findings.map(\.code)) == ["le-trai-phai", "co-chu-noi-dung"])
  }

  @Test func `an unknown report, a period without rows and a format of no guideline end with their findings`() throws {
    let unknown = try lint(.init(name: "khong-co"))
    #expect(unknown.inspection == nil)
    #expect(unknown.outcome.code == .configuration)
    let later = try lint(.init(name: "xep-loai", period: "2030-Q1"))
    #expect(later.outcome.code == .inputMissing)
    let hd05 = try String(contentsOf: root.appending(path: "templates/formats/party-hd05.yaml"), encoding: .utf8)
    let workspace = try spoiled(hd05.replacingOccurrences(of: "\nten: party-hd05", with: ""))
    let alone = try lint(.init(name: "xep-loai"), of: workspace, format: "rieng")
    #expect(alone.outcome.code == .configuration)
    #expect(alone.outcome.findings.sorted.map(\.code).contains("khong-ro-huong-dan"))
  }

  @Test func `nothing is written`() throws {
    let workspace = try scratch.hungYen()
    _ = try lint(.init(name: "xep-loai"), of: workspace)
    #expect(!FileManager.default.fileExists(atPath: workspace.appending(path: "output").path()))
  }
}
