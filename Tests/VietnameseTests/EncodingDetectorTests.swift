import SeededRandom
import Testing

@testable import Vietnamese

@Suite struct EncodingDetectorTests {
  private static let lengths = [20, 50, 200, 1_000]

  /// What became of the windows of one length in one encoding.
  private struct Tally {
    var right = 0
    var asked = 0
    /// Another encoding was chosen and nobody was asked.
    var wrong: [String] = []
  }

  private func tally(_ encoding: TextEncoding, letters: Int, count: Int) -> Tally {
    var tally = Tally()
    for text in Corpus.windows(of: Corpus.vietnamese, letters: letters, count: count) {
      let bytes = TestEncoder.encode(text, as: encoding)
      let found = EncodingDetector.detect(bytes)
      // A short text can have the same bytes in two encodings: what counts is the text that comes out.
      let same = TextDecoder.decode(bytes, as: found.encoding).text == TextDecoder.decode(bytes, as: encoding).text
      if found.isClose {
        tally.asked += 1
      } else if same {
        tally.right += 1
      } else {
        tally.wrong.append("\(found.encoding.rawValue): \(text)")
      }
    }
    return tally
  }

  @Test func `no encoding is taken for another in silence, and two hundred letters are enough`() {
    var matrix = "confusion by letters (right/asked/wrong):"
    for encoding in TextEncoding.allCases {
      matrix += "\n  \(encoding.rawValue)" + String(repeating: " ", count: 16 - encoding.rawValue.count)
      for letters in Self.lengths {
        let count = letters > 200 ? 6 : 40
        let tally = tally(encoding, letters: letters, count: count)
        matrix += "  \(letters): \(tally.right)/\(tally.asked)/\(tally.wrong.count)"
        #expect(tally.wrong.isEmpty, "\(encoding) \(letters) \(tally.wrong)")
        if letters >= 200 { #expect(tally.right == count, "\(encoding) \(letters)") }
        if letters >= 50 { #expect(tally.right * 10 >= count * 9, "\(encoding) \(letters)") }
      }
    }
    print(matrix)
  }

  @Test func `clean UTF-8 never raises an alarm`() {
    for text in [Corpus.vietnamese, Corpus.english, Corpus.french] {
      for letters in [3, 8] + Self.lengths {
        for window in Corpus.windows(of: text, letters: letters, count: letters > 200 ? 5 : 120) {
          let found = EncodingDetector.detect(Array(window.utf8))
          #expect(found.encoding == .utf8 && !found.isClose, "\(found.encoding) \(window)")
          #expect(Mojibake.detect(window.split(separator: " ").map(String.init)) == nil, "\(window)")
        }
      }
    }
  }

  @Test func `lists of signs, letters and code points are no hidden Vietnamese`() {
    let lists = [
      "&U<ü<<<Ü ; &I<î<<<Î", "uses ä, ö and ñ", "r'÷', r'×'", "U+0020, U+0022-U+002F, U+00AB",
      "<U2DDA> <S2DDA>;<U2DDA>",
      "33,3 ×3 = 99,9", "a. b. c. d. e. i. o. u.", "(T•Ì•R•Ü•S)",
    ]
    for text in lists { #expect(EncodingDetector.detect(Array(text.utf8)).encoding == .utf8, "\(text)") }
  }

  @Test func `byte order marks decide`() {
    #expect(EncodingDetector.detect([0xEF, 0xBB, 0xBF, 0x61]).encoding == .utf8BOM)
    #expect(EncodingDetector.detect([0xFF, 0xFE, 0x61, 0]).encoding == .utf16LE)
    #expect(EncodingDetector.detect([0xFE, 0xFF, 0, 0x61]).reason == .byteOrderMark)
    let hidden = [0xEF, 0xBB, 0xBF] + TestEncoder.encode(Corpus.vietnamese, as: .tcvn3InUTF8)
    #expect(EncodingDetector.detect(hidden).encoding == .tcvn3InUTF8)
  }

  @Test func `the finding can show a line as it will be read`() {
    let bytes = TestEncoder.encode("STT;Tên;Ghi chú\n1;Đảng ủy Khối các cơ quan tỉnh;không\n", as: .vni)
    let found = EncodingDetector.detect(bytes)
    #expect(found.sample == "STT;Tên;Ghi chú")
    #expect(found.encoding == .vni && found.tokens >= 7 && found.confidence > 80)
  }

  @Test func `what is no Vietnamese is asked about`() {
    let western =
      TestEncoder.encode("x", as: .utf8) + [0xFC, 0x62, 0x65, 0x72, 0x20, 0x66, 0xFC, 0x72, 0x20, 0xE4, 0x6E]
    #expect(EncodingDetector.detect(western).isClose)
    #expect(EncodingDetector.detect([0xFF, 0x80, 0x81, 0x3B]).isClose)
  }

  @Test func `UTF-8 cut off or damaged is still UTF-8`() {
    let whole = Array(Corpus.vietnamese.utf8)
    guard let accent = whole.firstIndex(where: { $0 >= 0xE1 }) else { return }
    #expect(EncodingDetector.detect(whole[...accent]).encoding == .utf8)
    let damaged = EncodingDetector.detect(whole[..<accent] + [0x20] + whole[(accent + 1)...])
    #expect(damaged.encoding == .utf8 && damaged.reason == .damagedUTF8)
  }

  @Test func `random bytes never crash the detector`() {
    var random = SeededGenerator(seed: 14)
    for round in 0..<150 {
      let high: UInt8 = round % 3 == 0 ? 255 : 0x7F
      let bytes = (0..<Int.random(in: 0...400, using: &random)).map { _ in UInt8.random(in: 0...high, using: &random) }
      let found = EncodingDetector.detect(bytes)
      #expect(0...100 ~= found.confidence)
    }
    for bytes in [[], [0], [0xEF], [0xFF], [0xFF, 0xFE], [UInt8](repeating: 0, count: 999)] {
      _ = EncodingDetector.detect(bytes)
    }
  }
}

@Suite struct MojibakeTests {
  private func hidden(_ text: String, _ encoding: TextEncoding) -> String {
    String(decoding: TestEncoder.encode(text, as: encoding), as: UTF8.self)
  }

  @Test func `a column in an old font is found and repaired`() throws {
    #expect(hidden("Đảng bộ Khối", .tcvn3InUTF8) == "§¶ng bé Khèi")
    for encoding in [TextEncoding.tcvn3InUTF8, .vniInUTF8] {
      let cells = ["Đảng bộ Khối", "Hội Nông dân", "Đoàn Thanh niên", "x", "", "Chi bộ 2"]
      let column = cells.map { hidden($0, encoding) }
      let verdict = try #require(Mojibake.detect(column))
      #expect(verdict.encoding == encoding && !verdict.isMixed && !verdict.isClose)
      #expect(column.map { Mojibake.repair($0, as: encoding) } == cells)
      #expect(verdict.repairedSample == "Đảng bộ Khối")
    }
  }

  @Test func `a mixed column keeps its proper cells`() throws {
    let column = ["Đảng bộ Khối", "hóa", hidden("Hội Nông dân xã", .tcvn3InUTF8), hidden("Tổ chức đảng", .tcvn3InUTF8)]
    let verdict = try #require(Mojibake.detect(column))
    #expect(verdict.isMixed)
    let repaired = column.map { Mojibake.repairMixed($0, as: verdict.encoding) ?? $0 }
    #expect(repaired == ["Đảng bộ Khối", "hóa", "Hội Nông dân xã", "Tổ chức đảng"])
  }

  @Test func `proper text is not repaired`() {
    #expect(Mojibake.repair("Đảng bộ", as: .tcvn3InUTF8) == nil)
    #expect(Mojibake.repair("Chi bo 2", as: .tcvn3InUTF8) == "Chi bo 2")
    #expect(Mojibake.detect(["Müller", "café", "naïve", "25 °C", "10 m²", "½"]) == nil)
    #expect(Mojibake.detect(["« Oui »", "a · b · c", "5 µ", "1ª 2ª", "§ 5", "¹ ² ³", "© ®"]) == nil)
    #expect(Mojibake.detect([]) == nil)
  }
}

@Suite struct LostTextTests {
  @Test(arguments: ["Ch? t?ch", "?y ban", "Đ?ng ?y Kh?i", "qu??n", "B\u{FFFD}o cáo", "1;T?nh;2", "CH? T?CH", "B? ?y"])
  func `question marks inside words are lost letters`(_ text: String) {
    #expect(LostText.firstSign(text) != nil)
  }

  @Test(arguments: [
    "Vì sao?", "Ai? Ở đâu?", "", "?", "??", "a ? b", "http://x.vn/?id=a&b=c", "Có? (không)", "…?”", "Ai?Ở đâu?Tại sao",
    "đâu??Không",
  ])
  func `questions and addresses are not`(_ text: String) {
    #expect(LostText.firstSign(text) == nil)
  }

  @Test func `lost cells are found by position`() {
    #expect(LostText.find(["Chủ tịch", "Ch? t?ch", "Ai?"]) == [1])
    #expect(LostText.firstSign("ab t?c") == 4)
  }

  @Test func `a cell is a suspect when it may be an old font and reads wrong`() {
    for cell in ["§¶ng bé Khèi", "M· tæ chøc"] { #expect(Mojibake.isSuspect(utf8: Array(cell.utf8)[...]), "\(cell)") }
    // Proper words, with letters Windows-1252 has (khác, công) and with letters it lacks; plain words; no text at all.
    for cell in ["khác", "công tác", "Đảng bộ", "cơ sở", "ƒ", "kinh te", "", "ngày “1” – 2"] {
      #expect(!Mojibake.isSuspect(utf8: Array(cell.utf8)[...]), "\(cell)")
    }
    #expect(!Mojibake.isSuspect(utf8: [0xC6, 0xFF, 0xC3]))
  }
}
