internal import Findings

/// Dash before each recipient, the guideline's mark behind it, a full stop behind the last.
struct RecipientsPunctuation: Clause {
  static let entry = ClauseEntry(
    "dau-cau-noi-nhan", Message(vi: "dấu câu nơi nhận", en: "punctuation of recipients"),
    party: .box(
      "9b", .b, vi: "“- ” đầu dòng, dấu “;” (HD 36: “,”) sau mỗi nơi nhận, dấu chấm ở cuối",
      en: "“- ” before, “;” (HD 36: “,”) behind each, a full stop at the end"),
    state: .box(
      "9b", .a, vi: "“- ” đầu dòng, dấu “;” sau mỗi nơi nhận, dấu chấm ở cuối",
      en: "“- ” before, “;” behind each, a full stop at the end"))
  static let needs: PartKind? = .recipient

  func check(_ sheet: Sheet, into report: inout ClauseReport) {
    let recipients = sheet.parts(.recipient)
    let mark = sheet.guideline == .hd36 ? "," : ";"
    for (index, part) in recipients.enumerated() {
      guard let first = part.lines.first, let last = part.lines.last else { continue }
      let end = index == recipients.count - 1 ? "." : mark
      if !first.text.hasPrefix("- ") {
        report.add(first, vi: "thiếu “- ” ở đầu", en: "no “- ” before")
      } else if !last.text.hasSuffix(end) {
        report.add(last, vi: "phải kết thúc bằng “\(end)”", en: "must end with “\(end)”")
      }
    }
  }
}
