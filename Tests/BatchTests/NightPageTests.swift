import Findings
import Foundation
import Testing
import Vietnamese

@testable import Batch

/// The nightly page: of a home with two small reports, so that a night of everything is quick.
@Suite struct NightPageTests {
  let scratch: Scratch
  let workspace: URL
  let home: URL

  private static let total = """
    ---
    ten: Tổng
    pham_vi: cap_uy
    van_ban: {dang: tu_do, loai: ""}
    ---

    Có {{ dang_vien.tong_so.ky_nay | so }} đảng viên.

    """
  private static let photo = """
    ---
    ten: Ảnh
    pham_vi: cap_uy
    van_ban: {dang: tu_do, loai: ""}
    ---

    ![ảnh](anh/tang-qua-hien-nam.jpg)

    """

  init() throws {
    scratch = try Scratch()
    workspace = try scratch.hungYen()
    home = scratch.url.appending(path: "nha")
    let files = FileManager.default
    let templates = home.appending(path: "templates")
    try files.createDirectory(at: templates, withIntermediateDirectories: true)
    for name in ["formats", "partials", "van-ban.yaml", "nhan.yaml", "ban-tin-dem.md"] {
      try files.copyItem(at: root.appending(path: "templates/\(name)"), to: templates.appending(path: name))
    }
    try files.createSymbolicLink(at: home.appending(path: "fonts"), withDestinationURL: root.appending(path: "fonts"))
    try Self.total.write(to: templates.appending(path: "tong.md"), atomically: true, encoding: .utf8)
    try Self.photo.write(to: templates.appending(path: "hinh.md"), atomically: true, encoding: .utf8)
    let settings = workspace.appending(path: "baocao.yaml")
    let text = try String(contentsOf: settings, encoding: .utf8)
    let start = try #require(text.range(of: "bao_cao:\n"))
    let end = try #require(text.range(of: "tran_xuat_sac:"))
    try (text[..<start.lowerBound] + text[end.lowerBound...]).write(to: settings, atomically: true, encoding: .utf8)
  }

  private func request() throws -> NightRequest {
    var request = NightRequest(workspace: workspace.path(), period: try #require(Period.quarter(4, 2021)))
    request.output = scratch.url.appending(path: "ra").path()
    return request
  }

  private var page: URL { scratch.url.appending(path: "ra/2021-Q4/ban-tin-dem.pdf") }

  private func night(jobs: Int = 1) throws -> NightOutcome {
    var request = try request()
    request.jobs = jobs
    return NightRun(request, Resources(home: home.path())).run()
  }

  private func text() throws -> String {
    try tool("pdftotext", "-layout", page.path(), "-").split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// One member more in one organisation.
  private func addMember() throws {
    let members = workspace.appending(path: "data/dang-vien.csv")
    let line = try #require(
      String(contentsOf: members, encoding: .utf8).split(separator: "\n").first { $0.hasPrefix("SNV,2021-Q4,") })
    var cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    for place in [2, 3] { cells[place] = String(try #require(Int(cells[place])) + 1) }
    try replace(String(line), with: cells.joined(separator: ","), in: members)
  }

  @Test func `the page tells what ran, late units, and on the first night that there is nothing to compare`() throws {
    #expect(try night().code == .done)
    let text = try text()
    #expect(text.contains("KẾT QUẢ LẦN CHẠY SỐ 1"))
    // Two reports, both new: planned, made, kept, failed, not made, stale, pages.
    #expect(text.contains("2 2 0 0 0 0 2"))
    #expect(text.contains("Không có báo cáo hỏng."))
    // Rows of nop-bao-cao.csv of the reference case: 84 organisations, 4 late, 2 missing.
    #expect(text.contains("Đúng hạn 78 đơn vị, muộn 04 đơn vị, chưa gửi 02 đơn vị."))
    #expect(text.contains("Chi bộ Công ty cổ phần Nước sạch Phố Hiến"))
    #expect(text.contains("chưa có gì để so"))
  }

  @Test func `figures that changed since the last run are told with both values and the difference`() throws {
    _ = try night()
    try addMember()
    #expect(try night().summary.done == 1)
    let text = try text()
    #expect(text.contains("So với lần chạy số 1: số liệu 01 báo cáo."))
    // The reference case has 4.637 members.
    #expect(text.contains("4.637 4.638 +1 tong"))
  }

  @Test func `a report that fails is told with its reason, and the night still has its page`() throws {
    try FileManager.default.removeItem(at: workspace.appending(path: "anh/tang-qua-hien-nam.jpg"))
    let outcome = try night()
    #expect(outcome.code == .dataFailed && outcome.summary.failed == 1)
    let text = try text()
    #expect(text.contains("1 hinh Không có ảnh “anh/tang-qua-hien-nam.jpg”"))
    #expect(text.contains("2 1 0 1 0 0 1"))
  }

  @Test func `a night that changes nothing keeps the page, byte for byte, and makes no report again`() throws {
    _ = try night()
    let first = try Data(contentsOf: page)
    let second = try night()
    #expect(second.summary.unchanged == 2 && second.summary.done == 0)
    #expect(try Data(contentsOf: page) == first)
    // A page somebody spoilt is made again, now telling of the quiet night.
    try Data("hỏng".utf8).write(to: page)
    _ = try night()
    #expect(try text().contains("LẦN CHẠY SỐ 3"))
    #expect(try text().contains("2 0 2 0 0 0 2"))
  }

  @Test func `the same nights give the same bytes with any number of workers`() throws {
    var pages: [Data] = []
    for jobs in [1, 2, 16] {
      try? FileManager.default.removeItem(at: scratch.url.appending(path: "ra"))
      _ = try night(jobs: jobs)
      pages.append(try Data(contentsOf: page))
    }
    #expect(pages[0] == pages[1] && pages[0] == pages[2])
  }

  @Test func `made by hand it is the page of the night, and before any night it waits`() throws {
    let period = try #require(Period.quarter(4, 2021))
    let request = RenderRequest(
      workspace: workspace.path(), period: period, report: "ban-tin-dem", output: try request().output)
    let run = ReportRun(request, Resources(home: home.path()))
    let early = run.run()
    #expect(early.code == .inputMissing)
    #expect(early.findings.sorted.contains { $0.code == "chua-co-lan-chay" })
    _ = try night()
    let made = try Data(contentsOf: page)
    try FileManager.default.removeItem(at: page)
    #expect(run.run().code == .done)
    #expect(try Data(contentsOf: page) == made)
  }

  @Test func `it is no report of the plan, and not made with chosen reports`() throws {
    #expect(try Survey.run(request(), Resources(home: home.path())).items.map(\.key.text) == ["hinh", "tong"])
    var chosen = try request()
    chosen.only = ["tong"]
    #expect(NightRun(chosen, Resources(home: home.path())).run().code == .done)
    #expect(!FileManager.default.fileExists(atPath: page.path()))
    chosen.only = ["ban-tin-dem"]
    let outcome = NightRun(chosen, Resources(home: home.path())).run()
    #expect(outcome.code == .configuration)
    #expect(outcome.findings.sorted.contains { $0.code == "ban-tin-rieng" })
  }
}
