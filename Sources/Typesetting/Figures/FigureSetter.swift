import Documents
import Findings
import Graphics

/// Places pictures side by side at one height, with the caption centred below.
enum FigureSetter {
  /// Between two pictures, points.
  static let gap = 8.0
  /// Part of the page that pictures without a given height take at most.
  static let largestShare = 0.5
  /// A row lower than this shows nothing, points.
  static let leastHeight = 4.0

  /// The pictures and their caption, `measure` points wide and at most `room` points high, where `room` is what an empty page offers.
  ///
  /// All pictures have the same height and keep their proportions: the height asked for, or half a page, but less where the measure or
  /// the caption leave less. The row stands in the middle of the measure. Findings go to `text.findings`.
  static func set(
    _ figure: Figure, measure: Double, room: Double, format: Format, context: TextContext = TextContext(),
    text: inout TextSetter
  ) -> Fragment {
    let caption = Caption(figure.caption, measure: measure, format: format, context: context, text: &text)
    let height = rowHeight(figure, measure: measure, room: room, limit: room - caption.height)
    guard let height, height >= leastHeight else {
      if !figure.pictures.isEmpty { text.findings.append(noRoom(figure, context)) }
      return caption.under(Fragment(width: measure, height: 0))
    }
    return caption.under(row(figure.pictures, height: height, measure: measure))
  }

  private static func rowHeight(_ figure: Figure, measure: Double, room: Double, limit: Double) -> Double? {
    let shapes = figure.pictures.reduce(0) { $0 + proportion($1) }
    guard shapes > 0, measure.isFinite, limit.isFinite else { return nil }
    let wide = (measure - gap * Double(figure.pictures.count - 1)) / shapes
    var wanted = room * largestShare
    if let height = figure.height?.points, height.isFinite, height > 0 { wanted = height }
    return min(wanted, wide, limit)
  }

  private static func row(_ pictures: [Picture], height: Double, measure: Double) -> Fragment {
    let width = pictures.reduce(gap * Double(pictures.count - 1)) { $0 + proportion($1) * height }
    var x = (measure - width) / 2
    var items: [Item] = []
    for picture in pictures {
      let own = proportion(picture) * height
      items.append(
        .picture(picture, in: Rect(x: .points(x), y: .zero, width: .points(own), height: .points(height))))
      x += own + gap
    }
    return Fragment(width: measure, height: height, items: items)
  }

  /// Width to height of the picture as it stands upright; a picture without pixels counts as a square.
  private static func proportion(_ picture: Picture) -> Double {
    let (width, height) = picture.upright
    return width > 0 && height > 0 ? Double(width) / Double(height) : 1
  }

  private static func noRoom(_ figure: Figure, _ context: TextContext) -> Finding {
    let name = figure.caption.plainText
    return Finding(
      code: "anh-khong-du-cho", severity: .warning, at: context.place,
      Message(
        vi: "không đủ chỗ cho ảnh “\(name)”; hãy bớt ảnh trong một hàng hoặc rút ngắn chú thích",
        en: "there is no room for the figure “\(name)”; put fewer pictures in a row or shorten the caption"))
  }
}
