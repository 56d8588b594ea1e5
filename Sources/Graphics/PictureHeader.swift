/// What a picture may cost before it is refused. A few hundred bytes of PNG can ask for gigabytes of memory.
public struct PictureLimits: Sendable, Hashable {
  /// Bytes of the file.
  public var bytes: Int
  /// Pixels of the longer side. Raster libraries address pixels in 16 bits.
  public var side: Int
  /// Pixels of a JPEG, which is passed through and decoded only by those who look at the page.
  public var jpegPixels: Int
  /// Pixels of a PNG, which is decoded here at four bytes each.
  public var pngPixels: Int

  public init(bytes: Int, side: Int, jpegPixels: Int, pngPixels: Int) {
    self.bytes = bytes
    self.side = side
    self.jpegPixels = jpegPixels
    self.pngPixels = pngPixels
  }

  /// Any phone or camera of an office passes (108 megapixels); a PNG takes 100 MB decoded at most.
  public static let standard = PictureLimits(
    bytes: 64 << 20, side: 32_767, jpegPixels: 110_000_000, pngPixels: 25_000_000)
}

/// Why bytes cannot be used as a picture.
public enum PictureError: Error, Sendable, Hashable {
  /// Neither JPEG nor PNG by its first bytes, whatever the file is called.
  case notAPicture
  /// The file ends before the picture does.
  case truncated
  /// A part contradicts the format; the text names it.
  case damaged(String)
  /// A valid picture of a kind that PDF viewers cannot show; the text names it.
  case unsupported(String)
  case tooManyBytes(Int, limit: Int)
  case tooManyPixels(width: Int, height: Int, limit: Int)
  case sideTooLong(width: Int, height: Int, limit: Int)

  public var vietnamese: String {
    switch self {
    case .notAPicture: "không phải ảnh JPEG hoặc PNG"
    case .truncated: "tệp ảnh bị cắt cụt"
    case .damaged(let part): "tệp ảnh bị hỏng (\(part))"
    case .unsupported(let kind): "kiểu ảnh không dùng được trong PDF (\(kind))"
    case .tooManyBytes(let bytes, let limit): "tệp ảnh quá lớn: \(bytes) byte, tối đa \(limit)"
    case .tooManyPixels(let width, let height, let limit):
      "ảnh quá nhiều điểm: \(width) x \(height), tối đa \(limit) điểm"
    case .sideTooLong(let width, let height, let limit):
      "cạnh ảnh quá dài: \(width) x \(height), tối đa \(limit) điểm một cạnh"
    }
  }

  public var english: String {
    switch self {
    case .notAPicture: "not a JPEG or PNG picture"
    case .truncated: "the picture file is cut short"
    case .damaged(let part): "the picture file is damaged (\(part))"
    case .unsupported(let kind): "a kind of picture that PDF cannot show (\(kind))"
    case .tooManyBytes(let bytes, let limit): "the picture file is too large: \(bytes) bytes, limit \(limit)"
    case .tooManyPixels(let width, let height, let limit):
      "the picture has too many pixels: \(width) x \(height), limit \(limit)"
    case .sideTooLong(let width, let height, let limit):
      "the picture is too long: \(width) x \(height), limit \(limit) pixels a side"
    }
  }
}

/// Reads what must be known of a picture before it is placed: kind, size and which way is up. Nothing is decoded.
public enum PictureHeader {
  /// The picture in `bytes`, told by its contents, never by a file name. The bytes are kept as they are.
  ///
  /// The whole file is walked once, so that a copy cut short is found here and not as a grey half on paper.
  public static func read(
    _ bytes: [UInt8], limits: PictureLimits = .standard
  ) throws(PictureError) -> Picture {
    guard bytes.count <= limits.bytes else { throw .tooManyBytes(bytes.count, limit: limits.bytes) }
    if bytes.starts(with: PNGHeader.signature) {
      let header = try PNGHeader(bytes, limits: limits)
      return picture(.png, bytes, header.width, header.height, header.orientation)
    }
    if bytes.starts(with: JPEGHeader.signature) {
      let header = try JPEGHeader(bytes, limits: limits)
      return picture(.jpeg, bytes, header.width, header.height, header.orientation)
    }
    // A file of a few bytes may be the beginning of either.
    if !bytes.isEmpty, PNGHeader.signature.starts(with: bytes) || JPEGHeader.signature.starts(with: bytes) {
      throw .truncated
    }
    throw .notAPicture
  }

  private static func picture(
    _ encoding: Picture.Encoding, _ bytes: [UInt8], _ width: Int, _ height: Int, _ orientation: EXIFOrientation
  ) -> Picture {
    Picture(
      encoding: encoding, bytes: bytes, width: width, height: height, turn: orientation.turn,
      mirrored: orientation.mirrored)
  }

  /// Refuses sizes beyond `limits`; both numbers are positive and below 2³¹, so their product fits.
  static func check(width: Int, height: Int, pixels: Int, limits: PictureLimits) throws(PictureError) {
    guard width > 0, height > 0 else { throw .damaged("\(width) x \(height)") }
    guard max(width, height) <= limits.side else {
      throw .sideTooLong(width: width, height: height, limit: limits.side)
    }
    guard width * height <= pixels else { throw .tooManyPixels(width: width, height: height, limit: pixels) }
  }
}

extension Picture {
  /// Pixels across and down when the picture stands upright, that is after `turn`.
  public var upright: (width: Int, height: Int) {
    turn % 2 == 0 ? (width, height) : (height, width)
  }
}

/// Numbers at places of a file; nil beyond its end.
struct ByteView {
  let bytes: [UInt8]
  let bigEndian: Bool
  /// Where place 0 is, and the first place that no longer belongs to the view, in `bytes`.
  let start: Int
  let end: Int

  init(_ bytes: [UInt8], from start: Int = 0, to end: Int? = nil, bigEndian: Bool = true) {
    self.bytes = bytes
    self.start = min(max(start, 0), bytes.count)
    self.end = min(max(end ?? bytes.count, self.start), bytes.count)
    self.bigEndian = bigEndian
  }

  var count: Int { end - start }

  func byte(_ place: Int) -> UInt8? {
    place >= 0 && place < count ? bytes[start + place] : nil
  }

  func uint16(_ place: Int) -> Int? {
    guard let first = byte(place), let second = byte(place + 1) else { return nil }
    return bigEndian ? Int(first) << 8 | Int(second) : Int(second) << 8 | Int(first)
  }

  func uint32(_ place: Int) -> Int? {
    guard let first = uint16(place), let second = uint16(place + 2) else { return nil }
    return bigEndian ? first << 16 | second : second << 16 | first
  }

  func matches(_ text: StaticString, at place: Int) -> Bool {
    guard place >= 0, place + text.utf8CodeUnitCount <= count else { return false }
    return text.withUTF8Buffer { letters in
      letters.indices.allSatisfy { letters[$0] == bytes[start + place + $0] }
    }
  }
}
