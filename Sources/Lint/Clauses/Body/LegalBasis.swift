internal import Findings

/// Box 6: the bases a document stands on.
struct LegalBasis: Clause {
  static let entry = ClauseEntry(
    "can-cu", Message(vi: "căn cứ", en: "legal basis"),
    party: .box(
      "6", .a, vi: "cỡ 14, đứng; mỗi căn cứ một dòng bắt đầu bằng “- ”",
      en: "14, upright; each on a line beginning “- ”"),
    state: .box("6", .a, vi: "cỡ 13–14, nghiêng", en: "13–14, italic"))
  static let needs: PartKind? = .legalBasis

  func check(_ sheet: Sheet, into report: inout ClauseReport) {
    let look = sheet.guideline.isParty ? Look.sizes(14, 15) : Look.sizes(13, 14).slanted()
    for part in sheet.parts(.legalBasis) where part.isPlain {
      guard let line = part.lines.first else { continue }
      if let fault = look.fault(line, in: sheet) {
        report.add(line, vi: fault.vi, en: fault.en)
      } else if sheet.guideline.isParty, !line.text.hasPrefix("- ") {
        report.add(line, vi: "không bắt đầu bằng “- ”", en: "does not begin with “- ”")
      }
    }
  }
}
