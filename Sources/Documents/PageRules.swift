public import Graphics

/// Distances from the edges of the paper to the text.
public struct Margins: Sendable, Hashable {
  public var top: Length
  public var bottom: Length
  public var left: Length
  public var right: Length

  public init(top: Length, bottom: Length, left: Length, right: Length) {
    self.top = top
    self.bottom = bottom
    self.left = left
    self.right = right
  }
}

/// Paper, margins and page numbers.
public struct PageRules: Sendable, Hashable {
  /// What a page number is centred between.
  public enum Centre: String, Sendable, Hashable, CaseIterable {
    case text
    case paper
  }

  /// How appendix pages are numbered.
  public enum AppendixNumbering: String, Sendable, Hashable, CaseIterable {
    case own
    case continued
  }

  public var size: Size
  public var front: Margins
  /// Margins of even pages when `duplex`.
  public var back: Margins
  public var landscape: Margins
  public var duplex: Bool
  /// Upper edge of the paper to the upper edge (ascender) of the page number.
  public var numberFromTop: Length
  public var numberCentre: Centre
  public var firstPageNumbered: Bool
  public var appendixNumbering: AppendixNumbering
  /// Fewest lines of a paragraph at the foot and at the head of a page.
  public var orphans: Int
  public var widows: Int
  /// Lines of text that must stand on the page of the closing block, at the least.
  public var linesBeforeClosing: Int
  /// Baselines of body text drop to a grid of this pitch, so that both sides of a sheet agree; nil: they stand where they fall.
  public var grid: Length?

  public init(
    size: Size, front: Margins, back: Margins, landscape: Margins, duplex: Bool, numberFromTop: Length,
    numberCentre: Centre, firstPageNumbered: Bool, appendixNumbering: AppendixNumbering, orphans: Int, widows: Int,
    linesBeforeClosing: Int, grid: Length? = nil
  ) {
    self.size = size
    self.front = front
    self.back = back
    self.landscape = landscape
    self.duplex = duplex
    self.numberFromTop = numberFromTop
    self.numberCentre = numberCentre
    self.firstPageNumbered = firstPageNumbered
    self.appendixNumbering = appendixNumbering
    self.orphans = orphans
    self.widows = widows
    self.linesBeforeClosing = linesBeforeClosing
    self.grid = grid
  }
}

/// A mark under a text: typed characters, a rule as a part of the text's width, or nothing.
public enum Underline: Sendable, Hashable {
  case none
  case text(String)
  /// Part of the width of the (widest line of the) text above: 1 = exactly as wide.
  case rule(fraction: Double)
}

/// The head of the first page in two blocks.
public struct LetterheadRules: Sendable, Hashable {
  /// Where place and date stand.
  public enum DateRow: String, Sendable, Hashable, CaseIterable {
    /// Directly under the rule of the right block (Party).
    case underTitle
    /// On the line of the number (State).
    case besideNumber
  }

  public var leftWidth: Length
  public var rightWidth: Length
  /// “ĐẢNG CỘNG SẢN VIỆT NAM” or “CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM”.
  public var title: String
  /// “Độc lập - Tự do - Hạnh phúc”; nil in Party documents.
  public var motto: String?
  /// Under the title, or under the motto where there is one.
  public var titleMark: Underline
  /// Under the issuing body: `*` or a rule.
  public var issuerMark: Underline
  public var dateRow: DateRow
  /// Urgency and circulation marks stand in a box (State).
  public var boxedMarks: Bool
  public var ruleWidth: Length
  /// Baseline of the text to the rule under it.
  public var ruleGap: Length
  public var marks: MarkRules

  public init(
    leftWidth: Length, rightWidth: Length, title: String, motto: String?, titleMark: Underline, issuerMark: Underline,
    dateRow: DateRow, boxedMarks: Bool, ruleWidth: Length, ruleGap: Length, marks: MarkRules = MarkRules()
  ) {
    self.leftWidth = leftWidth
    self.rightWidth = rightWidth
    self.title = title
    self.motto = motto
    self.titleMark = titleMark
    self.issuerMark = issuerMark
    self.dateRow = dateRow
    self.boxedMarks = boxedMarks
    self.ruleWidth = ruleWidth
    self.ruleGap = ruleGap
    self.marks = marks
  }
}

/// Name of type and abstract.
public struct TitleRules: Sendable, Hashable {
  public var mark: Underline
  /// The abstract begins with a capital (State); Party papers begin it small.
  public var capitalizesAbstract: Bool

  public init(mark: Underline, capitalizesAbstract: Bool = false) {
    self.mark = mark
    self.capitalizesAbstract = capitalizesAbstract
  }
}

/// Heads of appendices.
public struct AppendixRules: Sendable, Hashable {
  /// Under the name of an appendix, with `{loai}`, `{so}`, `{ngay}` and `{co_quan}` of the document it belongs to; empty for none.
  public var belongsTo: String

  public init(belongsTo: String = "") {
    self.belongsTo = belongsTo
  }
}

