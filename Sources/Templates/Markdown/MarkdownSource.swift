internal import Configuration
internal import Findings

/// Text prepared for the Markdown parser: tags, comments and fenced blocks are taken out and stand as placeholders.
struct MarkdownSource {
  private(set) var bytes: [UInt8] = []
  private(set) var tags: [Tag] = []
  /// For each prepared line, where it began in the source.
  private var lineOffsets: [Int] = []
  private let source: SourceText
  private let sink: FindingSink

  init(_ source: SourceText, sink: FindingSink) {
    self.source = source
    self.sink = sink
    var scanner = MarkdownScanner(source: source, sink: sink)
    scanner.run()
    bytes = scanner.output
    tags = scanner.tags
    lineOffsets = scanner.lineOffsets
  }

  /// One paragraph of inline Markdown, as captions and cells hold: nothing at its start makes it a list or a heading.
  init(inline source: SourceText, sink: FindingSink) {
    self.source = source
    self.sink = sink
    var flat = source
    for (index, byte) in flat.bytes.enumerated() where byte == 0x0A || byte == 0x0D { flat.bytes[index] = 0x20 }
    var scanner = MarkdownScanner(source: flat, sink: sink)
    scanner.runInline()
    bytes = scanner.output
    tags = scanner.tags
    lineOffsets = scanner.lineOffsets
  }

  /// The source of a prepared line, counted from 1 as the parser counts; for findings about blocks.
  func span(line: Int) -> Span {
    let start = lineOffsets.indices.contains(line - 1) ? lineOffsets[line - 1] : 0
    var end = min(start, source.bytes.count)
    while end < source.bytes.count, source.bytes[end] != 0x0A, source.bytes[end] != 0x0D { end += 1 }
    return source.span(min(start, end)..<end)
  }

  /// The byte of the prepared text at a line and column, both counted from 1.
  func byte(line: Int, column: Int) -> UInt8? {
    var start = 0
    for _ in 1..<max(1, line) {
      guard let next = bytes[start...].firstIndex(of: 0x0A) else { return nil }
      start = next + 1
    }
    let place = start + column - 1
    return bytes.indices.contains(place) ? bytes[place] : nil
  }
}

/// One pass over the source.
private struct MarkdownScanner {
  let source: SourceText
  let sink: FindingSink
  var output: [UInt8] = []
  var tags: [Tag] = []
  var lineOffsets: [Int] = [0]
  private var place = 0

  init(source: SourceText, sink: FindingSink) {
    self.source = source
    self.sink = sink
    output.reserveCapacity(source.bytes.count + 64)
  }

  mutating func run() {
    while place < source.bytes.count {
      if takeFence() || takeCommandLine() { continue }
      refuseRule()
      rewriteLetterMarker()
      copyLine()
    }
  }

  mutating func runInline() {
    output += Array(String(Placeholder.guardScalar).utf8)
    copyLine()
  }

  // MARK: Lines

  /// Copies to the end of the line, tags replaced; a tag may go on over several lines.
  private mutating func copyLine() {
    while place < source.bytes.count {
      let byte = source.bytes[place]
      if byte == 0x0A {
        place += 1
        return newline()
      }
      if byte == 0x7B, takeTag(isBlock: false) { continue }
      if byte == 0x25 || byte == 0x7D, isClosingMark(place) {
        strayClose()
        continue
      }
      copyByte(byte)
    }
  }

  private mutating func copyByte(_ byte: UInt8) {
    // U+E000…U+E003 are ours; in the source they are not text anyone can see.
    if byte == 0xEE, source.bytes[place...].starts(with: [0xEE, 0x80]), place + 2 < source.bytes.count,
      source.bytes[place + 2] <= 0x83
    {
      sink.warning(
        source.span(place..<place + 3), "ky-tu-rieng", vi: "bỏ một ký tự không in được",
        en: "an unprintable character is left out")
      place += 3
      return
    }
    output.append(byte)
    place += 1
  }

  private mutating func newline() {
    output.append(0x0A)
    lineOffsets.append(place)
  }

  private func lineEnd(_ start: Int) -> Int {
    source.bytes[start...].firstIndex(of: 0x0A) ?? source.bytes.count
  }

  // MARK: Tags

  private func isClosingMark(_ place: Int) -> Bool {
    source.bytes[place...].starts(with: [0x25, 0x7D]) || source.bytes[place...].starts(with: [0x7D, 0x7D])
  }

  private mutating func strayClose() {
    sink.error(
      source.span(place..<place + 2), "the-dong-thua", vi: "dấu đóng thẻ không có dấu mở",
      en: "a closing mark without an opening one",
      hint: Message(vi: "thẻ viết là {{ … }} hoặc {% … %}", en: "tags are written {{ … }} or {% … %}"))
    place += 2
  }

