import Foundation
import Testing

/// Recorded text: a dump is compared with `Tests/Golden/typesetting/<name>.txt`. With `RECORD=1` in the environment the file is written
/// anew, and the test fails, so that nobody mistakes a recording for a passed run.
enum Golden {
  static func expect(_ text: String, is name: String, location: SourceLocation = #_sourceLocation) {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Golden/typesetting")
    let file = folder.appending(path: name + ".txt")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      do {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
        Issue.record("recorded \(file.path())", sourceLocation: location)
      } catch {
        Issue.record("cannot record \(file.path()): \(error)", sourceLocation: location)
      }
      return
    }
    guard let recorded = try? String(contentsOf: file, encoding: .utf8) else {
      Issue.record("no golden \(file.path()); run with RECORD=1", sourceLocation: location)
      return
    }
    guard recorded != text else { return }
    let (old, new) = (recorded.split(separator: "\n"), text.split(separator: "\n"))
    let first = zip(old, new).enumerated().first { $0.element.0 != $0.element.1 }
    let line = first?.offset ?? min(old.count, new.count)
    Issue.record(
      """
      \(name) differs at line \(line + 1)
      golden: \(line < old.count ? String(old[line]) : "(ends)")
      now:    \(line < new.count ? String(new[line]) : "(ends)")
      """, sourceLocation: location)
  }
}
