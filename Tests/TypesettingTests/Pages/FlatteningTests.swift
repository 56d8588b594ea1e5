import Documents
import Graphics
import Testing

@testable import Typesetting

@Suite struct `flattening of blocks` {
  private func program(_ sections: [Section], _ format: Format = PartyFormat.hd05) -> Program {
    Flattening.program(Layout.document(sections, format: format))
  }

  private func texts(_ blocks: [Block], _ format: Format = PartyFormat.hd05) -> [String] {
    program([Section(blocks: blocks)], format).sections.flatMap { $0 }.compactMap {
      if case .text(let inlines, _) = $0.content { inlines.plainText } else { nil }
    }
  }

  private func heading(_ level: Int, _ number: Heading.Number = .automatic) -> Block {
    .heading(Heading(level: level, number: number, [.plain("x")]))
  }

  @Test func `headings count within the level above`() {
    let blocks = [1, 2, 3, 3, 2, 3, 1, 2].map { heading($0) }
    #expect(texts(blocks) == ["I- x", "1. x", "a) x", "b) x", "2. x", "a) x", "II- x", "1. x"])
  }

  @Test func `headings without a number or with one of their own are not counted`() {
    #expect(
      texts([heading(1), heading(1, .none), heading(1, .fixed("Điều 5.")), heading(1)]) == [
        "I- x", "x", "Điều 5. x", "II- x",
      ])
  }

  @Test func `levels beyond those of the format are set like its last`() {
    #expect(
      texts([heading(1), heading(7), heading(0), heading(-5), heading(Int.max)]) == [
        "I- x", "x", "II- x", "III- x", "x",
      ])
  }

  @Test func `numbers begin again in an appendix and go on in a continued section`() {
    let sections = [
      Section(blocks: [heading(1)]), Section(numbering: .continued, blocks: [heading(1)]),
      Section(numbering: .appendix, blocks: [heading(1)]),
    ]
    #expect(program(sections).headings.map(\.title) == ["I- x", "II- x", "I- x"])
  }

  @Test func `a list may begin at any number, the largest included`() {
    let items = [[Block.paragraph(Paragraph([.plain("x")]))], [.paragraph(Paragraph([.plain("y")]))]]
    #expect(texts([.list(List(marker: .decimal, start: 4, items: items))]) == ["4. x", "5. y"])
    #expect(texts([.list(List(marker: .decimal, start: Int.max, items: items))]).count == 2)
  }

  @Test(arguments: [
    ("Biểu số 2: Kết quả", "Biểu số 2"), ("Biểu số 2. Kết quả", "Biểu số 2"), ("Phụ lục 1", "Phụ lục 1"),
    ("Điều 5.", "Điều 5"), ("", ""), ("Biểu 1.2: x", "Biểu 1.2"),
  ])
  func `a reference prints the short name of what it refers to`(_ caption: String, _ name: String) {
    #expect(Flattening.shortName(caption) == name)
  }

  @Test func `only documents that print page numbers in their text need more than one layout`() {
    #expect(!program([Section(runningHead: [.pageNumber], blocks: [heading(1)])]).needsPages)
    #expect(program([Section(runningHead: [.pageCount], blocks: [])]).needsPages)
    #expect(program([Section(blocks: [.contents(title: [], depth: 1)])]).needsPages)
    let reference = Paragraph([.reference("a", .label)])
    #expect(!program([Section(blocks: [.paragraph(reference)])]).needsPages)
    let page = TableRow(.body, [.rich([.reference("a", .page)])])
    #expect(program([Section(blocks: [.table(Table(columns: [TableColumn()], rows: [page]))])]).needsPages)
  }
}
