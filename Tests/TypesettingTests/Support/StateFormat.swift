import Documents
import Graphics

/// `state-nd30` built in Swift: Nghị định 30/2020/NĐ-CP, Phụ lục I. It differs from the Party format in values alone.
enum StateFormat {
  static let nd30: Format = {
    var format = PartyFormat.hd05
    format.name = "state-nd30"
    format.citation = "NĐ 30/2020/NĐ-CP"
    format.letterhead = LetterheadRules(
      leftWidth: .mm(68), rightWidth: .mm(97), title: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
      motto: "Độc lập - Tự do - Hạnh phúc", titleMark: .rule(fraction: 1), issuerMark: .rule(fraction: 0.4),
      dateRow: .besideNumber, boxedMarks: true, ruleWidth: .points(0.75), ruleGap: .points(4))
    format.title = TitleRules(mark: .rule(fraction: 0.4))
    format.closing.separator = ";"
    format.numbers.pattern = "Số: {so}/{loai}-{co_quan}"
    format.page.appendixNumbering = .continued
    for (name, style) in styles { format.styles[name] = style }
    return format
  }()

  private static func centred(_ size: Double, bold: Bool = false, italic: Bool = false) -> BlockStyle {
    BlockStyle(size: .points(size), bold: bold, italic: italic, alignment: .center, pitch: .multiple(1))
  }

  private static let styles: [StyleName: BlockStyle] = [
    .nationalTitle: centred(13, bold: true), .motto: centred(14, bold: true),
    .superior: centred(13), .issuer: centred(13, bold: true), .number: centred(13),
    .placeAndDate: centred(13, italic: true), .letterAbstract: centred(12),
    .urgency: centred(13, bold: true), .circulation: centred(13, bold: true),
    .authority: centred(14, bold: true), .post: centred(14, bold: true),
    .recipientsLabel: BlockStyle(size: .points(12), bold: true, italic: true),
    .recipient: BlockStyle(size: .points(11)),
  ]
}
