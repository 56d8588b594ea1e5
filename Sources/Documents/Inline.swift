public import Graphics

/// Where a piece of text came from: a file of `Document.files`, and in it a row and column that count from 1 (0 = unknown).
///
/// Kept small because every cell of a long table carries one; it lets a missing glyph be reported at the cell that needs it.
public struct Origin: Sendable, Hashable {
  public var file: Int32
  public var row: Int32
  public var column: Int32

  public init(file: Int32, row: Int32 = 0, column: Int32 = 0) {
    self.file = file
    self.row = row
    self.column = column
  }
}

/// How a stretch of text differs from the style of its paragraph.
public struct TextStyle: Sendable, Hashable {
  /// Raised or lowered small text.
  public enum Script: Sendable, Hashable {
    case normal
    case superscript
    case `subscript`
  }

  public var bold: Bool
  public var italic: Bool
  public var underline: Bool
  public var script: Script
  public var color: Color?

  public init(
    bold: Bool = false, italic: Bool = false, underline: Bool = false, script: Script = .normal, color: Color? = nil
  ) {
    self.bold = bold
    self.italic = italic
    self.underline = underline
    self.script = script
    self.color = color
  }

  public static let plain = TextStyle()
  public static let strong = TextStyle(bold: true)
  public static let emphasis = TextStyle(italic: true)
}

/// What a cross-reference prints.
public enum ReferenceForm: Sendable, Hashable {
  /// “Biểu số 2”, “Phụ lục 1”: the label of the thing referred to.
  case label
  /// “trang 5”: the page it stands on.
  case page
}

/// Text inside a block. A paragraph's `TextStyle` adds to its block's style: bold in a bold heading stays bold.
public enum Inline: Sendable, Hashable {
  case text(String, TextStyle, Origin?)
  case lineBreak
  /// To the next tab stop of the paragraph, filled with its leader.
  case tab
  case link([Inline], LinkTarget)
  case footnote([Block])
  case reference(String, ReferenceForm)
  /// Number of the page it is set on, and the number of pages of its section's numbering: for running heads.
  case pageNumber
  case pageCount

  /// Plain text without a known origin.
  public static func plain(_ text: String) -> Inline { .text(text, .plain, nil) }
}

extension [Inline] {
  /// The characters alone, for outlines, metadata and messages.
  public var plainText: String {
    var result = ""
    for inline in self {
      switch inline {
      case .text(let text, _, _): result += text
      case .lineBreak, .tab: result += " "
      case .link(let inlines, _): result += inlines.plainText
      case .footnote, .reference, .pageNumber, .pageCount: break
      }
    }
    return result
  }
}
