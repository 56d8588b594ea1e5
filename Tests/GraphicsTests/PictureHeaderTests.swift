import Graphics
import SeededRandom
import Testing

@Suite struct PictureHeaderTests {
  @Test func `a JPEG keeps its bytes and tells its size`() throws {
    let bytes = PictureSamples.jpeg(width: 1600, height: 1200)
    let picture = try PictureHeader.read(bytes)
    #expect(picture == Picture(encoding: .jpeg, bytes: bytes, width: 1600, height: 1200))
  }

  @Test func `extended and progressive JPEG with several scans are taken`() throws {
    #expect(try PictureHeader.read(PictureSamples.jpeg(frame: 0xC1)).width == 640)
    #expect(try PictureHeader.read(PictureSamples.jpeg(frame: 0xC2, scans: 4)).height == 480)
  }

  @Test(arguments: [
    (1, 0, false), (2, 0, true), (3, 2, false), (4, 2, true), (5, 3, true), (6, 1, false), (7, 1, true), (8, 3, false),
    (0, 0, false), (9, 0, false), (65_535, 0, false),
  ])
  func `the EXIF orientation says how to stand a picture upright`(tag: Int, turn: Int, mirrored: Bool) throws {
    for bigEndian in [true, false] {
      let jpeg = PictureSamples.jpeg(before: [PictureSamples.exif(tag, bigEndian: bigEndian)])
      let picture = try PictureHeader.read(jpeg)
      #expect(picture.turn == turn && picture.mirrored == mirrored)
      #expect(picture.upright == (turn % 2 == 0 ? (640, 480) : (480, 640)))
      let between = PictureSamples.chunk("eXIf", PictureSamples.tiff(tag, bigEndian: bigEndian))
      let png = try PictureHeader.read(PictureSamples.png(between: between))
      #expect(png.turn == turn && png.mirrored == mirrored)
    }
  }

  /// The eight orientations as places where the upper left pixel of the upright picture lies in the file (EXIF 2.3, table 4).
  @Test func `turning after mirroring brings the right corner to the upper left`() throws {
    // (x, y) of the corner in the file, as 0 left/top and 1 right/bottom, by tag 1…8.
    let corners = [(0, 0), (1, 0), (1, 1), (0, 1), (0, 0), (0, 1), (1, 1), (1, 0)]
    for (index, corner) in corners.enumerated() {
      let jpeg = PictureSamples.jpeg(before: [PictureSamples.exif(index + 1, bigEndian: true)])
      let picture = try PictureHeader.read(jpeg)
      var place = corner
      if picture.mirrored { place.0 = 1 - place.0 }
      for _ in 0..<picture.turn { place = (1 - place.1, place.0) }
      #expect(place == (0, 0), "tag \(index + 1)")
    }
  }

  @Test func `broken EXIF leaves the picture upright`() throws {
    let whole = PictureSamples.exif(6, bigEndian: false).body
    for length in 0..<whole.count - 14 {
      let cut = PictureSamples.Segment(marker: 0xE1, body: Array(whole.prefix(length)))
      #expect(try PictureHeader.read(PictureSamples.jpeg(before: [cut])).turn == 0)
    }
    var far = whole
    far[10...13] = [0xFF, 0xFF, 0xFF, 0xFF]
    let segment = PictureSamples.Segment(marker: 0xE1, body: far)
    #expect(try PictureHeader.read(PictureSamples.jpeg(before: [segment])).turn == 0)
  }

