/// A block of Markdown, with the prepared line it begins on.
indirect enum MarkdownBlock {
  enum Marker {
    case dash, plus, bullet, decimal, letter
  }

  enum Alignment {
    case none, left, center, right
  }

  case paragraph([MarkdownInline], line: Int)
  case heading(level: Int, [MarkdownInline], line: Int)
  case list(Marker, start: Int, items: [[MarkdownBlock]])
  case quote([MarkdownBlock])
  /// The first row is the header.
  case table(rows: [[[MarkdownInline]]], [Alignment], line: Int)
  /// Something Markdown knows and official papers do not.
  case unsupported(Unsupported, line: Int)

  enum Unsupported {
    case code, html, rule, depth
  }
}

/// Text of Markdown. Text may still hold placeholders.
indirect enum MarkdownInline {
  case text(String)
  case softBreak
  case lineBreak
  case strong([MarkdownInline])
  case emphasis([MarkdownInline])
  /// `[text]{.class}`
  case span([MarkdownInline], classes: [String])
  case link([MarkdownInline], target: String)
  case image([MarkdownInline], target: String)
  case footnote([MarkdownBlock])
  case code(String)
  case html(String)
}
