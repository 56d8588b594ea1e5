internal import Findings
internal import Graphics

/// The words of the document are black. Charts may use other tones.
struct TextColor: Clause {
  static let entry = ClauseEntry(
    "mau-chu", Message(vi: "màu chữ", en: "colour of text"),
    party: .paper(.a, vi: "chữ màu đen", en: "black text"),
    state: .paper(.a, vi: "chữ màu đen, dấu độ khẩn màu đỏ", en: "black text, the mark of urgency red"))

  func check(_ sheet: Sheet, into report: inout ClauseReport) {
    let black = sheet.parts.filter { sheet.guideline.isParty || $0.kind != .urgency }
    guard let run = black.flatMap(\.runs).first(where: { $0.color != .black }) else { return }
    report.add(PrintedLine(runs: [run]), vi: "chữ không phải màu đen", en: "not black")
  }
}
