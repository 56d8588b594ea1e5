import Batch
import Findings
import Foundation
import Testing

/// What a clerk or a scheduler can do wrong: a located finding with a hint, the right exit code, and yesterday's report untouched.
@Suite struct BadInputTests {
  let scratch: Scratch
  let workspace: URL
  let output: URL

  init() throws {
    scratch = try Scratch()
    workspace = try scratch.hungYen()
    output = scratch.url.appending(path: "ra")
  }

  /// Renders after a report of yesterday was put in place, and checks that it is still there.
  private func outcome(home: Resources = resources) throws -> Outcome {
    let old = output.appending(path: "2021-Q4/bao-cao-quy.pdf")
    try FileManager.default.createDirectory(at: old.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data("hôm qua".utf8).write(to: old)
    let outcome = try render(workspace, to: output, home: home)
    #expect(try Data(contentsOf: old) == Data("hôm qua".utf8), "the old report was overwritten")
    #expect(scratch.files(in: output) == ["2021-Q4", "2021-Q4/bao-cao-quy.pdf"])
    #expect(outcome.files.isEmpty)
    return outcome
  }

  private func expect(
    _ outcome: Outcome, _ code: ExitCode, _ finding: String, file: String, row: Int? = nil, column: Int? = nil
  ) throws {
    #expect(outcome.code == code)
    let found = try #require(
      outcome.findings.sorted.first { $0.code == finding }, "\(outcome.findings.sorted.map(\.code))")
    #expect(found.severity == .error)
    #expect(found.location.file.hasSuffix(file))
    #expect(found.location.row == row)
    #expect(found.location.column == column)
    #expect(found.hint != nil)
  }

  @Test func `a workspace that is not there`() throws {
    let outcome = try render(scratch.url.appending(path: "khong-co"), to: output)
    try expect(outcome, .configuration, "khong-co-ho-so", file: "khong-co")
  }

  @Test func `a workspace without settings`() throws {
    try FileManager.default.removeItem(at: workspace.appending(path: "baocao.yaml"))
    try expect(outcome(), .configuration, "khong-co-cau-hinh", file: "baocao.yaml")
  }

  @Test func `an unknown key in the settings`() throws {
    try replace("the_thuc:", with: "the_thut:", in: workspace.appending(path: "baocao.yaml"))
    let outcome = try outcome()
    #expect(outcome.code == .configuration)
    let finding = try #require(outcome.findings.sorted.first { $0.code == "khoa-khong-biet" })
    #expect(finding.hint?.vietnamese.contains("the_thuc") == true)
    #expect(finding.location.row != nil)
  }

  @Test func `no data folder yet is an input to wait for`() throws {
    try FileManager.default.removeItem(at: workspace.appending(path: "data"))
    try expect(outcome(), .inputMissing, "chua-co-so-lieu", file: "data")
  }

  @Test func `a required file that is missing is an input to wait for`() throws {
    try FileManager.default.removeItem(at: workspace.appending(path: "data/mo-hinh.csv"))
    try expect(outcome(), .inputMissing, "thieu-tep", file: "data/mo-hinh.csv")
  }

  @Test func `a required column that is missing`() throws {
    try replace(
      "ma_to_chuc,ky,tong_so,", with: "ma_to_chuc,ky,abcxyz,", in: workspace.appending(path: "data/dang-vien.csv"))
    let outcome = try outcome()
    #expect(outcome.code == .dataFailed)
    #expect(outcome.findings.sorted.contains { $0.code == "thieu-cot" && $0.location.file.hasSuffix("dang-vien.csv") })
  }

  @Test func `a cell that is no number`() throws {
    try replace("VPTU,2020-Q4,61,", with: "VPTU,2020-Q4,sáu mốt,", in: workspace.appending(path: "data/dang-vien.csv"))
    try expect(outcome(), .dataFailed, "so-khong-hop-le", file: "data/dang-vien.csv", row: 2, column: 3)
  }

  @Test func `an unknown organisation`() throws {
    try replace("VPTU,2020-Q4,61,", with: "VPTUU,2020-Q4,61,", in: workspace.appending(path: "data/dang-vien.csv"))
    try expect(outcome(), .dataFailed, "tham-chieu-khong-co", file: "data/dang-vien.csv", row: 2, column: 1)
  }

