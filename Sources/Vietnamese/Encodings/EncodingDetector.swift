/// What a file's bytes seem to be, and how sure that is.
public struct Detection: Sendable, Hashable {
  public enum Reason: String, Sendable, Hashable {
    case byteOrderMark
    /// Nothing beyond ASCII: reads the same everywhere.
    case ascii
    case strictUTF8
    /// UTF-8 cut off or damaged in few places.
    case damagedUTF8
    /// Every second byte is zero.
    case zeroBytes
    /// The reading with most Vietnamese syllables.
    case score
    /// No reading makes sense.
    case none
  }

  /// The likeliest encoding; `.utf8` with `isClose` when nothing fits.
  public let encoding: TextEncoding
  public let reason: Reason
  /// 0…100
  public let confidence: Int
  /// The second likeliest reading that gives another text, with its confidence.
  public let runnerUp: TextEncoding?
  public let runnerUpConfidence: Int
  /// Two readings are close, or there is too little to go by: the user must be asked.
  public let isClose: Bool
  /// A line with accents as `encoding` reads it, and as the runner-up does; at most 120 characters.
  public let sample: String
  public let runnerUpSample: String
  /// How many accented words the decision rests on.
  public let tokens: Int
}

/// Tells encodings apart: byte order mark, strict UTF-8 (then hidden TCVN3 or VNI, or VIQR), UTF-16 by its zero bytes,
/// then the reading whose accented words are Vietnamese syllables.
public enum EncodingDetector {
  /// The lead in thousandths below which two readings are close.
  static let clearLead = 100
  /// What the best reading must reach, in thousandths.
  static let enough = 600
  /// How many bytes of accented lines are scored.
  static let sampleBytes = 1 << 16

  /// Looks at all of `bytes` for validity and at the first accented lines for scores. Safe on any bytes.
  public static func detect(_ bytes: [UInt8]) -> Detection { detect(bytes[...]) }

  public static func detect(_ bytes: ArraySlice<UInt8>) -> Detection { detect(EncodingProbe(whole: bytes)) }

  /// Judges by what was gathered from the bytes of a file.
  public static func detect(_ probe: EncodingProbe) -> Detection {
    let head = probe.head[...]
    if let marked = byteOrderMark(head, probe) { return marked }
    if head.contains(0), let wide = zeroBytes(head) { return wide }
    if probe.firstInvalid == nil { return validUTF8(head, probe.accentedLines) }
    return probe.isOpen ? validUTF8(head, probe.accentedLines, isCut: true) : scored(probe.accentedLines)
  }

  private static func byteOrderMark(_ bytes: ArraySlice<UInt8>, _ probe: EncodingProbe) -> Detection? {
    let encoding: TextEncoding? =
      if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
        .utf8BOM
      } else if bytes.starts(with: [0xFF, 0xFE]) {
        .utf16LE
      } else if bytes.starts(with: [0xFE, 0xFF]) {
        .utf16BE
      } else {
        nil
      }
    guard let encoding else { return nil }
    // Hidden TCVN3 or VNI wears a byte order mark as well: Excel writes one.
    if encoding == .utf8BOM, probe.firstInvalid == nil {
      let inner = validUTF8(bytes.dropFirst(3), probe.accentedLines)
      if inner.encoding != .utf8 { return inner }
    }
    return certain(encoding, .byteOrderMark, bytes)
  }

  private static func zeroBytes(_ bytes: ArraySlice<UInt8>) -> Detection? {
    let sample = bytes.prefix(sampleBytes)
    var zeros = (even: 0, odd: 0)
    for (offset, byte) in sample.enumerated() where byte == 0 {
      if offset % 2 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
    }
    let pairs = max(1, sample.count / 2)
    // Half of Vietnamese letters are ASCII; a text has hardly a zero on the other side.
    if zeros.odd * 10 >= pairs * 3, zeros.even * 20 <= pairs { return certain(.utf16LE, .zeroBytes, bytes) }
    if zeros.even * 10 >= pairs * 3, zeros.odd * 20 <= pairs { return certain(.utf16BE, .zeroBytes, bytes) }
    return nil
  }

  private static func certain(
    _ encoding: TextEncoding, _ reason: Detection.Reason, _ bytes: ArraySlice<UInt8>, confidence: Int = 100
  ) -> Detection {
    // No word was needed to tell.
    Detection(
      encoding: encoding, reason: reason, confidence: confidence, runnerUp: nil, runnerUpConfidence: 0, isClose: false,
      sample: sample(bytes.prefix(4096), encoding), runnerUpSample: "", tokens: 0)
  }

  private static func sample(_ bytes: ArraySlice<UInt8>, _ encoding: TextEncoding) -> String {
    guard encoding == .utf8 || encoding == .utf8BOM else {
      return sampleLine(TextDecoder.decode(bytes, as: encoding).text)
    }
    let line = sampleLine(bytes.dropFirst(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0))
    let text = String(decoding: line, as: UTF8.self)
    return line.count <= 120 ? text : String(text.prefix(120))
  }

  private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D || byte == 0 }

  /// The first line with something beyond ASCII, else the first line that is not empty.
  static func sampleLine(_ text: String) -> String {
    let bytes = Array(text.utf8)
    return String(String(decoding: sampleLine(bytes[...]), as: UTF8.self).prefix(120))
  }

  private static func sampleLine(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var first: ArraySlice<UInt8>?
    var rest = bytes
    while let start = rest.firstIndex(where: { !isLineEnd($0) }) {
      let line = rest[start...].prefix { !isLineEnd($0) }
      if line.contains(where: { $0 >= 0x80 }) { return line }
      first = first ?? line
      rest = rest[line.endIndex...]
    }
    return first ?? rest
  }
}

