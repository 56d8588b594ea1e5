import SeededRandom
import Testing
import Vietnamese

@Suite struct TextDecoderTests {
  @Test func `the one-byte tables agree with iconv`() {
    for (bytes, encoding) in [
      (IconvFixtures.tcvnLine, TextEncoding.tcvn5712), (IconvFixtures.visciiLine, .viscii),
      (IconvFixtures.cp1258Line, .windows1258),
    ] {
      let decoded = TextDecoder.decode(bytes, as: encoding)
      #expect(decoded.text.unicodeScalars.elementsEqual(IconvFixtures.line.unicodeScalars))
      #expect(decoded.undecodableCount == 0)
    }
    let letters = Corpus.letters.map(String.init).joined(separator: "\n")
    for (bytes, encoding) in [
      (IconvFixtures.tcvnLetters, TextEncoding.tcvn5712), (IconvFixtures.visciiLetters, .viscii),
      (IconvFixtures.cp1258Letters, .windows1258),
    ] {
      #expect(TextDecoder.decode(bytes, as: encoding).text.unicodeScalars.elementsEqual(letters.unicodeScalars))
    }
  }

  @Test(arguments: TextEncoding.allCases)
  func `every encoding gives back what the notes and iconv encode`(_ encoding: TextEncoding) {
    var text = Corpus.vietnamese + "\n" + Corpus.letters
    switch encoding {
    case .utf8, .utf8BOM, .utf16LE, .utf16BE: break
    case .tcvn3, .tcvn3InUTF8:
      text = Corpus.vietnamese.replacing("“", with: "\"").replacing("”", with: "\"").replacing("Ủ", with: "ủ")
    case .viqr:
      // Full stops and question marks behind vowels would need a backslash.
      text = String(Corpus.vietnamese.replacing("“", with: "\"").replacing("”", with: "\"").filter { $0 != "." })
    default:
      text = text.replacing("“", with: "\"").replacing("”", with: "\"")
    }
    let decoded = TextDecoder.decode(TestEncoder.encode(text, as: encoding), as: encoding)
    #expect(decoded.text == text)
    #expect(decoded.undecodableCount == 0)
  }

  @Test func `VNI capitals with breve are not swapped`() {
    // Small ắ is 61 E9 and ằ 61 E8; capitals lie 0x20 lower.
    #expect(TextDecoder.decode([0x41, 0xC9, 0x20, 0x41, 0xC8], as: .vni).text == "Ắ Ằ")
    #expect(TextDecoder.decode([0x41, 0xE9, 0x61, 0xC8], as: .vni).text == "Ắằ")
    #expect(TextDecoder.decode([0xD1, 0x61, 0xFB, 0x6E, 0x67], as: .vni).text == "Đảng")
  }

  @Test func `VIQR keeps escaped signs and lets a full stop follow a tone`() {
    #expect(TextDecoder.decode(Array("Dda?ng bo^.".utf8), as: .viqr).text == "Đảng bộ")
    #expect(TextDecoder.decode(Array("Dda?ng bo^.. a\\. Co' a?".utf8), as: .viqr).text == "Đảng bộ. a. Có ả")
    #expect(TextDecoder.decode(Array("u+o+'c u*o*'c".utf8), as: .viqr).text == "ước ước")
  }

  @Test func `a soft hyphen hidden in UTF-8 becomes ư`() {
    #expect(TextDecoder.decode(Array("\u{AD}u t\u{AD}".utf8), as: .tcvn3InUTF8).text == "ưu tư")
  }

  @Test func `meaningless bytes are located`() {
    let wide = TextDecoder.decode([0x41, 0x00, 0x00, 0xD8, 0x42, 0x00, 0x43], as: .utf16LE)
    #expect(wide.text == "A\u{FFFD}B\u{FFFD}")
    #expect(wide.undecodable == [2, 6])
    let narrow = TextDecoder.decode([0x41, 0xC0, 0x80, 0x42, 0xED, 0xA0, 0x80, 0xF5], as: .utf8)
    #expect(narrow.undecodable == [1, 2, 4, 5, 6, 7])
    #expect(TextDecoder.decode([0x62, 0xE2], as: .vni).undecodable == [1])
    #expect(TextDecoder.decode([0x61, 0xFF], as: .viqr).undecodable == [1])
    let many = TextDecoder.decode([UInt8](repeating: 0xFF, count: 1_000), as: .utf8)
    #expect(many.undecodable.count == TextDecoder.offsetLimit && many.undecodableCount == 1_000)
    #expect(TextDecoder.decode([0, 0, 0xFF][1...], as: .utf8).undecodable == [1])
  }

  @Test func `random bytes decode to valid text in every encoding`() {
    var random = SeededGenerator(seed: 13)
    for _ in 0..<150 {
      let bytes = (0..<Int.random(in: 0...200, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
      for encoding in TextEncoding.allCases {
        let decoded = TextDecoder.decode(bytes, as: encoding)
        #expect(String(validating: decoded.utf8, as: UTF8.self) != nil)
        #expect(
          decoded.undecodable.allSatisfy { bytes.indices.contains($0) || encoding.rawValue.hasSuffix("in-utf-8") })
      }
      #expect((UTF8Scan.firstInvalid(bytes[...]) == nil) == (String(validating: bytes, as: UTF8.self) != nil))
    }
  }

  @Test func `names people use for encodings are understood`() {
    let names = ["UTF8", "abc", "TCVN3 (ABC)", "cp1258", "VNI-Windows", "utf-16", ".VnTime", "latin-1"]
    #expect(
      names.map { TextEncoding(name: $0) } == [.utf8, .tcvn3, .tcvn3, .windows1258, .vni, .utf16LE, .tcvn3, nil])
    for encoding in TextEncoding.allCases { #expect(TextEncoding(name: encoding.rawValue) == encoding) }
  }
}
