import Documents
import Findings
import Graphics

/// Sets text in lines: one worker's scratch, used for every paragraph, cell and heading.
///
///     inlines --collect--> characters in fonts --compose--> pieces --break--> ranges of pieces --assemble--> lines
struct TextSetter: ~Copyable {
  let library: FontLibrary
  /// What was wrong with the text set so far; the owner takes them out.
  var findings = FindingList()

  var source = TextSource()
  var words = WordCache()
  var row = PieceRow()
  var breaker = Breaker()
  var items: [LineItem] = []
  /// The store that the texts set now share; nil when each has its own.
  private(set) var store: SetText?
  private var lineScratch: [LinePlan.Line] = []
  /// The piece each item was made from.
  var itemPieces: [Int32] = []

  /// A last word narrower than this many ems is not left alone on a line if that can be helped.
  static let lonelyWidth = 4.0
  /// Stretch of a ragged margin when lines are judged, in ems: as in TeX's \raggedright.
  static let raggedStretch = 2.0

  init(fonts: FontLibrary) {
    library = fonts
  }

  /// Sets `inlines` in lines no wider than `measure` (points; the style's left and right indent are inside it).
  ///
  /// - Parameter tabular: figures are not kerned with each other, whatever the context says.
  mutating func lines(
    _ inlines: [Inline], style: BlockStyle, measure: Double, context: TextContext = TextContext(), tabular: Bool = false
  ) -> TextBlock {
    let justified = style.alignment == .justified
    let widths = Self.widths(style, measure: measure)
    collect(inlines, style, context)
    compose(context, room: widths.narrowest, justified: justified, tabular: tabular)
    var plan = LinePlan(widths: widths, style: style)
    swap(&plan.lines, &lineScratch)
    for index in row.segments.indices { breakSegment(index, context, &plan) }
    let block = assemble(plan, style, context)
    plan.lines.removeAll(keepingCapacity: true)
    swap(&plan.lines, &lineScratch)
    return block
  }

  /// Lets the texts set until `endSharing` share one store: the cells of a row. They must be plain text, without links and footnotes.
  mutating func beginSharing() {
    row.removeAll()
    source.beginSharing()
    store = SetText()
  }

  mutating func endSharing() {
    store?.fill(from: row, source)
    store = nil
    source.endSharing()
  }

  /// How wide and how narrow `inlines` can be set, indents included.
  mutating func extent(
    _ inlines: [Inline], style: BlockStyle, context: TextContext = TextContext()
  ) -> TextExtent {
    collect(inlines, style, context)
    compose(context, room: .infinity, justified: false)
    var extent = TextExtent(natural: 0, minimum: 0)
    for segment in row.segments {
      extent.natural = max(extent.natural, row.natural(segment).width)
      extent.minimum = max(extent.minimum, row.widestChain(segment))
    }
    let indents = style.leftIndent.points + style.rightIndent.points + max(0, style.firstLineIndent.points)
    return TextExtent(natural: extent.natural + indents, minimum: extent.minimum + indents)
  }

  /// Width of `text` on one line, points, without indents.
  mutating func width(_ text: String, style: BlockStyle) -> Double {
    var plain = style
    plain.leftIndent = .zero
    plain.rightIndent = .zero
    plain.firstLineIndent = .zero
    return extent([.plain(text)], style: plain).natural
  }

  /// Baseline to baseline of that style, points.
  func pitch(_ style: BlockStyle) -> Double {
    let face = library.face(bold: style.bold, italic: style.italic)
    return switch style.pitch {
    case .exactly(let length): length.points
    case .multiple(let factor): factor * (face.ascent + face.descent + face.lineGap) * style.size.points
    }
  }

  /// Ascender above and descender below the baseline of that style, points.
  func metrics(_ style: BlockStyle) -> (ascent: Double, descent: Double) {
    let face = library.face(bold: style.bold, italic: style.italic)
    return (face.ascent * style.size.points, face.descent * style.size.points)
  }

  private mutating func collect(_ inlines: [Inline], _ style: BlockStyle, _ context: TextContext) {
    source.collect(inlines, style: style, context: context, library: library)
    for finding in source.findings { findings.append(finding) }
  }

  private static func widths(_ style: BlockStyle, measure: Double) -> LineWidths {
    let room = measure - style.leftIndent.points - style.rightIndent.points
    return LineWidths(first: room - style.firstLineIndent.points, others: room)
  }
}
