import SeededRandom
import Testing
import Vietnamese

@Suite struct CollationTests {
  private func isOrdered(_ texts: [String]) -> Bool {
    var random = SeededGenerator(seed: 11)
    return (0..<20).allSatisfy { _ in Collation.sorted(texts.shuffled(using: &random)) == texts }
  }

  @Test func `letters come before tones`() {
    #expect(
      isOrdered([
        "An", "Ánh", "Ân", "Bình", "Dũng", "Đạt", "Hà", "Hải", "Hương", "Hường", "Hưởng", "Hưỡng", "Hướng", "Hượng",
      ]))
    #expect(isOrdered(["áng", "anh"]))
    #expect(
      isOrdered(
        "a ă â b c d đ e ê f g h i j k l m n o ô ơ p q r s t u ư v w x y z".split(separator: " ").map(String.init)))
    #expect(isOrdered(["ma", "mà", "mả", "mã", "má", "mạ", "mă"]))
  }

  @Test func `syllables are ordered as the Unicode collation algorithm orders them`() {
    // Sorted by Perl's Unicode::Collate::Locale for vi.
    let words = """
      an ang áng anh ánh ăn ắn ân ẩn ba bà bả bã bá bạ bác Bác bạc bang băng bằng bâng chi chí cho chờ chớ chợ co \
      có con cô cố cơ cờ da dã dân dần dẫn đa Đà đã đá đàng đảng Đảng đăng đằng e en ê ên hà hai hải hãi hoa hỏa \
      hóa họa hoan hoàn hương hường hướng hượng kheo khẻo khéo ly lý lỵ mua mùa mung mưa mừng nghi nghị ngi nha \
      nhà om ôm ốm ơm phó phố phở quy quỹ quý tinh tình tỉnh tu tú tư từ tử ư ừ ử ứ văn vân vẫn vận xa xã xá yếm \
      yên yến
      """.split(separator: " ").map(String.init)
    #expect(isOrdered(words))
  }

  @Test func `a space sorts before any letter and syllables are compared in turn`() {
    #expect(isOrdered(["ba", "ba ba", "ba bị", "bà", "bà con", "ban", "bàn"]))
  }

  @Test func `lower case comes before capitals only when all else is equal`() {
    #expect(isOrdered(["đảng", "Đảng", "ĐẢNG", "đảng bộ"]))
    #expect(Collation.key("A").bytes != Collation.key("a").bytes)
    #expect(Collation.key("hòa bình") < Collation.key("hoà mục"))
    #expect(Collation.key("hoà bình") < Collation.key("hòa mục"))
  }

  @Test func `signs precede digits and digits letters`() {
    #expect(isOrdered(["-a", "1", "2", "a", "z", "я", "日"]))
    #expect(isOrdered(["e", "é", "ë", "f"]))
    #expect(
      Collation.sorted(["Chi bộ 10", "Chi bộ 2", "Chi bộ"], digits: .numeric) == ["Chi bộ", "Chi bộ 2", "Chi bộ 10"])
    #expect(Collation.sorted(["Chi bộ 2", "Chi bộ 10"]) == ["Chi bộ 10", "Chi bộ 2"])
  }

  @Test func `normal form does not matter`() {
    #expect(Collation.key("Kho\u{302}\u{301}i") == Collation.key("Khối"))
  }

  @Test func `random texts are ordered totally`() {
    var random = SeededGenerator(seed: 12)
    let alphabet = Array("aăâAdđeêoôơuưyàáạ b1-é")
    let texts = (0..<120).map { _ in
      String((0..<Int.random(in: 0...6, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? "a" })
    }
    let keys = texts.map { Collation.key($0) }.sorted()
    for pair in zip(keys, keys.dropFirst()) { #expect(pair.0 <= pair.1) }
  }
}

@Suite struct PersonNameTests {
  @Test func `people sort by given name, then surname, then middle names`() {
    let names = [
      "Nguyễn Văn An", "Trần An", "Trần Thị An", "Lê Ánh", "Nguyễn Hoàng Ân", "Phạm Bình", "Đỗ Dũng", "Bùi Đạt",
    ]
    #expect(PersonName.sorted(names.reversed()) == names)
    #expect(
      PersonName.sorted(names, order: .ho).prefix(3) == ["Bùi Đạt", "Đỗ Dũng", "Lê Ánh"])
    #expect(PersonName.sorted(["An", "", "Trần An"]) == ["", "An", "Trần An"])
  }
}

@Suite struct SyllableTests {
  @Test func `the words of a report are legal syllables`() {
    let text = """
      Báo cáo kết quả thực hiện công tác dân vận quý hai năm của Đảng ủy Khối các cơ quan và doanh nghiệp tỉnh Hưng Yên
      nghiêng giếng gì gìn giữ quốc quyên quỳnh khuỷu khuya ngoằn ngoèo thuở huơ xoong oách uỷ ỷ yêu y ý nghĩa kỷ luật
      hoàn thành xuất sắc nhiệm vụ hoàn thành tốt không hoàn thành phường xã đặc khu trực thuộc tuyên giáo khéo đoàn
      khuếch trương huỵch toẹt ngoặt choắt xuể loắt quẩn quặng quắc quyết quít quýt giặt giục giết ghế ghềnh nghề kiểm
      """
    for word in text.split(whereSeparator: \.isWhitespace) { #expect(Syllable.isLegal(word), "\(word)") }
  }

  @Test(arguments: [
    "", "bc", "cà1", "hoaà", "càchs", "kà", "ce", "ngê", "gha", "quu", "cat", "cậṕ", "càp", "thanhg", "x", "đ", "ấýá",
    "strong", "ghost", "được được", "zà", "wa", "Müller", "§¶ng", "nghiêngs",
  ])
  func `what cannot be said is not legal`(_ word: String) {
    #expect(!Syllable.isLegal(word))
  }
}
