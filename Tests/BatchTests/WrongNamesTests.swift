import Batch
import Findings
import Foundation
import Testing
import Vietnamese

/// Names that name nothing, and periods, texts and templates that are not what the report needs: told at their place, by `check` as well
/// as by `render`.
@Suite struct WrongNamesTests {
  let scratch: Scratch
  let workspace: URL

  init() throws {
    scratch = try Scratch()
    workspace = try scratch.hungYen()
  }

  private func check(_ period: Period? = .quarter(4, 2021)) -> Outcome {
    WorkspaceCheck(workspace: workspace.path(), resources: resources).run(period: period)
  }

  private func found(_ outcome: Outcome, _ code: String) throws -> Finding {
    try #require(outcome.findings.sorted.first { $0.code == code }, "\(outcome.findings.sorted.map(\.code))")
  }

  @Test func `the reference workspace passes, texts and glyphs included`() {
    let outcome = check()
    #expect(outcome.code == .done)
    #expect(!outcome.findings.hasErrors)
  }

  @Test func `settings for a report that has no template`() throws {
    try replace("  bao-cao-quy:", with: "  bao-cao-qui:", in: workspace.appending(path: "baocao.yaml"))
    for outcome in [check(), try render(workspace, to: scratch.url.appending(path: "ra"))] {
      #expect(outcome.code == .configuration)
      let finding = try found(outcome, "khong-co-mau")
      #expect(finding.location.file.hasSuffix("baocao.yaml") && finding.location.row != nil)
      #expect(finding.hint?.vietnamese.contains("“bao-cao-quy”") == true)
    }
  }

  @Test func `marks of secret papers are refused at the settings, and words no format has`() throws {
    for (word, code) in [("TỐI MẬT", "van-ban-mat"), ("KHAN CAP", "dau-khong-biet")] {
      let settings = workspace.appending(path: "baocao.yaml")
      try replace("    du_thao: false", with: "    khan: \(word)\n    du_thao: false", in: settings)
      for outcome in [check(), try render(workspace, to: scratch.url.appending(path: "ra"))] {
        #expect(outcome.code == .configuration)
        let finding = try found(outcome, code)
        #expect(finding.location.file.hasSuffix("baocao.yaml") && finding.excerpt?.line.contains(word) == true)
      }
      try replace("    khan: \(word)\n    du_thao: false", with: "    du_thao: false", in: settings)
    }
  }

  @Test func `an office whose code is not among the organisations`() throws {
    try replace("ma_to_chuc: DUK", with: "ma_to_chuc: DUKK", in: workspace.appending(path: "baocao.yaml"))
    let outcome = check()
    #expect(outcome.code == .configuration)
    #expect(try found(outcome, "khong-co-to-chuc").hint?.vietnamese.contains("“DUK”") == true)
  }

  @Test func `a period without rows is not there yet`() throws {
    let outcome = check(.quarter(1, 2022))
    #expect(outcome.code == .inputMissing)
    let finding = try found(outcome, "chua-co-so-lieu-ky")
    #expect(finding.location.file.hasSuffix("data/dang-vien.csv"))
    #expect(finding.hint?.vietnamese.contains("2021-Q4") == true)
  }

  @Test func `a text that is missing is told at the file to write, before rendering`() throws {
    try FileManager.default.removeItem(at: workspace.appending(path: "texts/2021-Q4/uu-diem.md"))
    let outcome = check()
    #expect(outcome.code == .dataFailed)
    let finding = try found(outcome, "chua-co-noi-dung")
    #expect(finding.location.file.hasSuffix("texts/2021-Q4/uu-diem.md"))
    #expect(finding.hint?.vietnamese.contains("bao-cao-quy.md:") == true)
  }

  @Test func `a heading in a text is a warning at its line`() throws {
    let text = workspace.appending(path: "texts/2021-Q4/uu-diem.md")
    try Data("Một câu.\n\n# Đề mục\n\n### Đề mục con\n\nHai câu.\n".utf8).write(to: text)
    let outcome = check()
    #expect(outcome.code == .done)
    let finding = try found(outcome, "de-muc-trong-loi-van")
    #expect(finding.location.row == 3)
    #expect(outcome.findings.sorted.count { $0.code == "de-muc-trong-loi-van" } == 1)
  }

  @Test func `a letter without a glyph is told at the line it came from, and once`() throws {
    try replace("Đảng bộ Sở Nội vụ,", with: "Đảng bộ Sở Nội vụ 漢,", in: workspace.appending(path: "data/to-chuc.csv"))
    let outcome = check()
    #expect(outcome.code == .dataFailed)
    let finding = try found(outcome, "thieu-ky-tu")
    #expect(finding.location.file.hasSuffix("data/to-chuc.csv"))
    let row = try #require(finding.location.row)
    let lines = try String(contentsOf: workspace.appending(path: "data/to-chuc.csv"), encoding: .utf8)
      .split(separator: "\n")
    #expect(lines[row - 1].contains("漢"))
    let excerpt = try #require(finding.excerpt)
    #expect(Array(excerpt.line)[excerpt.start] == "漢")
    #expect(outcome.findings.sorted.count { $0.code == "thieu-ky-tu" } == 1)
  }

  @Test func `a template without a word, and one made for other periods`() throws {
    let templates = workspace.appending(path: "templates")
    try FileManager.default.createDirectory(at: templates, withIntermediateDirectories: true)
    let template = templates.appending(path: "bao-cao-quy.md")
    try Data(" \n".utf8).write(to: template)
    #expect(check().code == .configuration)
    #expect(try found(check(), "mau-trong").location.file == template.path())

    let text = try String(contentsOf: root.appending(path: "templates/bao-cao-quy.md"), encoding: .utf8)
    try text.replacingOccurrences(of: "ky: [quy, sau_thang, chin_thang]", with: "ky: [nam]").write(
      to: template, atomically: true, encoding: .utf8)
    let outcome = try render(workspace, to: scratch.url.appending(path: "ra"))
    #expect(outcome.code == .configuration)
    #expect(try found(outcome, "ky-khong-hop-mau").hint?.vietnamese.contains("nam") == true)
    #expect(outcome.files.isEmpty)
  }

  @Test func `a file that is missing is named inside the workspace`() throws {
    try FileManager.default.removeItem(at: workspace.appending(path: "data/an-sinh.csv"))
    let outcome = check()
    #expect(outcome.code == .inputMissing)
    #expect(try found(outcome, "thieu-tep").location.file == workspace.appending(path: "data/an-sinh.csv").path())
  }

  @Test func `settings that name no encoding, column or separator`() throws {
    let file = workspace.appending(path: "baocao.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    let wrong = [
      "bang_ma: {mo-hinh: latin-9}", "bang_ma_cot: {mo-hinh: {tenn: tcvn3}}", "cot: {mo-hinh: {Tên gọi: tenn}}",
      "dau_phan_cach: {mo-hinh: xx}", "ky_chot: 32", "ty_le: {so_le: 5}",
    ]
    for line in wrong {
      try (text + line + "\n").write(to: file, atomically: true, encoding: .utf8)
      let outcome = check()
      #expect(outcome.code == .configuration, "\(line)")
      #expect(
        outcome.findings.sorted.map(\.location.row) == [
          text.split(separator: "\n", omittingEmptySubsequences: false).count
        ])
    }
    try (text + "bang_ma: {mo-hinh: utf-8}\nbang_ma_cot: {mo-hinh: {ten: unicode}}\n").write(
      to: file, atomically: true, encoding: .utf8)
    #expect(check().code == .done)
  }
}
