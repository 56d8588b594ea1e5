import Documents
import Findings
import Graphics

/// Words with a character their face lacks.
extension TextSetter {
  /// Sets each stretch of the word in the first face that has its characters: the style's own, then the fallbacks the family names.
  /// What no face has is an error; a change of face inside the word is a warning.
  mutating func appendMixed(
    _ range: Range<Int>, _ span: TextSource.Span, _ face: Face, _ context: TextContext, room: Double
  ) {
    let location = TextFindings.location(span.origin, context)
    let parts = stretches(range, face)
    for part in parts {
      if let missing = part.missing {
        findings.append(
          TextFindings.missingGlyph(missing, face: face.name, at: location, excerpt: source.excerpt(part.range)))
      } else if parts.count > 1, part.face !== face, let scalar = firstScalar(part.range) {
        findings.append(
          TextFindings.mixedFaces(
            scalar, face: face.name, fallback: part.face.name, at: location, excerpt: source.excerpt(part.range)))
      }
      var font = source.fonts[Int(span.font)]
      font.face = Int32(clamping: part.face.id.index)
      font.scale = font.size / part.face.unitsPerEm
      let index = source.index(of: font)
      let word = words.word(source.bytes, part.range, face: part.face)
      append(word, part.range, font: index, scale: font.scale, origin: span.origin, context, room: room)
    }
  }

  private struct Stretch {
    var range: Range<Int>
    var face: Face
    var missing: Unicode.Scalar?
  }

  /// The word in stretches of one face. Marks stay with the letter they stand on.
  private func stretches(_ range: Range<Int>, _ face: Face) -> [Stretch] {
    var result: [Stretch] = []
    var offset = range.lowerBound
    for scalar in source.bytes.string(range).unicodeScalars {
      let end = offset + UTF8.width(scalar)
      let chosen = chooseFace(scalar, face)
      let isMark = LineBreakClass(scalar) == .cm
      if let last = result.last, last.missing == nil, chosen != nil || isMark,
        chosen === last.face || isMark && last.face.coverage.contains(scalar)
      {
        result[result.count - 1].range = last.range.lowerBound..<end
      } else {
        result.append(Stretch(range: offset..<end, face: chosen ?? face, missing: chosen == nil ? scalar : nil))
      }
      offset = end
    }
    return result
  }

  private func chooseFace(_ scalar: Unicode.Scalar, _ face: Face) -> Face? {
    if face.coverage.contains(scalar) { return face }
    for id in library.family.fallbacks {
      if let fallback = library.faces[id.index], fallback.coverage.contains(scalar) { return fallback }
    }
    return nil
  }

  private func firstScalar(_ range: Range<Int>) -> Unicode.Scalar? {
    source.bytes.string(range).unicodeScalars.first
  }
}
