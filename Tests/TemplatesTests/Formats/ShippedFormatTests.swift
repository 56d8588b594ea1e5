import Documents
import Findings
import Graphics
import Templates
import Testing

/// Expected values are the rows of the domain notes, §1.2–1.4, §2 and §2.1; where a row gives a range, the value must lie in it.
@Suite struct ShippedFormatTests {
  private func format(_ name: String) throws -> Format {
    let (format, findings) = Shipped.formats.read(name)
    #expect(findings.map { FindingText(language: .english).render($0) } == [])
    return try #require(format)
  }

  private struct Row: CustomTestStringConvertible, Sendable {
    var style: StyleName
    var sizes: ClosedRange<Double>
    var bold = false
    var italic = false
    var capitals = false
    var underline = false
    var testDescription: String { style.rawValue }
  }

  private func check(_ rows: [Row], _ format: Format) {
    for row in rows {
      let style = format.style(row.style)
      #expect(row.sizes.contains(style.size.points), "\(row.style.rawValue) size \(style.size.points)")
      #expect(style.bold == row.bold, "\(row.style.rawValue) bold")
      #expect(style.italic == row.italic, "\(row.style.rawValue) italic")
      #expect(style.capitals == row.capitals, "\(row.style.rawValue) capitals")
      #expect(style.underline == row.underline, "\(row.style.rawValue) underline")
    }
  }

  private static let party: [Row] = [
    Row(style: .nationalTitle, sizes: 15...15, bold: true, capitals: true),
    Row(style: .superior, sizes: 14...14, capitals: true),
    Row(style: .issuer, sizes: 14...14, bold: true, capitals: true),
    Row(style: .star, sizes: 14...14),
    Row(style: .number, sizes: 14...14),
    Row(style: .placeAndDate, sizes: 14...14, italic: true),
    Row(style: .documentType, sizes: 15...16, bold: true, capitals: true),
    Row(style: .abstract, sizes: 14...15, bold: true),
    Row(style: .separator, sizes: 14...14),
    Row(style: .letterAbstract, sizes: 12...12, italic: true),
    Row(style: .body, sizes: 14...15),
    Row(style: .partNumber, sizes: 14...15, bold: true),
    Row(style: .partName, sizes: 14...15, bold: true, capitals: true),
    Row(style: "dieu", sizes: 14...15, bold: true),
    Row(style: "khoan", sizes: 14...15),
    Row(style: .legalBasis, sizes: 14...14),
    Row(style: .heading1, sizes: 14...15, bold: true, capitals: true),
    Row(style: .heading2, sizes: 14...15, bold: true),
    Row(style: .heading3, sizes: 14...15, bold: true),
    Row(style: .salutation, sizes: 14...14, italic: true),
    Row(style: .addressee, sizes: 14...14),
    Row(style: .authority, sizes: 14...14, bold: true, capitals: true),
    Row(style: .post, sizes: 14...14, capitals: true),
    Row(style: .signer, sizes: 14...14, bold: true),
    Row(style: .recipientsLabel, sizes: 14...14, underline: true),
    Row(style: .recipient, sizes: 12...12),
    Row(style: .urgency, sizes: 14...14, bold: true, capitals: true),
    Row(style: .circulation, sizes: 12...12, bold: true, capitals: true),
    Row(style: .draft, sizes: 14...14, italic: true),
    Row(style: .typist, sizes: 11...11),
    Row(style: .contact, sizes: 10...10),
    Row(style: .pageNumber, sizes: 14...14),
    Row(style: .appendixHeading, sizes: 14...15, bold: true),
    Row(style: .appendixTitle, sizes: 14...15, bold: true),
  ]

  private static let state: [Row] = [
    Row(style: .nationalTitle, sizes: 12...13, bold: true, capitals: true),
    Row(style: .motto, sizes: 13...14, bold: true),
    Row(style: .superior, sizes: 12...13, capitals: true),
    Row(style: .issuer, sizes: 12...13, bold: true, capitals: true),
    Row(style: .number, sizes: 13...13),
    Row(style: .placeAndDate, sizes: 13...14, italic: true),
    Row(style: .documentType, sizes: 13...14, bold: true, capitals: true),
    Row(style: .abstract, sizes: 13...14, bold: true),
    Row(style: .letterAbstract, sizes: 12...13),
    Row(style: .legalBasis, sizes: 13...14, italic: true),
    Row(style: .body, sizes: 13...14),
    Row(style: .partNumber, sizes: 13...14, bold: true),
    Row(style: .partName, sizes: 13...14, bold: true, capitals: true),
    Row(style: "dieu", sizes: 13...14, bold: true),
    Row(style: .authority, sizes: 13...14, bold: true, capitals: true),
    Row(style: .post, sizes: 13...14, bold: true, capitals: true),
    Row(style: .signer, sizes: 13...14, bold: true),
    Row(style: .salutation, sizes: 13...14),
    Row(style: .recipientsLabel, sizes: 12...12, bold: true, italic: true),
    Row(style: .recipient, sizes: 11...11),
    Row(style: .urgency, sizes: 13...14, bold: true, capitals: true),
    Row(style: .circulation, sizes: 13...14, bold: true, capitals: true),
    Row(style: .typist, sizes: 11...11),
    Row(style: .contact, sizes: 11...12),
    Row(style: .pageNumber, sizes: 13...14),
    Row(style: .appendixHeading, sizes: 14...14, bold: true),
    Row(style: .appendixTitle, sizes: 13...14, bold: true, capitals: true),
    Row(style: .appendixReference, sizes: 13...14, italic: true),
  ]

