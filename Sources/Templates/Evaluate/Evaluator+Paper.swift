internal import Configuration
internal import Documents
internal import Facts
internal import Findings
internal import Vietnamese

/// The official parts of one document, filled.
struct Paper {
  var head: [Block] = []
  var closing: Closing?
  var metadata: (title: String, author: String, keywords: String) = ("", "", "")
  var runningHead: [Inline] = []
  /// “(Kèm theo Báo cáo số …)” for the heads of appendices; empty where the format prints none.
  var belongsTo = ""
}

extension Evaluator {
  mutating func paper(_ node: PaperNode, header: TemplateHeader) -> Paper {
    var paper = Paper()
    let (type, abstract) = (line(node, .type), inlines(node.abstract, prose))
    if node.form != .free { paper.head.append(.letterhead(letterhead(node, abstract.plainText))) }
    if node.form != .letter, !type.isEmpty {
      let shown = context.format.title.capitalizesAbstract ? abstract.capitalized : abstract
      paper.head.append(.title(DocumentTitle(type: type, abstract: shown)))
      paper.belongsTo = belonging(node, type)
    }
    if let addressees = addressees(node) { paper.head.append(.addressees(addressees)) }
    if node.form != .free { paper.closing = closing(node) }
    let title = [type, abstract.plainText].filter { !$0.isEmpty }.joined(separator: " ")
    let author = speaking(.person) { $0.line(node, .author) }
    paper.metadata = (
      title.isEmpty ? header.title : title, author.isEmpty ? line(node, .issuer) : author, line(node, .keywords)
    )
    paper.runningHead = inlines(node.runningHead, plain)
    return paper
  }

  // MARK: Texts

  /// All entries as texts, lists spread out, empty ones left out.
  private mutating func lines(_ node: PaperNode, _ key: PaperNode.Key) -> [String] {
    var lines: [String] = []
    for entry in node[key] {
      switch entry {
      case .text(let nodes): lines.append(text(nodes, plain))
      case .value(let expression):
        let fact = value(expression)
        if case .list(let list) = fact {
          for element in list { lines.append(clean(element.printed(plain), element.source)) }
        } else {
          lines.append(clean(fact.printed(plain), fact.source))
        }
      }
    }
    return lines.map(Self.trimmed).filter { !$0.isEmpty }
  }

  private mutating func line(_ node: PaperNode, _ key: PaperNode.Key) -> String {
    lines(node, key).joined(separator: " ")
  }

  private mutating func optional(_ node: PaperNode, _ key: PaperNode.Key) -> String? {
    let text = line(node, key)
    return text.isEmpty ? nil : text
  }

  private static func trimmed(_ text: String) -> String {
    var rest = text[...]
    while rest.first?.isWhitespace == true { rest = rest.dropFirst() }
    while rest.last?.isWhitespace == true { rest = rest.dropLast() }
    return String(rest)
  }

  // MARK: Letterhead

  private mutating func letterhead(_ node: PaperNode, _ abstract: String) -> Letterhead {
    Letterhead(
      superior: line(node, .superior), issuer: line(node, .issuer), number: number(node), placeAndDate: date(node),
      abstract: node.form == .letter ? letterAbstract(abstract) : nil,
      urgency: mark(node, .urgency) { $0.urgency($1) }, circulation: mark(node, .circulation) { $0.circulation($1) },
      draft: optional(node, .draft), contact: optional(node, .contact),
      leavesSecrecyRoom: ![nil, "khong", "không"].contains(optional(node, .secrecyRoom)))
  }

  /// A mark of box 10 or 11 in the words of the format. Secret papers are not made here; other words are printed with a warning.
  private mutating func mark(
    _ node: PaperNode, _ key: PaperNode.Key, _ meaning: (MarkRules, String) -> MarkWord
  ) -> String? {
    guard let text = optional(node, key), let span = node.span(key) else { return nil }
    switch meaning(context.format.letterhead.marks, text) {
    case .known(let own): return own
    case .secret:
      report(span, "van-ban-mat", .error, MarkMessages.secret(text), hint: MarkMessages.secretHint)
      return nil
    case .unknown(let near):
      report(span, "dau-khong-biet", .warning, MarkMessages.unknown(text), hint: MarkMessages.suggestion(near))
      return text
    }
  }

  /// “về việc …”, unless the text begins so itself.
  private func letterAbstract(_ abstract: String) -> String? {
    if abstract.isEmpty { return nil }
    let prefix = context.format.numbers.letterAbstractPrefix
    let begins = ["về việc", "v/v"].contains { abstract.lowercased().hasPrefix($0) }
    return begins ? abstract : prefix + abstract
  }

  /// `so_ky_hieu: khong`: papers that are not entered in the register, such as a catalogue, have no number line.
  private static let noNumber = "khong"

  /// “Số 05-BC/ĐUK” by the pattern of the format.
  private mutating func number(_ node: PaperNode) -> String {
    if let full = optional(node, .fullNumber) { return full == Self.noNumber ? "" : full }
    let rules = context.format.numbers
    let number = optional(node, .number).map(Self.padded) ?? rules.blank
    let code = node.form == .letter ? rules.letterCode : line(node, .typeCode)
    var text = ""
    var rest = rules.pattern[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      text += rest[..<open]
      let name = rest[rest.index(after: open)..<close]
      rest = rest[rest.index(after: close)...]
      switch name {
      case "so": text += number
      case "loai" where code.isEmpty: rest = rest.dropFirst()
      case "loai": text += code
      case "co_quan": text += line(node, .issuerCode)
      default: text += "{\(name)}"
      }
    }
    return text + rest
  }

