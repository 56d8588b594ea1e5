import Documents
import Graphics

/// The text under a chart or a row of pictures, set before them, since they get the height it leaves.
struct Caption {
  private let block: TextBlock
  /// From the lower edge of what it belongs to, to the first ascender line.
  private let gap: Double
  private let measure: Double

  init(
    _ inlines: [Inline], measure: Double, format: Format, context: TextContext, text: inout TextSetter
  ) {
    let style = format.style(.caption)
    self.measure = measure
    gap = style.spaceBefore.points
    if inlines.isEmpty || !(measure > 0) {
      block = TextBlock(lines: [], pitch: 0, ascent: 0, descent: 0)
    } else {
      block = text.lines(inlines, style: style, measure: measure, context: context)
    }
  }

  /// What it takes of the height, the gap above it included; 0 without text.
  var height: Double { block.lines.isEmpty ? 0 : gap + block.height }

  /// `fragment` with the caption below it.
  func under(_ fragment: Fragment) -> Fragment {
    guard !block.lines.isEmpty else { return fragment }
    var builder = FrameBuilder(size: Size(width: .points(measure), height: .points(fragment.height + height)))
    for (number, line) in block.lines.enumerated() {
      let baseline = fragment.height + gap + block.ascent + Double(number) * block.pitch
      line.emit(x: 0, baseline: baseline, into: &builder)
    }
    var result = fragment
    result.items += builder.finish().items
    result.height += height
    result.footnotes = block.lines.flatMap { $0.footnoteCalls }
    return result
  }
}
