import Facts
import Findings
import Foundation
import Testing
import Vietnamese

@testable import Batch

@Suite struct NightRunTests {
  @Test func `one, two and sixteen workers make the same bytes`() throws {
    let workspace = try NightWorkspace()
    var results: [[String: Data]] = []
    for jobs in [1, 2, 16] {
      let output = workspace.scratch.url.appending(path: "ra-\(jobs)")
      var request = try workspace.request(to: output)
      request.jobs = jobs
      let outcome = workspace.run(request)
      #expect(outcome.code == .done)
      #expect(outcome.summary.done == workspace.keys.count)
      results.append(try workspace.pdfs(in: output))
    }
    #expect(results[0].count == workspace.keys.count)
    #expect(results[0] == results[1])
    #expect(results[0] == results[2])
  }

  @Test func `everything means the committee once and each grass-roots organisation once`() throws {
    let workspace = try NightWorkspace()
    var request = try workspace.request()
    request.only = []
    let survey = Survey.run(request, resources)
    let keys = survey.items.map(\.key.text)
    // 84 organisations of the reference case; the two committees above them are not among them.
    #expect(keys.count { $0.hasPrefix("phieu/") } == 84)
    #expect(!keys.contains("phieu/DUK"))
    #expect(keys.count { $0 == "bao-cao-quy" } == 1)
    #expect(Set(keys).count == keys.count)
    #expect(survey.toRender == keys.count)
  }

  @Test func `a second night keeps what has not changed`() throws {
    let workspace = try NightWorkspace()
    let request = try workspace.request()
    #expect(workspace.run(request).summary.done == 5)
    let second = workspace.run(request)
    #expect(second.code == .done)
    #expect(second.summary.unchanged == 5)
    #expect(second.summary.done == 0)
    var forced = request
    forced.isForced = true
    #expect(workspace.run(forced).summary.done == 5)
  }

