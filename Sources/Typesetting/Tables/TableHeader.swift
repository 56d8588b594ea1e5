internal import Documents
internal import Findings
internal import Graphics

/// Sets the header of a table: rows with spans, turned text, column numbers, and their rules and fill.
struct TableHeader {
  let table: Table
  let format: Format
  let columns: [TableSetting.Column]
  let context: TextContext

  /// The longest line turned text is set in, points (35 mm): longer ones break, or the header would be taller than it helps.
  private static let turnedMeasure = Length.mm(35).points
  /// Longer where the column has no room for so many lines, but no longer than this (120 mm): half a landscape page.
  private static let longestTurned = Length.mm(120).points

  /// Nil where the table has neither header nor column numbers.
  func panel(_ setter: inout TextSetter) -> Panel? {
    let grid = HeaderGrid(table.header + numberRow, columnCount: columns.count)
    guard grid.rowCount > 0 else { return nil }
    var context = context
    let blocks = grid.placements.map { placement in
      defer { context.firstFootnote += placement.cell.inlines.footnoteCount }
      return set(placement, context, &setter)
    }
    let heights = RowHeights.solve(
      zip(grid.placements, blocks).map { placement, block in
        RowHeights.Need(row: placement.row, rows: placement.rows, height: block.height + 2 * room(for: block))
      }, rowCount: grid.rowCount)
    var tops = [0.0]
    for height in heights { tops.append((tops.last ?? 0) + height) }
    var panel = Panel(height: tops.last ?? 0)
    if let fill = format.tables.headerFill { panel.backdrop.append(box(height: panel.height, fill: fill)) }
    var rules = RuleCollector()
    rules.horizontal(y: 0, from: 0, to: columns.last?.right ?? 0)
    rules.vertical(x: 0, from: 0, to: panel.height)
    for (placement, block) in zip(grid.placements, blocks) {
      let (top, bottom) = (tops[placement.row], tops[placement.row + placement.rows])
      place(block, placement, top: top, bottom: bottom, in: &panel)
      rules.horizontal(y: bottom, from: left(placement), to: right(placement))
      rules.vertical(x: right(placement), from: top, to: bottom)
    }
    rules.finish(thickness: format.tables.ruleWidth, into: &panel.backdrop)
    return panel
  }

  private var padding: Double { format.tables.verticalPadding.points }

  /// White above and below: of turned text it is what level text has at its sides.
  private func room(for content: Content) -> Double {
    if case .turned = content { return max(padding, format.tables.horizontalPadding.points) }
    return padding
  }

  private var numberRow: [[HeaderCell]] {
    guard !table.columnNumbers.isEmpty else { return [] }
    return [table.columnNumbers.prefix(columns.count).map { HeaderCell([.text($0, TextStyle(italic: true), nil)]) }]
  }

  /// A header cell set: level text in a block, turned text as a drawing.
  private enum Content {
    case level(TextBlock)
    case turned(Fragment)

    var height: Double {
      switch self {
      case .level(let block): block.height
      case .turned(let fragment): fragment.height
      }
    }
  }

  private func left(_ placement: HeaderGrid.Placement) -> Double { columns[placement.column].left }
  private func right(_ placement: HeaderGrid.Placement) -> Double {
    columns[placement.column + placement.columns - 1].right
  }

  private func set(_ placement: HeaderGrid.Placement, _ context: TextContext, _ setter: inout TextSetter) -> Content {
    var style = format.style(.tableHeader).unindented
    if placement.row == table.header.count { style.bold = false }
    var context = context
    context.balanced = true
    let inlines = placement.cell.inlines
    guard placement.cell.rotated, !inlines.isEmpty else {
      let measure = right(placement) - left(placement) - 2 * columns[placement.column].padding
      return .level(setter.lines(inlines, style: style, measure: max(measure, 0.1), context: context))
    }
    let extent = setter.extent(inlines, style: style, context: context)
    let room = right(placement) - left(placement)
    var measure = min(extent.natural, max(extent.minimum, TableHeader.turnedMeasure)) + 0.05
    var block = setter.lines(inlines, style: style, measure: measure, context: context)
    while block.height > room, block.lines.count > 1, measure < min(extent.natural, TableHeader.longestTurned) {
      measure = min(measure * TableHeader.lengthening, extent.natural + 0.05, TableHeader.longestTurned)
      block = setter.lines(inlines, style: style, measure: measure, context: context)
    }
    if block.height > room {
      setter.findings.append(TextFindings.overfull(String(inlines.plainText.prefix(40)), at: context.place))
    }
    return .turned(Fragment(turned: block, measure: measure))
  }

  /// By which turned lines grow until they are few enough.
  private static let lengthening = 1.25

  private func place(
    _ content: Content, _ placement: HeaderGrid.Placement, top: Double, bottom: Double, in panel: inout Panel
  ) {
    let y = top + max(0, bottom - top - content.height) / 2
    switch content {
    case .level(let block):
      let height = panel.height
      panel.place(block, x: left(placement) + columns[placement.column].padding, y: y)
      panel.height = max(height, y + block.height)
    case .turned(let fragment):
      let x = (left(placement) + right(placement) - fragment.width) / 2
      panel.drawings.append(Panel.Drawing(fragment: fragment, x: x, y: y))
    }
  }

  private func box(height: Double, fill: Color) -> Item {
    let rect = Rect(
      x: .zero, y: .zero, width: .points(columns.last?.right ?? 0), height: .points(height))
    return .shape(Shape(path: Path(rect), fill: fill))
  }
}

extension Fragment {
  /// Text turned a quarter to the left, so that it reads upwards: as wide as its lines are high, as high as `measure`.
  init(turned block: TextBlock, measure: Double) {
    self.init(width: block.height, height: measure)
    var frame = FrameBuilder(size: Size(width: .points(measure), height: .points(block.height)))
    for (index, line) in block.lines.enumerated() {
      line.emit(x: 0, baseline: block.ascent + Double(index) * block.pitch, into: &frame)
    }
    items = frame.finish().items.compactMap { $0.turned(measure) }
    footnotes = block.lines.flatMap { $0.footnoteCalls }
  }
}

extension Item {
  /// The item of a line after a quarter turn to the left in a box that was `width` points wide; nil for what lines do not have.
  fileprivate func turned(_ width: Double) -> Item? {
    switch self {
    case .glyphs(let run):
      var turned = run.with(glyphs: run.glyphs.map { Glyph(id: $0.id, x: $0.y, y: width - $0.x) })
      turned.angle = 90
      return .glyphs(turned)
    case .rule(let rule):
      return .rule(
        Rule(from: rule.from.turned(width), to: rule.to.turned(width), width: rule.width, color: rule.color))
    case .link(let target, let rect):
      let corner = Point(x: rect.minX + rect.size.width, y: rect.minY).turned(width)
      return .link(
        target, in: Rect(origin: corner, size: Size(width: rect.size.height, height: rect.size.width)))
    case .shape, .picture, .anchor, .outline, .watermark: return nil
    }
  }
}

extension Point {
  fileprivate func turned(_ width: Double) -> Point { Point(x: y, y: .points(width) - x) }
}
