internal import Findings

/// Box 4: how place and date are written.
struct DateForm: Clause {
  private static let asks = Term.box(
    "4", .a, vi: "“Hưng Yên, ngày 05 tháng 02 năm 2026”: dấu phẩy sau địa danh; ngày dưới 10, tháng 1 và 2 thêm số 0",
    en: "“Hưng Yên, ngày 05 tháng 02 năm 2026”: comma after the place; days below 10 and months 1, 2 with a nought")
  static let entry = ClauseEntry(
    "mau-ngay-thang", Message(vi: "cách ghi địa danh, ngày tháng", en: "form of place and date"), party: asks,
    state: asks)
  static let needs: PartKind? = .placeAndDate

  func check(_ sheet: Sheet, into report: inout ClauseReport) {
    guard let part = sheet.part(.placeAndDate), let line = part.lines.first else { return }
    let text = part.text
    guard let day = text.firstRange(of: "ngày"), text[day.upperBound...].contains("tháng"), text.contains("năm") else {
      report.add(line, vi: "thiếu “ngày … tháng … năm …”", en: "no “ngày … tháng … năm …”")
      return
    }
    let place = text[..<day.lowerBound]
    if !place.isEmpty, !place.hasSuffix(", ") {
      report.add(line, vi: "thiếu dấu phẩy sau địa danh", en: "no comma after the place")
    } else if let fault = WrittenDates.faults(in: text).first {
      report.add(page: nil, line, marked: fault.text, vi: fault.vi, en: fault.en)
    }
  }
}

extension String {
  fileprivate func contains(_ part: String) -> Bool { firstRange(of: part) != nil }
}

extension Substring {
  fileprivate func contains(_ part: String) -> Bool { String(self).firstRange(of: part) != nil }
}
