import Foundation
import Graphics
import PDF
import Testing

/// Other people's programs that read the PDFs under test.
enum Judge {
  /// Standard output, with the error output behind it, and the exit code.
  static func run(_ tool: String, _ arguments: [String]) throws -> (text: String, code: Int32) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/" + tool)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (String(decoding: data, as: UTF8.self), process.terminationStatus)
  }

  /// Lends a file with the bytes.
  static func with<Value>(_ pdf: [UInt8], _ body: (String) throws -> Value) throws -> Value {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("pdf-tests-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("a.pdf").path
    try Data(pdf).write(to: URL(fileURLWithPath: file))
    return try body(file)
  }

  static func text(of pdf: [UInt8], _ options: [String] = []) throws -> String {
    try with(pdf) { try run("pdftotext", options + ["-enc", "UTF-8", $0, "-"]).text }
  }

  /// Expects `qpdf --check` to find neither errors nor warnings.
  static func expectSound(_ pdf: [UInt8], sourceLocation: SourceLocation = #_sourceLocation) throws {
    let (text, code) = try with(pdf) { try run("qpdf", ["--check", $0]) }
    let isSound = code == 0 && text.contains("No syntax or stream encoding errors")
    #expect(isSound, "\(text)", sourceLocation: sourceLocation)
  }

  /// The file with every stream unpacked.
  static func unpacked(_ pdf: [UInt8]) throws -> String {
    try with(pdf) { file in
      let out = file + ".qdf"
      _ = try run("qpdf", ["--qdf", "--object-streams=disable", file, out])
      return String(decoding: FileManager.default.contents(atPath: out) ?? Data(), as: UTF8.self)
    }
  }

  /// The pixels of the first page in grey, drawn by poppler.
  static func picture(of pdf: [UInt8], dotsPerInch: Int) throws -> GrayPicture {
    try with(pdf) { file in
      let stem = file + ".page"
      _ = try run("pdftoppm", ["-r", "\(dotsPerInch)", "-gray", "-singlefile", file, stem])
      return try #require(GrayPicture([UInt8](FileManager.default.contents(atPath: stem + ".pgm") ?? Data())))
    }
  }
}

/// A binary PGM.
struct GrayPicture {
  let width: Int
  let height: Int
  let pixels: ArraySlice<UInt8>

  init?(_ bytes: [UInt8]) {
    var numbers: [Int] = []
    var offset = 2
    while numbers.count < 3, offset < bytes.count {
      let end = bytes[offset...].firstIndex { $0 == 10 || $0 == 32 } ?? bytes.endIndex
      if let number = Int(String(decoding: bytes[offset..<end], as: UTF8.self)) { numbers.append(number) }
      offset = end + 1
    }
    guard numbers.count == 3, bytes.count == offset + numbers[0] * numbers[1] else { return nil }
    (width, height, pixels) = (numbers[0], numbers[1], bytes[offset...])
  }

  /// The grey at a place given as a share of width and height.
  func gray(_ x: Double, _ y: Double) -> Int {
    Int(pixels[pixels.startIndex + Int(y * Double(height)) * width + Int(x * Double(width))])
  }
}

extension Metadata {
  static let sample = Metadata(
    title: "Báo cáo quý I", author: "Ban Dân vận", subject: "Dân vận khéo", keywords: "dân vận, thi đua",
    created: "2021-03-12T08:00:00+07:00")
}

/// Draws pages with a fresh pool, unless one is given.
func draw(_ pages: [Page], metadata: Metadata = .sample, faces: FacePool = FacePool(Faces.all)) throws -> [UInt8] {
  var canvas = try Canvas(metadata: metadata, faces: faces)
  for page in pages { try canvas.draw(page) }
  return try canvas.finish()
}

/// A page of the items.
func page(_ items: [Item], size: Size = .a4, number: Int = 1) -> Page {
  Page(number: number, frame: Frame(size: size, items: items))
}
