/// Size and orientation of a PNG (W3C PNG, second edition; the `eXIf` chunk of the extensions).
struct PNGHeader {
  static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
  /// Deflate makes at most 1,032 bytes of one (RFC 1951: 258 bytes from two bits).
  static let bestDeflate = 1032

  private(set) var width = 0
  private(set) var height = 0
  private(set) var orientation = EXIFOrientation.upright

  private let view: ByteView
  private var bitsPerPixel = 0
  private var indexed = false
  private var palette = false
  private var dataBytes = 0
  private let crc = CRC32()

  init(_ bytes: [UInt8], limits: PictureLimits) throws(PictureError) {
    view = ByteView(bytes)
    var place = Self.signature.count
    try header(&place, limits: limits)
    while try !chunk(&place) {}
    guard dataBytes > 0 else { throw .damaged("IDAT") }
    guard palette || !indexed else { throw .damaged("PLTE") }
    let rowBytes = (width * bitsPerPixel + 7) / 8
    // Divided, not multiplied: under generous limits the product of both sides would not fit.
    guard dataBytes * Self.bestDeflate / rowBytes >= height else { throw .damaged("IDAT") }
  }

  private mutating func header(_ place: inout Int, limits: PictureLimits) throws(PictureError) {
    guard view.count >= place + 25 else { throw .truncated }
    guard view.uint32(place) == 13, view.matches("IHDR", at: place + 4) else { throw .damaged("IHDR") }
    try checkSum(place, length: 13)
    let body = place + 8
    guard let columns = view.uint32(body), let rows = view.uint32(body + 4), let depth = view.byte(body + 8),
      let color = view.byte(body + 9), view.byte(body + 10) == 0, view.byte(body + 11) == 0,
      let interlace = view.byte(body + 12), interlace <= 1, let channels = Self.channels(color, depth: depth)
    else { throw .damaged("IHDR") }
    guard columns < 1 << 31, rows < 1 << 31 else { throw .damaged("IHDR") }
    try PictureHeader.check(width: columns, height: rows, pixels: limits.pngPixels, limits: limits)
    width = columns
    height = rows
    bitsPerPixel = channels * Int(depth)
    indexed = color == 3
    place += 25
  }

  /// Samples per pixel, nil where colour type and depth do not go together (table 11.1).
  private static func channels(_ color: UInt8, depth: UInt8) -> Int? {
    switch (color, depth) {
    case (0, 1), (0, 2), (0, 4), (0, 8), (0, 16), (3, 1), (3, 2), (3, 4), (3, 8): 1
    case (2, 8), (2, 16): 3
    case (4, 8), (4, 16): 2
    case (6, 8), (6, 16): 4
    default: nil
    }
  }

  /// Moves over one chunk; true at the end of the picture.
  private mutating func chunk(_ place: inout Int) throws(PictureError) -> Bool {
    guard let length = view.uint32(place), let first = view.byte(place + 4) else { throw .truncated }
    guard length < 1 << 31 else { throw .damaged("length") }
    let next = place + 12 + length
    guard next <= view.count else { throw .truncated }
    // An upper-case first letter marks a chunk that a decoder must understand; one broken bit there spoils the picture.
    if first & 0x20 == 0 { try checkSum(place, length: length) }
    defer { place = next }
    if view.matches("IDAT", at: place + 4) {
      dataBytes += length
    } else if view.matches("PLTE", at: place + 4) {
      palette = length > 0 && length % 3 == 0 && length <= 768
    } else if view.matches("eXIf", at: place + 4) {
      orientation = EXIFOrientation(tiff: view.bytes, from: place + 8, to: place + 8 + length)
    } else if view.matches("IHDR", at: place + 4) {
      throw .damaged("IHDR")
    }
    return view.matches("IEND", at: place + 4)
  }

  private func checkSum(_ place: Int, length: Int) throws(PictureError) {
    let sum = crc.of(view.bytes, from: place + 4, to: place + 8 + length)
    guard view.uint32(place + 8 + length) == Int(sum) else { throw .damaged("CRC") }
  }
}

/// The check sum of PNG chunks (ISO 3309), a byte at a time.
struct CRC32 {
  private let table: [UInt32]

  init() {
    table = (0..<256).map { index in
      var value = UInt32(index)
      for _ in 0..<8 { value = value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1 }
      return value
    }
  }

  /// `from` and `to` lie inside `bytes`.
  func of(_ bytes: [UInt8], from: Int, to: Int) -> UInt32 {
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in bytes[from..<to] { sum = table[Int(UInt8(truncatingIfNeeded: sum) ^ byte)] ^ sum >> 8 }
    return ~sum
  }
}
