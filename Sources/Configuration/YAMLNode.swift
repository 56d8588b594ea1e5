/// A value of a YAML text with its place. Aliases, anchors and tags are refused: they would let a small file grow without bound.
package struct YAMLNode: Sendable {
  package indirect enum Kind: Sendable {
    case scalar(String)
    case sequence([YAMLNode])
    case mapping([YAMLEntry])
  }

  package var kind: Kind
  package var span: Span
  /// The YAML text, and where in it the value begins.
  package internal(set) var source: SourceText
  package internal(set) var start: Int

  /// The decoded scalar with the place of each byte, for expressions inside it; nil for other kinds.
  ///
  /// Quotes, escapes and folded lines make decoded and written text differ: the bytes are aligned greedily, which is exact
  /// inside an expression and close enough around escapes.
  package var text: SourceText? {
    guard case .scalar(let value) = kind else { return nil }
    let bytes = Array(value.utf8)
    var offsets: [Int] = []
    offsets.reserveCapacity(bytes.count + 1)
    var place = start
    for byte in bytes {
      var probe = place
      while probe < source.bytes.count, source.bytes[probe] != byte, Self.canSkip(source.bytes[probe], for: byte) {
        probe += 1
      }
      if probe < source.bytes.count, source.bytes[probe] == byte { place = probe }
      offsets.append(source.offsets[min(place, source.bytes.count)])
      if place < source.bytes.count { place += 1 }
    }
    offsets.append(source.offsets[min(place, source.bytes.count)])
    return SourceText(file: source.file, bytes: bytes, offsets: offsets)
  }

  /// Quotes, escapes, block marks and white space of the written form.
  private static func canSkip(_ byte: UInt8, for wanted: UInt8) -> Bool {
    switch byte {
    case 0x22, 0x27, 0x5C, 0x20, 0x09, 0x0A, 0x0D, 0x3E, 0x7C: true
    case 0x2D, 0x2B: wanted > 0x20
    default: false
    }
  }
}

package struct YAMLEntry: Sendable {
  package var key: String
  package var keySpan: Span
  package var value: YAMLNode
}
