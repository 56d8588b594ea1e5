/// Names one face of the catalogue: its place in the array of `FaceData` that layout and drawing share.
public struct FaceID: Sendable, Hashable, Comparable {
  public var index: Int

  @inlinable public init(_ index: Int) { self.index = index }

  @inlinable public static func < (left: FaceID, right: FaceID) -> Bool { left.index < right.index }
}

/// The bytes of one font file and its name. A plain value: layout shapes from it, drawing embeds it.
public struct FaceData: Sendable {
  public var id: FaceID
  /// PostScript name, or the file's name where the font has none: for messages.
  public var name: String
  /// Where the bytes came from, for messages and for the record of a run.
  public var file: String
  public var bytes: [UInt8]

  public init(id: FaceID, name: String, file: String, bytes: [UInt8]) {
    self.id = id
    self.name = name
    self.file = file
    self.bytes = bytes
  }
}

/// One glyph of a face, at the place of its origin on the page (advance already applied).
public struct Glyph: Sendable, Hashable {
  public var id: UInt32
  /// Points from the left edge of the page.
  public var x: Double
  /// Points from the upper edge of the page to the baseline.
  public var y: Double

  @inlinable public init(id: UInt32, x: Double, y: Double) {
    self.id = id
    self.x = x
    self.y = y
  }
}

/// The text of a few glyphs: so many bytes of UTF-8 belong to so many glyphs. Clusters cover a run from first to last, in order.
public struct Cluster: Sendable, Hashable {
  public var bytes: UInt8
  public var glyphs: UInt8

  @inlinable public init(bytes: UInt8, glyphs: UInt8) {
    self.bytes = bytes
    self.glyphs = glyphs
  }
}

/// Text set in one face, size and colour, with the characters it stands for.
///
/// Runs appear on a page in reading order. The drawing side joins neighbours of the same face, size and colour into one call, so a run
/// may be a word, a line or a column; spaces between words belong to the text (and have glyphs), so that copied text keeps them.
public struct GlyphRun: Sendable, Hashable {
  public var face: FaceID
  public var size: Length
  public var color: Color
  public var glyphs: [Glyph]
  public var clusters: [Cluster]
  /// UTF-8 in NFC.
  public var text: [UInt8]
  /// Degrees to the left by which each glyph is turned around its origin; the places of the glyphs follow the turn already.
  /// 90 for text that reads upwards, as in a narrow column's head.
  public var angle: Double

  public init(
    face: FaceID, size: Length, color: Color = .black, glyphs: [Glyph], clusters: [Cluster], text: [UInt8],
    angle: Double = 0
  ) {
    self.face = face
    self.size = size
    self.color = color
    self.glyphs = glyphs
    self.clusters = clusters
    self.text = text
    self.angle = angle
  }

  /// The characters of the run.
  public var string: String { String(decoding: text, as: UTF8.self) }
}
