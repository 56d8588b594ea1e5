extension WordTraits {
  /// Reads off the traits of a word of ASCII with digits in it: at a byte a step where it is a plain number or a code.
  init(figures bytes: Span<UInt8>) {
    var shape = FigureShape()
    for index in bytes.indices { shape.add(bytes[index], isFirst: index == 0) }
    guard let traits = shape.traits else {
      self.init(of: bytes)
      return
    }
    self = traits
    switch bytes[bytes.count - 1] {
    case 0x2C, 0x2E, 0x3A, 0x3B, 0x29: insert(.closed)  // , . : ; )
    default: break
    }
  }

  /// What a word of ASCII is made of, byte by byte.
  private struct FigureShape {
    private var digits = false
    private var capitals = false
    private var joined = false
    private var group = 0
    private var isPlain = true
    private var startsWithDigit = false

    mutating func add(_ byte: UInt8, isFirst: Bool) {
      switch byte {
      case 0x30...0x39:
        digits = true
        if isFirst { startsWithDigit = true }
      case 0x41...0x5A:
        capitals = true
        group += 1
        if group > Ties.longestSymbolGroup { isPlain = false }
        return
      case 0x2D, 0x2F: joined = joined || !isFirst
      case 0x2C, 0x2E, 0x3A, 0x3B: break
      default: isPlain = false
      }
      group = 0
    }

    /// Number or code; nil where the word must be looked at more closely.
    var traits: WordTraits? {
      guard isPlain, digits else { return nil }
      if !capitals { return startsWithDigit ? .number : nil }
      return joined ? .symbol : nil
    }
  }

  /// The same for any word in UTF-8: at a byte a step where it is made of Vietnamese letters alone, with one mark behind it or none.
  init(of bytes: Span<UInt8>) {
    if let plain = PlainWord(bytes) {
      self = plain.traits
      return
    }
    self.init(of: String(decoding: bytes.indices.map { bytes[$0] }, as: UTF8.self))
  }

  /// Reads off the traits of one word: what stands between two spaces, its punctuation included.
  init(of word: String) {
    self = []
    let bare = Self.stripped(word)
    if Self.ends(word) { insert(.closed) }
    if Ties.dashes.contains(word) {
      insert(.dash)
      return
    }
    insert(Self.figures(bare))
    insert(Self.listed(bare.lowercased(), whole: word.lowercased()))
    if Self.isInitial(word) { insert(.initial) }
    // “TP.” ends with a full stop that ends nothing.
    if contains(.prefix) || contains(.initial) { remove(.closed) }
  }

  private static let opening: Set<Character> = ["“", "”", "\"", "‘", "(", "[", "«"]
  private static let closing: Set<Character> = ["”", "\"", "’", ")", "]", "»", ",", ".", ";", ":", "!", "?", "…"]
  private static let ending: Set<Character> = [",", ".", ";", ":", "!", "?", "…", ")", "]", "”", "»"]

  /// The word without quotation marks and brackets around it and without the marks of a sentence behind it.
  private static func stripped(_ word: String) -> Substring {
    var rest = word[...]
    while let first = rest.first, opening.contains(first) { rest = rest.dropFirst() }
    while let last = rest.last, closing.contains(last) { rest = rest.dropLast() }
    return rest
  }

  private static func ends(_ word: String) -> Bool {
    guard let last = word.last else { return false }
    return ending.contains(last)
  }

  /// Number, Roman number, letter or symbol of a document.
  private static func figures(_ bare: Substring) -> WordTraits {
    guard let first = bare.first else { return [] }
    if isSymbol(bare) { return .symbol }
    if first.isASCII, first.isNumber { return .number }
    if (first == "-" || first == "−" || first == "+"), let second = bare.dropFirst().first, second.isNumber {
      return .number
    }
    if isRoman(bare.prefix { $0 != "/" && $0 != "-" }) { return .roman }
    if bare.count == 1, first.isLetter { return .letter }
    return []
  }

  private static func listed(_ bare: String, whole: String) -> WordTraits {
    var traits = Ties.listed[bare] ?? []
    if Ties.prefixes.contains(whole) { traits.insert(.prefix) }
    return traits
  }

  private static func isRoman(_ text: Substring) -> Bool {
    !text.isEmpty && text.count <= 7 && text.allSatisfy { "IVXLC".contains($0) }
  }

  /// “N.” or “N.V.”.
  private static func isInitial(_ word: String) -> Bool {
    guard word.last == ".", word.count <= 6 else { return false }
    let groups = word.dropLast().split(separator: ".", omittingEmptySubsequences: false)
    return groups.allSatisfy { $0.count == 1 && $0.first?.isUppercase == true }
  }

  /// Groups of digits and of capitals (a small letter only after a capital, “QyĐ”), joined by hyphens and slashes: `05-HD/VPTW`,
  /// `30/2020/NĐ-CP`, `-BC/ĐUK` with the number still to be written, `T/M`.
  static func isSymbol(_ text: Substring) -> Bool {
    // Most words have neither: they need not be split.
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "/") }) else { return false }
    var letters = false
    var groups = 0
    for group in text.split(omittingEmptySubsequences: true, whereSeparator: { Ties.symbolSigns.contains($0) }) {
      groups += 1
      if group.allSatisfy({ $0.isASCII && $0.isNumber }) { continue }
      guard group.count <= Ties.longestSymbolGroup, group.first?.isUppercase == true, group.last?.isUppercase == true,
        group.allSatisfy({ $0.isLetter || $0.isNumber })
      else { return false }
      letters = true
    }
    let signs = text.contains { $0 == "-" || $0 == "/" }
    return letters && signs && (groups > 1 || text.first == "-")
  }
}
