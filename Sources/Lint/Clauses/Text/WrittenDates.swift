/// Dates written out in a text, and what is wrong with how they are padded: days below 10 and months 1 and 2 have a nought, the other
/// months have none.
enum WrittenDates {
  struct Fault {
    var text: String
    var vi: String
    var en: String
  }

  static func faults(in text: String) -> [Fault] {
    long(text) + short(text)
  }

  /// “ngày 05 tháng 02”.
  private static func long(_ text: String) -> [Fault] {
    text.matches(of: /ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})/).compactMap { match in
      fault(String(match.0), day: String(match.1), month: String(match.2))
    }
  }

  /// “05/02/2026”.
  private static func short(_ text: String) -> [Fault] {
    text.matches(of: /(\d{1,2})\/(\d{1,2})\/(\d{4})/).compactMap { match in
      let before = match.range.lowerBound > text.startIndex ? text[text.index(before: match.range.lowerBound)] : " "
      let after = match.range.upperBound < text.endIndex ? text[match.range.upperBound] : " "
      // Part of a longer number or of a document's mark.
      guard !before.isNumber, before != "/", !after.isNumber, after != "/" else { return nil }
      guard let day = Int(match.1), let month = Int(match.2), 1...31 ~= day, 1...12 ~= month else { return nil }
      return fault(String(match.0), day: String(match.1), month: String(match.2))
    }
  }

  private static func fault(_ text: String, day: String, month: String) -> Fault? {
    if day.count == 1 {
      return Fault(
        text: text, vi: "“\(text)”: ngày dưới 10 chưa thêm số 0", en: "“\(text)”: day below 10 without nought")
    }
    let number = Int(month) ?? 0
    if month.count == 1, number <= 2 {
      return Fault(text: text, vi: "“\(text)”: tháng 1, 2 chưa thêm số 0", en: "“\(text)”: months 1, 2 without nought")
    }
    if month.count == 2, 3...9 ~= number {
      return Fault(
        text: text, vi: "“\(text)”: tháng 3 đến 9 không thêm số 0", en: "“\(text)”: months 3 to 9 with nought")
    }
    return nil
  }
}
