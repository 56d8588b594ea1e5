internal import Findings

/// The name stands without academic or other titles.
struct SignerTitles: Clause {
  static let entry = ClauseEntry(
    "hoc-ham-ho-ten", Message(vi: "họ tên người ký", en: "name of the signer"),
    party: .box("7b", .a, vi: "không ghi học hàm, học vị và danh hiệu khác", en: "no academic or other titles"),
    state: .box(
      "7b", .b, vi: "không ghi học hàm, học vị (trừ lực lượng vũ trang, giáo dục, y tế, khoa học)",
      en: "no titles (but in the forces, schools, health, science)"))
  static let needs: PartKind? = .signer

  private static let titles = [
    "GS.", "PGS.", "TS.", "TS ", "ThS.", "ThS ", "Th.S", "BS.", "CN.", "KS.", "LS.", "Đ/c ", "Đồng chí ", "Ông ", "Bà ",
  ]

  func check(_ sheet: Sheet, into report: inout ClauseReport) {
    guard let line = sheet.part(.signer)?.lines.first, let title = Self.titles.first(where: line.text.hasPrefix)
    else { return }
    report.add(page: nil, line, marked: title, vi: "có “\(title)”", en: "has “\(title)”")
  }
}
