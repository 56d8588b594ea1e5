internal import Graphics

/// One thing of the vertical list: a line of text, a panel, a row of a table. Boxes and the gaps between them are all the page breaker
/// sees; it knows no fonts.
struct VerticalBox {
  enum Content {
    case line(TextLine, ascent: Double)
    case panel(Panel)
    case row(TableRowBox)
  }

  /// A name for links and references, or an entry of the outline: it stands where its box stands.
  enum Mark: Sendable, Hashable {
    case anchor(String)
    /// `ordinal` counts the headings of the document from 0.
    case outline(title: String, level: Int, ordinal: Int)
  }

  /// What a box brings along for the foot of its page.
  struct Note {
    enum Place {
      case footnote
      /// Under the footnotes, at the very foot: the contact line.
      case pageFoot
    }

    var place: Place
    var panel: Panel
  }

  var gap = Gap()
  /// From the left edge of the text, points.
  var x = 0.0
  /// Upper edge to lowest ink: what must fit on the page.
  var height: Double
  /// Below `height` to the upper edge of the next box: leading that vanishes at the foot of a page. Negative where the pitch is tight.
  var trailing = 0.0
  var content: Content
  var notes: [Note] = []
  var marks: [Mark] = []
  /// A line of text or a row, not a heading or a caption: counts as text before the closing block.
  var isText = true

  init(
    gap: Gap = Gap(), x: Double = 0, height: Double, trailing: Double = 0, content: Content, isText: Bool = true
  ) {
    self.gap = gap
    self.x = x
    self.height = height
    self.trailing = trailing
    self.content = content
    self.isText = isText
  }

  var row: TableRowBox? {
    if case .row(let row) = content { return row }
    return nil
  }

  /// The table this box is a row of.
  var table: TableSetting? { row?.table }

  /// The first piece of the first row of its table: nothing is repeated above it.
  var opensTable: Bool {
    if case .row(let row) = content { return row.isFirst }
    return false
  }

  /// Parts a box that is higher than a page: what ends above `limit` points, and the rest. Nil where nothing can be parted.
  func split(at limit: Double) -> (head: VerticalBox, tail: VerticalBox)? {
    switch content {
    case .line: return nil
    case .panel(let panel):
      let parts = panel.split(at: limit)
      guard !parts.head.isEmpty, !parts.tail.isEmpty else { return nil }
      return split(.panel(parts.head), parts.head.height, .panel(parts.tail), parts.tail.height)
    case .row(let row):
      guard let parts = row.split(at: limit) else { return nil }
      return split(.row(parts.head), parts.head.height, .row(parts.tail), parts.tail.height)
    }
  }

  private func split(
    _ first: Content, _ firstHeight: Double, _ second: Content, _ secondHeight: Double
  ) -> (head: VerticalBox, tail: VerticalBox) {
    var head = self
    head.content = first
    head.height = firstHeight
    head.trailing = 0
    var tail = self
    tail.content = second
    tail.height = secondHeight
    tail.gap = Gap()
    tail.notes = []
    tail.marks = []
    return (head, tail)
  }
}
