import SeededRandom
import Testing

@testable import Vietnamese

@Suite struct FoldingTests {
  @Test func `keys forget accents, case, tone style and separators`() {
    let spellings = [
      "Đảng ủy Khối", "ĐẢNG UỶ KHỐI", "dang_uy_khoi", "Đảng  ủy -  Khối ", "đảng\u{A0}uỷ\u{2013}khối",
      "Da\u{309}ng u\u{309}y Kho\u{302}\u{301}i",
      "Đ\u{1EA3}ng \u{1EE7}y\u{200B} Kh\u{1ED1}i\u{AD}",
    ]
    // The first letter of the sixth lost its stroke when it was typed; keys do not mind.
    #expect(Set(spellings.map(Folding.key)) == ["dang uy khoi"])
    #expect(Folding.key("Số lượng (người)") == "so luong (nguoi)")
    #expect(Folding.key("Café Müller ﬁ") == "cafe muller ﬁ")
    #expect(Folding.key(" - _ ") == "")
  }

  @Test func `tone style keys keep the accents`() {
    #expect(Folding.toneStyleKey("Tỉnh ủy") == Folding.toneStyleKey("tỉnh  uỷ"))
    #expect(Folding.toneStyleKey("khoẻ, hoà") == Folding.toneStyleKey("khỏe, hòa"))
    #expect(Folding.toneStyleKey("ủy") != Folding.toneStyleKey("uy"))
    #expect(Folding.toneStyleKey("A-B") != Folding.toneStyleKey("A B"))
  }

  @Test func `letters tell most texts apart without keys`() {
    #expect(Folding.isSurelyOther("Hoàn thành tốt nhiệm vụ", "Hoàn thành xuất sắc nhiệm vụ"))
    #expect(Folding.isSurelyOther("bền", "Đạt"))
    // Accents, case, the place of a tone, a stroke and the number of spaces are left to the keys.
    for (left, right) in [
      ("Tỉnh ủy", "TỈNH UỶ"), ("Đạt", "dat"), ("hoà giải", "hòa  giải"), ("Đảng", "Đảng ủy"), ("", "a"), ("1", "2"),
      ("Đa\u{309}ng", "Đảng"), ("a\u{AD}b", "ab"), ("A-B", "A B"),
    ] {
      #expect(!Folding.isSurelyOther(left, right), "\(left), \(right)")
      #expect(!Folding.isSurelyOther(right, left), "\(right), \(left)")
    }
  }

