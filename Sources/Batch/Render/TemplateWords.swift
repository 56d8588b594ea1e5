internal import Findings
internal import Statistics
internal import Templates
internal import Vietnamese

/// The words of a template's front matter, and whether a period is one the template is made for.
enum TemplateWords {
  /// `pham_vi` and `ky` may say these.
  static let vocabulary = TemplateVocabulary(
    scopes: ["cap_uy", "don_vi", "don_vi_cham", "khoi", "nhom", NightPage.scope],
    periods: ["thang", "quy", "sau_thang", "6_thang", "chin_thang", "9_thang", "nam", "giai_doan", "nhiem_ky"])

  /// The words for a kind of period, the usual one first.
  private static func words(_ period: Period) -> [String] {
    switch period.kind {
    case .month: ["thang"]
    case .quarter: ["quy"]
    case .half: ["sau_thang", "6_thang"]
    case .nineMonths: ["chin_thang", "9_thang"]
    case .year: ["nam"]
    case .campaign: ["giai_doan"]
    case .term: ["nhiem_ky"]
    }
  }

  /// Whether a template is for such a period; one that names no kind is for all.
  static func isMeant(_ header: TemplateHeader, for period: Period) -> Bool {
    header.periods.isEmpty || words(period).contains(where: header.periods.contains)
  }

  /// A letter to a late unit has somebody to go to: made for the committee, it would be addressed to its own sender.
  static func lacksUnit(_ header: TemplateHeader, _ scope: Scope, file: String) -> Finding? {
    guard header.scope == "don_vi_cham", case .committee = scope else { return nil }
    return Finding(
      code: "mau-can-don-vi", severity: .error, at: Location(file: file),
      Message(
        vi: "mẫu “\(header.name)” lập cho từng đơn vị chậm báo cáo, chưa biết lập cho đơn vị nào",
        en: "the template “\(header.name)” is made for one late unit, and none was named"),
      hint: Message(
        vi: "thêm --don-vi MÃ cho một đơn vị, hoặc --all cho mọi đơn vị chậm",
        en: "add --don-vi CODE for one unit, or --all for all that are late"))
  }

  static let mismatchCode = "ky-khong-hop-mau"

  /// A quarterly report of a year would call the year a quarter, so it is refused.
  static func mismatch(_ header: TemplateHeader, _ period: Period, file: String) -> Finding? {
    if isMeant(header, for: period) { return nil }
    let words = header.periods.joined(separator: ", ")
    return Finding(
      code: mismatchCode, severity: .error, at: Location(file: file),
      Message(
        vi: "mẫu “\(header.name)” không dùng cho \(period.name)",
        en: "the template “\(header.name)” is not made for \(period.code)"),
      hint: Message(
        vi: "mẫu này dùng cho kỳ: \(words) (khóa “ky” ở đầu mẫu)", en: "it is made for: \(words) (its key “ky”)"))
  }
}