// MARK: - Valid UTF-8

extension EncodingDetector {
  /// - Parameter bytes: the first of the file.
  private static func validUTF8(_ bytes: ArraySlice<UInt8>, _ lines: [UInt8], isCut: Bool = false) -> Detection {
    if lines.isEmpty, !isCut { return viqr(bytes) ?? certain(.utf8, .ascii, bytes) }
    if Mojibake.hasSuspect(lines) {
      let cells = Mojibake.pieces(lines[...]).map { String(decoding: $0, as: UTF8.self) }
      if let hidden = Mojibake.detect(cells), !hidden.isMixed { return hiddenDetection(hidden, cells) }
    }
    return certain(.utf8, isCut ? .damagedUTF8 : .strictUTF8, bytes)
  }

  private static func hiddenDetection(_ hidden: Mojibake.Verdict, _ cells: [String]) -> Detection {
    var plain = TokenScore()
    for cell in cells { plain.add(cell) }
    return Detection(
      encoding: hidden.encoding, reason: .score, confidence: hidden.confidence, runnerUp: .utf8,
      runnerUpConfidence: plain.perMille / 10, isClose: hidden.isClose,
      sample: String(hidden.repairedSample.prefix(120)),
      runnerUpSample: String(hidden.sample.prefix(120)), tokens: hidden.tokens)
  }

  /// ASCII whose signs behind vowels make Vietnamese words.
  private static func viqr(_ bytes: ArraySlice<UInt8>) -> Detection? {
    let sample = bytes.prefix(sampleBytes)
    let text = TextDecoder.decode(sample, as: .viqr).text
    var score = TokenScore()
    score.add(text)
    guard isConvincingVIQR(score, plainBesideMarked: plainBesideMarked(text)) else { return nil }
    return Detection(
      encoding: .viqr, reason: .score, confidence: score.perMille / 10, runnerUp: .utf8, runnerUpConfidence: 0,
      isClose: score.tokens < 5, sample: sampleLine(text),
      runnerUpSample: sampleLine(String(decoding: sample, as: UTF8.self)), tokens: score.tokens)
  }

  /// Nearly all accented words are possible, there are many of them, and they have what English punctuation never
  /// makes: letters like ă, ê, ơ, đ in a good part of them, or three different tones in most words.
  /// - Parameter plainBesideMarked: plain words of the cells with accents: headers and codes say nothing.
  private static func isConvincingVIQR(_ score: TokenScore, plainBesideMarked: Int) -> Bool {
    let words = score.tokens + score.plain
    let near = score.tokens + plainBesideMarked
    let isShaped = score.shaped > 0 && score.shaped * 4 >= score.tokens && score.tokens * 10 >= near * 3
    let isToned = score.tokens >= 4 && score.tokens * 10 >= words * 6 && score.toneCount >= 3
    let isLegal = score.legal == score.tokens || score.legal + score.common >= score.tokens
    let isNearlyLegal = score.tokens >= 5 && score.legal * 10 >= score.tokens * 9
    return score.tokens >= 3 && (isShaped || isToned) && (isLegal || isNearlyLegal)
  }

