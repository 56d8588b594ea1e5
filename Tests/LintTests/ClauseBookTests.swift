import Documents
import Findings
import Graphics
import Testing

@testable import Lint

@Suite struct ClauseBookTests {
  /// Clauses that only pages built by hand can break; they have tests of their own.
  private static let byHand: Set<String> = ["ngoai-phan-chu", "unicode-dung-san", "vi-tri-ket-van-ban"]

  @Test(arguments: Guideline.allCases)
  func `a report with every component keeps every clause`(guideline: Guideline) throws {
    let laidOut = try LaidOut(guideline)
    let inspection = Inspector(guideline, faces: laidOut.faces).inspect(
      try laidOut.pages(), of: laidOut.document, file: "bao-cao")
    #expect(inspection.findings.map { FindingText(language: .english).render($0) } == [])
    // Only a letter has an abstract under its number, and it has no name of type.
    #expect(inspection.absent.map(\.code) == ["trich-yeu-cong-van"])
  }

  @Test(arguments: Guideline.allCases)
  func `each clause of a guideline is broken by a test`(guideline: Guideline) {
    let broken = Set(Mutation.all.filter { $0.guidelines.contains(guideline) }.map(\.code)).union(Self.byHand)
    let clauses = Set(ClauseBook.entries.filter { $0.terms[guideline] != nil }.map(\.code))
    let byHandAlone = Set(["vi-tri-dau-van-ban", "vi-tri-so-trang"])
    #expect(clauses.subtracting(broken).subtracting(byHandAlone).sorted() == [])
  }

  @Test func `codes are unaccented Vietnamese with hyphens and unique`() {
    let codes = ClauseBook.entries.map(\.code)
    #expect(Set(codes).count == codes.count)
    #expect(
      codes.allSatisfy { code in code.utf8.allSatisfy { 0x61...0x7A ~= $0 || 0x30...0x39 ~= $0 || $0 == 0x2D } })
  }

  @Test func `a finding names the clause, the official text with its confidence, the page and the line`() throws {
    let finding = try #require(
      try LaidOut(.hd05) { $0.style(.placeAndDate) { $0.size = .points(12) } }.findings().first)
    #expect(finding.code == "dia-danh-ngay-thang")
    #expect(finding.severity == .error)
    #expect(
      finding.message.vietnamese
        == "địa danh, ngày tháng: cỡ chữ 12, phải là 14 (HD 05-HD/VPTW, ô 4 [A])")
    #expect(finding.message.english == "place and date: size 12, must be 14 (HD 05-HD/VPTW, box 4 [A])")
    #expect(finding.location.description == "bao-cao#page=1")
    #expect(finding.excerpt?.line == "Hưng Yên, ngày 05 tháng 02 năm 2026")
  }

  @Test func `a fault of a style is told once, with how many more there are`() throws {
    let findings = try LaidOut(.hd05) { $0.style(.body) { $0.size = .points(13) } }.findings()
    #expect(findings.map(\.code) == ["co-chu-noi-dung"])
    // Seven paragraphs of the text and two of the appendix.
    #expect(findings.first?.message.vietnamese.contains("cỡ chữ 13, phải là 14–15, và 8 chỗ nữa") == true)
  }

  @Test func `a page of short paragraphs, none of which fills a line, is not measured by them`() throws {
    for guideline in Guideline.allCases {
      let laidOut = try LaidOut(guideline) { laidOut in
        laidOut.replace { block in
          guard case .paragraph(let paragraph) = block, paragraph.style == .body else { return }
          block = .paragraph(Paragraph([.plain("Một dòng ngắn.")]))
        }
      }
      #expect(try laidOut.codes() == [])
    }
  }

  @Test func `what is practice and not the official text is a warning`() throws {
    let findings = try LaidOut(.hd05) { $0.document.format.closing.signatureSpace = .points(20) }.findings()
    #expect(findings.map(\.severity) == [.warning])
  }

  @Test func `a format of the office is judged by the guideline it inherits from`() {
    #expect(Guideline.of(formats: ["cua-toi", "party-hd36", "party-hd05"]) == .hd36)
    #expect(Guideline.of(formats: ["cua-toi"]) == nil)
  }

  @Test func `pages without a font that can be read, and no pages at all, stop nothing`() throws {
    let laidOut = try LaidOut(.hd05)
    let blind = Inspector(.hd05, faces: []).inspect(try laidOut.pages(), of: laidOut.document, file: "x")
    #expect(blind.findings.contains { $0.code == "phong-chu" })
    let none = Inspector(.hd05, faces: laidOut.faces).inspect([], of: laidOut.document, file: "x")
    #expect(none.findings.contains { $0.code == "tieu-de" })
  }
}
