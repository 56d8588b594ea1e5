internal import Configuration

/// Something of ours inside Markdown. Markdown is parsed with a placeholder in its stead; what it yields enters the tree, never the text.
struct Tag: Sendable {
  enum Kind: Sendable {
    /// `{{ … }}`: the text between the braces.
    case value(SourceText)
    /// `{% … %}`.
    case command(SourceText)
    /// A fenced block: its info string and its body.
    case fence(info: SourceText, body: SourceText)
  }

  var kind: Kind
  var span: Span
  /// Alone on its line: a block of its own rather than a part of a sentence.
  var isBlock: Bool
}

/// `U+E000 index U+E001` in place of a tag. Private-use characters are letters to no Markdown rule.
enum Placeholder {
  static let open: Unicode.Scalar = "\u{E000}"
  static let close: Unicode.Scalar = "\u{E001}"
  /// Stands before text that must not be taken for the start of a list or heading.
  static let guardScalar: Unicode.Scalar = "\u{E002}"

  static func bytes(_ index: Int) -> [UInt8] { Array("\(open)\(index)\(close)".utf8) }

  /// A piece of text that came out of Markdown.
  enum Piece: Equatable {
    case text(String)
    case tag(Int)
  }

  static func split(_ text: String) -> [Piece] {
    var pieces: [Piece] = []
    var current = String.UnicodeScalarView()
    var digits: String?
    for scalar in text.unicodeScalars {
      switch scalar {
      case open:
        if !current.isEmpty { pieces.append(.text(String(current))) }
        current = String.UnicodeScalarView()
        digits = ""
      case close:
        if let index = digits.flatMap({ Int($0) }) { pieces.append(.tag(index)) }
        digits = nil
      case guardScalar: break
      default:
        if digits != nil { digits?.unicodeScalars.append(scalar) } else { current.append(scalar) }
      }
    }
    if !current.isEmpty { pieces.append(.text(String(current))) }
    return pieces
  }
}