  /// `5` -> `05`; anything else as it is.
  private static func padded(_ number: String) -> String {
    number.utf8.count == 1 && number.utf8.allSatisfy { (0x30...0x39).contains($0) } ? "0" + number : number
  }

  /// “Hưng Yên, ngày 05 tháng 02 năm 2026”, with room to write by hand where there is no date yet.
  private mutating func date(_ node: PaperNode) -> String {
    if let full = optional(node, .fullDate) { return full }
    return [line(node, .place), day(node)].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  private mutating func day(_ node: PaperNode) -> String {
    var day = ""
    if node[.date].count == 1, case .value(let expression) = node[.date][0], case .date(let date) = value(expression) {
      day = date.long
    } else {
      day = line(node, .date)
    }
    let room = "\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}"
    return day.isEmpty ? "ngày\(room)tháng\(room)năm\(room)" : day
  }

  /// “(Kèm theo Báo cáo số 05/BC-UBND ngày 05 tháng 02 năm 2026 của …)” as the format words it.
  private mutating func belonging(_ node: PaperNode, _ type: String) -> String {
    let pattern = context.format.appendices.belongsTo
    if pattern.isEmpty { return "" }
    let author = speaking(.person) { $0.line(node, .author) }
    let number = registered(number(node))
    let values = [
      "loai": Self.sentence(type), "so": number.isEmpty ? "" : " số \(number)", "ngay": day(node),
      "co_quan": author.isEmpty ? line(node, .issuer) : author,
    ]
    return values.keys.sorted().reduce(pattern) { $0.replacing("{\($1)}", with: values[$1] ?? "") }
  }

  /// “05/BC-UBND” of “Số: 05/BC-UBND”: what the pattern begins with before the number itself goes.
  private func registered(_ line: String) -> String {
    let label = String(context.format.numbers.pattern.prefix { $0 != "{" })
    return line.hasPrefix(label) ? String(line.dropFirst(label.count)) : line
  }

  /// BÁO CÁO -> Báo cáo.
  private static func sentence(_ capitals: String) -> String {
    let small = capitals.lowercased()
    return small.prefix(1).uppercased() + small.dropFirst()
  }

  // MARK: Addressees and closing

  private mutating func addressees(_ node: PaperNode) -> Addressees? {
    let rules = context.format.numbers
    let submitted = lines(node, .submissionAddressees)
    if !submitted.isEmpty { return Addressees(salutation: rules.submissionSalutation, names: submitted) }
    let names = lines(node, .addressees)
    guard !names.isEmpty else { return nil }
    let salutation = node.form == .submission ? rules.submissionSalutation : rules.letterSalutation
    return Addressees(salutation: salutation, names: names)
  }

  private mutating func closing(_ node: PaperNode) -> Closing {
    let marks = context.format.closing.authority
    return Closing(
      recipients: context.format.closing.archived(lines(node, .recipients).map(Self.bare)),
      authority: lines(node, .authority).map { marks.applied(to: $0) },
      post: line(node, .post), signer: speaking(.person) { $0.line(node, .signer) },
      typist: speaking(.person) { $0.optional(node, .typist) })
  }

  /// Without the dash and the punctuation the format adds.
  private static func bare(_ recipient: String) -> String {
    var rest = recipient[...]
    if rest.hasPrefix("- ") { rest = rest.dropFirst(2) }
    while let last = rest.last, ";.,".contains(last) { rest = rest.dropLast() }
    return trimmed(String(rest))
  }
}

extension [Inline] {
  /// With a capital at the beginning: of the first text, whatever stands before it.
  fileprivate var capitalized: [Inline] {
    var inlines = self
    for index in inlines.indices {
      guard case .text(let text, let style, let origin) = inlines[index], let first = text.first else { continue }
      inlines[index] = .text(first.uppercased() + text.dropFirst(), style, origin)
      break
    }
    return inlines
  }
}

extension ClosingRules {
  /// The recipients, the last line as this format names the archive: `Lưu Văn phòng …` is the Party's way to say `Lưu: VT`.
  func archived(_ recipients: [String]) -> [String] {
    guard !archive.isEmpty, let last = recipients.last, last.hasPrefix("Lưu ") else { return recipients }
    return recipients.dropLast() + [archive]
  }
}

extension AuthorityMarks {
  /// The line with its abbreviation as this format writes it: `T/M BAN THƯỜNG VỤ` and `TM. ỦY BAN` say the same.
  func applied(to line: String) -> String {
    let known: [([String], String)] = [
      (["T/M", "TM."], onBehalf), (["K/T", "KT."], forHead), (["T/L", "TL."], byOrder), (["TUQ.", "T/UQ"], authorised),
      (["Q."], acting),
    ]
    for (forms, own) in known where !own.isEmpty {
      for form in forms where line.hasPrefix(form + " ") { return own + line.dropFirst(form.count) }
    }
    return line
  }
}
