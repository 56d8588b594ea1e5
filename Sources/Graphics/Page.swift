/// A raster picture as it came from its file. JPEG bytes go into the PDF untouched.
public struct Picture: Sendable, Hashable {
  public enum Encoding: Sendable, Hashable {
    case jpeg
    case png
  }

  public var encoding: Encoding
  public var bytes: [UInt8]
  /// Pixels, before `turn`.
  public var width: Int
  public var height: Int
  /// Quarter turns clockwise that stand the picture upright (EXIF orientation), 0…3, and whether it is mirrored first.
  public var turn: Int
  public var mirrored: Bool

  public init(encoding: Encoding, bytes: [UInt8], width: Int, height: Int, turn: Int = 0, mirrored: Bool = false) {
    self.encoding = encoding
    self.bytes = bytes
    self.width = width
    self.height = height
    self.turn = turn
    self.mirrored = mirrored
  }
}

/// Where a link leads.
public enum LinkTarget: Sendable, Hashable {
  case uri(String)
  /// A place in the same file, named by an `Item.anchor`.
  case anchor(String)
}

/// One thing on a page. Eight cases, and no more without a decision about the whole house: drawing and dumping switch over them.
public enum Item: Sendable, Hashable {
  case glyphs(GlyphRun)
  case rule(Rule)
  case shape(Shape)
  case picture(Picture, in: Rect)
  case link(LinkTarget, in: Rect)
  case anchor(String, at: Point)
  /// An entry of the PDF outline: level 1 is outermost.
  case outline(title: String, level: Int, at: Point)
  /// Large pale text across the page, behind everything else. The run is placed level; drawing turns it around the point by `angle`
  /// degrees to the left (45 rises from lower left to upper right).
  case watermark(GlyphRun, angle: Double, around: Point)
}

/// A size and the items placed on it, in reading order.
public struct Frame: Sendable, Hashable {
  public var size: Size
  public var items: [Item]

  public init(size: Size, items: [Item] = []) {
    self.size = size
    self.items = items
  }
}

/// One finished page.
public struct Page: Sendable, Hashable {
  /// The number printed on the page, or that would be if it were shown.
  public var number: Int
  public var frame: Frame

  public init(number: Int, frame: Frame) {
    self.number = number
    self.frame = frame
  }
}

/// What a PDF says of itself.
public struct Metadata: Sendable, Hashable {
  public var title: String
  public var author: String
  public var subject: String
  public var keywords: String
  /// ISO 8601 date and time, as the document's date: never the clock's.
  public var created: String

  public init(title: String, author: String, subject: String, keywords: String = "", created: String) {
    self.title = title
    self.author = author
    self.subject = subject
    self.keywords = keywords
    self.created = created
  }
}
