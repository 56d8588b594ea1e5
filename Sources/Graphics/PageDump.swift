extension Page {
  /// The page as text, one item a line, for goldens: positions in millimetres with two digits, text quoted.
  public func dump() -> String {
    var lines = ["page \(number) \(mm(frame.size.width)) x \(mm(frame.size.height))"]
    for item in frame.items { lines.append("  " + dump(item)) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func dump(_ item: Item) -> String {
    switch item {
    case .glyphs(let run): dump(run)
    case .rule(let rule): "rule \(at(rule.from)) to \(at(rule.to)) width \(pt(rule.width))"
    case .shape(let shape):
      "shape \(shape.path.elements.count) elements from \(start(shape.path))"
        + (shape.fill.map { " fill \(hex($0))" } ?? "")
        + (shape.stroke.map { " stroke \(pt($0.width)) \(hex($0.color))" } ?? "")
        + (shape.clip == nil ? "" : " clipped")
    case .picture(let picture, let rect):
      "picture \(picture.width)x\(picture.height) turn \(picture.turn) in \(box(rect))"
    case .link(.uri(let uri), let rect): "link \(uri) in \(box(rect))"
    case .link(.anchor(let name), let rect): "link #\(name) in \(box(rect))"
    case .anchor(let name, let point): "anchor \(name) \(at(point))"
    case .outline(let title, let level, let point): "outline \(level) \"\(title)\" \(at(point))"
    case .watermark(let run, let angle, let point):
      "watermark \"\(run.string)\" angle \(decimal(angle)) around \(at(point))"
    }
  }

  private func dump(_ run: GlyphRun) -> String {
    let from = run.glyphs.first.map { at(Point(x: .points($0.x), y: .points($0.y))) } ?? "nowhere"
    let color = run.color == .black ? "" : " \(hex(run.color))"
    let angle = run.angle == 0 ? "" : " angle \(decimal(run.angle))"
    return "text \(from) face \(run.face.index) size \(pt(run.size))\(color)\(angle) \"\(run.string)\""
  }

  private func start(_ path: Path) -> String {
    for case .move(let point) in path.elements { return at(point) }
    return "nowhere"
  }

  private func box(_ rect: Rect) -> String { "\(at(rect.origin)) \(mm(rect.size.width)) x \(mm(rect.size.height))" }
  private func at(_ point: Point) -> String { "(\(mm(point.x)), \(mm(point.y)))" }
  private func mm(_ length: Length) -> String { decimal(length.mm) }
  private func pt(_ length: Length) -> String { decimal(length.points) }

  private func hex(_ color: Color) -> String {
    "#"
      + [color.red, color.green, color.blue].map { part in
        let value = Int((min(max(part, 0), 1) * 255).rounded())
        let digits = String(value, radix: 16)
        return digits.count == 1 ? "0" + digits : digits
      }.joined()
  }

  /// Two digits, without the binary tail; not finite values are named, so that a golden shows them.
  private func decimal(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e12 else { return "not-finite" }
    let hundredths = Int((value * 100).rounded())
    let whole = abs(hundredths) / 100
    let rest = abs(hundredths) % 100
    let sign = hundredths < 0 ? "-" : ""
    return "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }
}
