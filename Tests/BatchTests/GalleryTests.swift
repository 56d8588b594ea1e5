import Documents
import Findings
import Foundation
import Graphics
import PDF
import Templates
import Testing
import Typesetting

/// The collection `examples/typesetting`: every file becomes pages, and the pages are as recorded.
@Suite struct GalleryTests {
  static let names: [String] = {
    let files = try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: Gallery.folder).path())
    return (files ?? []).filter { $0.hasSuffix(".md") && $0 != "README.md" }.map { String($0.dropLast(3)) }.sorted()
  }()

  @Test(arguments: Gallery.refused.sorted()) func `what cannot be set ends in its message, as recorded`(name: String)
    throws
  {
    let message = try #require(try Gallery.shared.get().refusal(name))
    try expectGolden("\(message.vietnamese)\n\(message.english)\n", "gallery/\(name)")
  }

  @Test(arguments: names.filter { !Gallery.refused.contains($0) })
  func `an example is set as recorded, with no finding but its own, inside the paper`(
    name: String
  ) throws {
    let example = try Gallery.shared.get().example(name)
    #expect(example.findings.map(\.code) == Gallery.findings[name, default: []], "\(example.findings)")
    #expect(!example.pages.isEmpty)
    for page in example.pages { #expect(page.strays.isEmpty, "\(name), page \(page.number): \(page.strays)") }
    try expectGolden(example.pages.map { $0.dump() }.joined(), "gallery/\(name)")
    if let folder = ProcessInfo.processInfo.environment["GALLERY"] {
      try Data(example.pdf).write(to: URL(filePath: folder).appending(path: name + ".pdf"))
    }
  }

  @Test func `the list of examples names every file`() throws {
    let list = try String(contentsOf: root.appending(path: "\(Gallery.folder)/README.md"), encoding: .utf8)
    #expect(Self.names.count > 25)
    #expect(Self.names.filter { !list.contains("(\($0).md)") } == [])
  }
}

extension Page {
  /// Glyphs and rules outside the paper.
  fileprivate var strays: [String] {
    let (width, height) = (frame.size.width.points, frame.size.height.points)
    func isOutside(_ x: Double, _ y: Double) -> Bool { x < 0 || y < 0 || x > width || y > height }
    return frame.items.compactMap { item in
      switch item {
      case .glyphs(let run): run.glyphs.contains { isOutside($0.x, $0.y) } ? run.string : nil
      case .rule(let rule):
        isOutside(rule.from.x.points, rule.from.y.points) || isOutside(rule.to.x.points, rule.to.y.points)
          ? "rule" : nil
      default: nil
      }
    }
  }
}
