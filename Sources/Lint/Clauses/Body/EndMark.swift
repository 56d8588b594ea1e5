internal import Findings

/// How the text ends.
struct EndMark: Clause {
  static let entry = ClauseEntry(
    "dau-ket", Message(vi: "dấu kết thúc nội dung", en: "end of the text"),
    party: .box("6", .b, vi: "kết thúc bằng dấu chấm, không phải “./.”", en: "ends with a full stop, not “./.”"),
    state: .box("6", .b, vi: "kết thúc bằng “.” hoặc “./.”", en: "ends with “.” or “./.”"))
  static let needs: PartKind? = .signer

  func check(_ sheet: Sheet, into report: inout ClauseReport) {
    guard let closing = sheet.parts.first(where: { Sheet.closingKinds.contains($0.kind) }),
      let last = sheet.parts(.body).last(where: { $0.section == closing.section && $0.block + 1 == closing.block }),
      let line = last.lines.last
    else { return }
    let text = line.text
    if sheet.guideline.isParty, text.hasSuffix("./.") {
      report.add(page: nil, line, marked: "./.", vi: "kết thúc bằng “./.”", en: "ends with “./.”")
    } else if let end = text.last, !".!?…”/".contains(end) {
      report.add(line, vi: "không có dấu chấm cuối", en: "no full stop at the end")
    }
  }
}