  @Test func `a duplicate key`() throws {
    let file = workspace.appending(path: "data/phong-trao.csv")
    let text = try String(contentsOf: file, encoding: .utf8)
    let row = try #require(text.split(separator: "\n").last)
    try (text + row + "\n").write(to: file, atomically: true, encoding: .utf8)
    let outcome = try outcome()
    #expect(outcome.code == .dataFailed)
    #expect(outcome.findings.sorted.contains { $0.code == "khoa-trung" && $0.location.row == 4 })
  }

  @Test func `an unknown field in a template of the workspace`() throws {
    let templates = workspace.appending(path: "templates")
    try FileManager.default.createDirectory(at: templates, withIntermediateDirectories: true)
    let text = try String(contentsOf: root.appending(path: "templates/bao-cao-quy.md"), encoding: .utf8)
    try text.replacingOccurrences(of: "{{ to_chuc.tong_so |", with: "{{ to_chuc.tong_sos |")
      .write(to: templates.appending(path: "bao-cao-quy.md"), atomically: true, encoding: .utf8)
    let outcome = try outcome()
    #expect(outcome.code == .configuration)
    let finding = try #require(outcome.findings.sorted.first { $0.severity == .error })
    #expect(finding.location.file.hasSuffix("templates/bao-cao-quy.md"))
    #expect(finding.location.row != nil && finding.location.column != nil && finding.excerpt != nil)
    #expect(finding.hint?.vietnamese.contains("tong_so") == true)
  }

  @Test func `fonts that are nowhere`() throws {
    let home = scratch.url.appending(path: "chuong-trinh")
    try FileManager.default.createDirectory(at: home.appending(path: "fonts"), withIntermediateDirectories: true)
    try FileManager.default.copyItem(at: root.appending(path: "templates"), to: home.appending(path: "templates"))
    let catalogue = home.appending(path: "fonts/catalogue.yaml")
    try FileManager.default.copyItem(at: root.appending(path: "fonts/catalogue.yaml"), to: catalogue)
    try replace("/usr/", with: "/khong-co/", in: catalogue)
    try expect(outcome(home: Resources(home: home.path())), .configuration, "thieu-phong", file: "catalogue.yaml")
  }

  @Test func `a font that is cut short`() throws {
    let fonts = workspace.appending(path: "fonts")
    try FileManager.default.createDirectory(at: fonts, withIntermediateDirectories: true)
    for name in ["times.ttf", "timesbd.ttf", "timesi.ttf", "timesbi.ttf"] {
      try Data([0, 1, 0, 0, 0, 9, 0]).write(to: fonts.appending(path: name))
    }
    let outcome = try outcome()
    #expect(outcome.code == .configuration)
    #expect(outcome.findings.sorted.contains { $0.code == "phong-hong" && $0.location.file.hasSuffix("times.ttf") })
  }

  @Test func `an output folder that cannot be made`() throws {
    let file = scratch.url.appending(path: "tep")
    try Data("một tệp".utf8).write(to: file)
    let outcome = try render(workspace, to: file.appending(path: "con"))
    try expect(outcome, .configuration, "khong-duoc-phep", file: "tep")
    #expect(try Data(contentsOf: file) == Data("một tệp".utf8))
  }

  @Test func `a folder where a data file should be`() throws {
    let file = workspace.appending(path: "data/an-sinh.csv")
    try FileManager.default.removeItem(at: file)
    try FileManager.default.createDirectory(at: file, withIntermediateDirectories: true)
    try expect(outcome(), .configuration, "khong-phai-tep", file: "data/an-sinh.csv")
  }

  @Test func `a letter no face has is reported with its code point`() throws {
    try replace("Tặng quà nhân dịp Tết Canh Tý", with: "Tặng quà 漢", in: workspace.appending(path: "data/an-sinh.csv"))
    // The contribution's text is not printed by this report, so the name of a programme carries the letter too.
    try replace("Làm nhà cho hộ nghèo", with: "Làm nhà 漢", in: workspace.appending(path: "data/an-sinh.csv"))
    let outcome = try outcome()
    #expect(outcome.code == .dataFailed)
    #expect(outcome.findings.sorted.contains { $0.message.vietnamese.contains("U+6F22") })
  }

  @Test func `data can never become markup, an expression or a path`() throws {
    let nasty = "**đậm** <b>x</b> {{ ky }} {% if %} ../../etc"
    try replace("Làm nhà cho hộ nghèo", with: nasty, in: workspace.appending(path: "data/an-sinh.csv"))
    let outcome = try render(workspace, to: output)
    try #require(outcome.code == .done)
    let text = try tool("pdftotext", "-raw", try #require(outcome.files.first), "-")
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(text.contains(nasty))
  }
}
