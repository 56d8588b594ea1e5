import Documents
import SeededRandom
import Testing

@testable import Typesetting

/// Marks the places where a line may break: `÷` allowed, `!` forced, nothing where it may not.
private func marked(_ text: String) -> String {
  var scanner = LineBreakScanner()
  var result = ""
  for scalar in text.unicodeScalars {
    switch scanner.next(LineBreakClass(scalar)) {
    case .allowed: result += "÷"
    case .mandatory: result += "!"
    case .prohibited: break
    }
    result.unicodeScalars.append(scalar)
  }
  return result
}

/// The rules of Unicode Standard Annex #14, one after the other; the expected breaks are read off the rule.
@Suite struct TextLineBreakTests {
  @Test(arguments: [
    ("LB4, LB6", "a \nb\n\nc\u{2028}d", "a \n!b\n!\n!c\u{2028}!d"),
    ("LB7, LB18", "a b  c", "a ÷b  ÷c"),
    ("LB8", "a\u{200B}b\u{200B} c", "a\u{200B}÷b\u{200B} ÷c"),
    ("LB9, LB10", "e\u{0301}e \u{0301}e", "e\u{0301}e ÷\u{0301}e"),
    ("LB11", "a\u{2060}-\u{2060}b 世\u{2060}界", "a\u{2060}-\u{2060}b ÷世\u{2060}界"),
    ("LB12, LB12a", "a\u{A0}b -\u{A0}c a-\u{A0}b", "a\u{A0}b ÷-÷\u{A0}c ÷a-÷\u{A0}b"),
    ("LB13", "a ) b !c :d ,e", "a ) ÷b !÷c :d ,e"),
    ("LB14", "( a (b", "( a ÷(b"),
    ("LB15a, LB15b", "“ a “b” (c)", "“ a ÷“b” ÷(c)"),
    ("LB16", ") \u{3005}", ") \u{3005}"),
    ("LB17", "a— —b", "a÷— —÷b"),
    ("LB19", "a“b”c \"d\"", "a“b”c ÷\"d\""),
    ("LB20a", "-a b -c", "-a ÷b ÷-c"),
    ("LB21", "a-b a–b c-", "a-÷b ÷a–÷b ÷c-"),
    ("LB22", "a… b…c", "a… ÷b…÷c"),
    ("LB23", "a1b 1a", "a1b ÷1a"),
    ("LB24", "$a a% %a", "$a ÷a% ÷%a"),
    ("LB25 numbers", "$1.250,50 (12)% -5 5/6", "$1.250,50 ÷(12)% ÷-5 ÷5/6"),
    ("LB25 dates", "18/2/2020 2021-2025", "18/2/2020 ÷2021-2025"),
    ("LB28, LB29", "abc TP.HCM", "abc ÷TP.HCM"),
    ("LB30", "a(b) (c)d 1(2)3", "a(b) ÷(c)d ÷1(2)3"),
    ("LB31", "và/hoặc 世界", "và/÷hoặc ÷世÷界"),
  ])
  func `lines break where the rule says`(_ rule: String, _ text: String, _ expected: String) {
    #expect(marked(text) == expected, "\(rule)")
  }

