import Documents
import Findings
import Graphics
import SeededRandom
import Testing

@testable import Typesetting

/// A random document of everything, and the texts it must print, in reading order.
private struct RandomDocument {
  var random: SeededGenerator
  var counter = 0
  var expected: [String] = []

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// A word no other text of the document has, so that a lost or doubled one shows.
  mutating func word() -> String {
    counter += 1
    let stems = ["đảng", "ủy", "quý", "mô", "hình", "nhân", "dân", "khéo", "vận", "Ễ", "phường"]
    return stems[random.below(stems.count)] + "\(counter)"
  }

  mutating func text(_ words: Int) -> String {
    let text = (0..<max(1, words)).map { _ in word() }.joined(separator: " ")
    expected.append(text)
    return text
  }

  mutating func paragraph() -> Block { .paragraph(Paragraph([.plain(text(1 + random.below(90)))])) }

  mutating func table() -> Block {
    let columns = 1 + random.below(4)
    let header = (0..<columns).map { _ in HeaderCell([.plain(text(1 + random.below(2)))], rotated: false) }
    let rows = (0..<random.below(50)).map { _ in
      TableRow(
        [.body, .body, .body, .group, .subtotal, .total][random.below(6)],
        (0..<columns).map { _ in .text(text(1 + random.below(random.below(12) == 0 ? 25 : 4)), nil) })
    }
    let widths: [TableColumn.Width] = [.automatic, .share(1), .fixed(.mm(32))]
    return .table(
      Table(
        columns: (0..<columns).map { _ in TableColumn(width: widths[random.below(3)]) }, header: [header], rows: rows))
  }

  mutating func block(depth: Int = 0) -> Block {
    switch random.below(8) {
    case 0: return .heading(Heading(level: 1 + random.below(4), number: .none, [.plain(text(1 + random.below(12)))]))
    case 1: return table()
    case 2 where depth < 3:
      return .list(
        List(
          marker: .dash,
          items: (0..<(1 + random.below(4))).map { _ in
            [paragraph(), random.below(3) == 0 ? block(depth: depth + 1) : paragraph()]
          }))
    case 3 where depth < 3: return .quote([paragraph(), block(depth: depth + 1)])
    case 4: return .space(.points(Double(random.below(400))))
    case 5 where random.below(4) == 0: return .pageBreak
    default: return paragraph()
    }
  }

  mutating func document() -> Document {
    Layout.document(
      (0..<(1 + random.below(3))).map { _ in
        Section(
          orientation: random.below(3) == 0 ? .landscape : .portrait,
          numbering: [.continued, .restarted, .appendix][random.below(3)],
          blocks: (0..<(1 + random.below(14))).map { _ in block() })
      })
  }
}

@Suite struct `reading order` {
  /// Everything but blanks, list markers and what furniture adds.
  private func letters(_ text: String) -> [String] {
    text.split { $0 == " " || $0 == "\n" }.map(String.init).filter { $0 != "-" }
  }

  @Test(arguments: 1...25 as ClosedRange<UInt64>)
  func `every word is printed once and in order, and nothing leaves the paper`(_ seed: UInt64) throws {
    var random = RandomDocument(seed: seed)
    let document = random.document()
    let layout = try Layout(document)
    var printed: [String] = []
    for page in layout.pages {
      let bounds = page.frame.size
      for run in page.frame.items {
        guard case .glyphs(let glyphs) = run else { continue }
        for glyph in glyphs.glyphs {
          let inside = glyph.x >= 0 && glyph.x <= bounds.width.points && glyph.y >= 0 && glyph.y <= bounds.height.points
          #expect(inside, "seed \(seed): \(glyphs.string) on page \(page.number)")
        }
      }
      for rule in page.rules {
        #expect(
          rule.from.x.points >= 0 && rule.to.x <= bounds.width && rule.from.y.points >= 0 && rule.to.y <= bounds.height)
      }
      // Page numbers and repeated headers are furniture: they stand above the text or repeat a header's words.
      printed += letters(page.runs.filter { $0.baseline > 19 }.map(\.string).joined(separator: "\n"))
    }
    let wanted = random.expected.flatMap(letters)
    var seen: Set<String> = []
    let once = printed.filter { seen.insert($0).inserted }
    #expect(wanted.filter { !seen.contains($0) } == [], "seed \(seed)")
    #expect(once == wanted.filter(seen.contains), "seed \(seed)")
  }
}
