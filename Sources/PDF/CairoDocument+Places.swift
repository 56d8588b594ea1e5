import CCairo
import Glibc  // `rounded` links against its mathematics
import Graphics

/// Anchors, links and outline entries seen so far.
struct Places {
  /// Names in the file are a1, a2 … in order of first mention: Cairo cannot quote every character.
  private var names: [String: String] = [:]
  private var links: [String] = []
  private var anchors: Set<String> = []
  /// The open outline entries, outermost first.
  private var parents: [(level: Int, id: Int32)] = []

  /// The name a place has in the file.
  mutating func name(of place: String) -> String {
    if let name = names[place] { return name }
    let name = "a\(names.count + 1)"
    names[place] = name
    return name
  }

  mutating func noteLink(to place: String) {
    if !anchors.contains(place) { links.append(place) }
  }

  /// False when the place exists already.
  mutating func noteAnchor(_ place: String) -> Bool { anchors.insert(place).inserted }

  /// The entry under which one of a level stands; 0 is the root.
  mutating func parent(ofLevel level: Int) -> Int32 {
    while let last = parents.last, last.level >= level { parents.removeLast() }
    return parents.last?.id ?? CAIRO_PDF_OUTLINE_ROOT
  }

  mutating func open(level: Int, id: Int32) { parents.append((level, id)) }

  /// Throws `missingAnchor` for the first link that leads nowhere.
  func checkComplete() throws(PDFError) {
    if let missing = links.first(where: { !anchors.contains($0) }) { throw .missingAnchor(missing) }
  }
}

extension CairoDocument {
  /// Adds the outline entries of a page and, when it has ink, its links and anchors.
  func markPlaces(_ items: [Item], isInked: Bool) throws(PDFError) {
    for item in items {
      switch item {
      case .link(let target, in: let rect) where isInked: try addLink(target, rect)
      case .anchor(let name, at: let point) where isInked: try addAnchor(name, point)
      case .outline(let title, let level, at: let point): try addOutline(title, level, point)
      default: continue
      }
    }
    try check("adding links to page \(page)")
  }

  private func addLink(_ target: LinkTarget, _ rect: Rect) throws(PDFError) {
    let (x, y, width, height) = (rect.minX.points, rect.minY.points, rect.size.width.points, rect.size.height.points)
    try checkNumbers(x, y, width, height, what: "link")
    let area = "rect=[\(decimal(x)) \(decimal(y)) \(decimal(width)) \(decimal(height))]"
    switch target {
    case .uri(let uri): mark("Link", "\(area) uri='\(quoted(uri))'")
    case .anchor(let place):
      places.noteLink(to: place)
      mark("Link", "\(area) dest='\(places.name(of: place))'")
    }
  }

  private func addAnchor(_ place: String, _ point: Point) throws(PDFError) {
    try checkNumbers(point.x.points, point.y.points, what: "anchor")
    guard places.noteAnchor(place) else { throw .repeatedAnchor(place, page: page) }
    mark("cairo.dest", "name='\(places.name(of: place))' x=\(decimal(point.x.points)) y=\(decimal(point.y.points))")
  }

  private func addOutline(_ title: String, _ level: Int, _ point: Point) throws(PDFError) {
    try checkNumbers(point.x.points, point.y.points, what: "outline")
    let place = "page=\(page) pos=[\(decimal(point.x.points)) \(decimal(point.y.points))]"
    let parent = places.parent(ofLevel: level)
    let id = unsafe cairo_pdf_surface_add_outline(
      surface, parent, title.oneLine, place, cairo_pdf_outline_flags_t(rawValue: 0))
    places.open(level: level, id: id)
  }

  private func mark(_ tag: String, _ attributes: String) {
    unsafe cairo_tag_begin(context, tag, attributes)
    unsafe cairo_tag_end(context, tag)
  }

  /// Percent-encodes what RFC 3986 does not allow and what Cairo 1.16 would leave unquoted inside a PDF string.
  private func quoted(_ uri: String) -> String {
    let allowed = Array("-._~:/?#[]@!$&*+,;=%".utf8)
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in uri.utf8 {
      if allowed.contains(byte) || isLetterOrDigit(byte) {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): true
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "a")...UInt8(ascii: "z"): true
    default: false
    }
  }

  /// Two digits after the point; never an exponent, which Cairo's attributes do not take. The number is within `Limits.coordinate`.
  private func decimal(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    return "\(hundredths < 0 ? "-" : "")\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }
}
