import Foundation
import Graphics
import PDF
import Testing

/// 32 × 16 pixels in four quarters: upper left 0, upper right 80, lower left 160, lower right 240.
private let jpegBytes = bytes(
  """
  /9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgMCAgMDAwMEAwMEBQgFBQQEBQoHBwYIDAoMDAsKCwsNDhIQDQ4RDgsLEBYQERMUFRUVDA8XGBYUGBIUFRT/\
  wAALCAAQACABAREA/8QAFgABAQEAAAAAAAAAAAAAAAAAAAgJ/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQAAPwDKoWqLVFrD/9k=
  """)
private let pngBytes = bytes(
  """
  iVBORw0KGgoAAAANSUhEUgAAACAAAAAQCAAAAABSayKFAAAAGklEQVR42mNgQAMBaIBhhChYgAY+oIERogAAi47wAQXSo/MAAAAASUVORK5CYII=
  """)

private func bytes(_ base64: String) -> [UInt8] { [UInt8](Data(base64Encoded: base64) ?? Data()) }

struct CanvasPictureTests {
  private static let box = Rect(x: .points(100), y: .points(50), width: .points(200), height: .points(300))

  /// Greys at the middles of the four quarters of the box: upper left, upper right, lower left, lower right.
  private func quarters(_ picture: Picture) throws -> [Int] {
    let size = Size(width: .points(400), height: .points(400))
    let image = try Judge.picture(
      of: try draw([page([.picture(picture, in: Self.box)], size: size)]), dotsPerInch: 72)
    #expect(image.gray(0.2, 0.5) == 255 && image.gray(0.8, 0.5) == 255)
    #expect(image.gray(0.5, 0.1) == 255 && image.gray(0.5, 0.9) == 255)
    return [(150.0, 125.0), (250, 125), (150, 275), (250, 275)].map { image.gray($0 / 400, $1 / 400) }
  }

  // Expected by turning a sheet of paper: turn 1 brings the lower left corner to the upper left.
  @Test(arguments: [
    (0, false, [0, 80, 160, 240]), (1, false, [160, 0, 240, 80]), (2, false, [240, 160, 80, 0]),
    (3, false, [80, 240, 0, 160]), (0, true, [80, 0, 240, 160]), (1, true, [240, 80, 160, 0]),
    (2, true, [160, 240, 0, 80]), (3, true, [0, 160, 80, 240]),
  ])
  func `a picture is mirrored, then turned clockwise, into its box`(turn: Int, mirrored: Bool, expected: [Int]) throws {
    for encoding in [Picture.Encoding.jpeg, .png] {
      let data = encoding == .jpeg ? jpegBytes : pngBytes
      let picture = Picture(encoding: encoding, bytes: data, width: 32, height: 16, turn: turn, mirrored: mirrored)
      for (found, wanted) in zip(try quarters(picture), expected) { #expect(abs(found - wanted) <= 2) }
    }
  }

  @Test func `a JPEG lies in the file byte for byte, once for two appearances`() throws {
    let picture = Picture(encoding: .jpeg, bytes: jpegBytes, width: 32, height: 16)
    let pages = [page([.picture(picture, in: Self.box)]), page([.picture(picture, in: Self.box)])]
    let pdf = try draw(pages)
    try Judge.expectSound(pdf)
    #expect(Data(pdf).ranges(of: Data(jpegBytes)).count == 1)
    let content = try Judge.unpacked(pdf)
    #expect(content.components(separatedBy: "/Subtype /Image").count == 2)
    #expect(!content.contains("/SMask") && !content.contains("/ImageMask"))
  }

  @Test(arguments: [Picture.Encoding.jpeg, .png])
  func `a picture cut anywhere is an error that says so, never a crash`(encoding: Picture.Encoding) throws {
    let whole = encoding == .jpeg ? jpegBytes : pngBytes
    // The last 12 bytes of a PNG are its end chunk, which libpng may not miss; 2 bytes end a JPEG.
    for length in stride(from: 0, to: whole.count - (encoding == .jpeg ? 1 : 12), by: 3) {
      let picture = Picture(encoding: encoding, bytes: Array(whole[..<length]), width: 32, height: 16)
      #expect { try draw([page([.picture(picture, in: Self.box)])]) } throws: { error in
        guard case PDFError.badPicture(let fault, page: 1) = error else { return false }
        return fault == .truncated || (length < 8 && fault == .notA(encoding))
      }
    }
  }

  @Test func `a picture of another kind, size or encoding than declared is refused`() throws {
    #expect(try fault(Picture(encoding: .png, bytes: jpegBytes, width: 32, height: 16)) == .notA(.png))
    #expect(try fault(Picture(encoding: .jpeg, bytes: pngBytes, width: 32, height: 16)) == .notA(.jpeg))
    #expect(
      try fault(Picture(encoding: .jpeg, bytes: jpegBytes, width: 16, height: 32))
        == .size(told: 16, 32, found: 32, 16))
  }

  @Test func `a PNG that claims more pixels than the limit is refused before it is unpacked`() throws {
    var huge = pngBytes
    // Width and height of the IHDR chunk: 65,536 each.
    huge.replaceSubrange(16..<24, with: [0, 1, 0, 0, 0, 1, 0, 0])
    let picture = Picture(encoding: .png, bytes: huge, width: 65_536, height: 65_536)
    #expect(try fault(picture) == .tooLarge(pixels: 4_294_967_296, limit: Limits.pixels))
  }

  @Test func `kinds of JPEG that PDF cannot hold are named`() throws {
    let frame = try #require(Data(jpegBytes).firstRange(of: Data([0xFF, 0xC0]))).lowerBound
    for (offset, value, kind) in [
      (1, UInt8(0xC9), "arithmetic-coded JPEG"), (4, 12, "12-bit JPEG"), (9, 4, "CMYK JPEG"),
    ] {
      var other = jpegBytes
      other[frame + offset] = value
      #expect(try fault(Picture(encoding: .jpeg, bytes: other, width: 32, height: 16)) == .unsupported(kind))
    }
  }

  private func fault(_ picture: Picture) throws -> PictureFault? {
    do {
      _ = try draw([page([.picture(picture, in: Self.box)])])
      return nil
    } catch PDFError.badPicture(let fault, page: 1) {
      return fault
    }
  }
}
