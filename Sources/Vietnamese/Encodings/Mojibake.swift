/// Text in an old font encoding that was taken for Windows-1252 and saved as valid UTF-8: `§¶ng bé Khèi`.
///
/// U+00AD, a soft hyphen to everybody else, is `ư` here: nothing may drop it before repair.
public enum Mojibake {
  /// What a column or a file turned out to hold.
  public struct Verdict: Sendable, Hashable {
    /// `.tcvn3InUTF8` or `.vniInUTF8`.
    public let encoding: TextEncoding
    /// 0…100: how Vietnamese the repaired words read.
    public let confidence: Int
    /// How many words the verdict rests on.
    public let tokens: Int
    /// Too few words, or the other reading is nearly as good: ask.
    public let isClose: Bool
    /// Some cells are proper Vietnamese: cells that read well as they are must be left alone.
    public let isMixed: Bool
    /// One cell before and after.
    public let sample: String
    public let repairedSample: String
  }

  /// Judges the cells of one column (or the pieces of a file). Nil when they are no mojibake.
  public static func detect(_ cells: [String]) -> Verdict? {
    let suspects = cells.filter { $0.utf8.contains { $0 >= 0x80 } }
    let broken = suspects.filter { isSuspect($0) }
    guard !broken.isEmpty else { return nil }
    let scored = [TextEncoding.tcvn3InUTF8, .vniInUTF8].map { ($0, score(broken, as: $0)) }
    let ranked = scored.sorted { $0.1.perMille > $1.1.perMille }
    guard let best = ranked.first, let other = ranked.last, isConvincing(best.1, broken) else { return nil }
    guard let sample = broken.first(where: { repair($0, as: best.0) != nil }) else { return nil }
    let isClose = best.1.perMille - other.1.perMille < EncodingDetector.clearLead || best.1.tokens < 3
    return Verdict(
      encoding: best.0, confidence: best.1.perMille / 10, tokens: best.1.tokens, isClose: isClose,
      isMixed: suspects.contains { isProper($0) }, sample: sample, repairedSample: repair(sample, as: best.0) ?? sample)
  }

  /// Whether a cell can have come from an old encoding and reads wrong as it is: no cell of proper Vietnamese does. Where none of a column
  /// does, `detect` finds nothing.
  public static func isSuspect(utf8 cell: ArraySlice<UInt8>) -> Bool {
    mayBeWindows1252(cell.span) && isSuspect(String(decoding: cell, as: UTF8.self))
  }

  private static func isSuspect(_ cell: String) -> Bool { windows1252(cell) != nil && isBroken(cell) }

  /// False when a character that Windows-1252 lacks is sure to be there, or nothing beyond ASCII is: told by the first bytes of characters.
  private static func mayBeWindows1252(_ bytes: Span<UInt8>) -> Bool {
    var isAccented = false
    for index in bytes.indices where bytes[index] >= 0x80 {
      isAccented = true
      switch bytes[index] {
      // Bytes inside characters; U+0080…U+00FF; Œ Š Ÿ Ž; ˆ ˜; dashes, quotes, €, ™.
      case 0x80...0xBF, 0xC2, 0xC3, 0xC5, 0xCB, 0xE2: continue
      // Of U+0180…U+01BF only ƒ: not ơ, ư.
      case 0xC6: if index + 1 < bytes.count, bytes[index + 1] != 0x92 { return false }
      default: return false
      }
    }
    return isAccented
  }

  /// The proper text of one cell, or nil when the cell cannot have come from `encoding`: it holds characters that
  /// Windows-1252 lacks, or bytes that mean nothing. ASCII cells are returned as they are.
  public static func repair(_ cell: String, as encoding: TextEncoding) -> String? {
    guard let bytes = windows1252(cell) else { return nil }
    let decoded = TextDecoder.decode(bytes, as: encoding == .vniInUTF8 ? .vni : .tcvn3)
    return decoded.undecodableCount == 0 ? NFC.normalize(decoded.text) : nil
  }

  /// `repair` for a column that also holds proper Vietnamese: a cell whose accented words all read well is kept.
  public static func repairMixed(_ cell: String, as encoding: TextEncoding) -> String? {
    isBroken(cell) ? repair(cell, as: encoding) : nil
  }

