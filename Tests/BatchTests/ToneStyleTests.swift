import Batch
import Findings
import Foundation
import Testing

/// `kieu_dau` changes every printed word in one go, and no personal name.
@Suite struct ToneStyleTests {
  let scratch: Scratch
  let workspace: URL

  init() throws {
    scratch = try Scratch()
    workspace = try scratch.hungYen()
    let settings = workspace.appending(path: "baocao.yaml")
    let prose = workspace.appending(path: "texts/2021-Q4/uu-diem.md")
    let text = try String(contentsOf: prose, encoding: .utf8)
    try (text + "\n\nCó bà Nguyễn Thị Thúy, hòa giải viên, và Ủy ban.\n").write(
      to: prose, atomically: true, encoding: .utf8)
    // Names with both kinds of syllables for the signer and for a person who is praised.
    try replace("ho_ten: \"Phạm Mạnh Hà\"", with: "ho_ten: \"Lê Thúy Hòa\"", in: settings)
    try replace(
      "KT-2020-04,Nguyễn Văn A,cá nhân", with: "KT-2021-99,Trần Thuỷ Toàn Hoà,cá nhân",
      in: workspace.appending(path: "data/khen-thuong.csv"))
    try replace(
      "38-QĐ/ĐUK,2020-12-28,DVK-2016-2020", with: "38-QĐ/ĐUK,2021-12-20,DVK-2021-2025",
      in: workspace.appending(path: "data/khen-thuong.csv"))
  }

  private func printed(_ style: String?) throws -> String {
    if let style {
      try replace(
        "the_thuc: party-hd05", with: "the_thuc: party-hd05\nkieu_dau: \(style)",
        in: workspace.appending(path: "baocao.yaml"))
    }
    let outcome = try render(workspace, to: scratch.url.appending(path: "ra"))
    return try tool("pdftotext", "-raw", try #require(outcome.files.first, "\(outcome.findings.sorted)"), "-")
  }

  private func count(_ word: String, in text: String) -> Int { text.components(separatedBy: word).count - 1 }

  @Test func `the new style reaches template, settings and data, but no person`() throws {
    let text = try printed("moi")
    // The template says “cấp ủy”, the settings “Đảng ủy Khối”, the data “văn hóa - xã hội” and the letterhead is in capitals.
    for word in ["cấp uỷ", "Đảng uỷ Khối", "ĐẢNG UỶ KHỐI", "hoá - xã hội"] { #expect(text.contains(word), "\(word)") }
    for word in ["ĐẢNG ỦY", "cấp ủy", "văn hóa", "Đảng ủy"] { #expect(!text.contains(word), "\(word)") }
    // Prose: a name keeps its capitals and its tones, a small word follows the switch.
    #expect(text.contains("bà Nguyễn Thị Thúy, hoà giải viên, và Uỷ ban"))
    #expect(text.contains("Lê Thúy Hòa"))
    #expect(!text.contains("Thuý Hoà"))
    #expect(text.contains("Trần Thuỷ Toàn Hoà"))
  }

  @Test func `the old style leaves the names typed in the new one`() throws {
    try replace(
      "Đảng ủy Khối Cơ quan – Doanh nghiệp tỉnh\"", with: "Đảng uỷ Khối Cơ quan – Doanh nghiệp tỉnh\"",
      in: workspace.appending(path: "baocao.yaml"))
    let text = try printed("cu")
    #expect(text.contains("ĐẢNG ỦY KHỐI") && !text.contains("ĐẢNG UỶ"))
    #expect(text.contains("Trần Thuỷ Toàn Hoà") && text.contains("Lê Thúy Hòa"))
  }

  @Test func `without the switch every word is printed as it was written`() throws {
    let text = try printed(nil)
    #expect(text.contains("cấp ủy") && text.contains("ĐẢNG ỦY KHỐI") && text.contains("Trần Thuỷ Toàn Hoà"))
  }
}