  @Test func `texts that letters tell apart have other keys`() {
    var random = SeededGenerator(seed: 20_261_128)
    let pieces = [
      "a", "A", "ă", "ấ", "o", "oà", "òa", "uy", "uỷ", "ủy", "đ", "Đ", "d", " ", "  ", "\u{A0}", "\u{AD}", "-", "_",
      "1", "é", "ö", "\u{301}", "\u{30A}", "İ", "ß",
    ]
    var apart = 0
    for _ in 0..<20_000 {
      let texts = (0..<2).map { _ in
        (0..<Int.random(in: 0...4, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      }
      guard Folding.isSurelyOther(texts[0], texts[1]) else { continue }
      apart += 1
      #expect(Folding.toneStyleKey(texts[0]) != Folding.toneStyleKey(texts[1]), "\(texts)")
      #expect(Collation.key(texts[0]) != Collation.key(texts[1]), "\(texts)")
    }
    #expect(apart > 1_000)
  }

  @Test func `capitals and small letters of every Vietnamese letter have one key`() {
    let small = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
    for letter in small {
      #expect(Folding.toneStyleKey(letter.uppercased()) == Folding.toneStyleKey(String(letter)), "\(letter)")
    }
    #expect(Folding.toneStyleKey("ĐẢNG BỘ CƯ KUIN") == "đảng bộ cư kuin")
  }
}

@Suite struct ToneStyleTests {
  @Test func `in prose only what cannot be a name changes`() {
    let old = "Bà Thúy hòa giải ở Khánh Hòa; cấp ủy, Đảng ủy, Ủy ban nhân dân, UBND; lê thị thủy; THỦY LỢI."
    let new = "Bà Thúy hoà giải ở Khánh Hòa; cấp uỷ, Đảng uỷ, Uỷ ban nhân dân, UBND; lê thị thuỷ; THỦY LỢI."
    #expect(ToneStyle.convertProse(old, to: .new) == new)
    #expect(ToneStyle.convertProse(new, to: .old) == old)
  }

  @Test(arguments: [
    ("hòa", "hoà"), ("khỏe", "khoẻ"), ("ủy", "uỷ"), ("Tỉnh ủy", "Tỉnh uỷ"), ("ĐẢNG ỦY", "ĐẢNG UỶ"), ("Thủy", "Thuỷ"),
    ("lũy kế", "luỹ kế"), ("khóa XV", "khoá XV"), ("Hóa,", "Hoá,"),
  ])
  func `open oa, oe, uy have two styles`(_ old: String, _ new: String) {
    #expect(ToneStyle.convert(old, to: .new) == new)
    #expect(ToneStyle.convert(new, to: .old) == old)
    #expect(ToneStyle.convert(old, to: .old) == old)
    #expect(ToneStyle.convert(new, to: .new) == new)
  }

  @Test(arguments: [
    "quý", "Quỳ", "quà", "quỷ", "hoàn", "thuyền", "khuỷu", "loài", "của", "mùa", "xoáy", "hoạch", "quỹ", "huyền", "oa",
  ])
  func `other syllables have no choice`(_ word: String) {
    #expect(ToneStyle.convert(word, to: .new) == word)
    #expect(ToneStyle.convert(word, to: .old) == word)
  }
}

@Suite struct NearestTests {
  private let headers = ["ma_don_vi", "ten_don_vi", "ngay_thanh_lap", "so_luong"]

  @Test func `a near miss is named and a far one is not`() {
    #expect(Nearest.suggest("Mã đơn vi", among: headers) == "ma_don_vi")
    #expect(Nearest.suggest("ten don vj", among: headers) == "ten_don_vi")
    #expect(Nearest.suggest("ngay thnah lap", among: headers) == "ngay_thanh_lap")
    #expect(Nearest.suggest("dia_chi", among: headers) == nil)
    #expect(Nearest.suggest("x", among: []) == nil)
    #expect(Nearest.suggest("h1", among: ["h2", "q1"]) == nil)
  }

  @Test func `distances agree with the plain recursive definition`() {
    func plain(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>) -> Int {
      guard let x = a.last, let y = b.last else { return max(a.count, b.count) }
      var best = min(
        plain(a.dropLast(), b.dropLast()) + (x == y ? 0 : 1), plain(a.dropLast(), b) + 1, plain(a, b.dropLast()) + 1)
      if a.count > 1, b.count > 1, a.dropLast().last == y, b.dropLast().last == x {
        best = min(best, plain(a.dropLast(2), b.dropLast(2)) + 1)
      }
      return best
    }
    var random = SeededGenerator(seed: 6)
    for _ in 0..<150 {
      let words = (0..<2).map { _ in
        (0..<Int.random(in: 0...5, using: &random)).map { _ in UInt8.random(in: 97...99, using: &random) }
      }
      #expect(Nearest.distance(words[0], words[1], atMost: 9) == plain(words[0][...], words[1][...]))
    }
  }
}

@Suite struct NFCTests {
  @Test func `decomposed Vietnamese is composed whatever the order of its marks`() {
    let text = "Đảng ủy Khối, Ấp Ẫm ệ ợ Ữ ặ"
    for form in [
      "Đa\u{309}ng u\u{309}y Kho\u{302}\u{301}i, A\u{302}\u{301}p A\u{302}\u{303}m e\u{323}\u{302} o\u{31B}\u{323} U\u{303}\u{31B} a\u{306}\u{323}"
    ] {
      #expect(NFC.normalize(form).unicodeScalars.elementsEqual(text.unicodeScalars))
    }
    // Half composed, as Windows-1258 leaves it, and with the tone before the shape.
    #expect(NFC.normalize("\u{EA}\u{323}").unicodeScalars.elementsEqual("\u{1EC7}".unicodeScalars))
    #expect(NFC.normalize("\u{1EB9}\u{302}").unicodeScalars.elementsEqual("\u{1EC7}".unicodeScalars))
  }

  @Test func `every result is canonically equal to its source and normal itself`() {
    var random = SeededGenerator(seed: 7)
    let pieces = Array(
      "aAeEoOuUyYdxâĂơưÅếẶ\u{300}\u{301}\u{302}\u{303}\u{306}\u{309}\u{31B}\u{323}\u{308}\u{327}\u{340}\u{344}\u{212B}日 "
        .unicodeScalars)
    for _ in 0..<3_000 {
      var view = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...8, using: &random) { view.append(pieces.randomElement(using: &random) ?? "a") }
      let source = String(view)
      let result = NFC.normalize(source)
      // String equality is canonical equivalence: the standard library is the judge.
      #expect(result == source)
      #expect(NFC.normalize(result).unicodeScalars.elementsEqual(result.unicodeScalars))
    }
  }

  @Test func `every Latin letter is taken apart and put together again`() {
    for (mark, pairs) in LatinCompositions.byMark {
      var iterator = pairs.unicodeScalars.makeIterator()
      while let base = iterator.next(), let composed = iterator.next(), let mark = Unicode.Scalar(mark) {
        var view = String.UnicodeScalarView()
        view.append(base)
        view.append(mark)
        #expect(String(view) == String(composed))
        #expect(NFC.normalize(String(view)).unicodeScalars.elementsEqual([composed]))
      }
    }
  }

  @Test func `normal text is recognised without work and a long run of marks stays linear`() {
    let verdicts = ["Đảng ủy Khối 日本 Ω", "a\u{301}", "\u{212B}"].map { text in
      let bytes = Array(text.utf8)
      return NFC.isNormalized(bytes: bytes.span)
    }
    #expect(verdicts == [true, false, false])
    let marks = String(repeating: "\u{301}\u{323}", count: 20_000)
    #expect(NFC.normalize("a" + marks).unicodeScalars.count == 40_000)
  }
}
