import Facts
import Foundation
import Statistics
import Testing

/// The manual's dictionary of figures, `docs/vi/so-lieu.md`, says what the schema says: each field of each record type, with its type
/// and meaning, in its order, and no field that does not exist. `RECORD=1` writes the list anew.
@Suite struct ManualTests {
  static let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "docs/vi/so-lieu.md")

  /// Everything from this line on is the list.
  static let mark = "## Danh sách trường\n"

  @Test func `every field of the facts is in the manual, and none that does not exist`() throws {
    let text = try String(contentsOf: Self.file, encoding: .utf8)
    let start = try #require(text.range(of: Self.mark), "so-lieu.md has no list of fields")
    let expected = Self.types(from: Schema.root).map(Self.section).joined()
    let found = String(text[start.upperBound...])
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try (text[..<start.upperBound] + expected).write(to: Self.file, atomically: true, encoding: .utf8)
      Issue.record("recorded docs/vi/so-lieu.md")
      return
    }
    let foundLines = Set(found.split(separator: "\n"))
    let expectedLines = Set(expected.split(separator: "\n"))
    #expect(expectedLines.subtracting(foundLines).sorted() == [], "missing from the manual")
    #expect(foundLines.subtracting(expectedLines).sorted() == [], "in the manual but not in the schema")
    #expect(found == expected, "the list is in another order; RECORD=1 writes it anew")
  }

  @Test func `two record types never share a name, so that a section of the manual is about one of them`() {
    let names = Self.types(from: Schema.root).map(\.name)
    #expect(Set(names).count == names.count)
    #expect(names.count > 20)
  }

  /// Record types in the order a reader of the schema meets them, each once.
  private static func types(from root: RecordType) -> [RecordType] {
    var found = [root]
    var next = 0
    while next < found.count {
      for field in found[next].fields {
        guard let type = record(of: field.type), !found.contains(where: { $0 === type }) else { continue }
        found.append(type)
      }
      next += 1
    }
    return found
  }

  private static func record(of type: FactType) -> RecordType? {
    switch type {
    case .record(let record): record
    case .list(let element): record(of: element)
    default: nil
    }
  }

  private static func section(_ type: RecordType) -> String {
    let rows = type.fields.map { field in
      "| `\(field.name)` | \(name(field.type))\(field.optional ? ", có thể trống" : "") | \(field.meaning) |\n"
    }
    return "\n### \(type.name)\n\n| Trường | Kiểu | Ý nghĩa |\n|---|---|---|\n" + rows.joined()
  }

  private static func name(_ type: FactType) -> String {
    switch type {
    case .record(let record): "nhóm [\(record.name)](#\(record.name))"
    case .list(let element): "danh sách \(name(element))"
    default: type.name
    }
  }
}
