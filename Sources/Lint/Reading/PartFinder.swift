internal import Documents

/// Finds the components of a document on its pages, by their words.
struct PartFinder {
  private let stream: TextStream
  private let guideline: Guideline
  private(set) var parts: [Part] = []
  /// Components the document has, found or not.
  private(set) var expected: Set<PartKind> = []
  /// Behind the last component found: the next stands further on.
  private var cursor = 0
  private var section = 0
  private var block = 0
  /// Lists around the block.
  private var depth = 0

  init(_ stream: TextStream, _ guideline: Guideline) {
    self.stream = stream
    self.guideline = guideline
  }

  mutating func find(_ document: Document) {
    for (index, part) in document.sections.enumerated() {
      section = index
      part.blocks.forEach { find($0) }
    }
  }

  private mutating func find(_ content: Block) {
    if case .list(let list) = content { return find(list) }
    block += 1
    switch content {
    case .letterhead(let head): find(head)
    case .title(let title):
      follow(.documentType, Pattern(title.type))
      follow(.abstract, Pattern(title.abstract))
    case .addressees(let addressees):
      follow(.salutation, Pattern(addressees.salutation))
      for name in addressees.names { follow(.addressee, Pattern(name)) }
    case .heading(let heading): follow(.heading, Pattern(heading.inlines), plain: heading.inlines.isPlain)
    case .paragraph(let paragraph): find(paragraph)
    case .list, .quote: break
    case .closing(let closing): find(closing)
    case .table, .chart, .figure, .contents, .space, .pageBreak: break
    }
  }

  private mutating func find(_ list: List) {
    depth += 1
    for item in list.items { item.forEach { find($0) } }
    depth -= 1
  }

  private mutating func find(_ paragraph: Paragraph) {
    let kinds: [StyleName: PartKind] = [
      .body: .body, .listItem: .body, .legalBasis: .legalBasis, .appendixHeading: .appendixHeading,
    ]
    guard let kind = kinds[paragraph.style] else { return }
    follow(kind, Pattern(paragraph.inlines), plain: paragraph.inlines.isPlain)
  }

  /// Finds a component behind the last one.
  private mutating func follow(_ kind: PartKind, _ pattern: Pattern, plain: Bool = true) {
    if let end = add(kind, pattern, from: cursor, plain: plain) { cursor = end }
  }

  /// Finds a component from a place on, without going on from there. Returns the place behind it.
  @discardableResult private mutating func add(
    _ kind: PartKind, _ pattern: Pattern, from start: Int, to end: Int? = nil, plain: Bool = true
  ) -> Int? {
    guard !pattern.units.isEmpty else { return nil }
    expected.insert(kind)
    guard let match = stream.find(pattern, from: start, to: end) else { return nil }
    parts.append(
      Part(
        kind: kind, section: section, block: block, lines: PrintedLine.lines(match.runs), isPlain: plain,
        isItem: depth > 0))
    return match.end
  }

  // MARK: Head and end

  private mutating func find(_ head: Letterhead) {
    let (start, end) = (cursor, stream.endOfPage(cursor))
    let texts: [(PartKind, String)] = [
      (.nationalTitle, guideline.nationalTitle), (.motto, guideline.motto ?? ""), (.superior, head.superior),
      (.issuer, head.issuer), (.number, head.number), (.letterAbstract, head.abstract ?? ""),
      (.urgency, head.urgency ?? ""), (.placeAndDate, head.placeAndDate), (.circulation, head.circulation ?? ""),
      (.draft, head.draft ?? ""),
    ]
    for (kind, text) in texts {
      if let behind = add(kind, Pattern(text), from: start, to: end) { cursor = max(cursor, behind) }
    }
    add(.star, Pattern("*"), from: start, to: end)
    add(.contact, Pattern(head.contact ?? ""), from: start, to: end)
  }

  private mutating func find(_ closing: Closing) {
    let recipients = closing.recipients.filter { !$0.isEmpty }
    if !recipients.isEmpty { add(.recipientsLabel, Pattern("Nơi nhận:"), from: cursor) }
    for recipient in recipients { add(.recipient, Pattern(recipient), from: cursor) }
    for line in closing.authority { add(.authority, Pattern(line), from: cursor) }
    add(.post, Pattern(closing.post), from: cursor)
    add(.signer, Pattern(closing.signer), from: cursor)
    add(.typist, Pattern(closing.typist ?? ""), from: cursor)
  }
}

extension [Inline] {
  /// Nothing is emphasised.
  fileprivate var isPlain: Bool {
    allSatisfy { if case .text(_, let style, _) = $0 { style == .plain } else { true } }
  }
}

extension Guideline {
  /// Box 1, as the guideline words it.
  var nationalTitle: String { isParty ? "ĐẢNG CỘNG SẢN VIỆT NAM" : "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" }
  var motto: String? { isParty ? nil : "Độc lập - Tự do - Hạnh phúc" }
}
