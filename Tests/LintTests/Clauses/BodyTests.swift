import Documents
import Findings
import Graphics
import Testing

@testable import Lint

extension Mutation {
  static let body: [Mutation] = [
    .size("co-chu-noi-dung", .body, 12.5),
    .style("co-chu-noi-dung", "italic", .body) { $0.italic = true },
    .style("gian-dong", "too close", .body) { $0.pitch = .exactly(.points(15.5)) },
    .style("gian-dong", "exactly 23 pt", .body, [.hd05]) { $0.pitch = .exactly(.points(23)) },
    .style("gian-dong", "two lines", .body, [.nd30]) { $0.pitch = .multiple(2) },
    .style("cach-doan", "3 pt", .body) {
      $0.spaceAfter = .points(3)
      $0.stretch = .zero
    },
    .style("lui-dong-dau", "none", .body) { $0.firstLineIndent = .zero },
    .style("lui-dong-dau", "20 mm", .body) { $0.firstLineIndent = .mm(20) },
    .style("can-deu", "ragged", .body) { $0.alignment = .left },
    .style("de-muc", "not bold", .heading1) { $0.bold = false },
    .size("de-muc", .heading2, 12),
    .style("can-cu", "the other slant", .legalBasis) { $0.italic.toggle() },
    Mutation("can-cu", "no dash", Mutation.party) { laidOut in
      laidOut.replace { block in
        guard case .paragraph(let paragraph) = block, paragraph.style == .legalBasis else { return }
        block = .paragraph(Paragraph(style: .legalBasis, [.plain("Căn cứ Quyết định số 399-QĐ/TW, ngày 09/01/2026;")]))
      }
    },
    Mutation("dau-ket", "no full stop") { laidOut in
      let blocks = laidOut.document.sections[0].blocks
      laidOut.document.sections[0].blocks[blocks.count - 2] = .paragraph(Paragraph([.plain("Trên đây là báo cáo")]))
    },
    Mutation("dau-ket", "./.", Mutation.party) { laidOut in
      let blocks = laidOut.document.sections[0].blocks
      laidOut.document.sections[0].blocks[blocks.count - 2] = .paragraph(Paragraph([.plain("Trên đây là báo cáo./.")]))
    },
  ]

  static let text: [Mutation] = [
    Mutation("ngay-trong-van-ban", "day not padded") { $0.insert("Nghị quyết số 25-NQ/TW, ngày 3/6/2013.") },
    Mutation("ngay-trong-van-ban", "month 6 padded") { $0.insert("Nghị quyết số 25-NQ/TW, ngày 03/06/2013.") },
    Mutation("ngay-trong-van-ban", "month 1 not padded") { $0.insert("Kế hoạch ngày 16 tháng 1 năm 2012.") },
    Mutation("dau-hang-nghin", "a comma") { $0.insert("Toàn Đảng bộ có 4,637 đảng viên.") },
    Mutation("dau-hang-nghin", "no mark") { $0.insert("Số tiền ủng hộ là 135000000 đồng.") },
    Mutation("dau-thap-phan", "a point") { $0.insert("Có 12.5% đơn vị hoàn thành xuất sắc.") },
  ]
}

@Suite struct BodyTests {
  @Test(arguments: Mutation.body + Mutation.text)
  func `a text that breaks one clause is told by that clause alone`(mutation: Mutation) throws { try mutation.verify() }

  @Test func `State documents may end with two marks and have wider lines`() throws {
    let laidOut = try LaidOut(.nd30) { laidOut in
      laidOut.style(.body) { $0.pitch = .multiple(1.5) }
      let blocks = laidOut.document.sections[0].blocks
      laidOut.document.sections[0].blocks[blocks.count - 2] = .paragraph(Paragraph([.plain("Trên đây là báo cáo./.")]))
    }
    #expect(try laidOut.codes() == [])
  }

  @Test func `the older guideline sets no upper bound on the pitch`() throws {
    #expect(try LaidOut(.hd36) { $0.style(.body) { $0.pitch = .exactly(.points(23)) } }.codes() == [])
  }

  /// domain: `03/6/2013`, `16/01/2012`, `ngày 27 tháng 5`; fractions, marks and telephone numbers are no dates.
  @Test(arguments: [
    "ngày 03/6/2013", "ngày 16/01/2012", "ngày 27 tháng 5 năm 2026", "20/84 cơ sở", "số 05/02/2021/QĐ-UBND",
    "điện thoại 0221.3863.577", "quý III/2026",
  ])
  func `dates and fractions as they should be pass`(text: String) { #expect(WrittenDates.faults(in: text).isEmpty) }

  @Test(arguments: ["73,81%", "1.250.000.000 đồng", "4.637 đảng viên", "năm 2021", "0,125 ha", "12,345%", "số 1234"])
  func `numbers as they should be pass`(text: String) {
    #expect(GroupedThousands.faults(in: text).isEmpty)
    #expect(DecimalComma.faults(in: text).isEmpty)
  }
}
