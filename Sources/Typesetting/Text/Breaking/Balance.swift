/// Titles and letterheads look best with lines of nearly equal length.
enum Balance {
  /// Steps of bisection: widths differ by less than 1/1000 of the measure then.
  private static let steps = 10
  /// Breaks dearer than this are not used to balance.
  private static let dearest = 500.0

  /// The narrowest widths, the same amount off each line, in which first-fit needs no more lines than in `widths`.
  static func narrowed(_ items: borrowing Scratch<LineItem>, _ widths: LineWidths) -> LineWidths {
    guard let lines = count(items, widths), lines > 1 else { return widths }
    var wide = 0.0
    var narrow = widths.narrowest
    for _ in 0..<steps {
      let middle = (wide + narrow) / 2
      let tried = LineWidths(first: widths.first - middle, others: widths.others - middle)
      if let count = count(items, tried), count <= lines { wide = middle } else { narrow = middle }
    }
    return LineWidths(first: widths.first - wide, others: widths.others - wide)
  }

  /// Lines that first-fit needs; nil where something sticks out.
  private static func count(_ items: borrowing Scratch<LineItem>, _ widths: LineWidths) -> Int? {
    var fit = FirstFit(widths: widths)
    for index in items.indices where !fit.add(items[index]) { return nil }
    return fit.lines
  }

  /// Fills one line after the other.
  private struct FirstFit {
    let widths: LineWidths
    var lines = 1
    /// The line so far, and what of it would move to the next line from the last place to break.
    private var width = 0.0
    private var tail = 0.0
    private var mayBreak = false
    private var afterBox = false
    /// Glue behind a place to break is dropped there.
    private var dropping = false

    init(widths: LineWidths) { self.widths = widths }

    /// False where a box sticks out of its line.
    mutating func add(_ item: LineItem) -> Bool {
      switch item {
      case .box(let box):
        width += box
        tail += box
        (afterBox, dropping) = (true, false)
        return width <= widths[lines - 1] + Breaker.rounding || turn()
      case .glue(let glue, _, _):
        if afterBox { markBreak() }
        width += glue
        if !dropping { tail += glue }
        afterBox = false
      case .penalty(_, let cost, _):
        if cost <= dearest { markBreak() }
        afterBox = false
      }
      return true
    }

    private mutating func markBreak() {
      (mayBreak, dropping, tail) = (true, true, 0)
    }

    /// Begins the next line with what follows the last place to break.
    private mutating func turn() -> Bool {
      guard mayBreak else { return false }
      lines += 1
      (width, mayBreak) = (tail, false)
      return width <= widths[lines - 1] + Breaker.rounding
    }
  }
}
