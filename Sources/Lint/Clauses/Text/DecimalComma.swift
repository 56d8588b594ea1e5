internal import Findings

/// Decimals stand behind a comma.
struct DecimalComma: Clause {
  private static let asks = Term(
    place: Message(vi: "cách ghi số", en: "numbers"), confidence: .a,
    asks: Message(vi: "phần thập phân sau dấu phẩy: 73,81%", en: "decimals behind a comma: 73,81%"))
  static let entry = ClauseEntry(
    "dau-thap-phan", Message(vi: "dấu thập phân", en: "decimal mark"), party: asks, state: asks)

  func check(_ sheet: Sheet, into report: inout ClauseReport) {
    for passage in sheet.passages {
      for number in Self.faults(in: passage.text) {
        report.add(passage, number, vi: "“\(number)” dùng dấu chấm thập phân", en: "“\(number)” has a decimal point")
      }
    }
  }

  /// “12.5%”, “1.5 tỷ”: behind a point stand other than three digits.
  static func faults(in text: String) -> [String] {
    text.matches(of: /[0-9]+\.([0-9]+)(?=\s?(%|triệu|tỷ))/).compactMap { match in
      let before = match.range.lowerBound > text.startIndex ? text[text.index(before: match.range.lowerBound)] : " "
      if before.isNumber || before == "." || before == "," || match.1.count == 3 { return nil }
      return String(match.0)
    }
  }
}
