internal import Findings

/// Left and right margins of upright pages, changed over on the backs of sheets printed on both sides.
struct SideMargins: Clause {
  static let entry = ClauseEntry(
    "le-trai-phai", Message(vi: "lề trái, phải", en: "side margins"),
    party: .paper(
      .a, vi: "mặt trước: trái 30 mm, phải 15 mm; mặt sau: trái 15 mm, phải 30 mm",
      en: "front: left 30 mm, right 15 mm; back: left 15 mm, right 30 mm"),
    state: .paper(
      .a, vi: "trái 30–35 mm, phải 15–20 mm; mặt sau đổi bên", en: "left 30–35 mm, right 15–20 mm; backs the other way")
  )

  func check(_ sheet: Sheet, into report: inout ClauseReport) {
    let block = TextBlock(sheet)
    let (bound, open) = sheet.guideline.isParty ? (30.0...30.0, 15.0...15.0) : (30.0...35.0, 15.0...20.0)
    for isBack in [false, true] {
      guard let left = block.left[isBack], let right = block.right[isBack],
        let page = sheet.pages.first(where: { !$0.isLandscape && sheet.isBack($0.index) == isBack })
      else { continue }
      let (l, r) = (Measure.mm(left), Measure.mm(page.width - right))
      judge(l, isBack ? open : bound, page.index, ("lề trái", "left margin"), &report)
      // The edge of ragged text says nothing of a margin that is too wide.
      let range = isBack ? bound : open
      let most = block.isJustified ? range.upperBound : max(range.upperBound, r)
      judge(r, range.lowerBound...most, page.index, ("lề phải", "right margin"), &report)
    }
  }

  private func judge(
    _ mm: Double, _ range: ClosedRange<Double>, _ page: Int, _ name: (vi: String, en: String),
    _ report: inout ClauseReport
  ) {
    guard mm < range.lowerBound - Self.slack || mm > range.upperBound + Self.slack else { return }
    report.add(page: page, vi: "\(name.vi) \(Measure.vi(mm)) mm", en: "\(name.en) \(Measure.en(mm)) mm")
  }

  /// Letters do not reach quite to the edges of their boxes, mm.
  private static let slack = 0.6
}