  /// A tag or comment at `place`; false when the brace is only a brace.
  private mutating func takeTag(isBlock: Bool) -> Bool {
    guard place + 1 < source.bytes.count else { return false }
    let closing: [UInt8]
    switch source.bytes[place + 1] {
    case 0x7B: closing = [0x7D, 0x7D]
    case 0x25: closing = [0x25, 0x7D]
    case 0x23 where isComment(place): closing = [0x23, 0x7D]
    default: return false
    }
    let start = place
    guard let end = closingPlace(start + 2, closing) else { return unclosed(start) }
    place = end + 2
    if closing[0] == 0x23 { return true }
    let inner = source[start + 2..<end]
    add(closing[0] == 0x7D ? .value(inner) : .command(inner), source.span(start..<place), isBlock: isBlock)
    return true
  }

  /// `{# ` begins a comment; `{#nhan}` is the label of a heading.
  private func isComment(_ place: Int) -> Bool {
    guard source.bytes[place...].starts(with: [0x7B, 0x23]), place + 2 < source.bytes.count else { return false }
    return ExpressionLexer.isSpace(source.bytes[place + 2])
  }

  private mutating func add(_ kind: Tag.Kind, _ span: Span, isBlock: Bool) {
    output += Placeholder.bytes(tags.count)
    tags.append(Tag(kind: kind, span: span, isBlock: isBlock))
  }

  /// Where the closing mark stands, outside quotes; nil when the tag is open to the next tag or an empty line.
  private func closingPlace(_ start: Int, _ closing: [UInt8]) -> Int? {
    var probe = start
    let isComment = closing[0] == 0x23
    while probe + 1 < source.bytes.count {
      let byte = source.bytes[probe]
      if source.bytes[probe] == closing[0], source.bytes[probe + 1] == closing[1] { return probe }
      if !isComment {
        if byte == 0x7B, [0x7B, 0x25].contains(source.bytes[probe + 1]) { return nil }
        if byte == 0x0A, source.bytes[probe + 1] == 0x0A { return nil }
        if let quote = ExpressionLexer.quote(source.bytes, at: probe),
          let end = quoteEnd(probe + quote.open, quote.close)
        {
          probe = end
          continue
        }
      }
      probe += 1
    }
    return nil
  }

  /// The place after the closing quote, when there is one on this line.
  private func quoteEnd(_ start: Int, _ close: [UInt8]) -> Int? {
    var probe = start
    while probe < source.bytes.count, source.bytes[probe] != 0x0A {
      if source.bytes[probe...].starts(with: close) { return probe + close.count }
      probe += 1
    }
    return nil
  }

  private mutating func unclosed(_ start: Int) -> Bool {
    let kind = source.bytes[start + 1]
    let mark = kind == 0x7B ? "}}" : (kind == 0x25 ? "%}" : "#}")
    sink.error(
      source.span(start..<start + 2), "the-chua-dong", vi: "thẻ chưa đóng: thiếu “\(mark)”",
      en: "the tag is not closed: “\(mark)” is missing")
    place = lineEnd(start)
    return true
  }

  /// A line of nothing but `{% … %}` and comments: each is a block of its own, in the list or quote it stands in.
  private mutating func takeCommandLine() -> Bool {
    var probe = place
    while probe < source.bytes.count, [0x20, 0x09, 0x3E].contains(source.bytes[probe]) { probe += 1 }
    let prefix = Array(source.bytes[place..<probe])
    guard let ends = commandEnds(probe) else { return false }
    blankLine(prefix)
    for start in ends.starts {
      place = start
      output += prefix
      if takeTag(isBlock: true) { newline() }
      blankLine(prefix)
    }
    place = min(ends.end + 1, source.bytes.count)
    lineOffsets[lineOffsets.count - 1] = place
    return true
  }

  /// An empty line inside the same quote, so that what follows is a block.
  private mutating func blankLine(_ prefix: [UInt8]) {
    output += prefix.filter { $0 == 0x3E }
    newline()
  }

  /// Where each command of the line begins and where the line ends; nil when there is anything else on it.
  private func commandEnds(_ first: Int) -> (starts: [Int], end: Int)? {
    var probe = first
    var starts: [Int] = []
    var found = false
    while probe < source.bytes.count, source.bytes[probe] != 0x0A {
      if [0x20, 0x09, 0x0D].contains(source.bytes[probe]) {
        probe += 1
        continue
      }
      let isCommand = source.bytes[probe...].starts(with: [0x7B, 0x25])
      let isComment = isComment(probe)
      guard isCommand || isComment, let end = closingPlace(probe + 2, [isCommand ? 0x25 : 0x23, 0x7D]) else {
        return nil
      }
      if isCommand { starts.append(probe) }
      found = true
      probe = end + 2
    }
    return found ? (starts, probe) : nil
  }

