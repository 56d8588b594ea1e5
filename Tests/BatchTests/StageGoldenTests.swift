import Batch
import Documents
import Facts
import Findings
import Foundation
import Graphics
import Records
import Statistics
import Templates
import Testing
import Typesetting
import Vietnamese

/// The reference case after each stage, as text: what changes when a table, a figure or a rule changes is seen line by line.
///
/// The stages are put together here by hand, from the public functions of each room.
@Suite struct StageGoldenTests {
  let dataset: Dataset
  let facts: Record
  let document: Document
  let pages: [Page]

  init() throws {
    let example = root.appending(path: "examples/hung-yen")
    func names(_ folder: URL, _ ending: String) throws -> [String] {
      try FileManager.default.contentsOfDirectory(atPath: folder.path()).filter { $0.hasSuffix(ending) }.sorted()
    }

    // Rows.
    let files = try names(example.appending(path: "data"), ".csv").map { name in
      Records.SourceFile(
        name: "data/\(name)", bytes: Array(try Data(contentsOf: example.appending(path: "data/\(name)"))))
    }
    let period = try #require(Period.quarter(4, 2021))
    let (dataset, findings) = DatasetReader().read(files: files)
    try #require(!findings.hasErrors)

    // Figures.
    let office = Office(
      code: "DUK", name: "Đảng ủy Khối Cơ quan – Doanh nghiệp tỉnh Hưng Yên", superior: "Đảng bộ tỉnh Hưng Yên",
      headline: "Đảng ủy Khối Cơ quan – Doanh nghiệp tỉnh", mark: "ĐUK", place: "Hưng Yên")
    let paper = Paper(
      number: "125", date: CivilDate(year: 2022, month: 1, day: 5), authority: ["T/L BAN THƯỜNG VỤ"],
      post: "CHÁNH VĂN PHÒNG", signer: "Phạm Mạnh Hà",
      recipients: ["Ban Dân vận Tỉnh ủy", "Lưu Văn phòng Đảng ủy Khối"])
    let facts = FactMaker(dataset).facts(.committee, period: period, office: office, paper: paper)

    // Blocks.
    let formats = FormatReader(names: ["party-hd05"]) { try? text("templates/formats/\($0).yaml") }
    let format = try #require(formats.read("party-hd05").0)
    var partials: [String: TemplateSource] = [:]
    for name in (try? names(root.appending(path: "templates/partials"), ".md")) ?? [] {
      partials[String(name.dropLast(3))] = try text("templates/partials/\(name)")
    }
    let sources = TemplateSources(
      templates: ["bao-cao-quy": try text("templates/bao-cao-quy.md")], partials: partials,
      paper: try text("templates/van-ban.yaml"), labels: Labels([try text("templates/nhan.yaml")]))
    let compiler = TemplateCompiler(schema: Schema.root, sources: sources, styles: Set(format.styles.keys))
    let template = try #require(compiler.compile("bao-cao-quy").0)
    var texts: [String: NarrativeText] = [:]
    for name in try names(example.appending(path: "texts/2021-Q4"), ".md") {
      texts[String(name.dropLast(3))] = compiler.narrative(try text("examples/hung-yen/texts/2021-Q4/\(name)")).0
    }
    let narratives = texts
    let context = RenderContext(format: format, created: "2022-01-05T00:00:00", texts: { narratives[$0] })
    let (document, problems) = template.evaluate(facts, context)
    try #require(problems.isEmpty)

    // Pages.
    let folder = "/usr/share/fonts/truetype/liberation2/LiberationSerif-"
    let faces = try ["Regular", "Bold", "Italic", "BoldItalic"].enumerated().map { index, name in
      let path = "\(folder)\(name).ttf"
      return FaceData(
        id: FaceID(index), name: name, file: path, bytes: Array(try Data(contentsOf: URL(filePath: path))))
    }
    let fonts = try FontLibrary(
      faces: faces, family: FamilyFaces(regular: FaceID(0), bold: FaceID(1), italic: FaceID(2), boldItalic: FaceID(3)))
    var typesetter = Typesetter(fonts: fonts)
    var pages: [Page] = []
    _ = try typesetter.typeset(document) { pages.append($0) }

    self.dataset = dataset
    self.facts = facts
    self.document = document
    self.pages = pages
  }

  @Test func `rows`() throws { try expectGolden(dataset.dump(), "hung-yen/1-dataset") }
  @Test func `figures with the rows they came from`() throws { try expectGolden(facts.dump(), "hung-yen/2-facts") }
  @Test func `blocks`() throws { try expectGolden(document.dump(), "hung-yen/3-document") }
  @Test func `finished pages`() throws { try expectGolden(pages.map { $0.dump() }.joined(), "hung-yen/4-pages") }
}

@Sendable private func text(_ path: String) throws -> TemplateSource {
  TemplateSource(path: path, text: try String(contentsOf: root.appending(path: path), encoding: .utf8))
}
