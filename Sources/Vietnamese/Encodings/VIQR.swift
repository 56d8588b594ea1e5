/// VIQR (RFC 1456): accents as ASCII signs behind the letter, `Dda?ng bo^.`; a backslash keeps a sign a sign.
enum VIQR {
  static func decode(_ bytes: ArraySlice<UInt8>) -> DecodedText {
    var result = DecodedText()
    result.utf8.reserveCapacity(bytes.count)
    var reader = Reader(bytes)
    while let step = reader.next() {
      switch step {
      case .value(let value): result.append(value)
      case .undecodable(let offset): result.appendUndecodable(at: offset - bytes.startIndex)
      }
    }
    return result
  }

  private enum Step {
    case value(UInt32)
    case undecodable(Int)
  }

  private struct Reader {
    private let bytes: ArraySlice<UInt8>
    private var index: Int
    /// The syllable already has its tone: a further `.` or `?` is punctuation.
    private var hasTone = false

    init(_ bytes: ArraySlice<UInt8>) {
      self.bytes = bytes
      index = bytes.startIndex
    }

    private var peek: UInt8? { index < bytes.endIndex ? bytes[index] : nil }

    mutating func next() -> Step? {
      guard let byte = peek else { return nil }
      index += 1
      if byte >= 0x80 { return .undecodable(index - 1) }
      if byte == 0x5C, let kept = peek, kept < 0x80 {
        index += 1
        hasTone = false
        return .value(UInt32(kept))
      }
      guard var letter = Letter(Unicode.Scalar(byte)) else {
        hasTone = false
        return .value(UInt32(byte))
      }
      takeShape(&letter)
      takeTone(&letter)
      return .value(letter.scalar?.value ?? UInt32(byte))
    }

    private mutating func takeShape(_ letter: inout Letter) {
      guard let mark = peek else { return }
      let shape: Letter.Shape? =
        switch (letter.base, mark) {
        case (0x64, 0x64), (0x64, 0x44): .stroke
        case (0x61, 0x28): .breve
        case (0x61, 0x5E), (0x65, 0x5E), (0x6F, 0x5E): .circumflex
        case (0x6F, 0x2B), (0x75, 0x2B), (0x6F, 0x2A), (0x75, 0x2A): .horn
        default: nil
        }
      guard let shape else { return }
      letter.shape = shape
      index += 1
    }

    private mutating func takeTone(_ letter: inout Letter) {
      guard !hasTone, let mark = peek, let tone = Self.tone(mark) else { return }
      letter.tone = tone
      guard letter.scalar != nil else {
        letter.tone = .ngang
        return
      }
      index += 1
      hasTone = true
    }

    private static func tone(_ mark: UInt8) -> Tone? {
      switch mark {
      case 0x60: .huyen
      case 0x3F: .hoi
      case 0x7E: .nga
      case 0x27: .sac
      case 0x2E: .nang
      default: nil
      }
    }
  }
}