  @Test func `a changed row renders the reports that show it and no other`() throws {
    let workspace = try NightWorkspace()
    let request = try workspace.request()
    _ = workspace.run(request)
    let members = workspace.folder.appending(path: "data/dang-vien.csv")
    let line = try #require(
      String(contentsOf: members, encoding: .utf8).split(separator: "\n").first { $0.hasPrefix("SNV,2021-Q4,") })
    var cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    let total = try #require(Int(cells[2]))
    let full = try #require(Int(cells[3]))
    cells[2] = String(total + 1)
    cells[3] = String(full + 1)
    try replace(String(line), with: cells.joined(separator: ","), in: members)
    let second = workspace.run(request)
    #expect(second.summary.done == 1)
    #expect(second.summary.unchanged == 4)
    let changes = try #require(NightBooks(request).diff(1, 2)).items().items
    #expect(changes.map(\.key.text) == ["phieu/SNV"])
    #expect(changes.map(\.change) == [.figures])
    // The template shows the total alone; the full members it does not show are no figure of the report.
    let figures = try #require(changes.first?.figures)
    #expect(figures.changes.map(\.path) == ["dang_vien.tong_so.ky_nay"])
    #expect(figures.changes.first?.before == .integer(total, nil))
    #expect(figures.changes.first?.after == .integer(total + 1, nil))
    #expect(figures.changes.first?.difference == .integer(1, nil))
    #expect(figures.changes.first?.meaning == "tổng số đảng viên, kỳ báo cáo")
  }

  @Test func `a row no report shows renders nothing`() throws {
    let workspace = try NightWorkspace()
    let request = try workspace.request()
    _ = workspace.run(request)
    let rewards = workspace.folder.appending(path: "data/khen-thuong.csv")
    try replace("KT-2020-01,Đảng bộ Sở Nội vụ,tập thể,SNV", with: "KT-2020-01,Chi bộ số 2,tập thể,SNV", in: rewards)
    #expect(workspace.run(request).summary.unchanged == 5)
  }

  @Test func `a changed signature is told apart from changed figures`() throws {
    let workspace = try NightWorkspace()
    let request = try workspace.request()
    _ = workspace.run(request)
    let settings = workspace.folder.appending(path: "baocao.yaml")
    let old = "  ten: \"Đảng ủy Khối Cơ quan – Doanh nghiệp tỉnh Hưng Yên\""
    try replace(old, with: "  ten: \"Đảng ủy Khối Hưng Yên\"", in: settings)
    _ = workspace.run(request)
    let changes = try #require(NightBooks(request).diff(1, 2)).items()
    #expect(changes.counts.changed == [.paper: 5])
    #expect(changes.items.allSatisfy { $0.figures.changes.map(\.path) == ["co_quan.ten"] })
  }

  @Test func `a changed template changes the layout and not the figures`() throws {
    let workspace = try NightWorkspace()
    let request = try workspace.request()
    _ = workspace.run(request)
    try replace("đảng viên.", with: "đảng viên, như sau.", in: workspace.folder.appending(path: "templates/phieu.md"))
    #expect(workspace.run(request).summary.done == 5)
    let changes = try #require(NightBooks(request).diff(1, 2)).items().items
    #expect(changes.count == 5)
    #expect(changes.allSatisfy { $0.change == .layout })
  }

  @Test func `a file that was changed or lost is found by verify and made again by the next run`() throws {
    let workspace = try NightWorkspace()
    let request = try workspace.request()
    _ = workspace.run(request)
    #expect(Verification.run(request, resources, sample: 2).code == .done)
    #expect(Verification.run(request, resources, sample: 2).repeated == 2)
    let before = try workspace.pdfs(in: workspace.output)
    let changed = workspace.reports.appending(path: "phieu/SNV.pdf")
    var bytes = try Data(contentsOf: changed)
    bytes[bytes.count / 2] ^= 1
    try bytes.write(to: changed)
    try FileManager.default.removeItem(at: workspace.reports.appending(path: "phieu/VPTU.pdf"))
    let verification = Verification.run(request, resources, sample: 0)
    #expect(verification.code == .verificationFailed)
    #expect(verification.findings.sorted.filter { $0.severity == .error }.map(\.code) == ["tep-bi-sua", "mat-tep"])
    #expect(workspace.run(request).summary.done == 2)
    #expect(try workspace.pdfs(in: workspace.output) == before)
  }

  @Test func `a run that was cut short is finished by the next with the same bytes`() throws {
    let workspace = try NightWorkspace()
    let request = try workspace.request()
    _ = workspace.run(request)
    let whole = try workspace.pdfs(in: workspace.output)
    let manifest = URL(filePath: request.folder.manifestPath(1, nil))
    let lines = try String(contentsOf: manifest, encoding: .utf8).split(separator: "\n")
    // The header, two lines, and a third that was torn.
    let torn = lines[0...2].joined(separator: "\n") + "\n" + lines[3].prefix(40)
    try torn.write(to: manifest, atomically: true, encoding: .utf8)
    let key = try #require(try workspace.manifests().first?.entries.first?.key)
    let half = request.folder.temporaryPath(of: key)
    try Data([1, 2, 3]).write(to: URL(filePath: half))
    let second = workspace.run(request)
    #expect(second.summary.unchanged == 2)
    #expect(second.summary.done == 3)
    #expect(try workspace.pdfs(in: workspace.output) == whole)
    #expect(workspace.leftovers().isEmpty)
  }

  @Test func `a stopped run keeps its books open and the next one finishes`() throws {
    let workspace = try NightWorkspace()
    let request = try workspace.request()
    let stop = StopFlag()
    stop.stop(.terminated)
    let stopped = workspace.run(request, stop: stop)
    #expect(stopped.code == .terminated)
    #expect(try workspace.manifests().last?.summary == nil)
    #expect(workspace.run(request).summary.done == 5)
  }

  @Test func `a folder in the way of one report fails that one, and the list of failures runs it again`() throws {
    let workspace = try NightWorkspace()
    let request = try workspace.request()
    let blocked = workspace.reports.appending(path: "phieu/SNV.pdf")
    try FileManager.default.createDirectory(
      at: blocked.appending(path: "trong"), withIntermediateDirectories: true)
    let outcome = workspace.run(request)
    #expect(outcome.summary.failed == 1)
    #expect(outcome.summary.done == 4)
    #expect(workspace.leftovers().isEmpty)
    let list = try #require(outcome.failedList)
    #expect(NightBooks(request).failedKeys(list) == ["phieu/SNV"])
    #expect(NightBooks(request).failedKeys("1") == ["phieu/SNV"])
    try FileManager.default.removeItem(at: blocked)
    var again = request
    again.only = try #require(NightBooks(request).failedKeys(list))
    #expect(workspace.run(again).summary.done == 1)
    #expect(workspace.run(request).summary.unchanged == 5)
  }

  @Test func `a key that stands for no report is a finding and nothing is made`() throws {
    let workspace = try NightWorkspace()
    var request = try workspace.request()
    request.only = ["phieu/SNX"]
    let outcome = workspace.run(request)
    #expect(outcome.code == .configuration)
    #expect(outcome.findings.sorted.contains { $0.code == "khong-co-bao-cao" })
    #expect(!FileManager.default.fileExists(atPath: workspace.output.path()))
  }

  @Test func `files of reports that are gone are listed, and removed only when asked and unchanged`() throws {
    let workspace = try NightWorkspace()
    var request = try workspace.request()
    _ = workspace.run(request)
    // The committee's own report is not wanted here: it is the slow one.
    let template = workspace.folder.appending(path: "templates/phieu.md")
    try FileManager.default.moveItem(at: template, to: workspace.folder.appending(path: "templates/don.md"))
    try replace("ky: [quy]", with: "ky: [nam]", in: workspace.folder.appending(path: "templates/don.md"))
    try "---\nten: Không\nky: [nam]\n---\n\nKhông.\n".write(
      to: workspace.folder.appending(path: "templates/bao-cao-quy.md"), atomically: true, encoding: .utf8)
    try Data([1]).write(to: workspace.reports.appending(path: "phieu/SNV.pdf"))
    request.only = []
    let listed = workspace.run(request)
    #expect(listed.summary.stale == 5)
    #expect(try workspace.pdfs(in: workspace.output).keys.count { $0.contains("phieu/") } == 5)
    request.prunes = true
    _ = workspace.run(request)
    #expect(try workspace.pdfs(in: workspace.output).keys.filter { $0.contains("phieu/") } == ["2021-Q4/phieu/SNV.pdf"])
  }
}
