import Batch
import Foundation
import Testing

/// The manual's table of `baocao.yaml` and the reader know the same keys.
@Suite struct SettingsManualTests {
  /// First cells of the table in the section about `baocao.yaml`.
  private func documented() throws -> [String] {
    let text = try String(contentsOf: root.appending(path: "docs/vi/du-lieu.md"), encoding: .utf8)
    let start = try #require(text.range(of: "\n## baocao.yaml\n")).upperBound
    let end = try #require(text.range(of: "\n## ", range: start..<text.endIndex)).lowerBound
    return text[start..<end].split(separator: "\n").compactMap { line in
      line.firstMatch(of: /^\| `([^`]+)` \|/).map { String($0.1) }
    }
  }

  @Test func `every key the reader knows is in the manual, and none that it does not know`() throws {
    let found = try documented()
    #expect(Set(SettingsKeys.all).subtracting(found).sorted() == [], "missing from the manual")
    #expect(Set(found).subtracting(SettingsKeys.all).sorted() == [], "not read")
    #expect(found.count == Set(found).count, "a key is described twice")
    #expect(found.count > 40)
  }

  @Test func `every message that names a page of the manual names one that exists`() throws {
    let sources = FileManager.default.enumerator(at: root.appending(path: "Sources"), includingPropertiesForKeys: nil)
    var pages: Set<String> = []
    for case let file as URL in try #require(sources) where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      pages.formUnion(text.matches(of: /docs\/[a-z\/-]+\.md/).map { String($0.0) })
    }
    #expect(!pages.isEmpty)
    #expect(pages.filter { !FileManager.default.fileExists(atPath: root.appending(path: $0).path()) } == [])
  }

  @Test(arguments: ["README.md", "docs/vi", "docs/en", "examples/hung-yen/README.md"])
  func `every link of the manual leads to a file that exists`(place: String) throws {
    let start = root.appending(path: place)
    let pages =
      place.hasSuffix(".md")
      ? [start]
      : try FileManager.default.contentsOfDirectory(at: start, includingPropertiesForKeys: nil)
        .filter { $0.pathExtension == "md" }
    for page in pages {
      // Links inside code show how to write one.
      let prose = try String(contentsOf: page, encoding: .utf8).replacing(
        /```[\s\S]*?```|`[^`\n]*`|\n    [^\n]*/, with: "")
      for match in prose.matches(of: /\]\(([^)#\s]+)(?:#[^)]*)?\)/) {
        let target = String(match.1)
        if target.contains("://") || target.contains("…") { continue }
        let file = page.deletingLastPathComponent().appending(path: target)
        #expect(FileManager.default.fileExists(atPath: file.path()), "\(page.lastPathComponent): \(target)")
      }
    }
  }
}
