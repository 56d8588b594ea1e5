import Documents
import Findings
import Graphics
import Templates
import Testing

@Suite struct FormatReaderTests {
  private func read(_ text: String) -> (Format?, [Finding]) {
    FormatReader(names: ["party-hd05", "cua-toi"]) { name in
      switch name {
      case "cua-toi": TemplateSource(path: "templates/formats/cua-toi.yaml", text: text)
      case "party-hd05":
        Shipped.text("templates/formats/party-hd05.yaml").map {
          TemplateSource(path: "templates/formats/party-hd05.yaml", text: $0)
        }
      default: nil
      }
    }.read("cua-toi")
  }

  @Test func `an office changes one size and inherits the rest`() throws {
    let (format, findings) = read("ten: cua-toi\nke_thua: party-hd05\nkieu:\n  noi_dung: {co: 15, gian_dong: 20pt}\n")
    #expect(findings == [])
    let body = try #require(format).style(.body)
    #expect(body.size == .points(15))
    #expect(body.pitch == .exactly(.points(20)))
    #expect(body.firstLineIndent == .mm(10))
    // Styles made like the body follow it.
    #expect(format?.style(.listItem).size == .points(15))
    #expect(format?.name == "cua-toi")
  }

  @Test func `an unknown key is found at its line and column with the nearest known one`() throws {
    let (format, findings) = read("ten: cua-toi\nke_thua: party-hd05\ntrang:\n  in_hai_mta: co\n")
    #expect(format == nil)
    let finding = try #require(findings.first)
    #expect(finding.code == "khoa-khong-biet")
    #expect(finding.location.description == "templates/formats/cua-toi.yaml:4:3")
    #expect(finding.hint?.vietnamese == "ý bạn là “in_hai_mat”?")
    #expect(finding.excerpt == Excerpt(line: "  in_hai_mta: co", start: 2, length: 10))
  }

  @Test(arguments: [
    ("trang: {in_hai_mat: maybe}", "gia-tri-sai"),
    ("trang: {giua_so_trang: giay_to}", "gia-tri-sai"),
    ("trang: {le_ngang: {tren: 20 km}}", "gia-tri-sai"),
    ("trang: {dong_cuoi_trang: 99}", "gia-tri-sai"),
    ("trang: [1, 2]", "gia-tri-sai"),
    ("so_ky_hieu: {mau: \"Số {so}\"}", "gia-tri-sai"),
    ("bieu: {nen_dau: do}", "gia-tri-sai"),
    ("kieu: {noi_dung: {nhu: khong_co}}", "kieu-khong-biet"),
    ("trang: {in_hai_mat: [}", "yaml-sai"),
    ("trang: &a {in_hai_mat: co}", "yaml-neo"),
    ("trang: *a", "yaml-neo"),
    ("? [a]\n: b", "yaml-sai"),
    ("---\ntrang: {}", "yaml-sai"),
    ("trang: \u{1}", "yaml-sai"),
    ("trang: {in_hai_mat: co, in_hai_mat: khong}", "yaml-lap-khoa"),
    ("de_muc: [{kieu: khong_co, so: la_ma, sau: \"\"}]", "gia-tri-sai"),
  ])
  func `a wrong value is one located finding`(line: String, code: String) {
    let (format, findings) = read("ten: cua-toi\nke_thua: party-hd05\n\(line)\n")
    #expect(format == nil)
    #expect(findings.map(\.code).contains(code), "\(findings.map(\.code))")
    #expect(findings.first?.location.row == 3)
  }

  @Test func `places count code points, whatever the line breaks`() throws {
    let (_, findings) = read("ten: cua-toi\r\nke_thua: party-hd05\r\ntrang: {\"ữ ở\": co, in_hai_mta: co}\r\n")
    let places = findings.filter { $0.code == "khoa-khong-biet" }.map(\.location.description)
    #expect(places == ["templates/formats/cua-toi.yaml:3:9", "templates/formats/cua-toi.yaml:3:20"])
  }

  @Test func `styles made like each other in a circle are a finding`() {
    let (format, findings) = read("ten: cua-toi\nke_thua: party-hd05\nkieu:\n  noi_dung: {nhu: can_cu}\n")
    #expect(format == nil)
    #expect(findings.contains { $0.code == "kieu-khong-biet" })
  }

  @Test func `a format that lacks parts names each of them`() {
    let (format, findings) = read("ten: cua-toi\ncan_cu: x\n")
    #expect(format == nil)
    #expect(findings.count { $0.code == "thieu-khoa" } == 10)
  }

  @Test func `formats that inherit in a circle, from nothing, or are empty are findings`() {
    #expect(read("ten: cua-toi\nke_thua: cua-toi\n").1.map(\.code) == ["the-thuc-vong"])
    let (_, unknown) = read("ten: cua-toi\nke_thua: party-hd5\n")
    #expect(unknown.map(\.code) == ["the-thuc-khong-biet"])
    #expect(unknown.first?.hint?.vietnamese == "ý bạn là “party-hd05”?")
    #expect(read("# chỉ có ghi chú\n").1.map(\.code) == ["the-thuc-trong"])
  }

  @Test func `brackets a thousand deep end in a finding, not in a crash`() {
    let deep = "trang: " + String(repeating: "[", count: 900) + String(repeating: "]", count: 900)
    #expect(read("ten: cua-toi\nke_thua: party-hd05\n\(deep)\n").0 == nil)
    let deeper = "trang: " + String(repeating: "[", count: 50_000)
    #expect(read("ten: cua-toi\n\(deeper)\n").0 == nil)
  }
}
