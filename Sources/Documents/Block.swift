public import Graphics

/// One block of a document: what to show. How it looks is the format's business, where it lands typesetting's.
public indirect enum Block: Sendable, Hashable {
  case paragraph(Paragraph)
  case heading(Heading)
  case list(List)
  case quote([Block])
  case table(Table)
  case chart(Chart)
  case figure(Figure)
  case letterhead(Letterhead)
  case title(DocumentTitle)
  case addressees(Addressees)
  case closing(Closing)
  /// Headings with their page numbers; `depth` levels of them.
  case contents(title: [Inline], depth: Int)
  case space(Length)
  case pageBreak
}

/// A paragraph in a named style of the format.
public struct Paragraph: Sendable, Hashable {
  public var style: StyleName
  public var inlines: [Inline]
  /// Lines wanted more (or, negative, fewer) than the best number: followed where no line gets too loose or too tight by it.
  public var looseness: Int

  public init(style: StyleName = .body, _ inlines: [Inline], looseness: Int = 0) {
    self.style = style
    self.inlines = inlines
    self.looseness = looseness
  }
}

/// A heading. `level` 1 is outermost; the number is made by the format (`I-`, `1.`, `a)`), unless `number` says otherwise.
public struct Heading: Sendable, Hashable {
  /// Where the number of a heading comes from.
  public enum Number: Sendable, Hashable {
    /// Counted, in the numbering style of the format.
    case automatic
    case none
    /// As given, for example “Điều 5.”.
    case fixed(String)
  }

  public var level: Int
  public var number: Number
  public var inlines: [Inline]
  /// Name for cross-references and links.
  public var label: String?

  public init(level: Int, number: Number = .automatic, label: String? = nil, _ inlines: [Inline]) {
    self.level = level
    self.number = number
    self.label = label
    self.inlines = inlines
  }
}

/// A list. Items hold blocks, so lists nest.
public struct List: Sendable, Hashable {
  public enum Marker: Sendable, Hashable {
    case dash
    case plus
    case bullet
    /// `1.`
    case decimal
    /// `a)`; runs a, b, c, d, đ, e … as Vietnamese lists do.
    case letter
  }

  public var marker: Marker
  public var start: Int
  public var items: [[Block]]

  public init(marker: Marker = .dash, start: Int = 1, items: [[Block]]) {
    self.marker = marker
    self.start = start
    self.items = items
  }
}

/// Pictures side by side under one caption.
public struct Figure: Sendable, Hashable {
  public var pictures: [Picture]
  /// Height of the row of pictures; nil: as high as the measure allows at their proportions, half a page at most.
  public var height: Length?
  public var caption: [Inline]
  public var label: String?

  public init(pictures: [Picture], height: Length? = nil, caption: [Inline] = [], label: String? = nil) {
    self.pictures = pictures
    self.height = height
    self.caption = caption
    self.label = label
  }
}
