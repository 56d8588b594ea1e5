internal import Documents
internal import Graphics

/// The head of the first page: who and number at the left, national title, place and date at the right.
///
/// What differs between Party and State documents (star or rule, motto, where the date stands, boxes around marks) comes from
/// `LetterheadRules` and the styles alone.
struct LetterheadSetter {
  let head: Letterhead
  let format: Format
  /// Width of the text, points.
  let measure: Double
  let context: TextContext

  private var rules: LetterheadRules { format.letterhead }

  func panel(_ setter: inout TextSetter) -> Panel {
    var panel = Panel()
    let widths = blockWidths(&setter)
    var left = Stack(x: 0, width: widths.left)
    var right = Stack(x: measure - widths.right, width: widths.right)
    setIssuer(&left, &panel, &setter)
    let numberTop = left.y
    setNumberAndMarks(&left, &panel, &setter)
    setTitle(&right, &panel, &setter)
    setDate(&right, besideNumber: numberTop, &panel, &setter)
    add(Mark(head.circulation, .circulation, isBoxed: rules.boxedMarks), &right, &panel, &setter)
    add(Mark(head.draft, .draft), &right, &panel, &setter)
    return panel
  }

  /// The contact line for the foot of the page; nil without one.
  func foot(_ setter: inout TextSetter) -> Panel? {
    guard let contact = head.contact, !contact.isEmpty else { return nil }
    var panel = Panel()
    var stack = Stack(x: 0, width: measure)
    stack.add(contact, format.style(.contact).unindented, context: context, to: &panel, &setter)
    return panel
  }

  private func style(_ name: StyleName) -> BlockStyle { format.style(name).unindented }

  private func setIssuer(_ left: inout Stack, _ panel: inout Panel, _ setter: inout TextSetter) {
    left.add(head.superior, style(.superior), context: context, to: &panel, &setter)
    left.add(head.issuer, style(.issuer), context: context, to: &panel, &setter)
    left.mark(
      rules.issuerMark, style: style(.star), gap: rules.ruleGap, thickness: rules.ruleWidth, context: context,
      to: &panel, &setter)
  }

  private func setNumberAndMarks(_ left: inout Stack, _ panel: inout Panel, _ setter: inout TextSetter) {
    left.add(head.number, style(.number), context: context, to: &panel, &setter)
    left.add(head.abstract ?? "", style(.letterAbstract), context: context, to: &panel, &setter)
    if head.leavesSecrecyRoom {
      left.skip(LetterheadSetter.aboveMark + max(0, rules.marks.boxHeight.points))
      panel.height = max(panel.height, left.y)
    }
    var urgency = Mark(head.urgency, .urgency, isBoxed: rules.boxedMarks)
    urgency.boxWidth = rules.marks.urgency.first { $0.name == head.urgency }?.boxWidth
    urgency.color = rules.marks.urgencyColor
    add(urgency, &left, &panel, &setter)
  }

  private func setTitle(_ right: inout Stack, _ panel: inout Panel, _ setter: inout TextSetter) {
    right.add(rules.title, style(.nationalTitle), context: context, to: &panel, &setter)
    if let motto = rules.motto { right.add(motto, style(.motto), context: context, to: &panel, &setter) }
    right.mark(
      rules.titleMark, style: style(.star), gap: rules.ruleGap, thickness: rules.ruleWidth, context: context,
      to: &panel, &setter)
  }

  private func setDate(
    _ right: inout Stack, besideNumber numberTop: Double, _ panel: inout Panel, _ setter: inout TextSetter
  ) {
    let date = style(.placeAndDate)
    if rules.dateRow == .besideNumber {
      // On one baseline with the number, whatever the sizes of the two.
      let rise = setter.metrics(style(.number)).ascent - setter.metrics(date).ascent
      right.skip(max(0, numberTop + rise - right.y))
    }
    right.add(head.placeAndDate, date, context: context, to: &panel, &setter)
  }

  /// A mark of urgency, circulation or draft on its way into a column.
  private struct Mark {
    var text: String
    var style: StyleName
    var isBoxed: Bool
    var boxWidth: Length?
    var color = Color.black

    init(_ text: String?, _ style: StyleName, isBoxed: Bool = false) {
      self.text = text ?? ""
      self.style = style
      self.isBoxed = isBoxed
    }
  }

  private func add(_ mark: Mark, _ stack: inout Stack, _ panel: inout Panel, _ setter: inout TextSetter) {
    guard !mark.text.isEmpty else { return }
    let style = style(mark.style)
    let inlines: [Inline] = [.text(mark.text, TextStyle(color: mark.color), nil)]
    stack.skip(max(0, LetterheadSetter.aboveMark - style.spaceBefore.points))
    guard mark.isBoxed else {
      stack.add(inlines, style, context: context, to: &panel, &setter)
      return
    }
    let metrics = setter.metrics(style)
    let line = metrics.ascent + metrics.descent
    let padding = max(LetterheadSetter.boxPadding, (rules.marks.boxHeight.points - line) / 2)
    stack.skip(padding)
    let top = stack.y + style.spaceBefore.points
    stack.add(inlines, style, context: context, to: &panel, &setter)
    let width = min(max(stack.widest + 2 * padding, mark.boxWidth?.points ?? 0), stack.width)
    let bottom = stack.lastBaseline + metrics.descent
    panel.frame(
      x: stack.x + (stack.width - width) / 2, y: top - padding, width: width, height: bottom - top + 2 * padding,
      thickness: rules.ruleWidth, color: mark.color)
    stack.skip(padding)
  }

  /// Distance above urgency, circulation and draft marks, points: the least, where their style has none.
  private static let aboveMark = 4.0
  /// Least distance between a mark and its box, points.
  private static let boxPadding = 3.0
  /// Keeps a line of exactly the block's width from breaking over rounding.
  private static let slack = 0.1

  /// The widths of the format, the right block widened where its widest line needs it and the left block's texts still fit in what is
  /// left without breaking; else the line breaks.
  private func blockWidths(_ setter: inout TextSetter) -> (left: Double, right: Double) {
    var left = rules.leftWidth.points
    var right = rules.rightWidth.points
    if left + right > measure + LetterheadSetter.slack || !(left > 0 && right > 0) {
      let share = left > 0 && right > 0 ? left / (left + right) : 0.5
      (left, right) = (measure * share, measure * (1 - share))
    }
    let texts: [(String, StyleName)] = [
      (rules.title, .nationalTitle), (rules.motto ?? "", .motto), (head.placeAndDate, .placeAndDate),
    ]
    var wanted = LetterheadSetter.slack
    for (text, name) in texts { wanted = max(wanted, setter.width(text, style: style(name)) + LetterheadSetter.slack) }
    guard wanted > right else { return (left, right) }
    let own: [(String, StyleName)] = [(head.superior, .superior), (head.issuer, .issuer), (head.number, .number)]
    var needed = 0.0
    for (text, name) in own { needed = max(needed, setter.extent([.plain(text)], style: style(name)).natural) }
    return needed <= measure - wanted ? (measure - wanted, wanted) : (left, right)
  }
}