/// Numbering and style of one level of headings; the first entry is level 1.
public struct HeadingRules: Sendable, Hashable {
  public enum Numeral: String, Sendable, Hashable, CaseIterable {
    case roman
    case decimal
    case letter
    case none
  }

  public var style: StyleName
  public var numeral: Numeral
  /// What follows the numeral: `- `, `. `, `) `.
  public var suffix: String

  public init(style: StyleName, numeral: Numeral, suffix: String) {
    self.style = style
    self.numeral = numeral
    self.suffix = suffix
  }
}

/// Lists in the text.
public struct ListRules: Sendable, Hashable {
  /// Added to the left indent for each level of nesting.
  public var nestingIndent: Length
  /// Items begin like paragraphs (marker at the first-line indent, following lines at the margin) instead of hanging.
  public var runIn: Bool

  public init(nestingIndent: Length, runIn: Bool) {
    self.nestingIndent = nestingIndent
    self.runIn = runIn
  }
}

/// Rules, fills and padding of tables.
public struct TableRules: Sendable, Hashable {
  public var ruleWidth: Length
  public var horizontalPadding: Length
  public var verticalPadding: Length
  public var headerFill: Color?
  public var groupFill: Color?
  /// Rules between body rows; without them only header, groups and totals have some.
  public var rowRules: Bool
  public var spaceBefore: Length
  public var spaceAfter: Length

  public init(
    ruleWidth: Length, horizontalPadding: Length, verticalPadding: Length, headerFill: Color?, groupFill: Color?,
    rowRules: Bool, spaceBefore: Length, spaceAfter: Length
  ) {
    self.ruleWidth = ruleWidth
    self.horizontalPadding = horizontalPadding
    self.verticalPadding = verticalPadding
    self.headerFill = headerFill
    self.groupFill = groupFill
    self.rowRules = rowRules
    self.spaceBefore = spaceBefore
    self.spaceAfter = spaceAfter
  }
}

/// How the right to sign is abbreviated: `T/M` in Party papers, `TM.` in State papers. Empty where a form is not used.
public struct AuthorityMarks: Sendable, Hashable {
  /// On behalf of a body.
  public var onBehalf: String
  /// For the head.
  public var forHead: String
  /// By order.
  public var byOrder: String
  /// By authorisation.
  public var authorised: String
  /// Acting.
  public var acting: String

  public init(onBehalf: String, forHead: String, byOrder: String, authorised: String, acting: String) {
    self.onBehalf = onBehalf
    self.forHead = forHead
    self.byOrder = byOrder
    self.authorised = authorised
    self.acting = acting
  }

  public static let party = AuthorityMarks(
    onBehalf: "T/M", forHead: "K/T", byOrder: "T/L", authorised: "", acting: "Q.")
}

/// Recipients and signature.
public struct ClosingRules: Sendable, Hashable {
  public var leftWidth: Length
  public var rightWidth: Length
  /// “Nơi nhận:”.
  public var recipientsLabel: String
  /// Between recipients (`;` or `,`) and after the last (`.`).
  public var separator: String
  public var end: String
  /// Room for the signature and seal between post and name.
  public var signatureSpace: Length
  public var spaceBefore: Length
  public var authority: AuthorityMarks
  /// The archive line of State documents, “Lưu: VT”: stands for one that is written the Party's way. Empty: as written.
  public var archive: String

  public init(
    leftWidth: Length, rightWidth: Length, recipientsLabel: String, separator: String, end: String,
    signatureSpace: Length, spaceBefore: Length, authority: AuthorityMarks = .party, archive: String = ""
  ) {
    self.leftWidth = leftWidth
    self.rightWidth = rightWidth
    self.recipientsLabel = recipientsLabel
    self.separator = separator
    self.end = end
    self.signatureSpace = signatureSpace
    self.spaceBefore = spaceBefore
    self.authority = authority
    self.archive = archive
  }
}

/// Forms of texts that differ between formats and are composed when the document is made.
public struct NumberRules: Sendable, Hashable {
  /// `Số {so}-{loai}/{co_quan}`.
  public var pattern: String
  /// Stands for `{so}` while the number is not yet given: room to write it by hand.
  public var blank: String
  /// Stands for `{loai}` in a letter (công văn): `CV`; empty where letters have no code: the mark after it goes too.
  public var letterCode: String
  /// “Kính gửi:”, and “Kính trình:” for a submission.
  public var letterSalutation: String
  public var submissionSalutation: String
  /// “về việc ” or “V/v ”.
  public var letterAbstractPrefix: String
  /// After the last sentence of the text: “.” or “./.”.
  public var endMark: String

  public init(
    pattern: String, blank: String, letterSalutation: String, submissionSalutation: String,
    letterAbstractPrefix: String, endMark: String, letterCode: String = "CV"
  ) {
    self.pattern = pattern
    self.blank = blank
    self.letterCode = letterCode
    self.letterSalutation = letterSalutation
    self.submissionSalutation = submissionSalutation
    self.letterAbstractPrefix = letterAbstractPrefix
    self.endMark = endMark
  }
}
