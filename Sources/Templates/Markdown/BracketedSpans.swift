internal import Documents
internal import Graphics

/// `[chữ]{.gach_chan}`: text in a style that Markdown has no mark for; `^[giải thích]`: a footnote where it is called.
///
/// The parser leaves such brackets as text, so they are found in what it yields; a pair of brackets without classes stays text.
enum BracketedSpans {
  static func resolve(_ inlines: [MarkdownInline]) -> [MarkdownInline] {
    let mayHold = inlines.contains {
      if case .text(let text) = $0 { text.holds(mark: "]{.") || text.holds(mark: "^[") } else { false }
    }
    guard mayHold else { return inlines }
    var reader = Reader()
    for inline in inlines {
      if case .text(let text) = inline { reader.read(text[...]) } else { reader.add(inline) }
    }
    return reader.finish()
  }

  private struct Reader {
    /// What stands inside each bracket still open, the outermost text first.
    private var open: [[MarkdownInline]] = [[]]
    /// Whether each bracket is that of a note.
    private var isNote = [false]

    mutating func add(_ inline: MarkdownInline) {
      let last = open.count - 1
      if case .text(let text) = inline, case .text(let before)? = open[last].last {
        open[last][open[last].count - 1] = .text(before + text)
      } else {
        open[last].append(inline)
      }
    }

    mutating func read(_ text: Substring) {
      var rest = text
      while let place = rest.firstIndex(where: { $0 == "[" || $0 == "]" }) {
        let bracket = rest[place]
        var before = rest[..<place]
        rest = rest[rest.index(after: place)...]
        let opensNote = bracket == "[" && before.last == "^"
        if opensNote { before.removeLast() }
        if !before.isEmpty { add(.text(String(before))) }
        if bracket == "[" {
          open.append([])
          isNote.append(opensNote)
        } else {
          rest = close(rest)
        }
      }
      if !rest.isEmpty { add(.text(String(rest))) }
    }

    /// Ends the innermost bracket; `rest` is what follows it. Gives back what follows the classes, if it has some.
    private mutating func close(_ rest: Substring) -> Substring {
      guard open.count > 1 else {
        add(.text("]"))
        return rest
      }
      let inner = open.removeLast()
      if isNote.removeLast() {
        add(.footnote([.paragraph(inner, line: 1)]))
        return rest
      }
      if let (attributes, after) = Attributes.leading(String(rest.prefix { $0 != "}" }) + "}"), after.isEmpty,
        !attributes.classes.isEmpty, attributes.label == nil, !attributes.isUnnumbered, rest.contains("}")
      {
        add(.span(inner, classes: attributes.classes))
        return rest.drop { $0 != "}" }.dropFirst()
      }
      add(.text("["))
      for inline in inner { add(inline) }
      add(.text("]"))
      return rest
    }

    mutating func finish() -> [MarkdownInline] {
      while open.count > 1 {
        let inner = open.removeLast()
        add(.text(isNote.removeLast() ? "^[" : "["))
        for inline in inner { add(inline) }
      }
      return open[0]
    }
  }
}

extension TextStyle {
  /// Names a span may have.
  static let classes = [
    "gach_chan", "mu", "chi_so", "dam", "nghieng", "mau_do", "mau_xanh", "mau_xam",
  ]

  /// Adds what the class asks for; false when there is none of that name.
  mutating func add(_ name: String) -> Bool {
    switch name {
    case "gach_chan": underline = true
    case "mu": script = .superscript
    case "chi_so": script = .subscript
    case "dam": bold = true
    case "nghieng": italic = true
    // Dark enough to stay readable on a black-and-white printer.
    case "mau_do": color = Color(red: 0.7, green: 0, blue: 0)
    case "mau_xanh": color = Color(red: 0, green: 0.2, blue: 0.6)
    case "mau_xam": color = Color(gray: 0.4)
    default: return false
    }
    return true
  }
}
