import Foundation
import Testing

/// Recorded texts under `Tests/Golden/Templates`. `RECORD=1` rewrites them and fails the run, so that nobody records by accident.
enum Golden {
  static func expect(_ text: String, _ name: String) throws {
    let file = Shipped.root.appending(path: "Tests/Golden/Templates/\(name).txt")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      Issue.record("recorded \(name)")
      return
    }
    let recorded = try String(contentsOf: file, encoding: .utf8)
    #expect(text == recorded, "differs from Tests/Golden/Templates/\(name).txt")
  }
}
