import CCairo
import Graphics

/// Pictures of one document, opened once however often they appear: Cairo then embeds them once.
@safe struct PictureCache {
  /// Decoded pixels held at most; 4 bytes each. Beyond it all are let go and opened again when they come back.
  private static let pixelsKept = 4_000_000

  private var surfaces: [Picture: OpaquePointer] = unsafe [:]
  private var identifiers: [Picture: Int] = [:]
  private var pixels = 0

  func surface(for picture: Picture) -> OpaquePointer? { unsafe surfaces[picture] }

  /// Takes over the surface; it stays valid until the next call.
  mutating func keep(_ surface: OpaquePointer, for picture: Picture) {
    let size = picture.encoding == .png ? picture.width * picture.height : 0
    if pixels + size > Self.pixelsKept { letGo() }
    pixels += size
    unsafe surfaces[picture] = surface
  }

  /// The number under which Cairo knows a picture again.
  mutating func identifier(of picture: Picture) -> Int {
    if let known = identifiers[picture] { return known }
    identifiers[picture] = identifiers.count + 1
    return identifiers.count
  }

  mutating func letGo() {
    unsafe surfaces.values.forEach { unsafe cairo_surface_destroy($0) }
    unsafe surfaces.removeAll()
    pixels = 0
  }
}

extension CairoDocument {
  /// Draws a picture so that it fills the rectangle after its turn and mirror.
  func draw(_ picture: Picture, in rect: Rect) throws(PDFError) {
    try checkNumbers(
      rect.minX.points, rect.minY.points, rect.size.width.points, rect.size.height.points, what: "picture")
    for edge in [rect.size.width.points, rect.size.height.points] where edge <= 0 {
      throw .badNumber(edge, what: "picture", page: page)
    }
    let source = unsafe try open(picture)
    unsafe cairo_save(context)
    var matrix = picture.matrix(into: rect)
    unsafe cairo_transform(context, &matrix)
    unsafe cairo_set_source_surface(context, source, 0, 0)
    unsafe cairo_paint(context)
    unsafe cairo_restore(context)
    try check("drawing a picture of page \(page)")
  }

  private func open(_ picture: Picture) throws(PDFError) -> OpaquePointer {
    if let surface = unsafe pictures.surface(for: picture) { return unsafe surface }
    if let fault = PictureHeader.fault(in: picture) { throw .badPicture(fault, page: page) }
    let surface = unsafe picture.encoding == .jpeg ? try carrier(of: picture) : try decode(picture)
    let name = Array("p\(pictures.identifier(of: picture))".utf8)
    let status = unsafe attach(name, CAIRO_MIME_TYPE_UNIQUE_ID, to: surface)
    guard status == CAIRO_STATUS_SUCCESS else {
      unsafe cairo_surface_destroy(surface)
      throw .cairo(cause: status.text, doing: "opening a picture of page \(page)")
    }
    unsafe pictures.keep(surface, for: picture)
    return unsafe surface
  }

  /// A surface of the JPEG's size that carries the file itself. Cairo never looks at its pixels but copies them once a page, so they are
  /// the smallest there are: one bit each. A photo of 48 million pixels then costs 10 MB instead of 200.
  private func carrier(of picture: Picture) throws(PDFError) -> OpaquePointer {
    let surface = unsafe cairo_image_surface_create(
      CAIRO_FORMAT_A1, Int32(clamping: picture.width), Int32(clamping: picture.height))
    var status = unsafe cairo_surface_status(surface)
    if status == CAIRO_STATUS_SUCCESS, let surface = unsafe surface {
      status = unsafe attach(picture.bytes, CAIRO_MIME_TYPE_JPEG, to: surface)
      if status == CAIRO_STATUS_SUCCESS { return unsafe surface }
    }
    unsafe cairo_surface_destroy(surface)
    throw .cairo(cause: status.text, doing: "opening a picture of page \(page)")
  }

  private func attach(_ bytes: [UInt8], _ type: String, to surface: OpaquePointer) -> cairo_status_t {
    // Cairo reads the bytes when the page ends, and frees this copy with the surface.
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
    _ = unsafe copy.initialize(from: bytes)
    let status = unsafe cairo_surface_set_mime_data(
      surface, type, copy.baseAddress, UInt(bytes.count), { unsafe $0?.deallocate() }, copy.baseAddress)
    if status != CAIRO_STATUS_SUCCESS { unsafe copy.deallocate() }
    return status
  }

  private func decode(_ picture: Picture) throws(PDFError) -> OpaquePointer {
    let reader = Reader(picture.bytes)
    let surface = unsafe withExtendedLifetime(reader) {
      unsafe cairo_image_surface_create_from_png_stream(
        { closure, target, count in
          guard let closure = unsafe closure, let target = unsafe target else { return CAIRO_STATUS_READ_ERROR }
          let reader = unsafe Unmanaged<Reader>.fromOpaque(closure).takeUnretainedValue()
          return unsafe reader.copy(Int(count), to: target) ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_READ_ERROR
        }, Unmanaged.passUnretained(reader).toOpaque())
    }
    let status = unsafe cairo_surface_status(surface)
    guard status == CAIRO_STATUS_SUCCESS, let surface = unsafe surface else {
      unsafe cairo_surface_destroy(surface)
      // libpng's errors reach Cairo as “out of memory”, whatever they were; the size was found right before.
      throw .badPicture(reader.isExhausted ? .truncated : .damaged, page: page)
    }
    return unsafe surface
  }
}

/// Hands a file out in the pieces libpng asks for.
private final class Reader {
  private let bytes: [UInt8]
  private var position = 0
  private(set) var isExhausted = false

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// False when fewer bytes are left.
  func copy(_ count: Int, to target: UnsafeMutablePointer<UInt8>) -> Bool {
    guard count <= bytes.count - position else {
      isExhausted = true
      return false
    }
    unsafe bytes.withUnsafeBufferPointer { source in
      if let start = source.baseAddress { unsafe target.update(from: start + position, count: count) }
    }
    position += count
    return true
  }
}

extension Picture {
  /// From pixels to the page: mirrored left to right, turned clockwise, stretched into the rectangle.
  fileprivate func matrix(into rect: Rect) -> cairo_matrix_t {
    // Where the unit square's x and y axes and origin go; `turn` counts quarters.
    let (xx, yx, xy, yy, x, y): (Double, Double, Double, Double, Double, Double) =
      switch turn & 3 {
      case 1: (0, 1, -1, 0, 1, 0)
      case 2: (-1, 0, 0, -1, 1, 1)
      case 3: (0, -1, 1, 0, 0, 1)
      default: (1, 0, 0, 1, 0, 0)
      }
    let (boxWidth, boxHeight) = (rect.size.width.points, rect.size.height.points)
    let flip: Double = mirrored ? -1 : 1
    // A mirrored picture starts where its x axis ends.
    let startX = mirrored ? x + xx : x
    let startY = mirrored ? y + yx : y
    return cairo_matrix_t(
      xx: xx * flip * boxWidth / Double(width), yx: yx * flip * boxHeight / Double(width),
      xy: xy * boxWidth / Double(height), yy: yy * boxHeight / Double(height),
      x0: rect.minX.points + startX * boxWidth, y0: rect.minY.points + startY * boxHeight)
  }
}
