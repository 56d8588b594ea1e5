internal import Documents
internal import Graphics

/// The items of a page while they are placed: text in reading order, rules and fills behind it.
struct PageCanvas: ~Copyable {
  /// Upper left corner of the text area on the paper, points.
  let left: Double
  let top: Double
  var frame: FrameBuilder
  private var backdrop: [Item]
  private var tableRules = RuleCollector()
  private var tableThickness = Length.zero

  /// - Parameter ground: what lies behind everything else.
  init(left: Double, top: Double, page: Size, ground: [Item]) {
    self.left = left
    self.top = top
    backdrop = ground
    frame = FrameBuilder(size: page, room: 2_048)
  }

  /// Places box `index` of the plan, which stays there: a copy of it costs as much as its rules.
  mutating func place(_ index: Int, of plan: PagePlan) {
    let (x, top) = (plan.boxes[index].x, plan.tops[index])
    for mark in plan.boxes[index].marks { place(mark, x: x, top: top) }
    switch plan.boxes[index].content {
    case .line(let line, let ascent):
      line.emit(x: left + x, baseline: self.top + top + ascent, into: &frame)
    case .panel(let panel): place(panel, x: x, top: top)
    case .row(let row):
      let next = index + 1 < plan.boxes.count ? plan.boxes[index + 1].row : nil
      place(row, x: x, top: top, next: next?.table === row.table ? next : nil)
    }
  }

  mutating func place(_ panel: Panel, x: Double, top: Double) {
    for item in panel.backdrop { backdrop.append(item.moved(x: left + x, y: self.top + top)) }
    for line in panel.lines {
      line.line.emit(x: left + x + line.x, baseline: self.top + top + line.baseline, into: &frame)
    }
    for drawing in panel.drawings {
      for item in drawing.fragment.placed(x: left + x + drawing.x, y: self.top + top + drawing.y) { frame.add(item) }
    }
  }

  mutating func rule(y: Double, width: Double, thickness: Length) {
    backdrop.append(.rule(.horizontal(x: left, y: top + y, width: width, thickness: thickness)))
  }

  /// Places a row of a table; `next` is the row under it on this page, nil where its part of the table ends.
  mutating func place(_ row: TableRowBox, x: Double, top: Double, next: TableRowBox?) {
    let (x, y) = (left + x, self.top + top)
    if row.table.rules.groupFill != nil, row.kind != .body { fill(row, x: x, y: y) }
    for cell in row.cells {
      for (index, line) in cell.lines.enumerated() {
        row.lines[line].emit(
          row.text, x: x + cell.x, baseline: y + cell.y + cell.ascent + Double(index) * cell.pitch, into: &frame)
      }
    }
    drawRules(row, x: x, y: y, next: next)
  }

  /// Everything placed: what lies behind the text first.
  consuming func finish() -> Frame {
    endTable()
    return frame.finish(behind: backdrop)
  }

  private mutating func endTable() {
    tableRules.finish(thickness: tableThickness, into: &backdrop)
  }

  private mutating func drawRules(_ row: TableRowBox, x: Double, y: Double, next: TableRowBox?) {
    let table = row.table
    if table.rules.ruleWidth != tableThickness {
      endTable()
      tableThickness = table.rules.ruleWidth
    }
    let (right, bottom) = (x + table.width, y + row.height)
    let special = row.kind != .body || (next.map { $0.kind != .body } ?? true)
    if table.header == nil || row.kind != .body || (row.isContinuation && table.repeatedHeight == 0) {
      tableRules.horizontal(y: y, from: x, to: right)
    }
    if table.rules.rowRules || special { tableRules.horizontal(y: bottom, from: x, to: right) }
    tableRules.vertical(x: x, from: y, to: bottom)
    for (index, column) in table.columns.enumerated() where !row.openEdges.contains(index + 1) {
      tableRules.vertical(x: x + column.right, from: y, to: bottom)
    }
  }

  private mutating func fill(_ row: TableRowBox, x: Double, y: Double) {
    let rect = Rect(x: .points(x), y: .points(y), width: .points(row.table.width), height: .points(row.height))
    backdrop.append(.shape(Shape(path: Path(rect), fill: row.table.rules.groupFill)))
  }

  private mutating func place(_ mark: VerticalBox.Mark, x: Double, top: Double) {
    let point = Point(x: .points(left + x), y: .points(self.top + top))
    switch mark {
    case .anchor(let name): frame.add(.anchor(name, at: point))
    case .outline(let title, let level, _): frame.add(.outline(title: title, level: level, at: point))
    }
  }
}
