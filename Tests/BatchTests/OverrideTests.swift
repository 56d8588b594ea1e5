import Batch
import Findings
import Foundation
import Testing
import Vietnamese

/// What an office lays over the program's templates, and what must not come from outside its workspace.
@Suite struct OverrideTests {
  let scratch: Scratch
  let workspace: URL

  init() throws {
    scratch = try Scratch()
    workspace = try scratch.hungYen()
    for folder in ["templates/partials", "templates/formats"] {
      try FileManager.default.createDirectory(
        at: workspace.appending(path: folder), withIntermediateDirectories: true)
    }
  }

  private func write(_ text: String, to name: String) throws {
    try text.write(to: workspace.appending(path: name), atomically: true, encoding: .utf8)
  }

  private func report(_ name: String, format: String? = nil) throws -> Outcome {
    let request = RenderRequest(
      workspace: workspace.path(), period: try #require(Period.quarter(4, 2021)), report: name, format: format,
      output: scratch.url.appending(path: "ra").path())
    return ReportRun(request, resources).run()
  }

  private func text(_ outcome: Outcome) throws -> String {
    try tool("pdftotext", "-layout", try #require(outcome.files.first), "-").split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }

  @Test func `a template, a partial, a format, the parts and a label of the workspace win, and info says so`() throws {
    try write(
      "# {-} Mẫu của cơ quan\n\n{{ nhan.mo_hinh_ca_nhan }}\n\n{% include \"bieu-khen-thuong\" %}\n",
      to: "templates/xep-loai.md")
    try write("Phần chung của cơ quan.\n", to: "templates/partials/bieu-khen-thuong.md")
    try write("ten: state-nd30\nke_thua: party-hd05\n", to: "templates/formats/state-nd30.yaml")
    try write("mo_hinh_ca_nhan: gương cá nhân\n", to: "templates/nhan.yaml")
    let text = try text(report("xep-loai", format: "state-nd30"))
    #expect(text.contains("MẪU CỦA CƠ QUAN"))
    #expect(text.contains("gương cá nhân"))
    #expect(text.contains("Phần chung của cơ quan."))
    let info = WorkspaceInfo(workspace: workspace.path(), resources: resources).lines()
    for name in ["xep-loai.md", "bieu-khen-thuong.md", "state-nd30.yaml"] {
      let line = try #require(info.first { $0.hasPrefix("  \(name): ") })
      #expect(line.contains(workspace.path()) && line.hasSuffix("(của hồ sơ)"), "\(line)")
    }
    // What the workspace does not have is the program's.
    #expect(info.contains { $0.hasPrefix("  bao-cao-quy.md: ") && !$0.hasSuffix("(của hồ sơ)") })
    #expect(info.contains { $0.hasPrefix("  van-ban.yaml: ") && !$0.hasSuffix("(của hồ sơ)") })
    #expect(info.contains { $0.hasPrefix("  nhan.yaml: ") && $0.hasSuffix("(của hồ sơ: mo_hinh_ca_nhan)") })
  }

  @Test func `percentages are printed with a space before the sign where the office asks for it`() throws {
    let settings = workspace.appending(path: "baocao.yaml")
    try replace("tran_xuat_sac:\n", with: "ty_le: {dau_cach: co}\n\ntran_xuat_sac:\n", in: settings)
    let text = try text(report("bai-viet")).replacingOccurrences(of: "\u{A0}", with: " ")
    #expect(text.contains("(23,81 %)") && text.contains("(73,81 %)") && !text.contains("81%"))
  }

  /// Programmes of 2021 at no decimals: 42, 19, 14, 11, 7 and 6 of a hundred.
  @Test func `shares that do not add to 100 are printed as they are, with a note, unless the office wants them to add`()
    throws
  {
    let settings = workspace.appending(path: "baocao.yaml")
    try replace("tran_xuat_sac:\n", with: "ty_le: {so_le: 0}\n\ntran_xuat_sac:\n", in: settings)
    #expect(try text(report("bao-cao-quy")).contains("Các tỷ lệ được làm tròn riêng từng dòng nên cộng lại bằng 99%."))
    try replace("{so_le: 0}", with: "{so_le: 0, cach: cong_du_100}", in: settings)
    #expect(try !text(report("bao-cao-quy")).contains("làm tròn riêng"))
  }

  @Test func `small counts in sentences stand bare where the office asks for it`() throws {
    let settings = workspace.appending(path: "baocao.yaml")
    #expect(try text(report("bao-cao-quy")).contains("02 tổ chức hoàn thành nhiệm vụ"))
    try replace("the_thuc: party-hd05", with: "the_thuc: party-hd05\nthem_so_0: khong", in: settings)
    #expect(try text(report("bao-cao-quy")).contains("; 2 tổ chức hoàn thành nhiệm vụ"))
  }

  @Test func `a changed label renders the reports again`() throws {
    var request = NightRequest(workspace: workspace.path(), period: try #require(Period.quarter(4, 2021)))
    request.output = scratch.url.appending(path: "ra").path()
    request.only = ["danh-muc-mo-hinh"]
    #expect(NightRun(request, resources).run().summary.done == 1)
    #expect(NightRun(request, resources).run().summary.unchanged == 1)
    try write("tong_cong: CỘNG CHUNG\n", to: "templates/nhan.yaml")
    #expect(NightRun(request, resources).run().summary.done == 1)
  }

  @Test(arguments: [
    "templates/partials/ngoai.md", "templates/thu.md", "templates/formats/rieng.yaml", "texts/2021-Q4/uu-diem.md",
  ])
  func `a link that leads out of the workspace is refused and nothing of it is read`(name: String) throws {
    let secret = scratch.url.appending(path: "bi-mat.txt")
    try "chuyện ngoài hồ sơ\n".write(to: secret, atomically: true, encoding: .utf8)
    let link = workspace.appending(path: name)
    try? FileManager.default.removeItem(at: link)
    try FileManager.default.createSymbolicLink(at: link, withDestinationURL: secret)
    let outcome = try report("bao-cao-quy")
    #expect(outcome.code == .configuration)
    let finding = try #require(outcome.findings.sorted.first { $0.code == "ngoai-ho-so" })
    #expect(finding.location.file.hasSuffix(name))
    let check = WorkspaceCheck(workspace: workspace.path(), resources: resources).run(period: .quarter(4, 2021))
    #expect(check.code == .configuration && check.findings.sorted.contains { $0.code == "ngoai-ho-so" })
  }

  @Test func `a folder of texts that is a link out of the workspace is refused, a link inside is fine`() throws {
    let texts = workspace.appending(path: "texts/2021-Q4")
    let kept = workspace.appending(path: "texts/chung")
    try FileManager.default.moveItem(at: texts, to: kept)
    try FileManager.default.createSymbolicLink(at: texts, withDestinationURL: kept)
    #expect(try report("bai-viet").code == .done)
    try FileManager.default.removeItem(at: texts)
    let outside = scratch.url.appending(path: "ngoai")
    try FileManager.default.moveItem(at: kept, to: outside)
    try FileManager.default.createSymbolicLink(at: texts, withDestinationURL: outside)
    #expect(try report("bai-viet").code == .configuration)
  }
}
