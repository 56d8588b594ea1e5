import Batch
import Findings
import Foundation
import Testing
import Vietnamese

/// Every report that ships, made of the reference case and of a workspace whose files hold only their headers.
@Suite struct ShippedReportsTests {
  struct Report: Sendable, CustomTestStringConvertible {
    var name: String
    var period = "2021-Q4"
    var unit: String?

    var testDescription: String { name }
  }

  static let reports = [
    Report(name: "bao-cao-nam", period: "2021"), Report(name: "xep-loai"), Report(name: "danh-muc-mo-hinh"),
    Report(name: "bai-viet"), Report(name: "phieu-don-vi", unit: "SGTVT"), Report(name: "cong-van-nhac", unit: "NSPH"),
  ]

  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func render(_ report: Report, of workspace: URL, format: String? = nil, draft: Bool = false) throws -> Outcome
  {
    let period = try #require(PeriodInput.parse(report.period).value)
    let request = RenderRequest(
      workspace: workspace.path(), period: period, report: report.name, organisation: report.unit, format: format,
      output: scratch.url.appending(path: "ra").path(), isDraft: draft)
    return ReportRun(request, resources).run()
  }

  private func text(_ outcome: Outcome) throws -> String {
    let text = try tool("pdftotext", "-layout", try #require(outcome.files.first), "-")
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private func headersOnly() throws -> URL {
    let workspace = try scratch.hungYen()
    let data = workspace.appending(path: "data")
    for name in try FileManager.default.contentsOfDirectory(atPath: data.path()) {
      let file = data.appending(path: name)
      // The office itself must be on the list: it and the body above it, neither of which is counted.
      let kept = name == "to-chuc.csv" ? 3 : 1
      let header = try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline).prefix(kept)
        .joined(separator: "\n")
      try (header + "\n").write(to: file, atomically: true, encoding: .utf8)
    }
    return workspace
  }

  @Test(arguments: reports)
  func `each report of the reference case is made in State format, and nothing in it is missing`(report: Report) throws
  {
    let outcome = try render(report, of: root.appending(path: "examples/hung-yen"), format: "state-nd30")
    #expect(outcome.code == .done)
    let other = outcome.findings.sorted.filter { $0.severity != .note && !$0.location.file.contains("data/") }
    #expect(other.isEmpty, "\(other)")
    #expect(!(try text(outcome)).contains("[chưa có"))
  }

  /// A draft: a final report waits for the rows of its period.
  @Test(arguments: reports + [Report(name: "bao-cao-quy")])
  func `each report of a workspace without rows is made and divides by nothing`(report: Report) throws {
    var report = report
    report.unit = nil
    let outcome = try render(report, of: try headersOnly(), draft: true)
    #expect(outcome.code == .done, "\(outcome.findings.sorted.filter { $0.severity == .error })")
    #expect(try text(outcome).firstMatch(of: /,[0-9]+%/) == nil, "a share of nothing")
  }

  /// What the published article of the reference case says, item by item.
  @Test func `the article holds every fact of the published one`() throws {
    let article = try text(try render(Report(name: "bai-viet"), of: root.appending(path: "examples/hung-yen")))
    for fact in [
      "84 tổ chức cơ sở đảng", "45 đảng bộ cơ sở", "39 chi bộ cơ sở", "hơn 4.600", "giai đoạn 2021–2025",
      "Sở Giao thông vận tải", "Cổng trường an toàn giao thông – văn hóa xếp hàng, học sinh tới trường",
      "Báo Hưng Yên", "gia đình thương binh", "Cả nước chung tay vì người nghèo", "Quỹ vắc-xin phòng Covid-19",
      "Sóng và máy tính cho em", "20/84", "23,81%", "62 tổ chức", "73,81%", "02 tổ chức", "2,38%",
      "không có tổ chức không hoàn thành nhiệm vụ", "đại biểu Quốc hội khóa XV", "nhiệm kỳ 2021–2026",
      "phòng, chống dịch Covid-19", "Hồ Chí Minh", "dân chủ ở cơ sở", "cải cách hành chính", "lề lối làm việc",
      "Đỗ Thị Hương, Bí thư Đảng ủy Khối", "Lương Công Chanh, Phó Bí thư Thường trực Thành ủy", "phường Hiến Nam",
      "Phạm Mạnh Hà Đảng ủy Khối", "03/11/2020", "13/5/2022", "16/9/2022", "23/9/2022", "17/GP-TTĐT", "28/12/2017",
      "14 Chùa Chuông, Hiến Nam, Hưng Yên", "0221.3863.577", "bdvtuhy@gmail.com",
      "609 1.050 1.659 12.303 108.590 124.912",
    ] {
      #expect(article.contains(fact), "\(fact)")
    }
  }

  /// `nop-bao-cao.csv`: due 24/12/2021; NSPH sent nothing, MAYSH sent on the 29th.
  @Test func `a reminder names the day due, and how late the report came`() throws {
    let workspace = root.appending(path: "examples/hung-yen")
    let missing = try text(try render(Report(name: "cong-van-nhac", unit: "NSPH"), of: workspace))
    #expect(missing.contains("là ngày 24/12/2021"))
    #expect(missing.contains("chưa nhận được báo cáo quý IV năm 2021"))
    let late = try text(try render(Report(name: "cong-van-nhac", unit: "MAYSH"), of: workspace))
    #expect(late.contains("ngày 29/12/2021, muộn 05 ngày"))
  }

  @Test func `a reminder to nobody is refused, with what to add`() throws {
    let outcome = try render(Report(name: "cong-van-nhac"), of: root.appending(path: "examples/hung-yen"))
    #expect(outcome.code == .configuration)
    let finding = try #require(outcome.findings.sorted.first { $0.code == "mau-can-don-vi" })
    #expect(finding.hint?.vietnamese.contains("--don-vi") == true)
    #expect(outcome.files.isEmpty)
  }

  @Test func `the sheet of an organisation goes into a folder of the report, under its code`() throws {
    let outcome = try render(Report(name: "phieu-don-vi", unit: "SGTVT"), of: root.appending(path: "examples/hung-yen"))
    #expect(try #require(outcome.files.first).hasSuffix("ra/2021-Q4/phieu-don-vi/SGTVT.pdf"))
    #expect(try text(outcome).contains("Đảng bộ Sở Giao thông vận tải"))
  }

  @Test func `a code that no organisation has is refused with the one that was meant`() throws {
    let outcome = try render(Report(name: "phieu-don-vi", unit: "SGTV"), of: root.appending(path: "examples/hung-yen"))
    #expect(outcome.code == .configuration)
    let finding = try #require(outcome.findings.sorted.first { $0.code == "don-vi-khong-co" })
    #expect(finding.hint?.vietnamese.contains("SGTVT") == true)
    #expect(outcome.files.isEmpty)
  }
}
