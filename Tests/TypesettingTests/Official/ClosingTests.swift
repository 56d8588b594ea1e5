import Documents
import Graphics
import Testing

@testable import Typesetting

@Suite struct `closing block` {
  @Test func `recipients are a dash list in 12 under an underlined label in 14`() throws {
    let page = try #require(Layout([.closing(SampleReport.closing)]).pages.first)
    let label = try #require(page.run("Nơi nhận:"))
    #expect(label.size == 14 && label.face == FaceID(0))
    #expect(abs(label.x - 30) <= placeTolerance)
    let underline = try #require(page.rules.first)
    #expect(abs(underline.from.x.mm - label.x) < 0.1 && underline.from.y.mm > label.baseline)
    let items = page.runs.filter { $0.size == 12 }.map(\.string)
    #expect(items.first == "- Ban Thường vụ Tỉnh ủy (báo cáo);")
    #expect(items.last == "- Lưu Văn phòng Đảng ủy.")
    #expect(items.dropLast().allSatisfy { $0.hasSuffix(";") })
  }

  @Test func `authority is bold, post regular, signer bold, centred in the right 87 millimetres`() throws {
    let page = try #require(Layout([.closing(SampleReport.closing)]).pages.first)
    var setter = TextSetter(fonts: try TestFonts.library())
    for (text, name, face) in [
      ("T/M BAN THƯỜNG VỤ", StyleName.authority, 1), ("PHÓ BÍ THƯ", .post, 0), ("Phạm Mạnh Hà", .signer, 1),
    ] {
      let run = try #require(page.run(text), "\(text)")
      let width = Length.points(setter.width(text, style: PartyFormat.hd05.style(name))).mm
      #expect(run.face == FaceID(face), "\(text)")
      #expect(abs(run.x + width / 2 - (195 - 87.0 / 2)) <= placeTolerance, "\(text)")
    }
  }

  @Test func `the signature has room for four lines of 14 points`() throws {
    let page = try #require(Layout([.closing(SampleReport.closing)]).pages.first)
    let post = try #require(page.run("PHÓ BÍ THƯ"))
    let signer = try #require(page.run("Phạm Mạnh Hà"))
    #expect(signer.baseline - post.baseline > Length.points(64).mm)
  }

  /// However the text falls, the page of the signature has two lines of text above the block.
  @Test func `two lines of text at the least stand on the page of the signature`() throws {
    for sentences in stride(from: 1, through: 46, by: 1) {
      let blocks = (0..<sentences).map { SampleReport.paragraph(1 + $0 % 3, from: $0) }
      let layout = try Layout(blocks + [.closing(SampleReport.closing)])
      let page = try #require(layout.pages.last)
      #expect(page.run("Phạm Mạnh Hà") != nil && page.run("Nơi nhận:") != nil, "\(sentences)")
      let label = try #require(page.run("Nơi nhận:"))
      let lines = Set(
        page.runs.filter { $0.size == 14 && $0.baseline > 21 && $0.baseline < label.baseline - 1 }.map(\.baseline))
      #expect(lines.count >= 2, "\(sentences) paragraphs")
      #expect(layout.findings.isEmpty)
    }
  }

  @Test func `rows of a table count as text before the signature`() throws {
    for rows in 20...60 {
      let layout = try Layout([.table(SampleReport.organisations(rows)), .closing(SampleReport.closing)])
      let page = try #require(layout.pages.last)
      let label = try #require(page.run("Nơi nhận:"), "\(rows)")
      #expect(
        page.runs.count { $0.string.hasPrefix("Đảng bộ Sở") && $0.baseline < label.baseline } >= 2, "\(rows) rows")
    }
  }

  @Test func `two hundred recipients go on on the next page`() throws {
    var closing = SampleReport.closing
    closing.recipients = (1...200).map { "Đơn vị số \($0)" }
    let layout = try Layout([SampleReport.paragraph(3), .closing(closing)])
    #expect(layout.pages.count >= 3)
    for number in [1, 100, 200] { #expect(layout.text.contains("- Đơn vị số \(number)\(number == 200 ? "." : ";")")) }
    #expect(layout.pages.allSatisfy { $0.runs.allSatisfy { $0.baseline < 278 } })
  }
}
