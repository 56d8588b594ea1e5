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
  var items = Scratch<LineItem>(capacity: 512)
  /// The piece each item was made from.
  var itemPieces = Scratch<Int32>(capacity: 512)
  /// The lines of the text being set.
  var planned = Scratch<LinePlan.Line>(capacity: 64)
  /// The texts set now share one store.
  private(set) var isSharing = false

  /// A last word narrower than this many ems is not left alone on a line if that can be helped.
  static let lonelyWidth = 4.0
  /// Stretch of a ragged margin when lines are judged, in ems: as in TeX's \raggedright.
  static let raggedStretch = 2.0

  init(fonts: FontLibrary) {
    library = fonts
  }

  /// Sets `inlines` in lines no wider than `measure` (points; the style's left and right indent are inside it).
  mutating func lines(
    _ inlines: [Inline], style: BlockStyle, measure: Double, context: TextContext = TextContext()
  ) -> TextBlock {
    collect(inlines, style, context)
    var lines: [SetLine] = []
    set(style, style.alignment, measure, context, tabular: false, into: &lines)
    let text = SetText(taking: &row, source)
    let own = metrics(style)
    return TextBlock(
      lines: lines.map { TextLine(text: text, line: $0) }, pitch: pitch(style), ascent: own.ascent, descent: own.descent
    )
  }

  /// Sets the text of a cell behind those set since `beginSharing`, and adds its lines to `lines`.
  ///
  /// - Parameter tabular: figures are not kerned with each other, whatever the context says.
  mutating func addLines(
    _ inlines: [Inline], style: BlockStyle, alignment: BlockStyle.Alignment, measure: Double, context: TextContext,
    tabular: Bool, to lines: inout [SetLine]
  ) {
    collect(inlines, style, context)
    set(style, alignment, measure, context, tabular: tabular, into: &lines)
  }

  /// The same for plain text.
  mutating func addLines(
    _ text: String, _ origin: Origin?, style: BlockStyle, alignment: BlockStyle.Alignment, measure: Double,
    context: TextContext, tabular: Bool, to lines: inout [SetLine]
  ) {
    source.collect(text, origin, style: style, context: context, library: library)
    for finding in source.findings { findings.append(finding) }
    set(style, alignment, measure, context, tabular: tabular, into: &lines)
  }

  /// Sets what was collected.
  private mutating func set(
    _ style: BlockStyle, _ alignment: BlockStyle.Alignment, _ measure: Double, _ context: TextContext, tabular: Bool,
    into lines: inout [SetLine]
  ) {
    let plan = LinePlan(style, alignment: alignment, measure: measure)
    compose(context, room: plan.widths.narrowest, justified: alignment == .justified, tabular: tabular)
    planned.removeAll()
    for index in row.segments.indices { breakSegment(index, context, plan) }
    // A row has room for most of its lines already, and grows by more than one where it has not.
    if lines.isEmpty { lines.reserveCapacity(planned.count) }
    assemble(plan, context, into: &lines)
  }

  /// Lets the texts set until `endSharing` share one store: the cells of a few rows.
  mutating func beginSharing() {
    row.removeAll()
    source.beginSharing()
    isSharing = true
  }

  mutating func endSharing() -> SetText {
    source.endSharing()
    isSharing = false
    return SetText(taking: &row, source)
  }

  /// The texts that share a store have filled it.
  var isStoreFull: Bool { row.isFull }

  /// How wide and how narrow `inlines` can be set, indents included.
  mutating func extent(
    _ inlines: [Inline], style: BlockStyle, context: TextContext = TextContext()
  ) -> TextExtent {
    collect(inlines, style, context)
    compose(context, room: .infinity, justified: false)
    var extent = TextExtent(natural: 0, minimum: 0)
    for index in row.segments.indices {
      let segment = row.segments[index]
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
}
