import Documents
import Graphics

/// Type and distances of a chart. Distances in points.
struct ChartLook {
  var style: BlockStyle
  var context: TextContext

  /// Sizes tried for labels, as parts of the format's: smaller type before fewer labels.
  static let sizes = [1.0, 0.9, 0.8]
  /// Between a label and what it belongs to, and around labels that cover the grid.
  static let gap = 3.0
  static let halo = 1.0
  static let axis = Stroke(color: Color(gray: 0.25), width: .points(0.6))
  static let grid = Stroke(color: Color(gray: 0.8), width: .points(0.35))
  static let leader = Stroke(color: Color(gray: 0.45), width: .points(0.4))
  /// Height of a chart as part of its width, where the document leaves it open: a little flatter than the golden section.
  static let proportion = 0.52
  /// Height that one step of a value axis should have; between the fewest and the most steps.
  static let stepHeight = 36.0
  static let steps = 2...8
  /// Lines of a category name.
  static let mostNameLines = 3

  init(format: Format, context: TextContext) {
    var style = format.style(.chartLabel)
    // Labels are placed by the chart: of the style only the face counts.
    style.alignment = .left
    style.firstLineIndent = .zero
    style.leftIndent = .zero
    style.rightIndent = .zero
    style.pitch = .multiple(1)
    self.style = style
    self.context = context
    self.context.balanced = true
  }

  func sized(_ factor: Double) -> ChartLook {
    var look = self
    look.style.size = style.size * factor
    return look
  }

  /// `string` in lines no wider than `width`; nil where there is nothing to print.
  func label(
    _ string: String, width: Double = 10_000, color: Color? = nil, italic: Bool = false, text: inout TextSetter
  ) -> ChartLabel? {
    guard string.contains(where: { !$0.isWhitespace }) else { return nil }
    return label([.text(string, TextStyle(italic: italic, color: color), nil)], width: width, text: &text)
  }

  func label(_ inlines: [Inline], width: Double, text: inout TextSetter) -> ChartLabel? {
    let block = text.lines(inlines, style: style, measure: max(width, 1), context: context)
    return block.lines.isEmpty ? nil : ChartLabel(block: block)
  }

  /// Width below which some word of `strings` would be broken.
  func narrowest(_ strings: [String], text: inout TextSetter) -> Double {
    var width = 0.0
    for string in strings {
      width = max(width, text.extent([.plain(string)], style: style, context: context).minimum)
    }
    return width
  }

  func labels(_ strings: [String], width: Double = 10_000, text: inout TextSetter) -> [ChartLabel?] {
    var result: [ChartLabel?] = []
    result.reserveCapacity(strings.count)
    for string in strings { result.append(label(string, width: width, text: &text)) }
    return result
  }
}
