import Foundation
import Graphics
import PDF
import SeededRandom
import Testing

struct CanvasDocumentTests {
  private static func reportPage(_ number: Int) -> Page {
    let regular = TestShaper(Faces.regular)
    let bold = TestShaper(Faces.bold)
    var items: [Item] = [.glyphs(bold.run("BÁO CÁO số \(number)", x: 80, y: 60, size: 14))]
    // Numbers that do not repeat, so that pages stay large after compression.
    var generator = SeededGenerator(seed: UInt64(number))
    for line in 0..<40 {
      let y = 90 + Double(line) * 18
      let text = "Dòng \(line): \(generator.next()) phong trào \(generator.next())"
      items.append(.glyphs(regular.run(text, x: 80, y: y, size: 13)))
      items.append(.rule(Rule(from: point(80, y + 4), to: point(500, y + 4), width: .points(0.5))))
    }
    return page(items, number: number)
  }

  @Test func `pages keep their own sizes`() throws {
    let sizes = [Size.a4, Size(width: .mm(297), height: .mm(210)), Size(width: .mm(148), height: .mm(210))]
    let pdf = try draw(sizes.map { page([], size: $0) })
    try Judge.expectSound(pdf)
    let info = try Judge.with(pdf) { try Judge.run("pdfinfo", ["-l", "3", $0]).text }
    #expect(info.contains(try Regex(#"Pages: +3"#)))
    #expect(info.contains(try Regex(#"Page +1 size: +595\.\d+ x 841\.\d+ pts \(A4\)"#)), "\(info)")
    #expect(info.contains(try Regex(#"Page +2 size: +841\.\d+ x 595\.\d+ pts \(A4\)"#)))
    #expect(info.contains(try Regex(#"Page +3 size: +419\.\d+ x 595\.\d+ pts"#)))
  }

  @Test func `the file says what it is, dated by the document and not by the clock`() throws {
    let pdf = try draw([page([])])
    let info = try Judge.with(pdf) { try Judge.run("pdfinfo", ["-rawdates", $0]).text }
    for line in [
      #"Title: +Báo cáo quý I"#, #"Author: +Ban Dân vận"#, #"Subject: +Dân vận khéo"#, #"Keywords: +dân vận, thi đua"#,
      #"Creator: +baocao"#, #"CreationDate: +D:20210312080000\+07'00"#, #"ModDate: +D:20210312080000\+07'00"#,
    ] { #expect(info.contains(try Regex(line)), "\(info)") }
  }

  @Test(arguments: [
    ("2021-03-12", "D:20210312000000"), ("2021-03-12T08:30", "D:20210312083000"),
    ("2021-03-12T08:30:15Z", "D:20210312083015Z"), ("2021-03-12T08:30:15-05:30", "D:20210312083015-05'30"),
  ])
  func `a date may leave out its time and zone`(written: String, found: String) throws {
    var metadata = Metadata.sample
    metadata.created = written
    let pdf = try draw([page([])], metadata: metadata)
    let info = try Judge.with(pdf) { try Judge.run("pdfinfo", ["-rawdates", $0]).text }
    #expect(info.contains("CreationDate:    \(found)\n"), "\(info)")
  }

  @Test(arguments: [
    "", "12/03/2021", "2021-13-01", "2021-00-01", "2021-01-32", "2021-01-01T24:00", "2021-01-01T10:60", "2021-01-01T10",
    "2021-01-01T10:00:61", "2021-01-01T10:00+7", "2021-01-01T10:00Zx", "hôm qua", "2021-03-12 08:00",
  ])
  func `a date of another form is an error`(written: String) throws {
    var metadata = Metadata.sample
    metadata.created = written
    #expect { try draw([page([])], metadata: metadata) } throws: { error in
      if case PDFError.badDate(written) = error { true } else { false }
    }
  }

