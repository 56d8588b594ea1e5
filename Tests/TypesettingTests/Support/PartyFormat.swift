import Documents
import Graphics

/// `party-hd05` built in Swift: the component table of HD 05-HD/VPTW (27/5/2026), row by row. Where the guideline leaves a range, the
/// lower value; where it says nothing (appendix heading, tables, captions), usual office practice.
enum PartyFormat {
  static let hd05 = Format(
    name: "party-hd05", citation: "HD 05-HD/VPTW, 27/5/2026",
    families: ["Times New Roman", "Liberation Serif"],
    page: page, styles: styles, letterhead: letterhead, title: TitleRules(mark: .text("-----")),
    headings: [
      HeadingRules(style: .heading1, numeral: .roman, suffix: "- "),
      HeadingRules(style: .heading2, numeral: .decimal, suffix: ". "),
      HeadingRules(style: .heading3, numeral: .letter, suffix: ") "),
      HeadingRules(style: .heading4, numeral: .none, suffix: ""),
    ],
    lists: ListRules(nestingIndent: .mm(5), runIn: true), tables: tables, closing: closing, numbers: numbers)

  static let page = PageRules(
    size: .a4,
    front: Margins(top: .mm(20), bottom: .mm(20), left: .mm(30), right: .mm(15)),
    back: Margins(top: .mm(20), bottom: .mm(20), left: .mm(15), right: .mm(30)),
    landscape: Margins(top: .mm(30), bottom: .mm(15), left: .mm(20), right: .mm(20)),
    duplex: false, numberFromTop: .mm(10), numberCentre: .text, firstPageNumbered: false, appendixNumbering: .own,
    orphans: 2, widows: 2, linesBeforeClosing: 2)

  static let letterhead = LetterheadRules(
    leftWidth: .mm(82), rightWidth: .mm(83), title: "ĐẢNG CỘNG SẢN VIỆT NAM", motto: nil,
    titleMark: .rule(fraction: 1), issuerMark: .text("*"), dateRow: .underTitle, boxedMarks: false,
    ruleWidth: .points(0.75), ruleGap: .points(4.5))

  static let tables = TableRules(
    ruleWidth: .points(0.5), horizontalPadding: .mm(1.5), verticalPadding: .points(2.5), headerFill: nil,
    groupFill: nil, rowRules: true, spaceBefore: .points(6), spaceAfter: .points(8))

  static let closing = ClosingRules(
    leftWidth: .mm(78), rightWidth: .mm(87), recipientsLabel: "Nơi nhận:", separator: ";", end: ".",
    signatureSpace: .points(64), spaceBefore: .points(18))

  static let numbers = NumberRules(
    pattern: "Số {so}-{loai}/{co_quan}", blank: "     ", letterSalutation: "Kính gửi:",
    submissionSalutation: "Kính trình:", letterAbstractPrefix: "về việc ", endMark: ".")

  static let styles: [StyleName: BlockStyle] = letterheadStyles.merging(textStyles) { $1 }
    .merging(closingStyles) { $1 }
    .merging(furnitureStyles) { $1 }

  /// A centred line of the letterhead: line height of the face itself.
  private static func centred(_ size: Double, bold: Bool = false, italic: Bool = false) -> BlockStyle {
    BlockStyle(size: .points(size), bold: bold, italic: italic, alignment: .center, pitch: .multiple(1))
  }

  /// Boxes 1–5 and 10–11.
  private static let letterheadStyles: [StyleName: BlockStyle] = {
    var type = centred(16, bold: true)
    type.spaceBefore = .points(18)
    var separator = centred(14)
    separator.spaceAfter = .points(12)
    var letterAbstract = centred(12, italic: true)
    letterAbstract.spaceBefore = .points(3)
    return [
      .nationalTitle: centred(15, bold: true), .superior: centred(14), .issuer: centred(14, bold: true),
      .star: centred(14), .number: centred(14), .placeAndDate: centred(14, italic: true),
      .documentType: type, .abstract: centred(14, bold: true), .separator: separator,
      .letterAbstract: letterAbstract, .urgency: centred(14, bold: true), .circulation: centred(12, bold: true),
      .draft: centred(14, italic: true),
    ]
  }()

  /// Box 6: 14 pt at exactly 18 pt, first line 10 mm, 6 pt between paragraphs, justified.
  static let body = BlockStyle(
    size: .points(14), alignment: .justified, firstLineIndent: .mm(10), pitch: .exactly(.points(18)),
    spaceAfter: .points(6), stretch: .points(3))

  private static let textStyles: [StyleName: BlockStyle] = {
    var heading = body
    heading.bold = true
    heading.alignment = .left
    heading.keepWithNext = true
    var part = heading
    part.alignment = .center
    part.firstLineIndent = .zero
    var quote = body
    quote.leftIndent = .mm(10)
    quote.firstLineIndent = .zero
    var addressee = body
    addressee.alignment = .left
    var salutation = centred(14, italic: true)
    salutation.pitch = .exactly(.points(18))
    salutation.spaceBefore = .points(12)
    salutation.spaceAfter = .points(6)
    return [
      .body: body, .heading1: heading, .heading2: heading, .heading3: heading, .heading4: heading,
      .partNumber: part, .partName: part, .appendixHeading: part, .listItem: body, .quote: quote, .legalBasis: body,
      .salutation: salutation, .addressee: addressee,
    ]
  }()

  /// Boxes 7, 9b and 12.
  private static let closingStyles: [StyleName: BlockStyle] = [
    .authority: centred(14, bold: true), .post: centred(14), .signer: centred(14, bold: true),
    .recipientsLabel: BlockStyle(size: .points(14), underline: true),
    .recipient: BlockStyle(size: .points(12)), .typist: BlockStyle(size: .points(11)),
    .contact: centred(10),
  ]

  private static let furnitureStyles: [StyleName: BlockStyle] = [
    .pageNumber: centred(14), .runningHead: BlockStyle(size: .points(11), italic: true),
    .caption: BlockStyle(
      size: .points(12), italic: true, alignment: .center, spaceBefore: .points(4), spaceAfter: .points(8)),
    .tableCaption: BlockStyle(
      size: .points(13), bold: true, alignment: .center, spaceBefore: .points(4), spaceAfter: .points(4)),
    .tableUnit: BlockStyle(size: .points(12), italic: true, alignment: .right, spaceAfter: .points(2)),
    .tableHeader: BlockStyle(size: .points(12), bold: true, alignment: .center),
    .tableCell: BlockStyle(size: .points(12)),
    .tableNote: BlockStyle(size: .points(11), italic: true, alignment: .justified, spaceBefore: .points(3)),
    .chartLabel: BlockStyle(size: .points(10)),
    .footnote: BlockStyle(size: .points(11), alignment: .justified, pitch: .multiple(1)),
    .contents: BlockStyle(size: .points(13), pitch: .exactly(.points(18))),
  ]
}
