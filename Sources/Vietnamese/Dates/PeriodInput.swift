/// Reads the names of reporting periods, whatever their case and accents.
///
/// Accepted: every `Period.code`; `quý III/2026`, `Quý 3 năm 2026`, `Q3/2026`; `6 tháng đầu năm 2026`,
/// `6 tháng cuối năm 2026`; `9 tháng năm 2026`; `tháng 3/2026`, `3/2026`; `năm 2026`, `2026`;
/// `giai đoạn 2021-2025`; `nhiệm kỳ 2025-2030`.
public enum PeriodInput {
  /// - Parameter defaultYear: the year of a period that names none (`quý III`); without it such a period is a fault.
  public static func parse(
    _ text: String, defaultYear: Int? = nil, cutOff: CutOff = .calendar
  ) -> Reading<Period> {
    if let quick = ByteText.withBytes(of: text, code) { return certain(quick.0, quick.1, cutOff) }
    guard text.utf8.count <= ByteText.longestCell else { return .invalid(.notAPeriod) }
    var words = tokens(text)
    if words.isEmpty { return .empty }
    guard words.count <= 8 else { return .invalid(.notAPeriod) }
    let years = takeYears(&words)
    guard years.count <= 2, let form = Form(words) else { return .invalid(.notAPeriod) }
    guard let first = years.first ?? defaultYear else { return .invalid(.noYear) }
    guard let kind = form.kind(lastYear: years.count == 2 ? years[1] : nil) else { return .invalid(.notAPeriod) }
    return certain(kind, first, cutOff)
  }

  private static func certain(_ kind: Period.Kind, _ year: Int, _ cutOff: CutOff) -> Reading<Period> {
    Period(kind, year: year, cutOff: cutOff).map { .certain($0) } ?? .invalid(.notAPeriod)
  }

  /// The commonest codes at once: `2021`, `2021-Q4`, `2021-H1`, `2021-9M`, `2021-M03`.
  private static func code(_ bytes: Span<UInt8>) -> (Period.Kind, Int)? {
    guard bytes.count == 4 || (6...8 ~= bytes.count && bytes[4] == 0x2D), let year = digits(bytes, 0..<4) else {
      return nil
    }
    if bytes.count == 4 { return (.year, year) }
    switch (bytes.count, bytes[5]) {
    case (7, 0x51): return digits(bytes, 6..<7).map { (.quarter($0), year) }
    case (7, 0x48): return digits(bytes, 6..<7).map { (.half($0), year) }
    case (7, 0x39): return bytes[6] == 0x4D ? (.nineMonths, year) : nil
    case (8, 0x4D): return digits(bytes, 6..<8).map { (.month($0), year) }
    default: return nil
    }
  }

  private static func digits(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
    var value = 0
    for index in range {
      guard ByteText.isDigit(bytes[index]) else { return nil }
      value = value * 10 + Int(bytes[index] &- 0x30)
    }
    return value
  }

  /// Words and numbers of the folded text, `q3` and `nk2025` cut where letters meet digits; `năm` says nothing.
  private static func tokens(_ text: String) -> [String] {
    var words: [String] = []
    var last: UInt8 = 0x20
    for byte in Folding.key(text).utf8 {
      let isWord = ByteText.isDigit(byte) || byte >= 0x61
      let joins =
        isWord && (ByteText.isDigit(byte) == ByteText.isDigit(last)) && (ByteText.isDigit(last) || last >= 0x61)
      if isWord {
        let letter = String(decoding: [byte], as: UTF8.self)
        if joins, let end = words.indices.last { words[end] += letter } else { words.append(letter) }
      } else if byte != 0x20, byte != 0x2F, byte != 0x2E, byte != 0x2C {
        return ["?"]
      }
      last = byte
    }
    return words
  }

  /// Takes the four-digit numbers out of `words`.
  private static func takeYears(_ words: inout [String]) -> [Int] {
    var years: [Int] = []
    words.removeAll { word in
      guard word.utf8.count == 4, let year = Int(word) else { return false }
      years.append(year)
      return true
    }
    return years
  }

  /// What is left without the years.
  private enum Form {
    case month(Int), quarter(Int), half(Int), nineMonths, year, campaign, term

    init?(_ words: [String]) {
      // `năm` and a leading `kỳ`, `báo cáo` are only company.
      let core = words.filter { !["nam", "bao", "cao"].contains($0) }
      switch core.joined(separator: " ") {
      case "": self = .year
      case "6 thang dau", "6 thang", "h 1", "6 m", "6 t", "sau thang dau", "nua dau": self = .half(1)
      case "6 thang cuoi", "h 2", "sau thang cuoi", "nua cuoi": self = .half(2)
      case "9 thang", "9 thang dau", "9 m", "9 t", "chin thang", "chin thang dau": self = .nineMonths
      case "giai doan": self = .campaign
      case "nhiem ky", "nk": self = .term
      default:
        guard let form = Form(numbered: core) else { return nil }
        self = form
      }
    }

    private init?(numbered core: [String]) {
      guard let last = core.last, core.count <= 2 else { return nil }
      switch core.count == 2 ? core[0] : "" {
      case "quy", "qui", "q":
        guard let number = Self.quarter(last) else { return nil }
        self = .quarter(number)
      case "thang", "m", "t", "":
        guard last.utf8.count <= 2, let number = Int(last), 1...12 ~= number else { return nil }
        self = .month(number)
      default: return nil
      }
    }

    private static func quarter(_ word: String) -> Int? {
      switch word {
      case "1", "01", "i", "mot": 1
      case "2", "02", "ii", "hai": 2
      case "3", "03", "iii", "ba": 3
      case "4", "04", "iv", "bon", "tu": 4
      default: nil
      }
    }

    func kind(lastYear: Int?) -> Period.Kind? {
      switch (self, lastYear) {
      case (.month(let number), nil): .month(number)
      case (.quarter(let number), nil): .quarter(number)
      case (.half(let number), nil): .half(number)
      case (.nineMonths, nil): .nineMonths
      case (.year, nil): .year
      case (.year, let last?), (.campaign, let last?): .campaign(lastYear: last)
      case (.term, let last?): .term(lastYear: last)
      default: nil
      }
    }
  }
}
