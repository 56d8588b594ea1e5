import Documents
import Findings
import Graphics
import Testing

@testable import Lint

extension Mutation {
  static let paper: [Mutation] = [
    Mutation("kho-giay", "A5 and a half") { $0.document.format.page.size = Size(width: .mm(210), height: .mm(280)) },
    Mutation("le-trai-phai", "left 25 mm") { $0.document.format.page.front.left = .mm(25) },
    Mutation("le-trai-phai", "right 22 mm") { $0.document.format.page.front.right = .mm(22) },
    Mutation("le-trai-phai", "backs not changed over") {
      $0.document.format.page.duplex = true
      $0.document.format.page.back = $0.document.format.page.front
    },
    Mutation("le-tren-duoi", "top 15 mm") { $0.document.format.page.front.top = .mm(15.5) },
    Mutation("le-tren-duoi", "top 30 mm") { $0.document.format.page.front.top = .mm(30) },
    Mutation("le-tren-duoi", "bottom 10 mm") { $0.document.format.page.front.bottom = .mm(10) },
    Mutation("phong-chu", "a face without serifs") { $0.faces = Faces.sans },
    Mutation("mau-chu", "red text") { laidOut in
      laidOut.document.sections[0].blocks.insert(
        .paragraph(
          Paragraph([
            .text("Chữ đỏ trong văn bản.", TextStyle(color: Color(red: 1, green: 0, blue: 0)), nil)
          ])), at: laidOut.document.sections[0].blocks.count - 2)
    },
    Mutation("so-trang-dau", "page 1 numbered") { $0.document.format.page.firstPageNumbered = true },
    Mutation("vi-tri-so-trang", "number 5 mm from the edge", Mutation.party) {
      $0.document.format.page.numberFromTop = .mm(5)
    },
    .style("kieu-so-trang", "bold", .pageNumber) { $0.bold = true },
    .size("kieu-so-trang", .pageNumber, 12),
  ]

  static let appendix: [Mutation] = [
    Mutation("phu-luc", "an appendix in the middle of a page") {
      $0.insert("PHỤ LỤC 2", style: .appendixHeading)
    },
    .style("tieu-de-phu-luc", "not bold", .appendixHeading) { $0.bold = false },
  ]
}

@Suite struct PaperTests {
  @Test(arguments: Mutation.paper + Mutation.appendix)
  func `a page that breaks one clause is told by that clause alone`(mutation: Mutation) throws { try mutation.verify() }

  @Test func `both sides are printed with changed margins`() throws {
    for guideline in Guideline.allCases {
      #expect(try LaidOut(guideline) { $0.document.format.page.duplex = true }.codes() == [])
    }
  }

  @Test func `a page number may stand in the middle of the paper`() throws {
    #expect(try LaidOut(.hd05) { $0.document.format.page.numberCentre = .paper }.codes() == [])
  }

  /// What a typesetter of ours never makes: pages built by hand.
  @Test func `a table that sticks out of the text, a number beside the middle and combining marks are told`() throws {
    let laidOut = try LaidOut(.hd05)
    var pages = try laidOut.pages()
    func codes() -> [String] {
      Inspector(.hd05, faces: laidOut.faces).inspect(pages, of: laidOut.document, file: "x").findings.map(\.code)
    }
    #expect(codes() == [])
    let rule = Rule(
      from: Point(x: .mm(30), y: .mm(100)), to: Point(x: .mm(202), y: .mm(100)), width: .points(0.5))
    pages[1].frame.items.append(.rule(rule))
    #expect(codes() == ["ngoai-phan-chu"])
    pages[1].frame.items.removeLast()
    for index in pages[1].frame.items.indices {
      guard case .glyphs(let run) = pages[1].frame.items[index], run.string == "2" else { continue }
      pages[1].frame.items[index] = .glyphs(
        run.with(glyphs: run.glyphs.map { Glyph(id: $0.id, x: $0.x + 20, y: $0.y) }))
      break
    }
    #expect(codes() == ["vi-tri-so-trang"])
    pages = try laidOut.pages()
    for index in pages[0].frame.items.indices.reversed() {
      guard case .glyphs(let run) = pages[0].frame.items[index], run.string.hasSuffix(".") else { continue }
      pages[0].frame.items[index] = .glyphs(run.with(text: run.text + Array("\u{301}".utf8)))
      break
    }
    #expect(codes().contains("unicode-dung-san"))
  }
}
