import CCairo
import Graphics

extension CairoDocument {
  /// Draws table rules and title lines, all of one width and colour in a single stroke: a fifth of what one call a rule costs.
  func drawRules(_ rules: [Rule]) throws(PDFError) {
    // Few styles: looking through them is cheaper than hashing.
    var groups: [[Rule]] = []
    for rule in rules {
      try check(rule.from, what: "rule")
      try check(rule.to, what: "rule")
      if let place = groups.firstIndex(where: { $0[0].width == rule.width && $0[0].color == rule.color }) {
        groups[place].append(rule)
      } else {
        groups.append([rule])
      }
    }
    for group in groups { try stroke(group) }
  }

  private func stroke(_ rules: [Rule]) throws(PDFError) {
    guard let first = rules.first else { return }
    for rule in rules {
      unsafe cairo_move_to(context, rule.from.x.points, rule.from.y.points)
      unsafe cairo_line_to(context, rule.to.x.points, rule.to.y.points)
    }
    try set(Stroke(color: first.color, width: first.width), what: "rule")
    unsafe cairo_stroke(context)
  }

  /// Draws what lies under the rules and the text, in the order of the page.
  func drawPictures(_ items: [Item]) throws(PDFError) {
    for item in items {
      switch item {
      case .shape(let shape): try draw(shape)
      case .picture(let picture, in: let rect): try draw(picture, in: rect)
      default: continue
      }
    }
  }

  private func draw(_ shape: Shape) throws(PDFError) {
    unsafe cairo_save(context)
    if let clip = shape.clip {
      try add(clip)
      unsafe cairo_clip(context)
    }
    try add(shape.path)
    if let fill = shape.fill {
      try setColor(fill)
      if shape.stroke == nil { unsafe cairo_fill(context) } else { unsafe cairo_fill_preserve(context) }
    }
    if let stroke = shape.stroke {
      try set(stroke, what: "shape")
      unsafe cairo_stroke(context)
    }
    unsafe cairo_new_path(context)
    unsafe cairo_restore(context)
    try check("drawing a shape of page \(page)")
  }

  private func add(_ path: Path) throws(PDFError) {
    for element in path.elements {
      switch element {
      case .move(let point):
        try check(point)
        unsafe cairo_move_to(context, point.x.points, point.y.points)
      case .line(let point):
        try check(point)
        unsafe cairo_line_to(context, point.x.points, point.y.points)
      case .curve(let first, let second, let end):
        for point in [first, second, end] { try check(point) }
        unsafe cairo_curve_to(
          context, first.x.points, first.y.points, second.x.points, second.y.points, end.x.points, end.y.points)
      case .close: unsafe cairo_close_path(context)
      }
    }
  }

  private func set(_ stroke: Stroke, what: String) throws(PDFError) {
    try checkNumbers(stroke.width.points, what: what)
    guard stroke.width.points >= 0 else { throw .badNumber(stroke.width.points, what: what, page: page) }
    let dash = stroke.dash.map(\.points)
    for length in dash {
      try checkNumbers(length, what: "dash")
      guard length >= 0 else { throw .badNumber(length, what: "dash", page: page) }
    }
    try setColor(stroke.color)
    unsafe cairo_set_line_width(context, stroke.width.points)
    // All zeros would be an error in Cairo; a reader of the page expects a solid line.
    let isSolid = dash.allSatisfy { $0 == 0 }
    unsafe cairo_set_dash(context, dash, isSolid ? 0 : Int32(clamping: dash.count), 0)
  }

  func setColor(_ color: Color) throws(PDFError) {
    try checkNumbers(color.red, color.green, color.blue, what: "color")
    unsafe cairo_set_source_rgb(context, color.red, color.green, color.blue)
  }

  private func check(_ point: Point, what: String = "path") throws(PDFError) {
    if abs(point.x.points) <= Limits.coordinate, abs(point.y.points) <= Limits.coordinate { return }
    try checkNumbers(point.x.points, point.y.points, what: what)
  }

  /// Throws `badNumber` for a number that is not finite or beyond every paper: Cairo's fixed-point arithmetic would wrap around.
  func checkNumbers(_ numbers: Double..., what: String) throws(PDFError) {
    for number in numbers where !(abs(number) <= Limits.coordinate) {
      throw .badNumber(number, what: what, page: page)
    }
  }
}