  /// Three of four words that could not be Vietnamese become so, and what comes out is nearly all Vietnamese. Two
  /// impossible words, or common ones among the results, keep a chance hit (`où` -> `ó`) from being a verdict.
  private static func isConvincing(_ repaired: TokenScore, _ broken: [String]) -> Bool {
    var before = TokenScore()
    for cell in broken { before.add(cell) }
    let (wrongBefore, wrongAfter) = (before.tokens - before.legal, repaired.tokens - repaired.legal)
    guard wrongAfter * 4 <= wrongBefore, repaired.legal * 4 >= repaired.tokens * 3 else { return false }
    let isCommon = repaired.common > 0 && repaired.common * 5 >= repaired.tokens
    let isClean = wrongAfter == 0 || (repaired.tokens >= 5 && repaired.legal * 10 >= repaired.tokens * 9)
    return isCommon || (wrongBefore >= 2 && isClean)
  }

  private static func score(_ cells: [String], as encoding: TextEncoding) -> TokenScore {
    var score = TokenScore()
    for cell in cells {
      if let repaired = repair(cell, as: encoding) {
        score.add(repaired, isABC: encoding == .tcvn3InUTF8)
      } else {
        var unread = TokenScore()
        unread.add(cell)
        score.tokens += unread.tokens
      }
    }
    return score
  }

  /// The cell has an accented word that is no possible syllable.
  private static func isBroken(_ cell: String) -> Bool {
    var score = TokenScore(countsCommon: false)
    score.add(cell)
    return score.legal < score.tokens
  }

  /// The cell has an accented word beyond Windows-1252 that reads well.
  private static func isProper(_ cell: String) -> Bool {
    windows1252(cell) == nil && !isBroken(cell)
  }

  /// The bytes the cell had before it was taken for Windows-1252; nil when it never was. The five bytes that
  /// Windows-1252 leaves open come as U+0081 and so on.
  static func windows1252(_ text: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      if let byte = UInt8(exactly: scalar.value) {
        bytes.append(byte)
      } else if let byte = inverse[scalar.value] {
        bytes.append(byte)
      } else {
        return nil
      }
    }
    return bytes
  }

  private static let inverse: [UInt32: UInt8] = {
    var table: [UInt32: UInt8] = [:]
    for byte in UInt8(0x80)...0x9F where ByteTable.windows1252[byte] != 0xFFFD {
      table[ByteTable.windows1252[byte]] = byte
    }
    return table
  }()
}

extension Mojibake {
  /// The pieces between separators, quotes and line ends: roughly the cells, before anybody knows the separator.
  static func pieces(_ utf8: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    utf8.split(omittingEmptySubsequences: false, whereSeparator: isSeparator)
  }

  /// Whether one of the pieces of a text is a suspect.
  static func hasSuspect(_ utf8: [UInt8]) -> Bool {
    let bytes = utf8.span
    var start = 0
    for index in bytes.indices where isSeparator(bytes[index]) {
      if index > start, isSuspect(utf8: utf8[start..<index]) { return true }
      start = index + 1
    }
    return start < utf8.count && isSuspect(utf8: utf8[start...])
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x09, 0x0A, 0x0D, 0x22, 0x2C, 0x3B, 0x7C: true
    default: false
    }
  }

  /// Repairs a whole file piece by piece. Pieces that cannot be repaired stay as they are and are noted.
  static func decode(_ source: DecodedText, as encoding: TextEncoding) -> DecodedText {
    var result = DecodedText()
    result.undecodable = source.undecodable
    result.undecodableCount = source.undecodableCount
    result.utf8.reserveCapacity(source.utf8.count)
    let pieces = pieces(source.utf8[...])
    let isMixed = pieces.contains { $0.contains { $0 >= 0xC4 } && isProper(String(decoding: $0, as: UTF8.self)) }
    for piece in pieces {
      append(piece, to: &result, encoding, isMixed)
      if piece.endIndex < source.utf8.endIndex { result.utf8.append(source.utf8[piece.endIndex]) }
    }
    return result
  }

  private static func append(
    _ piece: ArraySlice<UInt8>, to result: inout DecodedText, _ encoding: TextEncoding, _ isMixed: Bool
  ) {
    guard piece.contains(where: { $0 >= 0x80 }) else {
      result.utf8 += piece
      return
    }
    let text = String(decoding: piece, as: UTF8.self)
    if let repaired = isMixed ? repairMixed(text, as: encoding) : repair(text, as: encoding) {
      result.utf8 += repaired.utf8
    } else {
      if isBroken(text) { result.note(undecodable: piece.startIndex) }
      result.utf8 += piece
    }
  }
}
