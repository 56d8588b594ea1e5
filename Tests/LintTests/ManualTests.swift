import Findings
import Foundation
import Testing

@testable import Lint

/// The manual's table of clauses, `docs/vi/the-thuc.md`, says what the clauses say. `RECORD=1` writes it anew.
@Suite struct ManualTests {
  private static let mark = "## Các điều khoản\n"

  @Test func `every clause is in the manual with what it asks for`() throws {
    let file = Formats.root.appending(path: "docs/vi/the-thuc.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    let section = try #require(text.range(of: Self.mark))
    let end = text.range(of: "\n| Mã |", range: section.upperBound..<text.endIndex)?.lowerBound ?? text.endIndex
    let expected = "\n" + Self.table()
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try (text[..<end] + expected).write(to: file, atomically: true, encoding: .utf8)
      Issue.record("recorded docs/vi/the-thuc.md")
      return
    }
    #expect(String(text[end...]) == expected, "RECORD=1 writes the table anew")
  }

  private static func table() -> String {
    let head = "| Mã | Thành phần | Văn bản của Đảng (HD 05, HD 36) | Văn bản hành chính (NĐ 30) |\n|---|---|---|---|\n"
    return head
      + ClauseBook.entries.map { entry in
        "| `\(entry.code)` | \(entry.name.vietnamese) | \(cell(entry.terms[.hd05])) | \(cell(entry.terms[.nd30])) |\n"
      }.joined()
  }

  private static func cell(_ term: Term?) -> String {
    guard let term else { return "không có" }
    return "\(term.place.vietnamese) [\(term.confidence.rawValue)]: \(term.asks.vietnamese)"
  }
}
