/// The six tones, in dictionary order.
public enum Tone: UInt8, Sendable, Hashable, CaseIterable, Comparable {
  case ngang, huyen, hoi, nga, sac, nang

  public static func < (left: Tone, right: Tone) -> Bool { left.rawValue < right.rawValue }
}

/// One letter taken apart: `Ấ` is a, circumflex, sắc, capital.
struct Letter: Sendable, Hashable {
  /// What is on the letter besides the tone.
  enum Shape: UInt8, Sendable { case plain, breve, circumflex, horn, stroke }

  /// `a`…`z` as ASCII.
  var base: UInt8
  var shape: Shape
  var tone: Tone
  var isCapital: Bool

  /// Nil for anything that is not an unaccented Latin or a Vietnamese letter.
  init?(_ scalar: Unicode.Scalar) {
    guard let slot = Self.slot(scalar.value), let letter = Self.table[slot] else { return nil }
    self = letter
  }

  private init(base: UInt8, shape: Shape, tone: Tone, isCapital: Bool) {
    (self.base, self.shape, self.tone, self.isCapital) = (base, shape, tone, isCapital)
  }

  /// Letter and shape without tone and case in one number, a code of the 29 letters and f, j, w, z.
  var toneless: UInt8 { (base &- 0x60) << 3 | shape.rawValue }

  /// The composed letter, or nil when no such letter exists (a tone on a consonant).
  var scalar: Unicode.Scalar? { Self.scalars[self] }

  private static let vowels: [(UInt8, Shape, String, String)] = [
    (0x61, .plain, "aàảãáạ", "AÀẢÃÁẠ"), (0x61, .breve, "ăằẳẵắặ", "ĂẰẲẴẮẶ"), (0x61, .circumflex, "âầẩẫấậ", "ÂẦẨẪẤẬ"),
    (0x65, .plain, "eèẻẽéẹ", "EÈẺẼÉẸ"), (0x65, .circumflex, "êềểễếệ", "ÊỀỂỄẾỆ"), (0x69, .plain, "iìỉĩíị", "IÌỈĨÍỊ"),
    (0x6F, .plain, "oòỏõóọ", "OÒỎÕÓỌ"), (0x6F, .circumflex, "ôồổỗốộ", "ÔỒỔỖỐỘ"), (0x6F, .horn, "ơờởỡớợ", "ƠỜỞỠỚỢ"),
    (0x75, .plain, "uùủũúụ", "UÙỦŨÚỤ"), (0x75, .horn, "ưừửữứự", "ƯỪỬỮỨỰ"), (0x79, .plain, "yỳỷỹýỵ", "YỲỶỸÝỴ"),
  ]

  /// U+0000…U+01B0, then U+1EA0…U+1EF9.
  private static func slot(_ value: UInt32) -> Int? {
    if value <= 0x1B0 { return Int(value) }
    return 0x1EA0...0x1EF9 ~= value ? Int(value - 0x1EA0) + 0x1B1 : nil
  }

  private static let table: [Letter?] = {
    var table = [Letter?](repeating: nil, count: 0x1B1 + 0x5A)
    for (letter, scalar) in scalars {
      if let slot = slot(scalar.value) { table[slot] = letter }
    }
    return table
  }()

  private static let scalars: [Letter: Unicode.Scalar] = {
    var scalars: [Letter: Unicode.Scalar] = [:]
    for base in UInt8(0x61)...0x7A {
      scalars[Letter(base: base, shape: .plain, tone: .ngang, isCapital: false)] = Unicode.Scalar(base)
      scalars[Letter(base: base, shape: .plain, tone: .ngang, isCapital: true)] = Unicode.Scalar(base - 0x20)
    }
    scalars[Letter(base: 0x64, shape: .stroke, tone: .ngang, isCapital: false)] = "đ"
    scalars[Letter(base: 0x64, shape: .stroke, tone: .ngang, isCapital: true)] = "Đ"
    for (base, shape, small, capital) in vowels {
      for (tone, pair) in zip(Tone.allCases, zip(small.unicodeScalars, capital.unicodeScalars)) {
        scalars[Letter(base: base, shape: shape, tone: tone, isCapital: false)] = pair.0
        scalars[Letter(base: base, shape: shape, tone: tone, isCapital: true)] = pair.1
      }
    }
    return scalars
  }()
}