  @Test func `a picture cut at any place is refused, never read beyond its end`() {
    for whole in [PictureSamples.jpeg(before: [PictureSamples.exif(6, bigEndian: true)]), PictureSamples.png()] {
      for length in 1..<whole.count {
        #expect(throws: PictureError.truncated, "\(length) bytes") {
          try PictureHeader.read(Array(whole.prefix(length)))
        }
      }
    }
  }

  @Test func `what is not a picture is said so, whatever its length`() {
    for bytes in [[], Array("GIF89a".utf8), Array("%PDF-1.7".utf8), [0xFF], [0], Array("so;ten;don_vi".utf8)] {
      let error = bytes == [0xFF] ? PictureError.truncated : .notAPicture
      #expect(throws: error) { try PictureHeader.read(bytes) }
    }
  }

  @Test(arguments: [(UInt8(0xC3), "lossless"), (0xC9, "arithmetic"), (0xCA, "arithmetic"), (0xC6, "hierarchical")])
  func `JPEG processes that PDF cannot show are named`(marker: UInt8, name: String) {
    #expect(throws: PictureError.unsupported("JPEG \(name)")) {
      try PictureHeader.read(PictureSamples.jpeg(frame: marker))
    }
  }

  @Test func `JPEG of 12 bits, of two components or of no height is refused`() {
    let twelve = PictureSamples.frame(0xC1, width: 8, height: 8, precision: 12)
    let two = PictureSamples.frame(0xC0, width: 8, height: 8, components: 2)
    let none = PictureSamples.frame(0xC0, width: 8, height: 0)
    for (segment, name) in [(twelve, "JPEG 12 bit"), (two, "JPEG 2 components"), (none, "JPEG DNL")] {
      let bytes: [UInt8] = [0xFF, 0xD8] + segment.bytes + PictureSamples.scan
      #expect(throws: PictureError.unsupported(name)) { try PictureHeader.read(bytes + [0xFF, 0xD9]) }
    }
  }

  @Test func `a JPEG needs one frame before its scans`() {
    let start: [UInt8] = [0xFF, 0xD8]
    let end: [UInt8] = [0xFF, 0xD9]
    let frame = PictureSamples.frame(0xC0, width: 8, height: 8).bytes
    #expect(throws: PictureError.damaged("SOS")) { try PictureHeader.read(start + PictureSamples.scan + end) }
    #expect(throws: PictureError.damaged("SOS")) { try PictureHeader.read(start + frame + end) }
    #expect(throws: PictureError.damaged("SOF")) { try PictureHeader.read(start + end) }
    #expect(throws: PictureError.damaged("SOF")) {
      try PictureHeader.read(start + frame + frame + PictureSamples.scan + end)
    }
  }

  @Test func `a PNG tells its size for each valid kind of pixel`() throws {
    let kinds: [(color: UInt8, depths: [UInt8])] = [
      (0, [1, 2, 4, 8, 16]), (2, [8, 16]), (3, [1, 2, 4, 8]), (4, [8, 16]), (6, [8, 16]),
    ]
    for kind in kinds {
      for depth in [1, 2, 3, 4, 8, 16, 32] as [UInt8] {
        let palette = kind.color == 3 ? PictureSamples.chunk("PLTE", [1, 2, 3]) : []
        let bytes = PictureSamples.png(width: 30, height: 20, depth: depth, color: kind.color, between: palette)
        if kind.depths.contains(depth) {
          let picture = try PictureHeader.read(bytes)
          #expect((picture.width, picture.height) == (30, 20) && picture.encoding == .png && picture.bytes == bytes)
        } else {
          #expect(throws: PictureError.damaged("IHDR")) { try PictureHeader.read(bytes) }
        }
      }
    }
  }

  @Test func `one changed bit in a part that is needed spoils a PNG`() {
    let whole = PictureSamples.png()
    for place in 16..<whole.count {
      var spoiled = whole
      spoiled[place] ^= 0x04
      #expect(throws: PictureError.self, "byte \(place)") { try PictureHeader.read(spoiled) }
    }
  }

  @Test func `an indexed PNG needs its palette`() {
    #expect(throws: PictureError.damaged("PLTE")) { try PictureHeader.read(PictureSamples.png(color: 3)) }
  }

  @Test func `a decompression bomb is refused before anything is decoded`() {
    #expect(throws: PictureError.tooManyPixels(width: 30_000, height: 30_000, limit: 25_000_000)) {
      try PictureHeader.read(PictureSamples.png(width: 30_000, height: 30_000))
    }
    #expect(throws: PictureError.sideTooLong(width: 1, height: 2_000_000_000, limit: 32_767)) {
      try PictureHeader.read(PictureSamples.png(width: 1, height: 2_000_000_000))
    }
    #expect(throws: PictureError.tooManyPixels(width: 20_000, height: 20_000, limit: 110_000_000)) {
      try PictureHeader.read(PictureSamples.jpeg(width: 20_000, height: 20_000))
    }
    let generous = PictureLimits(bytes: .max, side: .max, jpegPixels: .max, pngPixels: .max)
    // 40 bytes of deflate cannot hold 2³¹ - 1 rows.
    #expect(throws: PictureError.damaged("IDAT")) {
      try PictureHeader.read(
        PictureSamples.png(width: 0x7FFF_FFFF, height: 0x7FFF_FFFF, depth: 16, color: 6), limits: generous)
    }
  }

  @Test func `limits are the caller's`() throws {
    var limits = PictureLimits.standard
    limits.pngPixels = 6
    #expect(try PictureHeader.read(PictureSamples.png(width: 3, height: 2), limits: limits).width == 3)
    limits.pngPixels = 5
    #expect(throws: PictureError.tooManyPixels(width: 3, height: 2, limit: 5)) {
      try PictureHeader.read(PictureSamples.png(width: 3, height: 2), limits: limits)
    }
    limits.bytes = 10
    let jpeg = PictureSamples.jpeg()
    #expect(throws: PictureError.tooManyBytes(jpeg.count, limit: 10)) {
      try PictureHeader.read(jpeg, limits: limits)
    }
  }

  @Test func `random bytes and randomly spoiled pictures give a picture or a typed error`() {
    var random = SeededGenerator(seed: 20_260_527)
    let starts: [[UInt8]] = [
      [], [0xFF, 0xD8, 0xFF], Array(PictureSamples.png().prefix(16)),
      PictureSamples.jpeg(before: [PictureSamples.exif(6, bigEndian: false)]), PictureSamples.png(),
    ]
    var outcomes: Set<String> = []
    for round in 0..<6_000 {
      var bytes = starts[round % starts.count]
      for _ in 0..<Int.random(in: 0...4, using: &random) where !bytes.isEmpty {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = .random(in: 0...255, using: &random)
      }
      if round % 3 == 0 {
        bytes += (0..<Int.random(in: 0...64, using: &random)).map { _ in .random(in: 0...255, using: &random) }
      }
      do {
        let picture = try PictureHeader.read(bytes)
        #expect(picture.width > 0 && picture.height > 0 && (0...3).contains(picture.turn))
        outcomes.insert("picture")
      } catch {
        outcomes.insert("\(error)".prefix { $0 != "(" }.description)
      }
    }
    // The samples reach the checks, not only the first one.
    #expect(outcomes.isSuperset(of: ["picture", "truncated", "notAPicture", "damaged", "unsupported"]))
  }

  @Test func `every error reads in both languages`() {
    let errors: [PictureError] = [
      .notAPicture, .truncated, .damaged("CRC"), .unsupported("JPEG lossless"), .tooManyBytes(11, limit: 10),
      .tooManyPixels(width: 7, height: 8, limit: 10), .sideTooLong(width: 7, height: 1, limit: 5),
    ]
    #expect(Set(errors.map(\.vietnamese)).count == errors.count && Set(errors.map(\.english)).count == errors.count)
    #expect(PictureError.damaged("CRC").vietnamese == "tệp ảnh bị hỏng (CRC)")
  }
}
