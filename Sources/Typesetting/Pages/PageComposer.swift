internal import Documents
internal import Graphics

/// Turns planned pages into pages: places every box, draws the rules of tables, and adds what stands outside the text.
struct PageComposer {
  let format: Format
  let geometry: PageGeometry
  let watermark: [Item]
  /// Set tables' sums, when a page needs one.
  let subtotals: (PlannedSubtotal, inout TextSetter) -> TableRowBox?

  /// Where a page stands in the document.
  struct Place {
    /// Printed number.
    var number: Int
    /// Counted from 1 over the whole document: even pages are backs of sheets.
    var sheetSide: Int
    var showsNumber: Bool
    /// Set at the head, beside the number; empty for none.
    var runningHead: [Inline]
    var context: TextContext
  }

  func page(_ plan: PagePlan, at place: Place, _ setter: inout TextSetter) -> Page {
    let margins = geometry.margins(sheetSide: place.sheetSide)
    var canvas = PageCanvas(
      left: margins.left.points, top: margins.top.points, page: geometry.size, ground: watermark)
    setHead(place, margins, &canvas, &setter)
    setRepeatedHeader(plan, &canvas)
    var subtotals = plan.subtotals[...]
    for index in plan.boxes.indices {
      while let next = subtotals.first, next.top <= plan.tops[index] {
        set(next, &canvas, &setter)
        subtotals.removeFirst()
      }
      canvas.place(index, of: plan)
    }
    for rest in subtotals { set(rest, &canvas, &setter) }
    setFoot(plan, &canvas)
    return Page(number: place.number, frame: canvas.finish())
  }

  private func set(_ subtotal: PlannedSubtotal, _ canvas: inout PageCanvas, _ setter: inout TextSetter) {
    guard let row = subtotals(subtotal, &setter) else { return }
    canvas.place(row, x: row.table.x, top: subtotal.top, next: nil)
  }

  private func setRepeatedHeader(_ plan: PagePlan, _ canvas: inout PageCanvas) {
    guard let first = plan.boxes.first, let table = first.table, !first.opensTable, table.repeatedHeight > 0
    else { return }
    if let continued = table.continued { canvas.place(continued, x: table.x, top: 0) }
    if let header = table.header { canvas.place(header, x: table.x, top: table.continued?.height ?? 0) }
  }

  /// Running head and page number, on one line.
  private func setHead(_ place: Place, _ margins: Margins, _ canvas: inout PageCanvas, _ setter: inout TextSetter) {
    let style = format.style(.pageNumber).unindented
    let ascent = setter.metrics(style).ascent
    let baseline = format.page.numberFromTop.points + ascent
    let ownNumber = place.runningHead.contains { if case .pageNumber = $0 { true } else { false } }
    if place.showsNumber, !ownNumber {
      let number = "\(place.number)"
      let width = setter.width(number, style: style)
      let center =
        format.page.numberCentre == .paper ? geometry.size.width.points / 2 : margins.left.points + geometry.measure / 2
      var left = style
      left.alignment = .left
      let block = setter.lines([.plain(number)], style: left, measure: width + 1)
      block.lines.first?.emit(x: center - width / 2, baseline: baseline, into: &canvas.frame)
    }
    guard !place.runningHead.isEmpty else { return }
    let head = format.style(.runningHead).unindented
    let block = setter.lines(place.runningHead, style: head, measure: geometry.measure, context: place.context)
    block.lines.first?.emit(x: margins.left.points, baseline: baseline, into: &canvas.frame)
  }

  /// Footnotes under their short rule, and at the very foot the contact line under a rule as wide as the text.
  private func setFoot(_ plan: PagePlan, _ canvas: inout PageCanvas) {
    var bottom = geometry.height
    for panel in plan.pageFeet.reversed() {
      let top = bottom - panel.height
      canvas.place(panel, x: 0, top: top)
      bottom = top - PageMeasures.pageFootGap
      canvas.rule(
        y: top - PageMeasures.pageFootRuleAbove, width: geometry.measure, thickness: format.letterhead.ruleWidth)
    }
    guard !plan.footnotes.isEmpty else { return }
    let gaps = PageMeasures.footnoteGap * Double(plan.footnotes.count - 1)
    var top = bottom - gaps - plan.footnotes.reduce(0) { $0 + $1.height }
    canvas.rule(
      y: top - PageMeasures.footnoteRuleAbove, width: geometry.measure * PageMeasures.footnoteRuleShare,
      thickness: format.tables.ruleWidth)
    for panel in plan.footnotes {
      canvas.place(panel, x: 0, top: top)
      top += panel.height + PageMeasures.footnoteGap
    }
  }
}
