internal import Configuration
internal import Documents
internal import Facts
internal import Findings
internal import Graphics

extension Evaluator {
  // MARK: Plain text

  /// Text of nodes on one line; missing values print nothing.
  mutating func text(_ nodes: [TextNode], _ options: PrintOptions) -> String {
    if nodes.count == 1, case .literal(let text) = nodes[0] { return styled(text) }
    var result = ""
    write(nodes, options, to: &result)
    return result
  }

  private mutating func write(_ nodes: [TextNode], _ options: PrintOptions, to result: inout String) {
    for node in nodes {
      switch node {
      case .literal(let text): result += styled(text)
      case .value(let expression, let span):
        let fact = value(expression)
        let text = clean(fact.printed(options), fact.source)
        guard step(span, bytes: text.utf8.count) else { return }
        result += text
      case .branch(let branches): write(arm(branches), options, to: &result)
      case .loop(let loop, let body, let empty):
        var inner = ""
        let ran = run(loop) { $0.write(body, options, to: &inner) }
        result += inner
        if !ran { write(empty, options, to: &result) }
      }
    }
  }

  // MARK: Styled text

  mutating func inlines(_ nodes: [InlineNode], _ options: PrintOptions) -> [Inline] {
    var result: [Inline] = []
    result.reserveCapacity(nodes.count)
    write(nodes, options, to: &result)
    return result
  }

  private mutating func write(_ nodes: [InlineNode], _ options: PrintOptions, to result: inout [Inline]) {
    for node in nodes {
      switch node {
      case .text(let text, let style): result.add(styled(text), style)
      case .value(let expression, let style, let span): write(expression, style, span, options, to: &result)
      case .lineBreak: result.append(.lineBreak)
      case .tab: result.append(.tab)
      case .pageNumber: result.append(.pageNumber)
      case .pageCount: result.append(.pageCount)
      case .reference(let label, let form): result.append(.reference(label, form))
      case .anchor(let inner, let label): result.append(.link(inlines(inner, options), .anchor(label)))
      case .link(let inner, let target, let span): writeLink(inner, target, span, options, to: &result)
      case .footnote(let nodes): result.append(.footnote(blocks(nodes)))
      case .branch(let branches): write(arm(branches), options, to: &result)
      case .loop(let loop, let body, let empty):
        var inner: [Inline] = []
        let ran = run(loop) { $0.write(body, options, to: &inner) }
        for inline in inner { result.add(inline) }
        if !ran { write(empty, options, to: &result) }
      }
    }
  }

  private mutating func write(
    _ expression: Expression, _ style: TextStyle, _ span: Span, _ options: PrintOptions, to result: inout [Inline]
  ) {
    let fact = value(expression)
    switch fact {
    case .missing: result.add(missing(span), style)
    case .text(let text, let source):
      let text = clean(text, source)
      guard step(span, bytes: text.utf8.count) else { return }
      let origin = origin(source)
      if origin == nil { result.add(text, style) } else { result.append(.text(text, style, origin)) }
    default:
      guard step(span) else { return }
      result.add(fact.printed(options), style)
    }
  }

  /// What stands where a figure should: visible, and an error unless this is a draft.
  private mutating func missing(_ span: Span) -> String {
    let name = Self.written(span)
    report(
      span, "thieu-so-lieu", context.isDraft ? .warning : .error,
      Message(vi: "không có số liệu cho {{ \(name) }}", en: "there is no figure for {{ \(name) }}"),
      hint: Message(
        vi: "dùng {% if co … %} hoặc bộ lọc mac_dinh cho chỗ có thể thiếu",
        en: "use {% if co … %} or the filter mac_dinh where a value may be missing"))
    return "[thiếu số liệu: \(name)]"
  }

  /// The expression as the template has it, without its braces.
  static func written(_ span: Span) -> String {
    let text = span.file.text(span.start..<span.end)
    let inner =
      text.hasPrefix("{{") && text.hasSuffix("}}") && text.count >= 4 ? text.dropFirst(2).dropLast(2) : text[...]
    return inner.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private mutating func writeLink(
    _ inner: [InlineNode], _ target: [TextNode], _ span: Span, _ options: PrintOptions, to result: inout [Inline]
  ) {
    let address = text(target, plain)
    let shown = inlines(inner, options)
    if address.isEmpty || !LinkScheme.isAllowed(address) {
      if !address.isEmpty {
        report(
          span, "lien-ket", .warning,
          Message(vi: "liên kết “\(address)” không dùng được", en: "the link “\(address)” cannot be used"))
      }
      for inline in shown { result.add(inline) }
    } else {
      result.append(.link(shown.isEmpty ? [.plain(address)] : shown, .uri(address)))
    }
  }
}

extension [Inline] {
  /// Appends text, to the last stretch when that is of the same style and has no origin of its own.
  mutating func add(_ text: String, _ style: TextStyle) {
    if text.isEmpty { return }
    if let last = indices.last, case .text(let before, style, nil) = self[last] {
      self[last] = .text(before + text, style, nil)
    } else {
      append(.text(text, style, nil))
    }
  }

  mutating func add(_ inline: Inline) {
    if case .text(let text, let style, nil) = inline { add(text, style) } else { append(inline) }
  }
}
