internal import Findings

/// Box 9a: “Kính gửi”, or “Kính trình” for a submission under the newest guideline.
struct Salutation: Clause {
  static let entry = ClauseEntry(
    "kinh-gui", Message(vi: "kính gửi", en: "salutation"),
    party: .box(
      "9a", .b, vi: "cỡ 14, nghiêng; “Kính gửi:”, tờ trình theo HD 05 “Kính trình:”",
      en: "14, italic; “Kính gửi:”, in submissions under HD 05 “Kính trình:”"),
    state: .box("9a", .a, vi: "cỡ 13–14, đứng; “Kính gửi:”", en: "13–14, upright; “Kính gửi:”"))
  static let needs: PartKind? = .salutation

  func check(_ sheet: Sheet, into report: inout ClauseReport) {
    guard let part = sheet.part(.salutation), let line = part.lines.first else { return }
    let look = sheet.guideline.isParty ? Look.size(14).slanted() : Look.sizes(13, 14)
    let words = sheet.guideline == .hd05 ? ["Kính gửi:", "Kính trình:"] : ["Kính gửi:"]
    let label = PrintedLine(runs: [line.runs[0]])
    if !words.contains(where: line.text.hasPrefix) {
      report.add(
        line, vi: "phải là \(words.joined(separator: " hoặc "))", en: "must be \(words.joined(separator: " or "))")
    } else if let fault = look.fault(label, in: sheet) {
      report.add(line, vi: fault.vi, en: fault.en)
    }
  }
}