  @Test func `control characters in a title do not cut it short`() throws {
    var metadata = Metadata.sample
    metadata.title = "Báo\u{0}cáo (\\) quý\nI"
    let info = try Judge.with(try draw([page([])], metadata: metadata)) { try Judge.run("pdfinfo", [$0]).text }
    #expect(info.contains("Báo cáo (\\) quý I"))
  }

  @Test func `the same pages give the same bytes with a used pool, a new pool and on other threads`() async throws {
    let pages = (1...3).map(Self.reportPage)
    let reference = try draw(pages)
    let pool = FacePool(Faces.all)
    _ = try draw([page([.glyphs(TestShaper(Faces.italic).run("khác", x: 9, y: 9, size: 31))])], faces: pool)
    #expect(try draw(pages, faces: pool) == reference)
    try await withThrowingTaskGroup(of: [[UInt8]].self) { group in
      for _ in 0..<4 {
        group.addTask {
          let own = FacePool(Faces.all)
          return try (0..<5).map { _ in try draw(pages, faces: own) }
        }
      }
      for try await documents in group { for document in documents { #expect(document == reference) } }
    }
  }

  @Test func `a streamed document has the same bytes, in pieces, and none are kept`() throws {
    let pages = (1...60).map(Self.reportPage)
    let gathered = Gathered()
    var canvas = try Canvas(metadata: .sample, faces: FacePool(Faces.all)) { gathered.append($0) }
    for page in pages { try canvas.draw(page) }
    #expect(gathered.pieces > 0, "pages leave memory while others are drawn")
    let rest = try canvas.finish()
    #expect(rest.isEmpty)
    #expect(gathered.bytes == (try draw(pages)))
  }

  @Test func `an error of the writer ends the document and comes back`() throws {
    struct Full: Error {}
    var canvas = try Canvas(metadata: .sample, faces: FacePool(Faces.all)) { _ in throw Full() }
    var errors = 0
    for number in 1...60 {
      do throws(PDFError) {
        try canvas.draw(Self.reportPage(number))
      } catch {
        errors += 1
        guard case .write(let inner) = error, inner is Full else { throw error }
      }
    }
    #expect(errors > 1, "every page after the failure fails too")
  }

  @Test func `a document without pages is an error`() throws {
    #expect { try draw([]) } throws: { if case PDFError.noPages = $0 { true } else { false } }
  }

  @Test func `a canvas repeats its first error and can be thrown away at any time`() throws {
    var canvas = try Canvas(metadata: .sample, faces: FacePool(Faces.all))
    let bad = page([.rule(Rule(from: point(.nan, 0), to: point(0, 0), width: .points(1)))])
    for _ in 0..<2 {
      do throws(PDFError) {
        try canvas.draw(bad)
        Issue.record("drawn")
      } catch {
        guard case .badNumber(let number, what: "rule", page: 1) = error, number.isNaN else { throw error }
      }
    }
    do throws(PDFError) {
      _ = try canvas.finish()
      Issue.record("finished")
    } catch {
      guard case .badNumber = error else { throw error }
    }
    _ = try Canvas(metadata: .sample, faces: FacePool(Faces.all))
  }

  @Test func `every error speaks both languages`() {
    let errors: [PDFError] = [
      .brokenFont(file: "a.ttf", reason: .truncated(table: "glyf")), .unknownFace(FaceID(7)),
      .unknownGlyph(70_000, file: "a.ttf", page: 3), .badNumber(.nan, what: "rule", page: 3),
      .badClusters(text: "abc", page: 3), .badPicture(.truncated, page: 3), .missingAnchor("x"),
      .repeatedAnchor("x", page: 3), .badDate("hôm qua"), .noPages, .write(CancellationError()),
      .cairo(cause: "out of memory", doing: "drawing"),
    ]
    for error in errors { #expect(error.vietnamese != error.english && !error.english.isEmpty) }
  }
}

/// Bytes a canvas has handed on.
private final class Gathered {
  var bytes: [UInt8] = []
  var pieces = 0

  func append(_ span: borrowing Span<UInt8>) {
    span.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
    pieces += 1
  }
}
