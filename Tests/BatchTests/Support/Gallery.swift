import Documents
import Facts
import Findings
import Foundation
import Graphics
import PDF
import Records
import Statistics
import Templates
import Testing
import Typesetting
import Vietnamese

/// What the examples of typesetting are made with: the figures of the reference case, their formats, and the Liberation faces.
struct Gallery: Sendable {
  static let folder = "examples/typesetting"
  /// Read once for all examples.
  static let shared = Result { try Gallery() }

  let facts: Record
  let fonts: FontLibrary
  let fallbackFonts: FontLibrary
  let faces: [FaceData]

  private static let family = FamilyFaces(
    regular: FaceID(0), bold: FaceID(1), italic: FaceID(2), boldItalic: FaceID(3))

  struct Example {
    var pages: [Page]
    var pdf: [UInt8]
    var findings: [Finding]
  }

  /// Examples of a format of their own; the others are set in `vi-du`.
  static let formats = [
    "09-de-muc-nha-nuoc": "state-nd30", "12-hai-mat": "hai-mat", "18-luoi-dong": "luoi-dong",
  ]
  static let drafts: Set = ["14-du-thao"]
  /// What an example is there to show: an address longer than its line is broken, and told.
  static let findings = ["02-chu-khong-tach": ["tu-qua-dai"], "28-bang-qua-rong": ["bieu-rong-hon-trang"]]
  /// Set with DejaVu Sans named as a fallback; the others have none.
  static let withFallback: Set = ["40-phong-du-phong"]

  /// What cannot be set and is there for its message.
  static let refused: Set = ["29-so-trang-doi-mai", "38-phong-hong"]

  init() throws {
    facts = try Self.facts()
    let folder = "/usr/share/fonts/truetype/liberation2/LiberationSerif-"
    var faces = try ["Regular", "Bold", "Italic", "BoldItalic"].enumerated().map { index, name in
      let path = "\(folder)\(name).ttf"
      return FaceData(
        id: FaceID(index), name: name, file: path, bytes: Array(try Data(contentsOf: URL(filePath: path))))
    }
    var family = Self.family
    fonts = try FontLibrary(faces: faces, family: family)
    let dejaVu = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
    faces.append(
      FaceData(
        id: FaceID(4), name: "DejaVu Sans", file: dejaVu, bytes: Array(try Data(contentsOf: URL(filePath: dejaVu)))))
    family.fallbacks = [FaceID(4)]
    fallbackFonts = try FontLibrary(faces: faces, family: family)
    self.faces = faces
  }

  func example(_ name: String) throws -> Example {
    let (format, wrong) = FormatReader(names: []) { Self.format($0) }.read(Self.formats[name] ?? "vi-du")
    try #require(format != nil, "\(wrong)")
    let (document, problems) = try document(name, try #require(format))
    var (pages, findings) = ([Page](), problems)
    var typesetter = Typesetter(fonts: Self.withFallback.contains(name) ? fallbackFonts : fonts)
    var canvas = try Canvas(metadata: document.metadata, faces: FacePool(faces))
    findings += try typesetter.typeset(document) { page in
      pages.append(page)
      try canvas.draw(page)
    }
    return Example(pages: pages, pdf: try canvas.finish(), findings: findings)
  }

  /// The message of an example that cannot be set; nil when it can.
  func refusal(_ name: String) throws -> Message? {
    do {
      if name == "38-phong-hong" { _ = try FontLibrary(faces: Self.brokenBold(faces), family: Self.family) }
      _ = try example(name)
      return nil
    } catch let error as FontError {
      return error.message
    } catch let error as LayoutError {
      return error.message
    }
  }

  /// The bold face with the second half of its file gone.
  private static func brokenBold(_ faces: [FaceData]) -> [FaceData] {
    var faces = faces
    faces[1].file = "fonts/LiberationSerif-Bold.ttf"
    faces[1].bytes.removeLast(faces[1].bytes.count / 2)
    return faces
  }

  private func document(_ name: String, _ format: Format) throws -> (Document, [Finding]) {
    let sources = TemplateSources(templates: [name: try Self.source("\(Self.folder)/\(name).md")])
    let compiler = TemplateCompiler(schema: Schema.root, sources: sources, styles: Set(format.styles.keys))
    let (template, findings) = compiler.compile(name)
    let compiled = try #require(template, "\(findings.map(\.message.vietnamese))")
    let context = RenderContext(
      format: format, isDraft: Self.drafts.contains(name), created: "2022-01-05T00:00:00",
      pictures: { Self.picture($0) })
    let (document, problems) = compiled.evaluate(facts, context)
    return (document, findings + problems)
  }

  private static func facts() throws -> Record {
    let data = root.appending(path: "examples/hung-yen/data")
    let names = try FileManager.default.contentsOfDirectory(atPath: data.path()).filter { $0.hasSuffix(".csv") }
    let files = try names.sorted().map { name in
      Records.SourceFile(name: "data/\(name)", bytes: Array(try Data(contentsOf: data.appending(path: name))))
    }
    let (dataset, findings) = DatasetReader().read(files: files)
    try #require(!findings.hasErrors)
    let office = Office(
      code: "DUK", name: "Đảng ủy Khối", superior: "Đảng bộ tỉnh Hưng Yên", headline: "Đảng ủy Khối", mark: "ĐUK",
      place: "Hưng Yên")
    let period = try #require(Period.quarter(4, 2021))
    return FactMaker(dataset).facts(.committee, period: period, office: office, paper: Paper())
  }

  @Sendable private static func format(_ name: String) -> TemplateSource? {
    (try? source("\(folder)/formats/\(name).yaml")) ?? (try? source("templates/formats/\(name).yaml"))
  }

  private static func picture(_ name: String) -> Picture? {
    let places = [folder, "examples/hung-yen"].map { root.appending(path: "\($0)/\(name)") }
    guard let data = places.lazy.compactMap({ try? Data(contentsOf: $0) }).first else { return nil }
    return try? PictureHeader.read(Array(data))
  }

  private static func source(_ path: String) throws -> TemplateSource {
    TemplateSource(path: path, text: try String(contentsOf: root.appending(path: path), encoding: .utf8))
  }
}