  @Test func `each component of a Party document has the size and style of its row`() throws {
    check(Self.party, try format("party-hd05"))
    check(Self.party, try format("party-hd36"))
  }

  @Test func `each component of a State document has the size and style of its row`() throws {
    check(Self.state, try format("state-nd30"))
  }

  @Test(arguments: ["party-hd05", "party-hd36", "state-nd30"])
  func `the margins are 20, 20, 30, 15 in front and 20, 20, 15, 30 at the back`(name: String) throws {
    let page = try format(name).page
    #expect(page.size == .a4)
    #expect(page.front == Margins(top: .mm(20), bottom: .mm(20), left: .mm(30), right: .mm(15)))
    #expect(page.back == Margins(top: .mm(20), bottom: .mm(20), left: .mm(15), right: .mm(30)))
    #expect(abs((page.size.width - page.front.left - page.front.right).mm - 165) < 0.001)
    #expect(abs((page.size.height - page.front.top - page.front.bottom).mm - 257) < 0.001)
  }

  @Test(arguments: ["party-hd05", "party-hd36", "state-nd30"])
  func `page numbers are centred in the top margin and page 1 shows none`(name: String) throws {
    let format = try format(name)
    #expect(format.page.numberFromTop == .mm(10))
    #expect(format.page.numberCentre == .text)
    #expect(!format.page.firstPageNumbered)
    #expect(format.style(.pageNumber).alignment == .center)
  }

  @Test func `Party text is justified, indented 10 mm, 6 pt apart, on an exact pitch of 18 to 22 pt`() throws {
    for name in ["party-hd05", "party-hd36"] {
      let body = try format(name).style(.body)
      #expect(body.alignment == .justified)
      #expect(body.firstLineIndent == .mm(10))
      #expect(body.spaceAfter >= .points(6))
      guard case .exactly(let pitch) = body.pitch else {
        Issue.record("the pitch is not exact")
        continue
      }
      #expect((18...22).contains(pitch.points))
    }
  }

  @Test func `State text is justified, indented 10 or 12,7 mm, 6 pt apart, on a pitch of 1 to 1,5 lines`() throws {
    let body = try format("state-nd30").style(.body)
    #expect(body.alignment == .justified)
    #expect([Length.mm(10), .mm(12.7)].contains(body.firstLineIndent))
    #expect(body.spaceAfter >= .points(6))
    guard case .multiple(let factor) = body.pitch else {
      Issue.record("the pitch is exact")
      return
    }
    #expect((1...1.5).contains(factor))
  }

  @Test func `Party heads: a rule as wide as the title, a star under the issuer, five hyphens under the abstract`()
    throws
  {
    for name in ["party-hd05", "party-hd36"] {
      let format = try format(name)
      #expect(format.letterhead.title == "ĐẢNG CỘNG SẢN VIỆT NAM")
      #expect(format.letterhead.motto == nil)
      #expect(format.letterhead.titleMark == .rule(fraction: 1))
      #expect(format.letterhead.issuerMark == .text("*"))
      #expect(format.letterhead.dateRow == .underTitle)
      #expect(!format.letterhead.boxedMarks)
      #expect(format.title.mark == .text("-----"))
      // The two blocks fill the text width of 165 mm, and the right one holds the title's 72.9 mm and a date of 77.6 mm.
      #expect(abs((format.letterhead.leftWidth + format.letterhead.rightWidth).mm - 165) < 0.001)
      #expect(format.letterhead.rightWidth > .mm(77.6))
    }
  }

  @Test func `State heads: motto with a rule of its width, rules of a third to a half elsewhere, marks in boxes`()
    throws
  {
    let format = try format("state-nd30")
    #expect(format.letterhead.title == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    #expect(format.letterhead.motto == "Độc lập - Tự do - Hạnh phúc")
    #expect(format.letterhead.titleMark == .rule(fraction: 1))
    #expect(format.letterhead.dateRow == .besideNumber)
    #expect(format.letterhead.boxedMarks)
    for mark in [format.letterhead.issuerMark, format.title.mark] {
      guard case .rule(let fraction) = mark else {
        Issue.record("no rule")
        continue
      }
      #expect((1.0 / 3...0.5).contains(fraction))
    }
    // Measured widths (§8): 88.3 mm for the national title at 12 pt bold, 95.7 mm at 13 pt.
    let needed = format.style(.nationalTitle).size == .points(12) ? 88.3 : 95.7
    #expect(format.letterhead.rightWidth.mm > needed)
  }

