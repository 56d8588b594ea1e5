internal import Findings

/// Name of type and abstract stand in the middle, under the letterhead.
struct TitlePlace: Clause {
  private static let asks = Term.box(
    "5a", .a, vi: "giữa dòng, tên loại một dòng riêng trên trích yếu",
    en: "centred, the name of type on a line of its own above the abstract")
  static let entry = ClauseEntry(
    "vi-tri-ten-loai", Message(vi: "bố trí tên loại, trích yếu", en: "place of the title"), party: asks, state: asks)
  static let needs: PartKind? = .documentType

  func check(_ sheet: Sheet, into report: inout ClauseReport) {
    for part in [PartKind.documentType, .abstract].compactMap(sheet.part) {
      for line in part.lines {
        let off = abs((line.left + line.right) / 2 - sheet.centre(line.page))
        guard Measure.mm(off) > Self.slack else { continue }
        report.add(line, vi: "không ở giữa", en: "not centred")
        return
      }
    }
    guard let type = sheet.part(.documentType)?.lines.last, let abstract = sheet.part(.abstract)?.lines.first,
      type.page == abstract.page, type.baseline >= abstract.baseline
    else { return }
    report.add(abstract, vi: "không ở dưới tên loại", en: "not under the name of type")
  }

  /// mm.
  private static let slack = 1.0
}
