public import Graphics

/// The page rules of one official format as data: `party-hd05`, `party-hd36`, `state-nd30`. Read from `templates/formats/*.yaml`.
///
/// Two formats differ in values alone; nothing below `Batch` asks for a format's name.
public struct Format: Sendable, Hashable {
  public var name: String
  /// The guideline it comes from, for people: “HD 05-HD/VPTW, 27/5/2026”.
  public var citation: String
  /// Font families in order of preference; the first that is complete in the catalogue is used.
  public var families: [String]
  public var page: PageRules
  public var styles: [StyleName: BlockStyle]
  public var letterhead: LetterheadRules
  public var title: TitleRules
  public var headings: [HeadingRules]
  public var lists: ListRules
  public var tables: TableRules
  public var closing: ClosingRules
  public var numbers: NumberRules
  public var appendices: AppendixRules

  public init(
    name: String, citation: String, families: [String], page: PageRules, styles: [StyleName: BlockStyle],
    letterhead: LetterheadRules, title: TitleRules, headings: [HeadingRules], lists: ListRules, tables: TableRules,
    closing: ClosingRules, numbers: NumberRules, appendices: AppendixRules = AppendixRules()
  ) {
    self.name = name
    self.citation = citation
    self.families = families
    self.page = page
    self.styles = styles
    self.letterhead = letterhead
    self.title = title
    self.headings = headings
    self.lists = lists
    self.tables = tables
    self.closing = closing
    self.numbers = numbers
    self.appendices = appendices
  }

  /// The style of that name; a format that lacks one falls back to its body style, so that layout never stops.
  public func style(_ name: StyleName) -> BlockStyle {
    styles[name] ?? styles[.body] ?? BlockStyle(size: .points(14))
  }
}

/// Name of a block style. The known ones are below; an office may add its own in a format file.
public struct StyleName: RawRepresentable, Sendable, Hashable, ExpressibleByStringLiteral {
  public var rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }
  public init(stringLiteral value: String) { rawValue = value }

  /// Box 6 of the layout diagram: the text.
  public static let body: StyleName = "noi_dung"
  /// Box 1: “ĐẢNG CỘNG SẢN VIỆT NAM” or the national title, and under it the motto (State only).
  public static let nationalTitle: StyleName = "tieu_de"
  public static let motto: StyleName = "tieu_ngu"
  /// Box 2: superior body, issuing body, star.
  public static let superior: StyleName = "cap_tren"
  public static let issuer: StyleName = "co_quan"
  public static let star: StyleName = "dau_sao"
  /// Box 3 and 4.
  public static let number: StyleName = "so_ky_hieu"
  public static let placeAndDate: StyleName = "dia_danh_ngay_thang"
  /// Box 5a and 5b.
  public static let documentType: StyleName = "ten_loai"
  public static let abstract: StyleName = "trich_yeu"
  public static let separator: StyleName = "gach_trich_yeu"
  public static let letterAbstract: StyleName = "trich_yeu_cong_van"
  /// Box 6: headings by level, numbers and names of parts, lists, quotes, legal bases.
  public static let heading1: StyleName = "de_muc_1"
  public static let heading2: StyleName = "de_muc_2"
  public static let heading3: StyleName = "de_muc_3"
  public static let heading4: StyleName = "de_muc_4"
  public static let partNumber: StyleName = "so_phan"
  public static let partName: StyleName = "ten_phan"
  public static let listItem: StyleName = "liet_ke"
  public static let quote: StyleName = "trich_dan"
  public static let legalBasis: StyleName = "can_cu"
  /// Box 9a, 7a, 7b, 9b.
  public static let salutation: StyleName = "kinh_gui"
  public static let addressee: StyleName = "noi_gui"
  public static let authority: StyleName = "quyen_han"
  public static let post: StyleName = "chuc_vu"
  public static let signer: StyleName = "ho_ten"
  public static let recipientsLabel: StyleName = "noi_nhan_nhan"
  public static let recipient: StyleName = "noi_nhan"
  /// Box 10–13.
  public static let urgency: StyleName = "do_khan"
  public static let circulation: StyleName = "luu_hanh"
  public static let draft: StyleName = "du_thao"
  public static let typist: StyleName = "nguoi_danh_may"
  public static let contact: StyleName = "lien_he"
  /// Page furniture and what stands around tables and figures.
  public static let pageNumber: StyleName = "so_trang"
  public static let runningHead: StyleName = "dau_trang"
  public static let appendixHeading: StyleName = "phu_luc"
  /// The name of an appendix, and the line that says which document it belongs to.
  public static let appendixTitle: StyleName = "ten_phu_luc"
  public static let appendixReference: StyleName = "kem_theo"
  public static let caption: StyleName = "chu_thich"
  public static let tableCaption: StyleName = "ten_bieu"
  public static let tableUnit: StyleName = "don_vi_tinh"
  public static let tableHeader: StyleName = "dau_bieu"
  public static let tableCell: StyleName = "o_bieu"
  public static let tableNote: StyleName = "ghi_chu_bieu"
  public static let chartLabel: StyleName = "nhan_bieu_do"
  public static let footnote: StyleName = "cuoc_chu"
  public static let contents: StyleName = "muc_luc"
}

/// Face, size and spacing of a paragraph.
public struct BlockStyle: Sendable, Hashable {
  public enum Alignment: String, Sendable, Hashable, CaseIterable {
    case left
    case center
    case right
    case justified
  }

  /// Distance from baseline to baseline.
  public enum Pitch: Sendable, Hashable {
    /// “Exactly 18 pt”.
    case exactly(Length)
    /// A multiple of the face's own line height (single = 1).
    case multiple(Double)
  }

  public var size: Length
  public var bold: Bool
  public var italic: Bool
  public var underline: Bool
  /// Printed in capitals whatever the text's case.
  public var capitals: Bool
  public var alignment: Alignment
  public var firstLineIndent: Length
  public var leftIndent: Length
  public var rightIndent: Length
  public var pitch: Pitch
  /// Space before and after; of two that meet the larger one holds. `stretch` is how much the gap after may grow to fill a page.
  public var spaceBefore: Length
  public var spaceAfter: Length
  public var stretch: Length
  public var keepWithNext: Bool
  public var keepTogether: Bool
  /// In ascending order; beyond the last, tabs go by half inches.
  public var tabs: [TabRule]

  public init(
    size: Length, bold: Bool = false, italic: Bool = false, underline: Bool = false, capitals: Bool = false,
    alignment: Alignment = .left, firstLineIndent: Length = .zero, leftIndent: Length = .zero,
    rightIndent: Length = .zero, pitch: Pitch = .multiple(1), spaceBefore: Length = .zero, spaceAfter: Length = .zero,
    stretch: Length = .zero, keepWithNext: Bool = false, keepTogether: Bool = false, tabs: [TabRule] = []
  ) {
    self.size = size
    self.bold = bold
    self.italic = italic
    self.underline = underline
    self.capitals = capitals
    self.alignment = alignment
    self.firstLineIndent = firstLineIndent
    self.leftIndent = leftIndent
    self.rightIndent = rightIndent
    self.pitch = pitch
    self.spaceBefore = spaceBefore
    self.spaceAfter = spaceAfter
    self.stretch = stretch
    self.keepWithNext = keepWithNext
    self.keepTogether = keepTogether
    self.tabs = tabs
  }
}