  @Test func `marks of boxes 10 and 11 are the words of the tables, red and in boxes of their widths in State papers`()
    throws
  {
    let party = try format("party-hd05").letterhead.marks
    #expect(Set(party.urgency.map(\.name)) == ["KHẨN", "THƯỢNG KHẨN", "HỎA TỐC", "HỎA TỐC HẸN GIỜ"])
    #expect(party.circulation == ["TÀI LIỆU HỘI NGHỊ", "LƯU HÀNH NỘI BỘ", "TÀI LIỆU THU HỒI"])
    #expect(party.urgencyColor == .black)
    let state = try format("state-nd30").letterhead.marks
    let boxes: [(String, Double)] = [("HỎA TỐC", 30), ("THƯỢNG KHẨN", 40), ("KHẨN", 20)]
    for (name, width) in boxes {
      #expect(state.urgency.first { $0.name == name }?.boxWidth == .mm(width), "\(name)")
    }
    #expect(state.boxHeight == .mm(8))
    #expect(state.circulation == ["XEM XONG TRẢ LẠI", "LƯU HÀNH NỘI BỘ"])
    #expect(state.urgencyColor == Color(red: 1, green: 0, blue: 0))
    for marks in [party, state] {
      #expect(marks.secrecy == ["MẬT", "TỐI MẬT", "TUYỆT MẬT"])
      for word in ["Mật", "tối mật", "TUYỆT MẬT"] { #expect(marks.urgency(word) == .secret, "\(word)") }
      #expect(marks.urgency("hoả tốc") == .known("HỎA TỐC"))
      #expect(marks.urgency("THUONG KHAN") == .unknown(nearest: "THƯỢNG KHẨN"))
    }
  }

  @Test func `headings are numbered I-, 1., a) in Party and I., 1., a) in State documents`() throws {
    let party = try format("party-hd05").headings
    #expect(party.map(\.suffix).prefix(3) == ["- ", ". ", ") "])
    #expect(party.map(\.numeral).prefix(3) == [.roman, .decimal, .letter])
    let state = try format("state-nd30").headings
    #expect(state.map(\.suffix).prefix(3) == [". ", ". ", ") "])
  }

  @Test func `recipients are separated by semicolons, in HD 36 by commas, and end with a full stop`() throws {
    #expect(try format("party-hd05").closing.separator == ";")
    #expect(try format("party-hd36").closing.separator == ",")
    #expect(try format("state-nd30").closing.separator == ";")
    for name in ["party-hd05", "party-hd36", "state-nd30"] {
      let closing = try format(name).closing
      #expect(closing.end == ".")
      #expect(closing.recipientsLabel == "Nơi nhận:")
    }
  }

  @Test func `numbers, salutations and abstracts of letters differ as the table of Party and State says`() throws {
    let (new, old, state) = (try format("party-hd05"), try format("party-hd36"), try format("state-nd30"))
    #expect(new.numbers.pattern == "Số {so}-{loai}/{co_quan}")
    #expect(state.numbers.pattern == "Số: {so}/{loai}-{co_quan}")
    #expect(new.numbers.letterCode == "CV")
    #expect(state.numbers.letterCode == "")
    #expect(new.numbers.submissionSalutation == "Kính trình:")
    #expect(old.numbers.submissionSalutation == "Kính gửi:")
    #expect(new.numbers.letterSalutation == "Kính gửi:")
    #expect(new.numbers.letterAbstractPrefix == "về việc ")
    #expect(state.numbers.letterAbstractPrefix == "V/v ")
    #expect(new.numbers.endMark == ".")
    #expect(new.closing.authority.onBehalf == "T/M" && new.closing.authority.byOrder == "T/L")
    #expect(state.closing.authority.onBehalf == "TM." && state.closing.authority.authorised == "TUQ.")
  }

  @Test func `appendices number their own pages in Party documents and go on in State documents`() throws {
    #expect(try format("party-hd05").page.appendixNumbering == .own)
    #expect(try format("state-nd30").page.appendixNumbering == .continued)
  }

  @Test func `the signature block leaves about four 14-pt lines and stays with two lines of text`() throws {
    for name in ["party-hd05", "state-nd30"] {
      let format = try format(name)
      #expect((56...72).contains(format.closing.signatureSpace.points))
      #expect(format.page.linesBeforeClosing == 2)
      #expect(abs((format.closing.leftWidth + format.closing.rightWidth).mm - 165) < 0.001)
    }
  }
}
