internal import Configuration
internal import Findings
internal import Vietnamese

/// One word, mark or value of an expression.
struct Token {
  enum Kind: Equatable {
    case name(String)
    case text(String)
    case integer(Int)
    case decimal(ExactDecimal)
    /// `. , : | ( ) ==` and their like.
    case mark(String)
    /// A length as tags take it: `60mm`.
    case measure(String)
    case end
  }

  var kind: Kind
  var span: Span
}

/// Text inside a tag -> tokens. Strings stand in straight or curly quotes, as word processors paste them.
struct ExpressionLexer {
  private let source: SourceText
  private let sink: FindingSink
  private var place = 0

  /// More words than any expression needs; bounds the depth of everything built from them.
  static let maximumTokens = 400

  init(_ source: SourceText, sink: FindingSink) {
    self.source = source
    self.sink = sink
  }

  /// All tokens, the last of them `.end`.
  static func tokens(_ source: SourceText, sink: FindingSink) -> [Token] {
    var lexer = ExpressionLexer(source, sink: sink)
    var tokens: [Token] = []
    while let token = lexer.next() { tokens.append(token) }
    let end = source.bytes.count
    if tokens.count > maximumTokens {
      sink.error(
        tokens[maximumTokens].span, "bieu-thuc-sai", vi: "biểu thức quá dài", en: "the expression is too long")
      tokens = []
    }
    return tokens + [Token(kind: .end, span: source.span(end..<end))]
  }

  private mutating func next() -> Token? {
    while place < source.bytes.count {
      let start = place
      let byte = source.bytes[place]
      if Self.isSpace(byte) {
        place += 1
      } else if let quote = Self.quote(source.bytes, at: place) {
        return string(start, quote)
      } else if Self.isDigit(byte) {
        return number(start)
      } else if Self.isName(byte) {
        return name(start)
      } else if let token = mark(start) {
        return token
      }
    }
    return nil
  }

  // MARK: Kinds

  private mutating func string(_ start: Int, _ quote: (open: Int, close: [UInt8])) -> Token {
    place += quote.open
    let first = place
    while place < source.bytes.count {
      if source.bytes[place...].starts(with: quote.close) {
        let text = source.string(first..<place)
        place += quote.close.count
        return token(.text(text), start)
      }
      place += 1
    }
    sink.error(
      source.span(start..<start + 1), "chu-chua-dong", vi: "chuỗi chữ chưa có dấu ngoặc kép đóng",
      en: "this text has no closing quote")
    return token(.text(source.string(first..<place)), start)
  }

  /// `12`, `2.5`, `60mm`.
  private mutating func number(_ start: Int) -> Token {
    var points = 0
    while place < source.bytes.count {
      let isPoint =
        source.bytes[place] == 0x2E && place + 1 < source.bytes.count && Self.isDigit(source.bytes[place + 1])
      if isPoint { points += 1 }
      guard Self.isDigit(source.bytes[place]) || isPoint else { break }
      place += 1
    }
    let digits = source.string(start..<place)
    if place < source.bytes.count, Self.isName(source.bytes[place]) {
      while place < source.bytes.count, Self.isName(source.bytes[place]) { place += 1 }
      return token(.measure(source.string(start..<place)), start)
    }
    if points == 0, let value = Int(digits) { return token(.integer(value), start) }
    if let value = ExactDecimal.parse(digits) { return token(.decimal(value), start) }
    sink.error(
      source.span(start..<place), "so-khong-hop-le", vi: "“\(digits)” không phải là số",
      en: "“\(digits)” is not a number",
      hint: Message(vi: "trong biểu thức viết 1234 hoặc 12.5", en: "in expressions write 1234 or 12.5"))
    return token(.integer(0), start)
  }

  private mutating func name(_ start: Int) -> Token {
    while place < source.bytes.count, Self.isName(source.bytes[place]) || Self.isDigit(source.bytes[place]) {
      place += 1
    }
    return token(.name(source.string(start..<place)), start)
  }

  private static let doubles = ["==", "!=", "<=", ">="]
  private static let singles = [".", ",", ":", "|", "(", ")", "<", ">", "-"]

  /// nil after a finding: the character is passed over.
  private mutating func mark(_ start: Int) -> Token? {
    let pair = source.string(place..<min(place + 2, source.bytes.count))
    place += Self.doubles.contains(pair) ? 2 : 1
    let text = source.string(start..<place)
    if Self.doubles.contains(text) || Self.singles.contains(text) { return token(.mark(text), start) }
    sink.error(
      source.span(start..<place), "ky-tu-la", vi: "không hiểu ký tự “\(text)” trong biểu thức",
      en: "“\(text)” means nothing in an expression", hint: Self.advice(text))
    return nil
  }

  private static func advice(_ text: String) -> Message? {
    switch text {
    case "=": Message(vi: "so sánh bằng viết là ==", en: "equality is written ==")
    case "&": Message(vi: "viết: and", en: "write: and")
    case "!": Message(vi: "viết: not", en: "write: not")
    case "+", "*", "/":
      Message(
        vi: "mẫu không làm tính; dùng số liệu có sẵn hoặc bộ lọc cong, tru, phan_tram",
        en: "templates do no arithmetic; use a given figure or the filters cong, tru, phan_tram")
    default: nil
    }
  }

  private func token(_ kind: Token.Kind, _ start: Int) -> Token {
    Token(kind: kind, span: source.span(start..<place))
  }

  // MARK: Characters

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// Letters of any language: an accented field name gets a good suggestion rather than a complaint about a letter.
  static func isName(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || byte == 0x5F || byte >= 0x80
  }

  /// The length of an opening quote at `place` and the bytes that close it.
  static func quote(_ bytes: [UInt8], at place: Int) -> (open: Int, close: [UInt8])? {
    switch bytes[place] {
    case 0x22: (1, [0x22])
    case 0x27: (1, [0x27])
    case 0xE2 where bytes[place...].starts(with: [0xE2, 0x80, 0x9C]): (3, [0xE2, 0x80, 0x9D])
    default: nil
    }
  }
}
