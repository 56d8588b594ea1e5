internal import Findings

/// Thousands are grouped with points.
struct GroupedThousands: Clause {
  private static let asks = Term(
    place: Message(vi: "cách ghi số", en: "numbers"), confidence: .b,
    asks: Message(
      vi: "hàng nghìn cách bằng dấu chấm: 1.250.000 đồng", en: "thousands grouped with points: 1.250.000 đồng"))
  static let entry = ClauseEntry(
    "dau-hang-nghin", Message(vi: "dấu hàng nghìn", en: "grouping of thousands"), party: asks, state: asks)

  func check(_ sheet: Sheet, into report: inout ClauseReport) {
    for passage in sheet.passages {
      for number in Self.faults(in: passage.text) {
        report.add(
          passage, number, vi: "“\(number)” chưa tách hàng nghìn bằng dấu chấm",
          en: "“\(number)” is not grouped with points")
      }
    }
  }

  static func faults(in text: String) -> [String] {
    commas(text) + ungrouped(text)
  }

  /// “1,000”: three digits behind a comma, which a share would not have.
  private static func commas(_ text: String) -> [String] {
    text.matches(of: /[0-9]{1,3}(,[0-9]{3})+/).compactMap { match in
      let before = match.range.lowerBound > text.startIndex ? text[text.index(before: match.range.lowerBound)] : " "
      let rest = text[match.range.upperBound...]
      if before.isNumber || before == "." || before == "," || match.0.hasPrefix("0") { return nil }
      if rest.first?.isNumber == true || rest.drop(while: \.isWhitespace).first == "%" { return nil }
      return String(match.0)
    }
  }

  /// “1250000 đồng”: a long number before a unit that is counted.
  private static func ungrouped(_ text: String) -> [String] {
    text.matches(of: /[0-9]{4,}(?=\s(đồng|triệu|tỷ|đảng viên|đồng chí|người|lượt|suất))/).compactMap { match in
      let before = match.range.lowerBound > text.startIndex ? text[text.index(before: match.range.lowerBound)] : " "
      return before.isNumber || before == "." || before == "," || before == "/" ? nil : String(match.0)
    }
  }
}
