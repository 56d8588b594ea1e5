import Graphics

/// Pictures built byte by byte after the standards, so that each part can be spoiled alone.
enum PictureSamples {
  struct Segment {
    var marker: UInt8
    var body: [UInt8]

    var bytes: [UInt8] { [0xFF, marker] + big16(body.count + 2) + body }
  }

  static func frame(
    _ marker: UInt8, width: Int, height: Int, components: Int = 3, precision: UInt8 = 8
  ) -> Segment {
    var body: [UInt8] = [precision]
    body += big16(height) + big16(width)
    body.append(UInt8(components))
    for component in 1...components { body += [UInt8(component), 0x11, 0] as [UInt8] }
    return Segment(marker: marker, body: body)
  }

  static let scan =
    Segment(marker: 0xDA, body: [1, 1, 0, 0, 63, 0]).bytes + [0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56]

  /// A baseline JPEG with stuffed zeros and a restart marker in its scan.
  static func jpeg(
    width: Int = 640, height: Int = 480, frame marker: UInt8 = 0xC0, before: [Segment] = [], scans: Int = 1
  ) -> [UInt8] {
    var bytes: [UInt8] =
      [0xFF, 0xD8] + Segment(marker: 0xE0, body: Array("JFIF\0".utf8) + [1, 2, 0, 0, 1, 0, 1]).bytes
    for segment in before { bytes += segment.bytes }
    bytes += frame(marker, width: width, height: height).bytes
    for _ in 0..<scans { bytes += scan }
    return bytes + [0xFF, 0xD9]
  }

  /// APP1 with an orientation, behind one entry of another tag.
  static func exif(_ orientation: Int, bigEndian: Bool) -> Segment {
    Segment(marker: 0xE1, body: Array("Exif\0\0".utf8) + tiff(orientation, bigEndian: bigEndian))
  }

  static func tiff(_ orientation: Int, bigEndian: Bool) -> [UInt8] {
    func two(_ value: Int) -> [UInt8] { bigEndian ? big16(value) : big16(value).reversed() }
    func four(_ value: Int) -> [UInt8] { bigEndian ? big32(value) : big32(value).reversed() }
    var bytes = Array((bigEndian ? "MM" : "II").utf8)
    bytes += two(42) + four(8) + two(2)
    bytes += two(256) + two(3) + four(1) + two(640) + two(0)
    bytes += two(274) + two(3) + four(1) + two(orientation) + two(0)
    return bytes + four(0)
  }

  static func chunk(_ type: String, _ body: [UInt8]) -> [UInt8] {
    let named = Array(type.utf8) + body
    return big32(body.count) + named + big32(Int(checkSum(named)))
  }

  static func png(
    width: Int = 3, height: Int = 2, depth: UInt8 = 8, color: UInt8 = 2, interlace: UInt8 = 0,
    between: [UInt8] = [], data: [UInt8] = Array(repeating: 7, count: 40)
  ) -> [UInt8] {
    var bytes: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    let kind: [UInt8] = [depth, color, 0, 0, interlace]
    bytes += chunk("IHDR", big32(width) + big32(height) + kind)
    bytes += between
    bytes += chunk("IDAT", data)
    return bytes + chunk("IEND", [])
  }

  /// CRC-32 bit by bit, as the standard's text has it; the program uses a table.
  static func checkSum(_ bytes: [UInt8]) -> UInt32 {
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 {
        let carry = sum & 1
        sum >>= 1
        if carry == 1 { sum ^= 0xEDB8_8320 }
      }
    }
    return ~sum
  }

  static func big16(_ value: Int) -> [UInt8] { [UInt8(value >> 8 & 255), UInt8(value & 255)] }
  static func big32(_ value: Int) -> [UInt8] { big16(value >> 16) + big16(value) }
}
