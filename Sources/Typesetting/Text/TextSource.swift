import Documents
import Findings
import Graphics

/// The characters of a paragraph in one row, and which font each stretch is set in.
struct TextSource: ~Copyable {
  struct Span {
    enum Kind: UInt8 {
      case text
      case hardBreak
      case tab
    }

    var kind = Kind.text
    /// In `bytes`; empty for breaks and tabs.
    var range: Range<Int>
    /// Into `fonts`.
    var font: Int32
    /// Into `footnotes`, for a footnote mark; otherwise -1.
    var footnote: Int32 = -1
    var origin: Origin?
  }

  /// UTF-8, NFC, without control characters.
  private(set) var bytes = Scratch<UInt8>(capacity: 1024)
  private(set) var spans = Scratch<Span>()
  /// Those of this text, and some of earlier ones: one array then serves the rows of a whole table.
  private(set) var fonts: [TextFont] = []
  private(set) var links: [LinkTarget] = []
  private(set) var footnotes: [FootnoteCall] = []
  private(set) var findings: [Finding] = []
  /// A font underlines its text or links it.
  private(set) var isOrnate = false
  /// Footnotes of the texts before this one, where several share a store.
  private(set) var earlierFootnotes = 0
  /// Several texts count on in one array of fonts, links and footnotes.
  private var isShared = false
  private var plain: PlainFont?

  /// Fonts kept from one text to the next at most.
  private static let mostFonts = 8

  /// The font that unadorned text of a style had last.
  private struct PlainFont {
    var index: Int32
    var size: Length
    var bold: Bool
    var italic: Bool
    var underline: Bool
  }

  mutating func collect(_ inlines: [Inline], style: BlockStyle, context: TextContext, library: FontLibrary) {
    begin()
    append(inlines, link: -1, style: style, context: context, library: library)
  }

  /// The same for plain text.
  mutating func collect(
    _ text: String, _ origin: Origin?, style: BlockStyle, context: TextContext, library: FontLibrary
  ) {
    begin()
    let font = font(.plain, style: style, link: -1, library: library)
    append(text, font, origin, capitals: style.capitals, context: context)
  }

  private mutating func begin() {
    bytes.removeAll()
    spans.removeAll()
    if !findings.isEmpty { findings = [] }
    if isShared {
      earlierFootnotes = footnotes.count
    } else {
      clear()
    }
  }

  private mutating func clear() {
    earlierFootnotes = 0
    if !footnotes.isEmpty { footnotes = [] }
    if links.isEmpty, fonts.count <= Self.mostFonts { return }
    links = []
    fonts = []
    isOrnate = false
    plain = nil
  }

  /// What follows, until `endSharing`, counts on in the same fonts, links and footnotes.
  mutating func beginSharing() {
    clear()
    isShared = true
  }

  mutating func endSharing() { isShared = false }

  private mutating func append(
    _ inlines: [Inline], link: Int32, style: BlockStyle, context: TextContext, library: FontLibrary
  ) {
    for inline in inlines {
      switch inline {
      case .text(let string, let text, let origin):
        let font = font(text, style: style, link: link, library: library)
        append(string, font, origin, capitals: style.capitals, context: context)
      case .lineBreak: mark(.hardBreak, style: style, link: link, library: library)
      case .tab: mark(.tab, style: style, link: link, library: library)
      case .link(let inner, let target):
        links.append(target)
        append(inner, link: Int32(clamping: links.count - 1), style: style, context: context, library: library)
      case .footnote(let blocks):
        footnote(blocks, style: style, link: link, context: context, library: library)
      case .reference, .pageNumber, .pageCount:
        let font = font(.plain, style: style, link: link, library: library)
        append(value(inline, context), font, nil, capitals: style.capitals, context: context)
      }
    }
  }

  /// What a reference or a page number prints.
  private mutating func value(_ inline: Inline, _ context: TextContext) -> String {
    switch inline {
    case .pageNumber: return context.pageNumber
    case .pageCount: return context.pageCount
    case .reference(let label, let form):
      guard let reference = context.references[label] else {
        findings.append(TextFindings.unknownReference(label, at: context.place))
        return "?"
      }
      return form == .label ? reference.label : "trang\u{A0}" + reference.page
    default: return ""
    }
  }

  private mutating func mark(_ kind: Span.Kind, style: BlockStyle, link: Int32, library: FontLibrary) {
    let font = font(.plain, style: style, link: link, library: library)
    spans.append(Span(kind: kind, range: bytes.count..<bytes.count, font: font))
  }

  private mutating func footnote(
    _ blocks: [Block], style: BlockStyle, link: Int32, context: TextContext, library: FontLibrary
  ) {
    let number = context.firstFootnote + footnotes.count
    footnotes.append(FootnoteCall(number: number, blocks: blocks))
    let font = font(TextStyle(script: .superscript), style: style, link: link, library: library)
    let first = spans.count
    append(String(number), font, nil, capitals: false, context: context)
    if first < spans.count { spans[first].footnote = Int32(clamping: footnotes.count - 1) }
  }

