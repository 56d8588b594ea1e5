public import Graphics

/// Why a document could not be drawn. After any of these the canvas is of no further use; the faces of the pool stay good.
public enum PDFError: Error {
  /// A font file that cannot be embedded: damaged, cut short, or of a kind that has no outlines.
  case brokenFont(file: String, reason: FontFault)
  /// A run names a face that is not in the pool.
  case unknownFace(FaceID)
  /// A run holds a glyph number its face does not have.
  case unknownGlyph(UInt32, file: String, page: Int)
  /// A coordinate, size or angle that is not finite or beyond every paper; `what` names the kind of item.
  case badNumber(Double, what: String, page: Int)
  /// The clusters of a run do not add up to its text and glyphs, or the text is not UTF-8.
  case badClusters(text: String, page: Int)
  case badPicture(PictureFault, page: Int)
  /// A link leads to an anchor that no page has.
  case missingAnchor(String)
  /// Two anchors of one name.
  case repeatedAnchor(String, page: Int)
  /// `Metadata.created` is not an ISO 8601 date.
  case badDate(String)
  /// `finish` before any page was drawn.
  case noPages
  /// The caller's write closure failed; its error is kept.
  case write(any Error)
  /// Cairo refused; `doing` says at what, `cause` is Cairo's own text.
  case cairo(cause: String, doing: String)
}

/// What is wrong with a font file.
public enum FontFault: Sendable, Hashable {
  case notAFont
  /// The table directory points beyond the end of the file.
  case truncated(table: String)
  case missingTable(String)
  /// HarfBuzz could not rewrite it, or FreeType could not open the result.
  case unreadable(by: String)
}

/// What is wrong with a picture.
public enum PictureFault: Sendable, Hashable {
  /// The bytes are not of the named encoding.
  case notA(Picture.Encoding)
  case truncated
  /// Its head is right and its pixels cannot be unpacked.
  case damaged
  /// The file says another size than the `Picture`.
  case size(told: Int, Int, found: Int, Int)
  /// More pixels than `Limits` has for its encoding.
  case tooLarge(pixels: Int, limit: Int)
  /// A kind that PDF cannot take as it is, such as 12-bit or arithmetic-coded JPEG.
  case unsupported(String)
}

/// Bounds that keep Cairo's fixed-point arithmetic and memory safe.
public enum Limits {
  /// Points from the page's corner. Acrobat's largest page is 14,400; a little more for what hangs over an edge.
  public static let coordinate = 20_000.0
  /// Longest edge of a page in points (PDF 1.7, annex C.2).
  public static let page = 14_400.0
  /// Points of a font size: from unreadable to one letter a page.
  public static let fontSizes = 0.1...5_000.0
  /// Pixels of a PNG, unpacked at four bytes each: an A4 sheet scanned at 600 dots an inch has 35 million.
  public static let pixels = 50_000_000
  /// Pixels of a JPEG, which goes into the file as it is and costs an eighth of a byte each here.
  public static let jpegPixels = 500_000_000
}