  private static func plainBesideMarked(_ text: String) -> Int {
    var plain = 0
    for cell in Mojibake.pieces(Array(text.utf8)[...]) where cell.contains(where: { $0 >= 0x80 }) {
      var score = TokenScore()
      score.add(String(decoding: cell, as: UTF8.self))
      plain += score.plain
    }
    return plain
  }

  /// Adds the lines with a byte beyond ASCII, up to `sampleBytes` in all.
  static func accentedLines(_ bytes: ArraySlice<UInt8>, into result: inout [UInt8]) {
    var start = bytes.startIndex
    while start < bytes.endIndex, result.count < sampleBytes {
      let accent = bytes.startIndex + ByteLanes.firstBeyondASCII(in: bytes.span, from: start - bytes.startIndex)
      guard accent < bytes.endIndex else { break }
      let lineStart = bytes[start..<accent].lastIndex(of: 0x0A).map { $0 + 1 } ?? start
      let end = bytes[accent...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.endIndex
      // A line may be a gigabyte: the stretch around its first accent is enough.
      let from = max(lineStart, accent - 4096)
      result += bytes[from..<min(end, accent + sampleBytes)]
      start = end
    }
  }
}

// MARK: - One-byte encodings

extension EncodingDetector {
  private struct Candidate {
    let encoding: TextEncoding
    let text: String
    let score: TokenScore
  }

  private static func scored(_ lines: [UInt8]) -> Detection {
    let encodings: [TextEncoding] = [.tcvn3, .vni, .viscii, .windows1258, .tcvn5712, .utf8]
    let ranked = encodings.map { candidate(lines, $0) }.enumerated().sorted {
      ($1.element.score.perMille, $0.offset) < ($0.element.score.perMille, $1.offset)
    }.map(\.element)
    let best = ranked[0]
    let second = ranked.dropFirst().first { rivals($0, best) }
    let lead = best.score.perMille - (second?.score.perMille ?? 0)
    let isThin = best.score.tokens < 3 && lead < enough
    let isClose = best.score.perMille < enough || lead < clearLead || isThin
    if best.score.legal == 0 { return nothing(lines) }
    return Detection(
      encoding: best.encoding, reason: best.encoding == .utf8 ? .damagedUTF8 : .score,
      confidence: best.score.perMille / 10, runnerUp: second?.encoding,
      runnerUpConfidence: (second?.score.perMille ?? 0) / 10, isClose: isClose, sample: sampleLine(best.text),
      runnerUpSample: second.map { sampleLine($0.text) } ?? "", tokens: best.score.tokens)
  }

  /// The two forms of TCVN differ in a few capitals and quotes only: one word that reads better is proof enough. When none does,
  /// they differ in a dash or quote that stands alone, and the form that fonts have is meant.
  private static func rivals(_ other: Candidate, _ best: Candidate) -> Bool {
    let family: Set<TextEncoding> = [.tcvn3, .tcvn5712]
    if family.contains(other.encoding), family.contains(best.encoding) {
      return best.encoding == .tcvn5712 && other.score.perMille == best.score.perMille && other.text != best.text
    }
    return other.text != best.text
  }

  private static func candidate(_ lines: [UInt8], _ encoding: TextEncoding) -> Candidate {
    let decoded = TextDecoder.decode(lines, as: encoding)
    var score = TokenScore()
    score.add(decoded.text, isABC: encoding == .tcvn3)
    return Candidate(encoding: encoding, text: decoded.text, score: score)
  }

  private static func nothing(_ lines: [UInt8]) -> Detection {
    Detection(
      encoding: .utf8, reason: .none, confidence: 0, runnerUp: nil, runnerUpConfidence: 0, isClose: true,
      sample: sampleLine(String(decoding: lines, as: UTF8.self)), runnerUpSample: "", tokens: 0)
  }
}
