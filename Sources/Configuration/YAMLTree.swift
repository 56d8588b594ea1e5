package import Findings
internal import Yams

/// A value of a YAML text with its place. Aliases, anchors and tags are refused: they would let a small file grow without bound.
package struct YAMLNode: Sendable {
  package indirect enum Kind: Sendable {
    case scalar(String)
    case sequence([YAMLNode])
    case mapping([YAMLEntry])
  }

  package var kind: Kind
  package var span: Span
  /// The YAML text, and where in it the value begins.
  package fileprivate(set) var source: SourceText
  package fileprivate(set) var start: Int

  /// The decoded scalar with the place of each byte, for expressions inside it; nil for other kinds.
  ///
  /// Quotes, escapes and folded lines make decoded and written text differ: the bytes are aligned greedily, which is exact
  /// inside an expression and close enough around escapes.
  package var text: SourceText? {
    guard case .scalar(let value) = kind else { return nil }
    let bytes = Array(value.utf8)
    var offsets: [Int] = []
    offsets.reserveCapacity(bytes.count + 1)
    var place = start
    for byte in bytes {
      var probe = place
      while probe < source.bytes.count, source.bytes[probe] != byte, Self.canSkip(source.bytes[probe], for: byte) {
        probe += 1
      }
      if probe < source.bytes.count, source.bytes[probe] == byte { place = probe }
      offsets.append(source.offsets[min(place, source.bytes.count)])
      if place < source.bytes.count { place += 1 }
    }
    offsets.append(source.offsets[min(place, source.bytes.count)])
    return SourceText(file: source.file, bytes: bytes, offsets: offsets)
  }

  /// Quotes, escapes, block marks and white space of the written form.
  private static func canSkip(_ byte: UInt8, for wanted: UInt8) -> Bool {
    switch byte {
    case 0x22, 0x27, 0x5C, 0x20, 0x09, 0x0A, 0x0D, 0x3E, 0x7C: true
    case 0x2D, 0x2B: wanted > 0x20
    default: false
    }
  }
}

package struct YAMLEntry: Sendable {
  package var key: String
  package var keySpan: Span
  package var value: YAMLNode
}

/// YAML text -> tree, or the findings that say why not.
package enum YAMLTree {
  /// Deepest nesting, and most values, of one text: far above any sensible template.
  package static let maximumDepth = 24
  package static let maximumNodes = 50_000

  /// nil with no finding: the text holds nothing.
  package static func parse(_ source: SourceText) -> (YAMLNode?, [Finding]) {
    do {
      let parser = try Yams.Parser(yaml: source.string, resolver: .basic)
      // Nodes hold their anchors weakly; the parser owns them.
      return try withExtendedLifetime(parser) {
        guard let node = try parser.singleRoot() else { return (nil, []) }
        var builder = YAMLBuilder(source)
        let tree = builder.node(node, depth: 0)
        return builder.finding.map { (nil, [$0]) } ?? (tree, [])
      }
    } catch let error as YamlError {
      return (nil, [describe(error, source)])
    } catch {
      return (nil, [unreadable(source.whole, "\(error)")])
    }
  }

  private static func describe(_ error: YamlError, _ source: SourceText) -> Finding {
    let places = YAMLPlaces(source)
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      let offset = places.offset(mark)
      return unreadable(source.span(offset..<offset), problem)
    case .duplicatedKeysInMapping(let keys, let context):
      let offset = places.offset(context.mark)
      let names = keys.joined(separator: ", ")
      return source.span(offset..<offset).finding(
        "yaml-lap-khoa",
        Message(vi: "khóa viết hai lần: \(names)", en: "a key is written twice: \(names)"),
        hint: Message(vi: "giữ lại một dòng", en: "keep one of the lines"))
    default: return unreadable(source.whole, "\(error)")
    }
  }

  /// The parser's own words are English, so the Vietnamese text says the two things that are ever wrong instead.
  private static func unreadable(_ span: Span, _ problem: String) -> Finding {
    let line = span.file.text(span.file.range(ofLine: span.file.line(of: span.start)))
    if line.contains("\t") {
      return span.finding(
        "yaml-sai", Message(vi: "dòng này có phím Tab", en: "this line has a tab character"),
        hint: Message(vi: "thụt đầu dòng bằng dấu cách, không dùng phím Tab", en: "indent with spaces, not with tabs"))
    }
    return span.finding(
      "yaml-sai", Message(vi: "dòng này hoặc dòng ngay trên viết sai cách", en: "cannot read the YAML: \(problem)"),
      hint: Message(
        vi: "kiểm tra thụt đầu dòng, dấu hai chấm và dấu ngoặc kép; chữ có “: ”, “{” hay “#” phải đặt trong ngoặc kép",
        en: "check indentation, colons and quotes; text with “: ”, “{” or “#” must be quoted"))
  }
}

