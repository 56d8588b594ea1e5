import Documents
import Graphics
import Testing

@testable import Typesetting

/// A paragraph that asks for a line more or fewer.
@Suite struct LoosenessTests {
  private func lines(_ inlines: [Inline], _ looseness: Int) throws -> Int {
    let layout = try Layout([.paragraph(Paragraph(inlines, looseness: looseness))])
    return Set(layout.pages.flatMap(\.runs).map(\.baseline)).count
  }

  @Test func `it gets them where its lines stay readable, and else stays as it is`() throws {
    var (fewer, more) = (0, 0)
    for count in 2...14 {
      guard case .paragraph(let paragraph) = SampleReport.paragraph(count, from: count) else { continue }
      let usual = try lines(paragraph.inlines, 0)
      let (less, plus) = try (lines(paragraph.inlines, -1), lines(paragraph.inlines, 1))
      #expect([usual, usual - 1].contains(less) && [usual, usual + 1].contains(plus), "\(usual) \(less) \(plus)")
      if less < usual { fewer += 1 }
      if plus > usual { more += 1 }
    }
    #expect(fewer > 0 && more > 2, "\(fewer) \(more)")
  }

  @Test func `the text of the lines is the same, whatever it asks for`() throws {
    guard case .paragraph(var paragraph) = SampleReport.paragraph(8) else { return }
    let plain = try Layout([.paragraph(paragraph)]).text.split(whereSeparator: \.isWhitespace)
    for looseness in [-3, -1, 1, 3] {
      paragraph.looseness = looseness
      #expect(try Layout([.paragraph(paragraph)]).text.split(whereSeparator: \.isWhitespace) == plain)
    }
  }
}
