public import Graphics

/// One PDF document being drawn, page by page.
///
///     var canvas = try Canvas(metadata: metadata, faces: pool)
///     for page in pages { try canvas.draw(page) }
///     let bytes = try canvas.finish()
///
/// The order of items on a page is the reading order of its text. Paint goes in layers, lowest first: watermarks, then shapes and pictures in
/// their order, then rules, then text. Same pages, metadata and fonts give the same bytes. After an error the canvas repeats that error.
public struct Canvas: ~Copyable {
  private let document: CairoDocument
  private var failure: PDFError?

  /// Begins a document kept in memory. Throws `badDate`, or `cairo` when memory is short.
  public init(metadata: Metadata, faces: FacePool) throws(PDFError) {
    document = try CairoDocument(metadata: metadata, faces: faces, sink: Sink(write: nil))
  }

  /// Begins a document whose bytes go to `write` in order, about 64 KB at a time, so that the longest document never sits in memory whole.
  ///
  /// An error that `write` throws ends the document and comes back as `PDFError.write`.
  public init(
    metadata: Metadata, faces: FacePool, write: @escaping (borrowing Span<UInt8>) throws -> Void
  ) throws(PDFError) {
    document = try CairoDocument(metadata: metadata, faces: faces, sink: Sink(write: write))
  }

  /// Adds a page of any size. Throws what is wrong with the page; nothing of Cairo's state leaks into other documents.
  public mutating func draw(_ page: borrowing Page) throws(PDFError) {
    if let failure { throw failure }
    do throws(PDFError) {
      try document.draw(page)
    } catch {
      failure = error
      throw error
    }
  }

  /// Ends the document and returns its bytes: all of them, or none when they went to `write`.
  ///
  /// Throws `noPages`, `missingAnchor`, `write` or `cairo`.
  public consuming func finish() throws(PDFError) -> [UInt8] {
    if let failure { throw failure }
    return try document.finish()
  }
}
