extension NumberWords {
  /// Reads a number in words back, in either region's words, with or without `đồng` and `chẵn`; case does not matter.
  ///
  /// Nil for anything that is not a full and orderly reading (`hai ba`, `một nghìn hai`, `một triệu một tỷ`).
  public static func parse(_ text: String) -> Int128? {
    let tokens = ByteText.withBytes(of: text, WordToken.tokens)
    if let tokens { return WordReader(tokens).number }
    // Capitals beyond ASCII or decomposed letters: once more in normal form.
    let plain = NFC.normalize(text).lowercased()
    return ByteText.withBytes(of: plain, WordToken.tokens).flatMap { WordReader($0).number }
  }
}

/// One word of a number.
enum WordToken: Equatable, Sendable {
  /// 0…9
  case digit(Int)
  /// A unit word that stands only behind `mươi` or `mười`: mốt, tư, lăm, nhăm.
  case unit(Int)
  case ten, tens, hundred, oddly, thousand, million, billion, minus, currency, even

  /// The words of `bytes`, or nil when one is unknown.
  static func tokens(_ bytes: Span<UInt8>) -> [WordToken]? {
    var tokens: [WordToken] = []
    tokens.reserveCapacity(24)
    var packed: UInt64 = 0
    var length = 0
    for index in 0...bytes.count {
      let byte = index < bytes.count ? ByteText.lowered(bytes[index]) : 0x20
      if byte == 0x20 || byte == 0x0A || byte == 0x09 {
        if length == 0 { continue }
        guard length <= 8, let token = byPackedWord[packed] else { return nil }
        tokens.append(token)
        (packed, length) = (0, 0)
      } else {
        packed = packed << 8 | UInt64(byte)
        length += 1
      }
    }
    return tokens
  }

  /// Every word is at most eight bytes of UTF-8, so that a word is one integer.
  private static let byPackedWord: [UInt64: WordToken] = {
    let words: [(String, WordToken)] = [
      ("không", .digit(0)), ("một", .digit(1)), ("hai", .digit(2)), ("ba", .digit(3)), ("bốn", .digit(4)),
      ("năm", .digit(5)), ("sáu", .digit(6)), ("bảy", .digit(7)), ("bẩy", .digit(7)), ("tám", .digit(8)),
      ("chín", .digit(9)), ("mốt", .unit(1)), ("tư", .unit(4)), ("lăm", .unit(5)), ("nhăm", .unit(5)), ("mười", .ten),
      ("mươi", .tens), ("trăm", .hundred), ("linh", .oddly), ("lẻ", .oddly), ("nghìn", .thousand), ("ngàn", .thousand),
      ("triệu", .million), ("tỷ", .billion), ("tỉ", .billion), ("âm", .minus), ("đồng", .currency), ("chẵn", .even),
    ]
    var table: [UInt64: WordToken] = [:]
    for (word, token) in words { table[word.utf8.reduce(0) { $0 << 8 | UInt64($1) }] = token }
    return table
  }()
}

/// A strict reader of the grammar that `NumberWords` writes.
private struct WordReader {
  private let tokens: [WordToken]
  private var index = 0

  init(_ tokens: [WordToken]) { self.tokens = tokens }

  private var next: WordToken? { index < tokens.count ? tokens[index] : nil }

  private mutating func take(_ token: WordToken) -> Bool {
    if next != token { return false }
    index += 1
    return true
  }

  /// The whole number, or nil.
  var number: Int128? {
    var reader = self
    return reader.readNumber()
  }

  private mutating func readNumber() -> Int128? {
    let isNegative = take(.minus)
    guard let magnitude = readBlocks() else { return nil }
    if take(.currency) { _ = take(.even) }
    guard index == tokens.count else { return nil }
    if !isNegative { return Int128(exactly: magnitude) }
    return magnitude == Int128.min.magnitude ? Int128.min : Int128(exactly: magnitude).map { -$0 }
  }

  /// Blocks of nine digits with ever fewer `tỷ` behind them.
  private mutating func readBlocks() -> UInt128? {
    var total: UInt128 = 0
    var lastLevel = Int.max
    while lastLevel > 0, let block = readBlock(isFirst: lastLevel == Int.max) {
      var level = 0
      while take(.billion) { level += 1 }
      guard level < lastLevel, level <= 4, let value = Self.shifted(block, level) else { return nil }
      let (sum, overflow) = total.addingReportingOverflow(value)
      if overflow { return nil }
      (total, lastLevel) = (sum, level)
      if index == tokens.count || next == .currency { return total }
    }
    return nil
  }

  private static func shifted(_ block: Int, _ level: Int) -> UInt128? {
    var value = UInt128(block)
    for _ in 0..<level {
      let (product, overflow) = value.multipliedReportingOverflow(by: 1_000_000_000)
      if overflow { return nil }
      value = product
    }
    return value
  }

  /// Up to three groups: millions, thousands, units.
  private mutating func readBlock(isFirst: Bool) -> Int? {
    var total = 0
    var lastUnit = 1_000_000_000
    var isFirst = isFirst
    while let group = readGroup(isFirst: isFirst) {
      let unit = take(.million) ? 1_000_000 : (take(.thousand) ? 1_000 : 1)
      // Only the number zero says its zero group.
      let isZero = isFirst && unit == 1 && (index == tokens.count || next == .currency)
      guard unit < lastUnit, group > 0 || isZero else { return nil }
      total += group * unit
      (lastUnit, isFirst) = (unit, false)
      let ends = unit == 1 || index == tokens.count || next == .billion || next == .currency
      if ends { return total }
    }
    return nil
  }

  /// One to three digits. Below another group the hundreds must be said.
  private mutating func readGroup(isFirst: Bool) -> Int? {
    if take(.ten) { return isFirst ? readUnit(after: 10) : nil }
    guard case .digit(let digit)? = next else { return nil }
    index += 1
    if take(.hundred) { return readTens(after: digit * 100) }
    guard isFirst else { return nil }
    if take(.tens) { return digit >= 2 ? readUnit(after: digit * 10) : nil }
    return digit
  }

  private mutating func readTens(after hundreds: Int) -> Int? {
    if take(.ten) { return readUnit(after: hundreds + 10) }
    if take(.oddly) {
      guard case .digit(let digit)? = next, digit > 0 else { return nil }
      index += 1
      return hundreds + digit
    }
    guard case .digit(let digit)? = next else { return hundreds }
    index += 1
    guard digit >= 2, take(.tens) else { return nil }
    return readUnit(after: hundreds + digit * 10)
  }

  private mutating func readUnit(after tens: Int) -> Int? {
    switch next {
    case .digit(let digit)? where digit > 0:
      index += 1
      return tens + digit
    case .unit(let digit)?:
      index += 1
      return tens + digit
    default: return tens
    }
  }
}
