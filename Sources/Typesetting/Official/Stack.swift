internal import Documents
internal import Graphics

/// Texts set under each other in a column of a panel, each at the pitch of its style: the blocks of a letterhead, a signature.
struct Stack {
  let x: Double
  let width: Double
  /// Where the next text begins.
  private(set) var y: Double
  /// Baseline and width of the last text set: what a rule under it is measured by.
  private(set) var lastBaseline = 0.0
  private(set) var widest = 0.0

  init(x: Double, width: Double, y: Double = 0) {
    self.x = x
    self.width = width
    self.y = y
  }

  mutating func skip(_ distance: Double) { y += distance }

  /// Sets `inlines` balanced over as many lines as they need; nothing for an empty text.
  mutating func add(
    _ inlines: [Inline], _ style: BlockStyle, context: TextContext, to panel: inout Panel, _ setter: inout TextSetter
  ) {
    guard !inlines.isEmpty else { return }
    var context = context
    context.balanced = style.alignment == .center
    if y > 0 { y += style.spaceBefore.points }
    let block = setter.lines(inlines, style: style, measure: width, context: context)
    guard !block.lines.isEmpty else { return }
    panel.place(block, x: x, y: y)
    lastBaseline = y + block.ascent + block.pitch * Double(block.lines.count - 1)
    widest = block.widest
    y += block.pitch * Double(block.lines.count)
  }

  mutating func add(
    _ text: String, _ style: BlockStyle, context: TextContext, to panel: inout Panel, _ setter: inout TextSetter
  ) {
    add(text.isEmpty ? [] : [.plain(text)], style, context: context, to: &panel, &setter)
  }

  /// The mark under the last text: typed characters in `style`, or a rule as a part of the text's width, centred under it.
  mutating func mark(
    _ mark: Underline, style: BlockStyle, gap: Length, thickness: Length, context: TextContext, to panel: inout Panel,
    _ setter: inout TextSetter
  ) {
    switch mark {
    case .none: return
    case .text(let text): add(text, style, context: context, to: &panel, &setter)
    case .rule(let fraction):
      guard fraction.isFinite, fraction > 0, widest > 0 else { return }
      let length = min(widest * fraction, width)
      let ruleY = lastBaseline + gap.points
      panel.rule(x: x + (width - length) / 2, y: ruleY, width: length, thickness: thickness)
      y = max(y, ruleY + Stack.underRule)
    }
  }

  /// From a rule to the ascender line of the text under it, points: the rule then stands as close to the capitals below as to the
  /// descenders above.
  private static let underRule = 2.0
}

extension Panel {
  /// A box of rules.
  mutating func frame(x: Double, y: Double, width: Double, height: Double, thickness: Length, color: Color) {
    backdrop += [
      .rule(.horizontal(x: x, y: y, width: width, thickness: thickness, color: color)),
      .rule(.horizontal(x: x, y: y + height, width: width, thickness: thickness, color: color)),
      .rule(.vertical(x: x, from: y, to: y + height, thickness: thickness, color: color)),
      .rule(.vertical(x: x + width, from: y, to: y + height, thickness: thickness, color: color)),
    ]
    self.height = max(self.height, y + height)
  }
}
