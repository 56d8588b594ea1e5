internal import CMarkdown

/// Prepared text -> Markdown tree, by cmark-gfm with tables and footnotes. The one file that touches the C library.
struct MarkdownParser {
  /// Deepest nesting of blocks or inlines that is followed.
  static let maximumDepth = 50

  private let source: MarkdownSource
  private var footnotes: [[MarkdownBlock]] = []

  private init(_ source: MarkdownSource) { self.source = source }

  /// The extensions of cmark are registered once; its flag for that is not safe against two threads.
  private static let isReady: Bool = {
    cmark_gfm_core_extensions_ensure_registered()
    return true
  }()

  static func parse(_ source: MarkdownSource) -> [MarkdownBlock] {
    guard isReady, let parser = unsafe cmark_parser_new(CMARK_OPT_FOOTNOTES) else { return [] }
    defer { unsafe cmark_parser_free(parser) }
    if let table = unsafe cmark_find_syntax_extension("table") {
      unsafe cmark_parser_attach_syntax_extension(parser, table)
    }
    unsafe source.bytes.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress else { return }
      unsafe cmark_parser_feed(parser, start.assumingMemoryBound(to: CChar.self), bytes.count)
    }
    guard let root = unsafe cmark_parser_finish(parser) else { return [] }
    defer { unsafe cmark_node_free(root) }
    unsafe cmark_consolidate_text_nodes(root)
    var reader = MarkdownParser(source)
    unsafe reader.collectFootnotes(root)
    return unsafe reader.blocks(root, depth: 0)
  }

  // MARK: Blocks

  /// Definitions stand at the end of the document, in the order of their numbers.
  private mutating func collectFootnotes(_ root: OpaquePointer) {
    var next = unsafe cmark_node_first_child(root)
    while let node = unsafe next {
      if unsafe kind(node) == CMARK_NODE_FOOTNOTE_DEFINITION { unsafe footnotes.append(blocks(node, depth: 1)) }
      unsafe next = cmark_node_next(node)
    }
  }

  private func blocks(_ parent: OpaquePointer, depth: Int) -> [MarkdownBlock] {
    unsafe children(parent).compactMap { unsafe block($0, depth: depth) }
  }

  private func block(_ node: OpaquePointer, depth: Int) -> MarkdownBlock? {
    let line = unsafe Int(cmark_node_get_start_line(node))
    guard depth < Self.maximumDepth else { return .unsupported(.depth, line: line) }
    switch unsafe kind(node) {
    case CMARK_NODE_PARAGRAPH: return unsafe .paragraph(inlines(node, depth: depth), line: line)
    case CMARK_NODE_HEADING:
      return unsafe .heading(
        level: Int(cmark_node_get_heading_level(node)), inlines(node, depth: depth), line: line)
    case CMARK_NODE_LIST: return unsafe list(node, depth: depth)
    case CMARK_NODE_BLOCK_QUOTE: return unsafe .quote(blocks(node, depth: depth + 1))
    case CMARK_NODE_CODE_BLOCK: return .unsupported(.code, line: line)
    case CMARK_NODE_HTML_BLOCK: return .unsupported(.html, line: line)
    case CMARK_NODE_THEMATIC_BREAK: return .unsupported(.rule, line: line)
    case CMARK_NODE_FOOTNOTE_DEFINITION: return nil
    // The types of extensions are numbered at run time; their names are fixed.
    default:
      return unsafe text(cmark_node_get_type_string(node)) == "table" ? table(node, line: line, depth: depth) : nil
    }
  }

  private func list(_ node: OpaquePointer, depth: Int) -> MarkdownBlock {
    let items = unsafe children(node).map { unsafe blocks($0, depth: depth + 1) }
    guard unsafe cmark_node_get_list_type(node) == CMARK_ORDERED_LIST else {
      return unsafe .list(bullet(node), start: 1, items: items)
    }
    let isLetter = unsafe cmark_node_get_list_delim(node) == CMARK_PAREN_DELIM
    return unsafe .list(
      isLetter ? .letter : .decimal, start: Int(cmark_node_get_list_start(node)), items: items)
  }

  /// cmark tells a bullet list but not its mark: the text is asked.
  private func bullet(_ node: OpaquePointer) -> MarkdownBlock.Marker {
    let line = unsafe Int(cmark_node_get_start_line(node))
    let column = unsafe Int(cmark_node_get_start_column(node))
    switch source.byte(line: line, column: column) {
    case 0x2B: return .plus
    case 0x2A: return .bullet
    default: return .dash
    }
  }

  private func table(_ node: OpaquePointer, line: Int, depth: Int) -> MarkdownBlock {
    let count = unsafe Int(cmark_gfm_extensions_get_table_columns(node))
    let marks = unsafe cmark_gfm_extensions_get_table_alignments(node)
    let alignments = (0..<count).map { column -> MarkdownBlock.Alignment in
      switch unsafe marks?[column] {
      case UInt8(ascii: "l"): .left
      case UInt8(ascii: "c"): .center
      case UInt8(ascii: "r"): .right
      default: .none
      }
    }
    let rows = unsafe children(node).map { row in
      unsafe children(row).map { unsafe inlines($0, depth: depth + 1) }
    }
    return .table(rows: rows, alignments, line: line)
  }

  // MARK: Inlines

  private func inlines(_ parent: OpaquePointer, depth: Int) -> [MarkdownInline] {
    guard depth < Self.maximumDepth else { return [] }
    return unsafe children(parent).compactMap { unsafe inline($0, depth: depth + 1) }
  }

  private func inline(_ node: OpaquePointer, depth: Int) -> MarkdownInline? {
    switch unsafe kind(node) {
    case CMARK_NODE_TEXT: return unsafe .text(literal(node))
    case CMARK_NODE_SOFTBREAK: return .softBreak
    case CMARK_NODE_LINEBREAK: return .lineBreak
    case CMARK_NODE_STRONG: return unsafe .strong(inlines(node, depth: depth))
    case CMARK_NODE_EMPH: return unsafe .emphasis(inlines(node, depth: depth))
    case CMARK_NODE_LINK: return unsafe .link(inlines(node, depth: depth), target: text(cmark_node_get_url(node)))
    case CMARK_NODE_IMAGE: return unsafe .image(inlines(node, depth: depth), target: text(cmark_node_get_url(node)))
    case CMARK_NODE_CODE: return unsafe .code(literal(node))
    case CMARK_NODE_HTML_INLINE: return unsafe .html(literal(node))
    case CMARK_NODE_FOOTNOTE_REFERENCE:
      guard let number = unsafe Int(literal(node)), footnotes.indices.contains(number - 1) else { return nil }
      return .footnote(footnotes[number - 1])
    default: return nil
    }
  }

  // MARK: Nodes

  private func kind(_ node: OpaquePointer) -> cmark_node_type { unsafe cmark_node_get_type(node) }

  private func children(_ node: OpaquePointer) -> [OpaquePointer] {
    var result: [OpaquePointer] = unsafe []
    var next = unsafe cmark_node_first_child(node)
    while let child = unsafe next {
      unsafe result.append(child)
      unsafe next = cmark_node_next(child)
    }
    return unsafe result
  }

  private func literal(_ node: OpaquePointer) -> String { unsafe text(cmark_node_get_literal(node)) }

  private func text(_ pointer: UnsafePointer<CChar>?) -> String {
    guard let pointer = unsafe pointer else { return "" }
    return unsafe String(cString: pointer)
  }
}
