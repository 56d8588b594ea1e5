package import Findings

/// YAML text -> tree, or the findings that say why not.
package enum YAMLTree {
  /// Deepest nesting, and most values, of one text: far above any sensible template.
  package static let maximumDepth = 24
  package static let maximumNodes = 50_000

  /// nil with no finding: the text holds nothing.
  package static func parse(_ source: SourceText) -> (YAMLNode?, [Finding]) {
    do throws(YAMLStop) {
      let root = try YAMLEvents.reading(source.bytes) { events throws(YAMLStop) -> YAMLNode? in
        var builder = YAMLBuilder(source)
        return try builder.root(events)
      }
      return (root ?? nil, [])
    } catch {
      return (nil, [error.finding])
    }
  }
}

/// Ends the reading of a text that cannot be used.
private struct YAMLStop: Error {
  var finding: Finding
}

/// Puts the events of a text together, and stops at the first thing that is wrong.
private struct YAMLBuilder {
  private let source: SourceText
  private var count = 0
  /// A place libyaml named, in code points, and its offset; the next is hardly ever before it.
  private var known = (place: 0, offset: 0)
  /// The line the last value was on: a line may hold thousands of values.
  private var line = 0..<0

  init(_ source: SourceText) {
    self.source = source
  }

  mutating func root(_ events: borrowing YAMLEvents) throws(YAMLStop) -> YAMLNode? {
    _ = try next(events)
    guard case .documentStart = try next(events).event else { return nil }
    let node = try node(next(events), events, depth: 0)
    _ = try next(events)
    let after = try next(events)
    if case .streamEnd = after.event { return node }
    throw unreadable(at: .codePoint(after.place), "expected one document, but found another")
  }

  private mutating func next(_ events: borrowing YAMLEvents) throws(YAMLStop) -> YAMLEvents.Item {
    do throws(YAMLEvents.Fault) { return try events.next() } catch { throw unreadable(at: error.place, error.problem) }
  }

  private mutating func node(
    _ first: YAMLEvents.Item, _ events: borrowing YAMLEvents, depth: Int
  ) throws(YAMLStop) -> YAMLNode {
    let start = offset(first.place)
    let end = lineEnd(start)
    try accept(first, source.span(start..<end), depth)
    switch first.event {
    case .scalar(let text, let isQuoted):
      return made(.scalar(text), scalarSpan(start, text, isQuoted), start)
    case .sequence:
      let items = try items(events, depth: depth + 1)
      return made(.sequence(items), source.span(start..<end), start)
    case .mapping:
      let entries = try entries(events, depth: depth + 1)
      return made(.mapping(entries), source.span(start..<end), start)
    // Not where a value begins; `accept` has refused the alias.
    case .alias, .end, .documentStart, .documentEnd, .streamStart, .streamEnd:
      return made(.scalar(""), source.span(start..<end), start)
    }
  }

  private func made(_ kind: YAMLNode.Kind, _ span: Span, _ start: Int) -> YAMLNode {
    YAMLNode(kind: kind, span: span, source: source, start: start)
  }

  private mutating func items(_ events: borrowing YAMLEvents, depth: Int) throws(YAMLStop) -> [YAMLNode] {
    var items: [YAMLNode] = []
    while true {
      let item = try next(events)
      if case .end = item.event { return items }
      items.append(try node(item, events, depth: depth))
    }
  }

  private mutating func entries(_ events: borrowing YAMLEvents, depth: Int) throws(YAMLStop) -> [YAMLEntry] {
    var entries: [YAMLEntry] = []
    while true {
      let item = try next(events)
      if case .end = item.event { break }
      let start = offset(item.place)
      guard case .scalar(let key, let isQuoted) = item.event, !item.hasAnchor else {
        try accept(item, source.span(start..<lineEnd(start)), depth)
        throw YAMLStop(
          finding: source.span(start..<lineEnd(start)).finding(
            "yaml-sai", Message(vi: "tên khóa phải là chữ", en: "a key must be text")))
      }
      let span = scalarSpan(start, key, isQuoted)
      let value = try next(events)
      entries.append(YAMLEntry(key: key, keySpan: span, value: try node(value, events, depth: depth)))
    }
    if let fault = Self.repeated(entries) { throw YAMLStop(finding: fault) }
    return entries
  }

