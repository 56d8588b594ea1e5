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
///
/// In memory it is what Cairo takes: a number of the machine's width, then two doubles, so that a page is drawn from here without a copy.
public struct Glyph: Sendable, Hashable {
  private var index: UInt
  /// Points from the left edge of the page.
  public var x: Double
  /// Points from the upper edge of the page to the baseline.
  public var y: Double

  /// Its number in the face.
  public var id: UInt32 {
    get { UInt32(truncatingIfNeeded: index) }
    set { index = UInt(newValue) }
  }

  public init(id: UInt32, x: Double, y: Double) {
    index = UInt(id)
    self.x = x
    self.y = y
  }
}

/// The text of a few glyphs: so many bytes of UTF-8 belong to so many glyphs. Clusters cover a run from first to last, in order.
///
/// In memory it is what Cairo takes, as `Glyph` is.
public struct Cluster: Sendable, Hashable {
  public var bytes: Int32
  public var glyphs: Int32

  @inlinable public init(bytes: Int32, glyphs: Int32) {
    self.bytes = bytes
    self.glyphs = glyphs
  }
}

/// Glyphs, clusters and text of the runs of one page or fragment, so that each of several hundred runs is a few numbers and one reference and
/// not three arrays of its own.
///
/// Filled once by who lays the page out, before anything reads it, and constant from then on: that is why it is `Sendable`.
public final class GlyphStore: @unchecked Sendable {
  public private(set) var glyphs: [Glyph] = []
  public private(set) var clusters: [Cluster] = []
  /// UTF-8 in NFC.
  public private(set) var text: [UInt8] = []

  /// An empty store, to be filled.
  public init() {}

  public init(glyphs: [Glyph], clusters: [Cluster], text: [UInt8]) {
    fill(glyphs: glyphs, clusters: clusters, text: text)
  }

  /// Precondition: it is empty.
  public func fill(glyphs: [Glyph], clusters: [Cluster], text: [UInt8]) {
    precondition(self.glyphs.isEmpty && self.clusters.isEmpty && self.text.isEmpty, "filled twice")
    self.glyphs = glyphs
    self.clusters = clusters
    self.text = text
  }
}

/// Text set in one face, size and colour, with the characters it stands for.
///
/// Runs appear on a page in reading order. The drawing side joins neighbours of the same face, size and colour into one call, so a run
/// may be a word, a line or a column; spaces between words belong to the text (and have glyphs), so that copied text keeps them.
public struct GlyphRun: Sendable {
  public var face: FaceID
  public var size: Length
  public var color: Color
  /// Degrees to the left by which each glyph is turned around its origin; the places of the glyphs follow the turn already.
  /// 90 for text that reads upwards, as in a narrow column's head.
  public var angle: Double
  private var store: GlyphStore
  private var glyphRange: Range<Int32>
  private var clusterRange: Range<Int32>
  private var textRange: Range<Int32>

  /// A run with a store of its own.
  public init(
    face: FaceID, size: Length, color: Color = .black, glyphs: [Glyph], clusters: [Cluster], text: [UInt8],
    angle: Double = 0
  ) {
    self.init(
      face: face, size: size, color: color,
      store: GlyphStore(glyphs: glyphs, clusters: clusters, text: text), glyphs: glyphs.indices,
      clusters: clusters.indices, text: text.indices, angle: angle)
  }

  /// A part of a store; the ranges are those it will have when it is filled.
  public init(
    face: FaceID, size: Length, color: Color = .black, store: GlyphStore, glyphs: Range<Int>, clusters: Range<Int>,
    text: Range<Int>, angle: Double = 0
  ) {
    self.face = face
    self.size = size
    self.color = color
    self.angle = angle
    self.store = store
    glyphRange = Self.narrow(glyphs)
    clusterRange = Self.narrow(clusters)
    textRange = Self.narrow(text)
  }

  public var isEmpty: Bool { glyphRange.isEmpty }
  public var glyphCount: Int { glyphRange.count }
  public var glyphs: ArraySlice<Glyph> { store.glyphs[Self.wide(glyphRange)] }
  public var clusters: ArraySlice<Cluster> { store.clusters[Self.wide(clusterRange)] }
  /// UTF-8 in NFC.
  public var text: ArraySlice<UInt8> { store.text[Self.wide(textRange)] }
  /// The characters of the run.
  public var string: String { String(decoding: text, as: UTF8.self) }

  /// The same run with other glyphs, clusters or text, in a store of its own.
  public func with(glyphs: [Glyph]? = nil, clusters: [Cluster]? = nil, text: [UInt8]? = nil) -> GlyphRun {
    GlyphRun(
      face: face, size: size, color: color, glyphs: glyphs ?? Array(self.glyphs),
      clusters: clusters ?? Array(self.clusters), text: text ?? Array(self.text), angle: angle)
  }

  /// This run and `next` as one in the style of this one, where `next` stands right behind it in the same store.
  public func joined(with next: GlyphRun) -> GlyphRun? {
    guard store === next.store, glyphRange.upperBound == next.glyphRange.lowerBound,
      clusterRange.upperBound == next.clusterRange.lowerBound, textRange.upperBound == next.textRange.lowerBound
    else { return nil }
    var run = self
    run.glyphRange = glyphRange.lowerBound..<next.glyphRange.upperBound
    run.clusterRange = clusterRange.lowerBound..<next.clusterRange.upperBound
    run.textRange = textRange.lowerBound..<next.textRange.upperBound
    return run
  }

  private static func narrow(_ range: Range<Int>) -> Range<Int32> {
    Int32(range.lowerBound)..<Int32(range.upperBound)
  }

  private static func wide(_ range: Range<Int32>) -> Range<Int> { Int(range.lowerBound)..<Int(range.upperBound) }
}

extension GlyphRun: Hashable {
  public static func == (left: GlyphRun, right: GlyphRun) -> Bool {
    left.face == right.face && left.size == right.size && left.color == right.color && left.angle == right.angle
      && left.glyphs == right.glyphs && left.clusters == right.clusters && left.text == right.text
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(face)
    hasher.combine(size)
    hasher.combine(color)
    hasher.combine(angle)
    hasher.combine(glyphs)
    hasher.combine(clusters)
    hasher.combine(text)
  }
}