  private mutating func append(
    _ string: String, _ font: Int32, _ origin: Origin?, capitals: Bool, context: TextContext
  ) {
    let start = bytes.count
    let utf8 = string.utf8Span.span
    var isSet = false
    if capitals {
      isSet = Capitals.append(utf8, to: &bytes)
      if !isSet { return append(string.uppercased(), font, origin, capitals: false, context: context) }
    } else if TextCleaner.isClean(utf8) {
      bytes.append(contentsOf: utf8)
      isSet = true
    }
    if isSet {
      if start < bytes.count { spans.append(Span(range: start..<bytes.count, font: font, origin: origin)) }
      return
    }
    var cleaner = TextCleaner()
    cleaner.append(string, to: &bytes)
    report(cleaner, at: TextFindings.location(origin, context))
    splitLines(from: start, font, origin)
  }

  /// Adds what was appended since `start` as spans, one for each line.
  private mutating func splitLines(from start: Int, _ font: Int32, _ origin: Origin?) {
    var begin = start
    for index in start..<bytes.count where bytes[index] == 0x0A {
      if begin < index { spans.append(Span(range: begin..<index, font: font, origin: origin)) }
      spans.append(Span(kind: .hardBreak, range: index..<index, font: font, origin: origin))
      begin = index + 1
    }
    if begin < bytes.count { spans.append(Span(range: begin..<bytes.count, font: font, origin: origin)) }
  }

  private mutating func report(_ cleaner: TextCleaner, at location: Location) {
    if let scalar = cleaner.firstDropped {
      findings.append(TextFindings.control(scalar, count: cleaner.dropped, at: location))
    }
    if let scalar = cleaner.firstRightToLeft { findings.append(TextFindings.rightToLeft(scalar, at: location)) }
  }

  /// Index of the font of that style, added where it is new.
  private mutating func font(_ text: TextStyle, style: BlockStyle, link: Int32, library: FontLibrary) -> Int32 {
    guard link < 0, text.isPlain else { return index(of: TextFont(text, style: style, link: link, library: library)) }
    if let plain, plain.size == style.size, plain.bold == style.bold, plain.italic == style.italic,
      plain.underline == style.underline
    {
      return plain.index
    }
    let index = index(of: TextFont(text, style: style, link: link, library: library))
    plain = PlainFont(
      index: index, size: style.size, bold: style.bold, italic: style.italic, underline: style.underline)
    return index
  }

  /// Index of that font, added where it is new.
  mutating func index(of font: TextFont) -> Int32 {
    for index in stride(from: fonts.count - 1, through: 0, by: -1) where fonts[index] == font { return Int32(index) }
    fonts.append(font)
    isOrnate = isOrnate || font.underline || font.link >= 0
    return Int32(clamping: fonts.count - 1)
  }

  /// A part of the text around `range`, for a finding.
  func excerpt(_ range: Range<Int>) -> Excerpt {
    var from = max(0, range.lowerBound - 120)
    while from < range.lowerBound, bytes[from] & 0xC0 == 0x80 { from += 1 }
    var to = min(bytes.count, range.upperBound + 120)
    while to > range.upperBound, to < bytes.count, bytes[to] & 0xC0 == 0x80 { to -= 1 }
    let before = bytes.string(from..<range.lowerBound)
    let marked = bytes.string(range)
    let after = bytes.string(range.upperBound..<to)
    return Excerpt(line: before + marked + after, start: before.count, length: marked.count)
  }
}

extension TextStyle {
  /// As its paragraph is.
  fileprivate var isPlain: Bool { !bold && !italic && !underline && script == .normal && color == nil }
}

extension TextFont {
  /// Size, raise and drop of small text as parts of the size: the middle of what text faces recommend in their OS/2 table.
  static let scriptSize = 0.65
  static let superscriptRise = 0.35
  static let subscriptDrop = 0.14

  init(_ text: TextStyle, style: BlockStyle, link: Int32, library: FontLibrary) {
    let face = library.face(bold: style.bold || text.bold, italic: style.italic || text.italic)
    let full = style.size.points
    let size = text.script == .normal ? full : full * Self.scriptSize
    let rise =
      switch text.script {
      case .normal: 0.0
      case .superscript: full * Self.superscriptRise
      case .subscript: -full * Self.subscriptDrop
      }
    self.init(
      face: Int32(clamping: face.id.index), link: link, size: size, scale: size / face.unitsPerEm, rise: rise,
      ascent: full * face.ascent, descent: full * face.descent, underlineDepth: full * face.underlineDepth,
      underlineThickness: full * face.underlineThickness, underline: style.underline || text.underline,
      color: text.color ?? .black)
  }
}
