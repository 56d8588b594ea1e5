internal import Documents
internal import Findings
internal import Graphics

/// Sets the cells of one row: their lines in one array, their text in one store.
struct RowSetter {
  let setting: TableSetting
  let style: BlockStyle
  /// Bytes of a cell that are set; the rest is cut, with a finding.
  let cellLimit: Int
  var height = 0.0

  private let pitch: Double
  private let ascent: Double
  private let descent: Double
  private var lines: [SetLine] = []
  private var cells: [TableRowBox.Cell] = []
  private var openEdges: [Int] = []

  /// - Parameter cells: as many as the row will have, or nearly.
  init(setting: TableSetting, style: BlockStyle, cellLimit: Int, cells: Int, _ setter: borrowing TextSetter) {
    (ascent, descent) = setter.metrics(style)
    pitch = setter.pitch(style)
    self.setting = setting
    self.style = style
    self.cellLimit = cellLimit
    lines.reserveCapacity(cells + cells / 2)
    self.cells.reserveCapacity(cells)
  }

  var padding: Double { setting.rules.verticalPadding.points }

  /// Adds a cell over the columns `column` to `last`.
  mutating func add(
    _ cell: TableCell, _ column: Int, _ last: Int, _ context: TextContext, tabular: Bool, _ setter: inout TextSetter
  ) {
    if last > column { openEdges.append(contentsOf: (column + 1)...last) }
    let first = setting.columns[column]
    let measure = max(setting.columns[last].right - first.left - 2 * first.padding, 0.1)
    let begin = lines.count
    var x = first.left + first.padding
    switch cell {
    case .empty: return
    case .text(let text, let origin):
      let kept = text.utf8.count > cellLimit ? cut(text, origin, context, &setter) : text
      setter.addLines(
        kept, origin, style: style, alignment: first.alignment.block, measure: measure, context: context,
        tabular: tabular, to: &lines)
      if first.alignment == .decimal { x -= shift(text, lines[begin...], first, &setter) }
    case .rich(let inlines):
      setter.addLines(
        cut(inlines, context, &setter), style: style, alignment: first.alignment.block, measure: measure,
        context: context, tabular: tabular, to: &lines)
    case .span(let inlines, _, let alignment):
      setter.addLines(
        cut(inlines, context, &setter), style: style, alignment: alignment.block, measure: measure, context: context,
        tabular: tabular, to: &lines)
    }
    let set = TableRowBox.Cell(
      lines: begin..<lines.count, pitch: pitch, ascent: ascent, descent: descent, x: x, y: padding)
    cells.append(set)
    height = max(height, set.height + 2 * padding)
  }

  /// Makes the row at least as high as an empty line.
  mutating func reserveLine() { height = max(height, ascent + descent + 2 * padding) }

  /// The row, complete; `text` is what its cells were set in.
  func box(_ index: Int, kind: TableRow.Kind, text: SetText, isContinuation: Bool = false) -> TableRowBox {
    TableRowBox(
      table: setting, index: index, kind: kind, text: text, lines: lines, cells: cells, openEdges: openEdges,
      height: height, isContinuation: isContinuation)
  }

  /// How far a number set at the right edge moves left, so that its comma stands above the others'.
  private func shift(
    _ text: String, _ set: ArraySlice<SetLine>, _ column: TableSetting.Column, _ setter: inout TextSetter
  ) -> Double {
    guard column.fraction > 0, set.count == 1, let line = set.first else { return 0 }
    var own = 0.0
    if let comma = text.utf8.lastIndex(of: UInt8(ascii: ",")) {
      own = setter.width(String(text[comma...]), style: style)
    }
    return max(0, min(column.fraction - own, column.measure - line.width))
  }

  private func cut(_ text: String, _ origin: Origin?, _ context: TextContext, _ setter: inout TextSetter) -> String {
    let location = TextFindings.location(origin, context)
    setter.findings.append(
      Finding.longCell(String(text.prefix(40)), bytes: text.utf8.count, limit: cellLimit, at: location))
    return cut(text, to: cellLimit)
  }

  /// Styled text: what is beyond the limit is left out, its stretch cut.
  private func cut(_ inlines: [Inline], _ context: TextContext, _ setter: inout TextSetter) -> [Inline] {
    var bytes = 0
    for case .text(let text, _, _) in inlines { bytes += text.utf8.count }
    guard bytes > cellLimit else { return inlines }
    let start = inlines.lazy.compactMap { if case .text(let text, _, _) = $0 { text } else { nil } }.first ?? ""
    setter.findings.append(
      Finding.longCell(String(start.prefix(40)), bytes: bytes, limit: cellLimit, at: context.place))
    var room = cellLimit
    var kept: [Inline] = []
    for inline in inlines {
      guard case .text(let text, let style, let origin) = inline else {
        kept.append(inline)
        continue
      }
      guard text.utf8.count > room else {
        kept.append(inline)
        room -= text.utf8.count
        continue
      }
      return kept + [.text(cut(text, to: room), style, origin)]
    }
    return kept
  }

  private func cut(_ text: String, to limit: Int) -> String {
    var end = text.utf8.index(text.startIndex, offsetBy: max(limit, 0))
    // Not inside a character: the cut must not make a broken one.
    while end > text.startIndex, end.samePosition(in: text.unicodeScalars) == nil { end = text.utf8.index(before: end) }
    return String(text[..<end]) + "…"
  }
}
