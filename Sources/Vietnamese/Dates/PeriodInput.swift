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
    var words = tokens(text)
    if words.isEmpty { return .empty }
    guard words.count <= 8 else { return .invalid(.notAPeriod) }
    let years = takeYears(&words)
    guard years.count <= 2, let form = Form(words) else { return .invalid(.notAPeriod) }
    guard let first = years.first ?? defaultYear else { return .invalid(.noYear) }
    guard let kind = form.kind(lastYear: years.count == 2 ? years[1] : nil) else { return .invalid(.notAPeriod) }
    let period = Period(kind, year: first, cutOff: cutOff)
    return period.map { .certain($0) } ?? .invalid(.notAPeriod)
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
