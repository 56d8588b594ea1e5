internal import Documents
internal import Graphics

/// Pages -> what stands on them.
struct PageReader {
  let faces: [FaceID: FaceTraits]
  /// Beginnings of the running heads of the document, folded.
  let heads: [[UInt32]]

  init(_ document: Document, _ faces: [FaceID: FaceTraits]) {
    self.faces = faces
    heads = document.sections.map { Array(Folded.scalars($0.runningHead.plainText).prefix(Self.headSample)) }
      .filter { !$0.isEmpty }
  }

  /// Letters by which a running head is known.
  private static let headSample = 12

  func read(_ page: Page, index: Int) -> PrintedPage {
    var result = PrintedPage(
      index: index, number: page.number, width: page.frame.size.width.points, height: page.frame.size.height.points,
      runs: [], head: [], rules: [], boxes: [])
    for item in page.frame.items {
      switch item {
      case .glyphs(let run): if let printed = printed(run, page: index) { result.runs.append(printed) }
      case .rule(let rule): result.rules.append(rule)
      case .shape(let shape): if let box = Self.box(shape) { result.boxes.append(box) }
      case .picture(_, let rect): result.boxes.append(rect)
      case .link, .anchor, .outline, .watermark: break
      }
    }
    takeHead(&result)
    return result
  }

  private func printed(_ run: GlyphRun, page: Int) -> PrintedRun? {
    guard run.angle == 0, let first = run.glyphs.first else { return nil }
    let face = faces[run.face]
    let size = run.size.points
    return PrintedRun(
      page: page, text: run.string, size: size, color: run.color, left: first.x,
      right: Self.lastInk(run).map { $0.x + size * (face?.advance($0.id) ?? 0) } ?? first.x, baseline: first.y,
      face: face)
  }

  /// The last glyph that is not a space.
  private static func lastInk(_ run: GlyphRun) -> Glyph? {
    var glyphs = run.glyphs.count
    let whole = run.text
    var bytes = whole.count
    for cluster in run.clusters.reversed() {
      let start = max(0, bytes - Int(cluster.bytes))
      let text = String(decoding: whole.dropFirst(start).prefix(bytes - start), as: UTF8.self)
      if !text.allSatisfy(\.isWhitespace) { break }
      glyphs -= Int(cluster.glyphs)
      bytes = start
    }
    return glyphs > 0 && glyphs <= run.glyphs.count ? run.glyphs.dropFirst(glyphs - 1).first : run.glyphs.last
  }

  private static func box(_ shape: Shape) -> Rect? {
    var points: [Point] = []
    for element in (shape.clip ?? shape.path).elements {
      switch element {
      case .move(let point), .line(let point): points.append(point)
      case .curve(_, _, let point): points.append(point)
      case .close: break
      }
    }
    guard let left = points.map(\.x).min(), let right = points.map(\.x).max(), let top = points.map(\.y).min(),
      let bottom = points.map(\.y).max()
    else { return nil }
    return Rect(x: left, y: top, width: right - left, height: bottom - top)
  }

  /// What stands on the topmost line is the head when it is the page's number alone, or a running head of the document.
  private func takeHead(_ page: inout PrintedPage) {
    guard let top = page.runs.map(\.baseline).min() else { return }
    let isTop = { (run: PrintedRun) in run.baseline - top < 1 }
    let line = page.runs.filter(isTop)
    let isHead = { (run: PrintedRun) in
      run.text == String(page.number) || self.heads.contains { Folded.scalars(run.text).starts(with: $0) }
    }
    let first = line.first
    guard line.contains(where: isHead), first.map(isHead) == true else { return }
    page.head = line
    page.runs.removeAll(where: isTop)
  }
}
