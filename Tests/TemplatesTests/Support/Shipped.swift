import Foundation
import Templates

/// The shipped files of the repository, read for tests.
enum Shipped {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static func text(_ path: String) -> String? {
    try? String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  static let formats = FormatReader(names: ["party-hd05", "party-hd36", "state-nd30"]) { name in
    text("templates/formats/\(name).yaml").map { TemplateSource(path: "templates/formats/\(name).yaml", text: $0) }
  }
}
