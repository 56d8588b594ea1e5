internal import Findings

/// Box 5b: the abstract of a letter.
struct LetterAbstract: Clause {
  static let entry = ClauseEntry(
    "trich-yeu-cong-van", Message(vi: "trích yếu công văn", en: "abstract of a letter"),
    party: .box("5b", .a, vi: "cỡ 12, nghiêng, bắt đầu bằng “về việc”", en: "12, italic, begins with “về việc”"),
    state: .box("5b", .a, vi: "cỡ 12–13, đứng, bắt đầu bằng “V/v”", en: "12–13, upright, begins with “V/v”"))
  static let needs: PartKind? = .letterAbstract

  func check(_ sheet: Sheet, into report: inout ClauseReport) {
    guard let part = sheet.part(.letterAbstract), let first = part.lines.first else { return }
    let look = sheet.guideline.isParty ? Look.size(12).slanted() : Look.sizes(12, 13)
    let word = sheet.guideline.isParty ? "về việc" : "V/v"
    if !first.text.hasPrefix(word) {
      report.add(first, vi: "không bắt đầu bằng “\(word)”", en: "does not begin with “\(word)”")
    }
    guard let line = part.lines.first(where: { look.fault($0, in: sheet) != nil }),
      let fault = look.fault(line, in: sheet)
    else { return }
    report.add(line, vi: fault.vi, en: fault.en)
  }
}
