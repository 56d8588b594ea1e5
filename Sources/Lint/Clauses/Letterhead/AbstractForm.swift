internal import Findings

/// The abstract of a Party document goes on from the name of type in small letters; that of a State document begins with a capital.
struct AbstractForm: Clause {
  static let entry = ClauseEntry(
    "chu-dau-trich-yeu", Message(vi: "chữ đầu trích yếu", en: "first letter of the abstract"),
    party: .box("5a", .a, vi: "chữ đầu viết thường, trừ tên riêng", en: "begins in a small letter, but for names"),
    state: .box("5a", .a, vi: "chữ đầu viết hoa", en: "begins with a capital"))
  static let needs: PartKind? = .abstract

  func check(_ sheet: Sheet, into report: inout ClauseReport) {
    guard let line = sheet.part(.abstract)?.lines.first, let first = line.text.first, first.isLetter,
      first.isUppercase == sheet.guideline.isParty
    else { return }
    if sheet.guideline.isParty {
      report.add(page: nil, line, marked: String(first), vi: "viết hoa chữ đầu", en: "begins with a capital")
    } else {
      report.add(page: nil, line, marked: String(first), vi: "không viết hoa chữ đầu", en: "begins with a small letter")
    }
  }
}