  // MARK: Fences

  /// A fenced block, taken whole. Its body is read by whoever its info string names.
  private mutating func takeFence() -> Bool {
    var probe = place
    while probe < source.bytes.count, source.bytes[probe] == 0x20 { probe += 1 }
    let indent = probe - place
    guard probe < source.bytes.count, source.bytes[probe] == 0x60 || source.bytes[probe] == 0x7E else { return false }
    let mark = source.bytes[probe]
    let infoStart = source.bytes[probe...].firstIndex { $0 != mark } ?? source.bytes.count
    guard infoStart - probe >= 3 else { return false }
    let start = place
    let infoEnd = lineEnd(probe)
    let info = source[infoStart..<max(infoStart, infoEnd)]
    if mark == 0x60, info.bytes.contains(0x60) { return false }
    let (body, end, closed) = fenceBody(from: min(infoEnd + 1, source.bytes.count), mark, infoStart - probe, indent)
    if !closed {
      sink.error(
        source.span(probe..<infoStart), "khoi-chua-dong", vi: "khối này chưa đóng: thiếu dòng ```",
        en: "this block is not closed: the ``` line is missing")
    }
    newline()
    output += Array(repeating: 0x20, count: indent)
    add(.fence(info: info, body: body), source.span(start..<max(start, infoEnd)), isBlock: true)
    place = end
    newline()
    newline()
    return true
  }

  private func fenceBody(
    from start: Int, _ mark: UInt8, _ length: Int, _ indent: Int
  ) -> (body: SourceText, end: Int, closed: Bool) {
    var body = SourceText(file: source.file, bytes: [], offsets: [])
    var line = start
    while line < source.bytes.count {
      let end = lineEnd(line)
      let next = min(end + 1, source.bytes.count)
      if Self.closes(source.bytes[line..<end], mark, length) { return (finished(&body, line), next, true) }
      var first = line
      while first < end, first - line < indent, source.bytes[first] == 0x20 { first += 1 }
      body.bytes += source.bytes[first..<next]
      body.offsets += source.offsets[first..<next]
      line = next
    }
    return (finished(&body, line), line, false)
  }

  private func finished(_ body: inout SourceText, _ end: Int) -> SourceText {
    body.offsets.append(source.offsets[min(end, source.bytes.count)])
    return body
  }

  private static func closes(_ line: ArraySlice<UInt8>, _ mark: UInt8, _ length: Int) -> Bool {
    let text = line.drop { $0 == 0x20 }
    let rest = text.drop { $0 == mark }
    return text.count - rest.count >= length && rest.allSatisfy { ExpressionLexer.isSpace($0) }
  }

  // MARK: Our rules for lines

  /// `---` and `===` would turn the line above into a heading, or draw a rule no format knows.
  private func refuseRule() {
    let end = lineEnd(place)
    let text = source.bytes[place..<end].filter { !ExpressionLexer.isSpace($0) }
    guard let first = text.first, [0x2D, 0x3D, 0x2A, 0x5F].contains(first), text.allSatisfy({ $0 == first }) else {
      return
    }
    if first == 0x2A || first == 0x5F, text.count < 3 { return }
    sink.error(
      source.span(place..<end), "gach-ngang", vi: "không dùng dòng chỉ có gạch ngang hoặc dấu =",
      en: "lines of dashes or = signs are not used",
      hint: Message(
        vi: "đề mục viết với dấu # ở đầu dòng; sang trang mới dùng {% trang_moi %}",
        en: "headings begin with #; {% trang_moi %} begins a new page"))
  }

  private static let letters = Array("abcdđeghiklmnopqrstuvxy")

  /// `b) ` at the start of a line is an item of a lettered list, which Markdown knows only as `2) `.
  private mutating func rewriteLetterMarker() {
    var probe = place
    while probe < source.bytes.count, source.bytes[probe] == 0x20 || source.bytes[probe] == 0x3E { probe += 1 }
    let first = probe
    guard probe < source.bytes.count else { return }
    probe += source.bytes[probe] == 0xC4 ? 2 : 1
    guard probe + 1 < source.bytes.count, source.bytes[probe] == 0x29, source.bytes[probe + 1] == 0x20 else { return }
    guard let letter = source.string(first..<probe).first, let index = Self.letters.firstIndex(of: letter) else {
      return
    }
    output += source.bytes[place..<first]
    output += Array(String(index + 1).utf8)
    place = probe
  }
}
