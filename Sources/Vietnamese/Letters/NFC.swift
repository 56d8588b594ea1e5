/// Normal form C for what Vietnamese offices produce: any Latin letter with any marks.
///
/// The standard library composes only through an unofficial interface, so the table is ours. Scripts that are not
/// Latin are returned as they came (already composed text of any script is not touched); the order of marks follows
/// the canonical combining classes for all.
public enum NFC {
  /// `text` with every Latin letter composed. Returns the same string when there is nothing to do.
  public static func normalize(_ text: String) -> String {
    ByteText.withBytes(of: text, isNormalized) ? text : composed(text)
  }

  /// True when the UTF-8 surely is normal already. False means only that `normalize` must look closer.
  public static func isNormalized(bytes: Span<UInt8>) -> Bool {
    ByteLanes.mayHoldMark(bytes) ? isNormalizedByMarks(bytes) : true
  }

  private static func isNormalizedByMarks(_ bytes: Span<UInt8>) -> Bool {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      // Below U+0300 nothing combines; U+0300…U+036F start with CC or CD, the Kelvin and Ångström signs with E2 84.
      if byte < 0xCC {
        index += 1
      } else if byte == 0xCC || byte == 0xCD {
        let isGreek = byte == 0xCD && index + 1 < bytes.count && bytes[index + 1] >= 0xB0
        if !isGreek { return false }
        index += 2
      } else if byte == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x84 {
        if bytes[index + 2] == 0xAA || bytes[index + 2] == 0xAB { return false }
        index += 3
      } else {
        index += byte < 0xE0 ? 2 : 3
      }
    }
    return true
  }

  private static func composed(_ text: String) -> String {
    var scalars: [UInt32] = []
    scalars.reserveCapacity(text.unicodeScalars.count)
    for scalar in text.unicodeScalars { table.decompose(scalar.value, into: &scalars) }
    sortMarks(&scalars)
    compose(&scalars)
    var result = String.UnicodeScalarView()
    for value in scalars {
      if let scalar = Unicode.Scalar(value) { result.append(scalar) }
    }
    return String(result)
  }

  /// Canonical ordering: each run of marks by class, marks of one class in the order they came.
  private static func sortMarks(_ scalars: inout [UInt32]) {
    var index = 0
    while index < scalars.count {
      let start = index
      while index < scalars.count, combiningClass(scalars[index]) != 0 { index += 1 }
      if index - start > 1 {
        let run = scalars[start..<index].enumerated().map { (combiningClass($1), $0, $1) }
        let sorted = run.sorted { ($0.0, $0.1) < ($1.0, $1.1) }
        scalars.replaceSubrange(start..<index, with: sorted.map { $0.2 })
      }
      index += 1
    }
  }

  /// Canonical composition: each mark joins the last starter unless a mark of its class or higher is in between.
  private static func compose(_ scalars: inout [UInt32]) {
    var output: [UInt32] = []
    output.reserveCapacity(scalars.count)
    var starter: Int?
    var lastClass: UInt8 = 0
    for value in scalars {
      let order = combiningClass(value)
      let isBlocked = starter.map { output.count - 1 > $0 && lastClass >= order } ?? true
      if let place = starter, !isBlocked, let joined = table.compose(output[place], value) {
        output[place] = joined
        continue
      }
      if order == 0 { starter = output.count }
      lastClass = order
      output.append(value)
    }
    scalars = output
  }

  private static func combiningClass(_ value: UInt32) -> UInt8 {
    if value < 0x300 || 0x1E00...0x1EFF ~= value { return 0 }
    return Unicode.Scalar(value)?.properties.canonicalCombiningClass.rawValue ?? 0
  }

  static let table = CompositionTable()
}

/// Both directions of `LatinCompositions`, built once.
struct CompositionTable: Sendable {
  private var composition: [UInt64: UInt32] = [:]
  private var decomposition: [UInt32: [UInt32]] = [:]

  init() {
    for (mark, pairs) in LatinCompositions.byMark {
      var iterator = pairs.unicodeScalars.makeIterator()
      while let base = iterator.next(), let composed = iterator.next() {
        composition[Self.key(base.value, mark)] = composed.value
        decomposition[composed.value] = [base.value, mark]
      }
    }
    for (from, to) in LatinCompositions.singletons { decomposition[from] = to }
  }

  func compose(_ base: UInt32, _ mark: UInt32) -> UInt32? { composition[Self.key(base, mark)] }

  /// Appends the full canonical decomposition of `value`.
  func decompose(_ value: UInt32, into output: inout [UInt32]) {
    guard value >= 0xC0, let parts = decomposition[value] else {
      output.append(value)
      return
    }
    for part in parts { decompose(part, into: &output) }
  }

  private static func key(_ base: UInt32, _ mark: UInt32) -> UInt64 { UInt64(base) << 32 | UInt64(mark) }
}