  /// Keys that are written twice, all of them told at the first.
  private static func repeated(_ entries: [YAMLEntry]) -> Finding? {
    guard hasRepeated(entries) else { return nil }
    var seen: Set<String> = []
    var twice: [String] = []
    for entry in entries where !seen.insert(entry.key).inserted { twice.append(entry.key) }
    let names = Set(twice).sorted()
    guard let first = names.first, let entry = entries.first(where: { $0.key == first }) else { return nil }
    let start = entry.keySpan.start
    return Span(entry.keySpan.file, start, start).finding(
      "yaml-lap-khoa",
      Message(
        vi: "khóa viết hai lần: \(names.joined(separator: ", "))",
        en: "a key is written twice: \(names.joined(separator: ", "))"),
      hint: Message(vi: "giữ lại một dòng", en: "keep one of the lines"))
  }

  /// Most mappings are a few keys, which are compared faster than they are hashed.
  private static func hasRepeated(_ entries: [YAMLEntry]) -> Bool {
    if entries.count > 16 { return Set(entries.lazy.map { $0.key }).count < entries.count }
    for index in entries.indices {
      for earlier in 0..<index where entries[earlier].key == entries[index].key { return true }
    }
    return false
  }

  private mutating func accept(_ item: YAMLEvents.Item, _ span: Span, _ depth: Int) throws(YAMLStop) {
    count += 1
    if item.hasAnchor {
      throw YAMLStop(
        finding: span.finding(
          "yaml-neo", Message(vi: "không dùng neo (&) và bí danh (*)", en: "anchors (&) and aliases (*) are not used"),
          hint: Message(
            vi: "viết lại giá trị ở chỗ cần, hoặc đặt chữ trong ngoặc kép", en: "write the value out, or quote the text"
          )))
    }
    if depth > YAMLTree.maximumDepth || count > YAMLTree.maximumNodes {
      throw YAMLStop(
        finding: span.finding(
          "yaml-qua-lon", Message(vi: "YAML lồng quá sâu hoặc quá dài", en: "the YAML is nested too deeply or too long")
        ))
    }
  }

  // MARK: Places

  /// The offset of the place-th code point.
  private mutating func offset(_ place: Int) -> Int {
    var (index, offset) = place >= known.place ? known : (0, 0)
    while index < place, offset < source.bytes.count {
      offset += 1
      while offset < source.bytes.count, source.bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      index += 1
    }
    known = (index, offset)
    return offset
  }

  private func point(_ offset: Int) -> Span { source.span(offset..<offset) }

  /// The written scalar on its first line: exact for plain ones, with the quotes for quoted ones.
  private mutating func scalarSpan(_ start: Int, _ text: String, _ isQuoted: Bool) -> Span {
    let length = text.utf8.count + (isQuoted ? 2 : 0)
    return source.span(start..<min(lineEnd(start), start + max(1, length)))
  }

  private mutating func lineEnd(_ start: Int) -> Int {
    if line.contains(start) { return line.upperBound }
    var end = start
    while end < source.bytes.count, source.bytes[end] != 0x0A, source.bytes[end] != 0x0D { end += 1 }
    line = start..<end
    return end
  }

  /// libyaml's own words are English, so the Vietnamese text says the two things that are ever wrong instead.
  private mutating func unreadable(at place: YAMLEvents.Fault.Place, _ problem: String) -> YAMLStop {
    let span =
      switch place {
      case .codePoint(let place): point(offset(place))
      case .byte(let offset): point(offset)
      case .unknown: source.whole
      }
    let line = span.file.text(span.file.range(ofLine: span.file.line(of: span.start)))
    if line.contains("\t") {
      return YAMLStop(
        finding: span.finding(
          "yaml-sai", Message(vi: "dòng này có phím Tab", en: "this line has a tab character"),
          hint: Message(vi: "thụt đầu dòng bằng dấu cách, không dùng phím Tab", en: "indent with spaces, not with tabs")
        ))
    }
    return YAMLStop(
      finding: span.finding(
        "yaml-sai", Message(vi: "dòng này hoặc dòng ngay trên viết sai cách", en: "cannot read the YAML: \(problem)"),
        hint: Message(
          vi:
            "kiểm tra thụt đầu dòng, dấu hai chấm và dấu ngoặc kép; chữ có “: ”, “{” hay “#” phải đặt trong ngoặc kép",
          en: "check indentation, colons and quotes; text with “: ”, “{” or “#” must be quoted")))
  }
}
