import Documents
import Findings
import Graphics
import Testing

@testable import Typesetting

/// Paragraphs of every kind, set on a page and compared with what was recorded (and looked at).
@Suite struct TextGoldenTests {
  private struct Sheet: ~Copyable {
    var setter: TextSetter
    var frame = FrameBuilder(size: .a4)
    var y = Length.mm(20).points

    /// Sets a paragraph in a column of `measure` points that begins 30 mm from the left edge.
    mutating func add(
      _ inlines: [Inline], _ style: BlockStyle, measure: Double = Length.mm(165).points,
      context: TextContext = TextContext()
    ) {
      let block = setter.lines(inlines, style: style, measure: measure, context: context)
      for line in block.lines {
        line.emit(x: Length.mm(30).points, baseline: y + block.ascent, into: &frame)
        y += block.pitch
      }
      y += 6
    }

    mutating func page() -> String { Page(number: 1, frame: frame.finish()).dump() }
  }

  @Test func `runs mix bold, italic, underline, scripts, colour and links`() throws {
    var sheet = Sheet(setter: TextSetter(fonts: try TextFonts.serif()))
    var context = TextContext()
    context.references = ["bieu-1": ReferenceText(label: "Biểu số 1", page: "4")]
    (context.pageNumber, context.pageCount) = ("2", "12")
    sheet.add(
      [
        .text("1. Kết quả. ", .strong, nil), .plain("Diện tích 12 m"), .text("2", TextStyle(script: .superscript), nil),
        .plain(", CO"), .text("2", TextStyle(script: .subscript), nil), .plain(" giảm "),
        .text("23,8 %", TextStyle(color: Color(red: 0.7, green: 0, blue: 0)), nil), .plain("; xem "),
        .link([.plain("trang tin "), .text("điện tử", .emphasis, nil)], .uri("https://hungyen.dcs.vn")), .plain(", "),
        .reference("bieu-1", .label), .plain(", "), .reference("bieu-1", .page), .plain(" và "),
        .text("Nơi nhận", TextStyle(underline: true), nil), .footnote([]), .plain(". "), .plain(Prose.report),
        .plain(" Trang "), .pageNumber, .plain("/"), .pageCount, .plain("."),
      ], .body(indent: Length.mm(10).points), context: context)
    let isClean = sheet.setter.findings.isEmpty
    #expect(isClean)
    Golden.expect(sheet.page(), is: "van-ban-kieu-chu")
  }

  @Test func `paragraphs are aligned left, right, centred and justified`() throws {
    var sheet = Sheet(setter: TextSetter(fonts: try TextFonts.serif()))
    for alignment in BlockStyle.Alignment.allCases {
      sheet.add([.plain(Prose.report)], .body(alignment, indent: alignment == .center ? 0 : 20))
    }
    Golden.expect(sheet.page(), is: "van-ban-can-le")
  }

  @Test func `lists hang, tabs meet their stops, leaders stand in columns`() throws {
    var sheet = Sheet(setter: TextSetter(fonts: try TextFonts.serif()))
    let hanging = BlockStyle.body(indent: -18, left: 18)
    sheet.add([.plain("-"), .tab, .plain(Prose.report)], hanging, measure: 300)
    sheet.add([.plain("a)"), .tab, .plain("Ngắn.")], hanging, measure: 300)
    var context = TextContext()
    context.tabStops = [TabStop(position: 300, alignment: .right, leader: .dots)]
    for (title, page) in [
      ("I- Kết quả đạt được", "1"), ("II- Tồn tại, hạn chế và nguyên nhân của tồn tại, hạn chế", "12"),
    ] {
      sheet.add([.plain(title), .tab, .plain(page)], .body(.left), measure: 300, context: context)
    }
    context.tabStops = [
      TabStop(position: 90, alignment: .right), TabStop(position: 150, alignment: .center),
      TabStop(position: 300, alignment: .right, leader: .underline),
    ]
    sheet.add(
      [
        .plain("Số"), .tab, .plain("1.250"), .tab, .plain("giữa"), .tab, .plain("cuối"), .lineBreak, .plain("dòng sau"),
      ],
      .body(.left), measure: 300, context: context)
    Golden.expect(sheet.page(), is: "van-ban-thut-le-va-tab")
  }

  @Test func `narrow columns keep their text inside`() throws {
    var sheet = Sheet(setter: TextSetter(fonts: try TextFonts.serif()))
    sheet.add(
      [.plain("Số 125-BC/ĐUK, ngày 05 tháng 02 năm 2026 tại https://hungyen.dcs.vn/bao-cao/2020")], .body(), measure: 80
    )
    sheet.add([.plain("ĐẢNG ỦY KHỐI CƠ QUAN – DOANH NGHIỆP TỈNH HƯNG YÊN")], .body(.center), measure: 235)
    // The symbol is 82 pt wide, the address wider: both are broken at a sign, and reported.
    let codes = sheet.setter.findings.sorted.map(\.code)
    #expect(codes == ["tu-qua-dai", "tu-qua-dai"])
    Golden.expect(sheet.page(), is: "van-ban-cot-hep")
  }
}
