internal import Documents
internal import Graphics

/// Pale text along the rising diagonal of the page.
enum Watermark {
  /// Grey that a black-and-white printer keeps lighter than any text.
  private static let color = Color(gray: 0.9)
  /// Part of the diagonal the text takes.
  private static let share = 0.6
  /// Largest height of the letters as a part of the shorter side of the page.
  private static let largest = 0.25
  private static let trialSize = 100.0

  static func items(_ text: String, page: Size, _ setter: inout TextSetter) -> [Item] {
    guard !text.isEmpty else { return [] }
    let (width, height) = (page.width.points, page.height.points)
    let diagonal = (width * width + height * height).squareRoot()
    var style = BlockStyle(size: .points(trialSize), bold: true)
    let trial = setter.width(text, style: style)
    guard trial > 0 else { return [] }
    style.size = .points(min(trialSize * diagonal * share / trial, min(width, height) * largest))
    let own = setter.width(text, style: style)
    let inlines = [Inline.text(text, TextStyle(color: color), nil)]
    let block = setter.lines(inlines, style: style, measure: own + 1)
    var frame = FrameBuilder(size: page)
    // The middle of the capitals on the middle of the page: two thirds of the ascender is their height in text faces.
    let baseline = height / 2 + block.ascent / 3
    block.lines.first?.emit(x: (width - own) / 2, baseline: baseline, into: &frame)
    let angle = Angle.degrees(rise: height, run: width)
    let middle = Point(x: .points(width / 2), y: .points(height / 2))
    return frame.finish().items.compactMap { item in
      if case .glyphs(let run) = item { .watermark(run, angle: angle, around: middle) } else { nil }
    }
  }
}
