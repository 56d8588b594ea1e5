import Documents
import Findings
import Graphics

/// The characters of a paragraph in one row, and which font each stretch is set in.
struct TextSource {
  struct Span {
    var range: Range<Int>
    var font: Int32
    var origin: Origin?
  }

  /// UTF-8, NFC. U+000A is a hard break, U+0009 a tab.
  var bytes: [UInt8] = []
  var spans: [Span] = []

  mutating func collect(
    _ inlines: [Inline], style: BlockStyle, context: TextContext, fonts: FontLibrary, into text: SetText,
    findings: inout FindingList
  ) {
    bytes.removeAll(keepingCapacity: true)
    spans.removeAll(keepingCapacity: true)
    append(inlines, link: -1, style: style, context: context, fonts: fonts, into: text)
  }

  private mutating func append(
    _ inlines: [Inline], link: Int32, style: BlockStyle, context: TextContext, fonts: FontLibrary, into text: SetText
  ) {
    for inline in inlines {
      switch inline {
      case .text(let string, let textStyle, let origin):
        append(string, textStyle, origin, link: link, style: style, fonts: fonts, into: text)
      case .lineBreak: append("\n", .plain, nil, link: link, style: style, fonts: fonts, into: text)
      case .tab: append(" ", .plain, nil, link: link, style: style, fonts: fonts, into: text)
      case .link(let inner, let target):
        text.links.append(target)
        append(
          inner, link: Int32(text.links.count - 1), style: style, context: context, fonts: fonts, into: text)
      case .footnote(let blocks):
        let number = context.firstFootnote + text.footnotes.count
        text.footnotes.append(FootnoteCall(number: number, blocks: blocks))
        append(
          "\(number)", TextStyle(script: .superscript), nil, link: link, style: style, fonts: fonts, into: text)
      case .reference(let label, let form):
        let reference = context.references[label]
        let string = form == .label ? reference?.label ?? "" : "trang \(reference?.page ?? "")"
        append(string, .plain, nil, link: link, style: style, fonts: fonts, into: text)
      case .pageNumber: append(context.pageNumber, .plain, nil, link: link, style: style, fonts: fonts, into: text)
      case .pageCount: append(context.pageCount, .plain, nil, link: link, style: style, fonts: fonts, into: text)
      }
    }
  }

  private mutating func append(
    _ string: String, _ textStyle: TextStyle, _ origin: Origin?, link: Int32, style: BlockStyle, fonts: FontLibrary,
    into text: SetText
  ) {
    let start = bytes.count
    bytes.append(contentsOf: (style.capitals ? string.uppercased() : string).utf8)
    guard bytes.count > start else { return }
    let font = TextFont(textStyle, style: style, link: link, fonts: fonts)
    if text.fonts.last != font { text.fonts.append(font) }
    spans.append(Span(range: start..<bytes.count, font: Int32(text.fonts.count - 1), origin: origin))
  }
}

extension TextFont {
  /// Size, raise and drop of small text as parts of the size: the middle of what text faces recommend in their OS/2 table.
  static let scriptSize = 0.65
  static let superscriptRise = 0.35
  static let subscriptDrop = 0.14

  init(_ text: TextStyle, style: BlockStyle, link: Int32, fonts: FontLibrary) {
    let face = fonts.face(bold: style.bold || text.bold, italic: style.italic || text.italic)
    let full = style.size.points
    let size = text.script == .normal ? full : full * Self.scriptSize
    let rise =
      switch text.script {
      case .normal: 0.0
      case .superscript: full * Self.superscriptRise
      case .subscript: -full * Self.subscriptDrop
      }
    self.init(
      face: Int32(face.id.index), link: link, size: size, scale: size / face.unitsPerEm, rise: rise,
      ascent: full * face.ascent, descent: full * face.descent, underlineDepth: full * face.underlineDepth,
      underlineThickness: full * face.underlineThickness, underline: style.underline || text.underline,
      color: text.color ?? .black)
  }
}
