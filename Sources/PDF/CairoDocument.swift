import CCairo
import Graphics

/// The Cairo surface and context of one document, and what must be remembered between its pages. Owns both.
@safe final class CairoDocument {
  let context: OpaquePointer
  let surface: OpaquePointer
  private(set) var faces: PageFaces
  let sink: Sink
  private let created: CreationDate
  /// Number of the page being drawn, from 1: its place in the file, whatever number is printed on it.
  private(set) var page = 0
  var places = Places()
  var pictures = PictureCache()
  var scratch = TextScratch()

  /// Throws `badDate` or `cairo`.
  init(metadata: Metadata, faces: FacePool, sink: Sink) throws(PDFError) {
    created = try CreationDate(metadata.created)
    self.faces = PageFaces(faces)
    self.sink = sink
    // Passed unretained: Cairo calls it last inside `cairo_surface_destroy`, in `deinit`, when `sink` still lives.
    let closure = unsafe Unmanaged.passUnretained(sink).toOpaque()
    let size = Size.a4
    let surface = unsafe cairo_pdf_surface_create_for_stream(
      { closure, data, count in
        guard let closure = unsafe closure else { return CAIRO_STATUS_WRITE_ERROR }
        let sink = unsafe Unmanaged<Sink>.fromOpaque(closure).takeUnretainedValue()
        return unsafe sink.append(data, count: count) ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR
      }, closure, size.width.points, size.height.points)
    guard let surface = unsafe surface, let context = unsafe cairo_create(surface) else {
      throw .cairo(cause: "out of memory", doing: "beginning the document")
    }
    unsafe self.surface = surface
    unsafe self.context = context
    try check("beginning the document")
    set(metadata)
    try check("writing the metadata")
  }

  deinit {
    sink.isClosed = true
    pictures.letGo()
    unsafe cairo_destroy(context)
    unsafe cairo_surface_destroy(surface)
  }

  /// Draws one page in the order its layers lie on paper.
  func draw(_ page: borrowing Page) throws(PDFError) {
    self.page += 1
    let layers = PageLayers(page.frame.items)
    try setSize(page.frame.size)
    try faces.turn(to: layers)
    try drawWatermarks(layers.watermarks)
    try drawPictures(layers.pictures)
    try drawRules(layers.rules)
    // Cairo leaves the places of an empty page out of the file; unmarked, a link to one is reported instead of broken.
    let isLinked = layers.isInked && layers.isLinked
    // Cairo 1.16 writes a damaged cross-reference table when a link stands in no other tag.
    if isLinked { unsafe cairo_tag_begin(context, "Sect", nil) }
    try drawText(layers.runs)
    try markPlaces(layers.places, isInked: layers.isInked)
    if isLinked { unsafe cairo_tag_end(context, "Sect") }
    unsafe cairo_show_page(context)
    try check("drawing page \(self.page)")
  }

  /// Closes the file and returns what was kept of it.
  func finish() throws(PDFError) -> [UInt8] {
    guard page > 0 else { throw .noPages }
    try places.checkComplete()
    sink.holdsBack = true
    unsafe cairo_surface_finish(surface)
    try check("ending the document")
    created.mend(sink)
    guard sink.flush() else { throw writeError() }
    sink.isClosed = true
    return sink.takeBytes()
  }

  private func setSize(_ size: Size) throws(PDFError) {
    for edge in [size.width.points, size.height.points] where !(edge >= 1 && edge <= Limits.page) {
      throw .badNumber(edge, what: "page", page: page)
    }
    unsafe cairo_pdf_surface_set_size(surface, size.width.points, size.height.points)
  }

  /// Throws when the context or the surface has failed.
  func check(_ doing: @autoclosure () -> String) throws(PDFError) {
    if sink.failure != nil { throw writeError() }
    let status = unsafe cairo_status(context)
    guard status == CAIRO_STATUS_SUCCESS else { throw .cairo(cause: status.text, doing: doing()) }
    let surfaceStatus = unsafe cairo_surface_status(surface)
    guard surfaceStatus == CAIRO_STATUS_SUCCESS else { throw .cairo(cause: surfaceStatus.text, doing: doing()) }
  }

  private func writeError() -> PDFError {
    sink.failure.map(PDFError.write) ?? .cairo(cause: "write error", doing: "ending the document")
  }

  private func set(_ metadata: Metadata) {
    let fields = [
      (CAIRO_PDF_METADATA_TITLE, metadata.title), (CAIRO_PDF_METADATA_AUTHOR, metadata.author),
      (CAIRO_PDF_METADATA_SUBJECT, metadata.subject), (CAIRO_PDF_METADATA_KEYWORDS, metadata.keywords),
      (CAIRO_PDF_METADATA_CREATOR, "baocao"), (CAIRO_PDF_METADATA_CREATE_DATE, created.cairo),
      (CAIRO_PDF_METADATA_MOD_DATE, created.cairo),
    ]
    for (field, text) in fields where !text.isEmpty {
      unsafe cairo_pdf_surface_set_metadata(surface, field, text.oneLine)
    }
  }
}

extension String {
  /// Without control characters: a zero byte would end the C string early, and the rest means nothing in a title.
  var oneLine: String {
    String(String.UnicodeScalarView(unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }))
  }
}
