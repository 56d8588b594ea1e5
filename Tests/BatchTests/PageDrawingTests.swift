import Foundation
import Graphics
import PDF
import Testing

@testable import Batch

@Suite struct PageDrawingTests {
  private static let metadata = Metadata(title: "Sổ", author: "", subject: "", created: "2021-12-31T00:00:00")

  private static func page(_ number: Int, width: Double = 1) -> Page {
    let left = Point(x: .points(50), y: .points(Double(number)))
    let right = Point(x: .points(500), y: .points(Double(number)))
    return Page(
      number: number,
      frame: Frame(size: .a4, items: [.rule(Rule(from: left, to: right, width: .points(width)))]))
  }

  private static func canvas() throws -> Canvas { try Canvas(metadata: metadata, faces: FacePool([])) }

  private struct Broken: Error, Equatable {}

  /// Forty are more than may wait.
  @Test(arguments: [1, 8, 40]) func `the bytes are those of the canvas alone`(count: Int) throws {
    let pages = (1...count).map { Self.page($0) }
    var canvas = try Self.canvas()
    for page in pages { try canvas.draw(page) }
    let alone = try canvas.finish()
    let drawing = try #require(PageDrawing { try Self.canvas() })
    for page in pages { try drawing.draw(page) }
    #expect(try drawing.finish() == alone)
    #expect(drawing.pages == count)
  }

  @Test func `a page that cannot be drawn stops those after it and is told however often one asks`() throws {
    let drawing = try #require(PageDrawing { try Self.canvas() })
    #expect(throws: PDFError.self) {
      for number in 1...1000 { try drawing.draw(Self.page(number, width: number == 3 ? .nan : 1)) }
      _ = try drawing.finish()
    }
    #expect(throws: PDFError.self) { try drawing.finish() }
    #expect(drawing.abandon() is PDFError)
    #expect(drawing.pages == 3)
  }

  @Test func `what a canvas cannot begin with is told`() throws {
    let drawing = try #require(PageDrawing { throw Broken() })
    #expect(throws: Broken.self) { try drawing.finish() }
    #expect(drawing.pages == 0)
  }

  @Test func `a document given up has drawn what it was handed`() throws {
    let drawing = try #require(PageDrawing { try Self.canvas() })
    for number in 1...20 { try drawing.draw(Self.page(number)) }
    #expect(drawing.abandon() == nil)
    #expect(drawing.pages == 20)
  }

  @Test func `a draft is closed by who opened it, not by the thread`() throws {
    let scratch = try Scratch()
    for _ in 0..<50 {
      do {
        let draft = try Draft(of: scratch.url.appending(path: "c.pdf").path())
        let drawing = PageDrawing {
          try Canvas(metadata: Self.metadata, faces: FacePool([])) { try draft.write($0) }
        }
        try drawing?.draw(Self.page(1))
        _ = try drawing?.finish()
      }
      #expect(scratch.files(in: scratch.url) == [])
    }
  }

  @Test func `two things at once yield both`() {
    let (first, second) = SideBySide.run({ 1 }, { "hai" })
    #expect(first == 1)
    #expect(second == "hai")
  }
}
