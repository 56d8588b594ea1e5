internal import Findings

/// Times New Roman, or Liberation Serif, which has the same widths and shapes made for the same use.
struct Typeface: Clause {
  private static let asks = Term.paper(
    .a, vi: "Times New Roman, hoặc Liberation Serif cùng độ rộng chữ",
    en: "Times New Roman, or Liberation Serif of the same widths")
  static let entry = ClauseEntry("phong-chu", Message(vi: "phông chữ", en: "typeface"), party: asks, state: asks)

  private static let families: Set<String> = ["Times New Roman", "Liberation Serif"]

  func check(_ sheet: Sheet, into report: inout ClauseReport) {
    var seen: Set<String> = []
    for run in sheet.pages.flatMap({ $0.head + $0.runs }) {
      let family = run.face?.family ?? "?"
      guard !Self.families.contains(family), seen.insert(family).inserted else { continue }
      report.add(PrintedLine(runs: [run]), vi: "chữ in bằng phông “\(family)”", en: "set in “\(family)”")
    }
  }
}