  @Test func `classes agree with table 1 of the annex`() {
    let expected: [(Unicode.Scalar, LineBreakClass)] = [
      ("a", .al), ("ễ", .al), ("Đ", .al), ("5", .nu), ("-", .hy), ("–", .ba), ("—", .b2), ("/", .sy), (".", .is),
      (",", .is),
      (":", .is), (";", .is), ("!", .ex), ("?", .ex), ("%", .po), ("‰", .po), ("°", .po), ("$", .pr), ("₫", .pr),
      ("№", .pr),
      ("(", .op), (")", .cp), ("[", .op), ("]", .cp), ("{", .op), ("}", .cl), ("“", .quOpen), ("”", .quClose),
      ("\"", .qu),
      ("…", .in), (" ", .sp), ("\u{A0}", .gl), ("\u{202F}", .gl), ("\u{2011}", .gl), ("\u{200B}", .zw),
      ("\u{0323}", .cm),
      ("世", .id), ("。", .cl), ("×", .al), ("€", .pr), ("\u{2060}", .wj), ("\t", .ba),
    ]
    for (scalar, kind) in expected { #expect(LineBreakClass(scalar) == kind, "\(scalar)") }
  }

  @Test func `the table is in order and does not overlap`() {
    for (left, right) in zip(LineBreakTable.ranges, LineBreakTable.ranges.dropFirst()) {
      #expect(left.first <= left.last && left.last < right.first)
    }
  }
}

@Suite struct TextTiesTests {
  /// The simple reading, character by character, is the oracle of the one by bytes.
  @Test func `words of plain letters have the traits that reading them by characters finds`() {
    var random = SeededGenerator(seed: 412)
    let letters = Array(
      "aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ"
        + "AĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXYÀÁẢÃẠẰẮẲẴẶẦẤẨẪẬÈÉẺẼẸỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌỒỐỔỖỘỜỚỞỠỢÙÚỦŨỤỪỨỬỮỰỲÝỶỸỴIVXLC×÷ÿß")
    let signs = ["", "", "", ",", ".", ";", ":", "!", "-", "..", "”"]
    var words = [
      "Ngày", "ĐIỂM", "TP.", "tp.", "N.", "IV", "IV.", "tỷ", "ĐỒNG,", "usd", "Đ", "a", ".", "", "ths.", "CCCLXXVIII",
    ]
    for _ in 0..<20_000 {
      let word = String((0..<random.below(5) + 1).map { _ in letters[random.below(letters.count)] })
      words.append(word + signs[random.below(signs.count)])
    }
    for list in [Ties.takesNumber, Ties.takesLetter, Ties.units, Ties.magnitudes, Ties.currencies, Ties.prefixes] {
      for word in list { words += [word, word.uppercased(), word + ".", word + ","] }
    }
    for word in words { #expect(WordTraits(of: Array(word.utf8).span) == WordTraits(of: word), "\(word)") }
  }

  /// The words between which the space is tied, from the way a text is cut.
  private func chunks(_ text: String) throws -> [String] {
    var setter = TextSetter(fonts: try TextFonts.serif())
    // A measure of one point loosens nothing before lines are made: the pieces are looked at as composed.
    setter.source.collect([.plain(text)], style: .body(), context: TextContext(), library: setter.library)
    setter.compose(TextContext(), room: .infinity, justified: true)
    var result = [""]
    for piece in setter.row.pieces.array {
      let part = setter.row.bytes.string(Int(piece.text.lowerBound)..<Int(piece.text.upperBound))
      if piece.kind == .space {
        if piece.joint == .tied { result[result.count - 1] += "~" } else { result.append("") }
      } else {
        result[result.count - 1] += part
        if piece.joint != .tied { result.append("") }
      }
    }
    return result
  }

  @Test(arguments: [
    ("ngày 05 tháng 02 năm 2026", "ngày~05|tháng~02|năm~2026"),
    ("Quý IV, năm 2020; quý I/2021", "Quý~IV,|năm~2020;|quý~I/2021"),
    ("theo Điều 5 và khoản 2, điểm a", "theo|Điều~5|và|khoản~2,|điểm~a"),
    ("Hướng dẫn số 05-HD/VPTW, ngày 27", "Hướng|dẫn|số~05-HD/VPTW,|ngày~27"),
    ("Nghị định 30/2020/NĐ-CP của", "Nghị|định|30/2020/NĐ-CP|của"),
    ("đạt 23,8 % tổng", "đạt|23,8~%|tổng"),
    ("1.250 triệu đồng, 5 tỷ đồng", "1.250~triệu~đồng,|5~tỷ~đồng"),
    ("trồng 12 ha rừng, dài 3,5 km", "trồng|12~ha|rừng,|dài|3,5~km"),
    ("500.000 đồng mỗi", "500.000~đồng|mỗi"),
    ("các đồng chí", "các|đồng|chí"),
    ("TP. Hưng Yên", "TP.~Hưng|Yên"),
    ("ông N. V. An", "ông|N.~V.~An"),
    ("Độc lập - Tự do - Hạnh phúc", "Độc|lập~-|Tự|do~-|Hạnh|phúc"),
    ("T/M BAN THƯỜNG VỤ", "T/M~BAN|THƯỜNG|VỤ"),
    ("năm. 2020", "năm.|2020"),
    ("và/hoặc", "và/|hoặc"),
    ("Số      -BC/ĐUK", "Số~~~~~~-BC/ĐUK"),
    ("20\u{A0}mô hình", "20~mô|hình"),
  ])
  func `spaces are tied as the table says`(_ text: String, _ expected: String) throws {
    #expect(try chunks(text).joined(separator: "|") == expected)
  }

  @Test func `symbols of documents are told from words with signs`() {
    for symbol in [
      "05-HD/VPTW", "-BC/ĐUK", "30/2020/NĐ-CP", "198-KL/TW", "08/2022/QĐ-UBND", "01/QyĐ-UBND", "T/M", "05/BC-UBND",
    ] {
      #expect(WordTraits.isSymbol(symbol[...]), "\(symbol)")
    }
    for word in ["20/84", "2021-2025", "và/hoặc", "ABC", "nông-lâm", "18/2/2020", "-", "23,8", "Cơ-quan"] {
      #expect(!WordTraits.isSymbol(word[...]), "\(word)")
    }
  }
}