/// Marks of libyaml -> offsets in the text.
private struct YAMLPlaces {
  private let file: SourceFile

  package init(_ source: SourceText) {
    // Counted on the text as YAML saw it, which may be a dedented part of a template.
    file = SourceFile(path: "", text: source.string)
  }

  package func offset(_ mark: Mark) -> Int { file.offset(line: mark.line - 1, codePoint: mark.column - 1) }
}

private struct YAMLBuilder {
  package let source: SourceText
  package let places: YAMLPlaces
  package var finding: Finding?
  package var count = 0

  package init(_ source: SourceText) {
    self.source = source
    places = YAMLPlaces(source)
  }

  package mutating func node(_ node: Node, depth: Int) -> YAMLNode {
    let start = node.mark.map(places.offset) ?? 0
    count += 1
    let span = source.span(start..<lineEnd(start))
    guard finding == nil, accept(node, span, depth) else { return made(.scalar(""), span, start) }
    switch node {
    case .scalar(let scalar): return made(.scalar(scalar.string), scalarSpan(start, scalar), start)
    case .sequence(let sequence): return made(.sequence(sequence.map { self.node($0, depth: depth + 1) }), span, start)
    case .mapping(let mapping):
      let entries = mapping.compactMap { self.entry($0.key, $0.value, depth: depth + 1) }
      return made(.mapping(entries), span, start)
    case .alias: return made(.scalar(""), span, start)
    }
  }

  private func made(_ kind: YAMLNode.Kind, _ span: Span, _ start: Int) -> YAMLNode {
    YAMLNode(kind: kind, span: span, source: source, start: start)
  }

  private mutating func entry(_ key: Node, _ value: Node, depth: Int) -> YAMLEntry? {
    let start = key.mark.map(places.offset) ?? 0
    guard case .scalar(let scalar) = key else {
      finding =
        finding
        ?? source.span(start..<lineEnd(start)).finding(
          "yaml-sai", Message(vi: "tên khóa phải là chữ", en: "a key must be text"))
      return nil
    }
    return YAMLEntry(key: scalar.string, keySpan: scalarSpan(start, scalar), value: node(value, depth: depth))
  }

  private mutating func accept(_ node: Node, _ span: Span, _ depth: Int) -> Bool {
    if node.anchor != nil {
      finding = span.finding(
        "yaml-neo", Message(vi: "không dùng neo (&) và bí danh (*)", en: "anchors (&) and aliases (*) are not used"),
        hint: Message(
          vi: "viết lại giá trị ở chỗ cần, hoặc đặt chữ trong ngoặc kép", en: "write the value out, or quote the text"))
    } else if depth > YAMLTree.maximumDepth || count > YAMLTree.maximumNodes {
      finding = span.finding(
        "yaml-qua-lon", Message(vi: "YAML lồng quá sâu hoặc quá dài", en: "the YAML is nested too deeply or too long"))
    }
    return finding == nil
  }

  /// The written scalar on its first line: exact for plain ones, with the quotes for quoted ones.
  private func scalarSpan(_ start: Int, _ scalar: Node.Scalar) -> Span {
    let quoted = scalar.style == .doubleQuoted || scalar.style == .singleQuoted
    let length = scalar.string.utf8.count + (quoted ? 2 : 0)
    return source.span(start..<min(lineEnd(start), start + max(1, length)))
  }

  private func lineEnd(_ start: Int) -> Int {
    var end = start
    while end < source.bytes.count, source.bytes[end] != 0x0A, source.bytes[end] != 0x0D { end += 1 }
    return end
  }
}
