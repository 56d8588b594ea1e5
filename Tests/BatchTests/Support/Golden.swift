import Foundation
import Testing

/// Recorded text: a dump is compared with `Tests/Golden/<name>.txt`. With `RECORD=1` in the environment the file is written anew and
/// the test fails, so that nobody mistakes a recording for a passed run.
func expectGolden(_ text: String, _ name: String, location: SourceLocation = #_sourceLocation) throws {
  let file = root.appending(path: "Tests/Golden/\(name).txt")
  if ProcessInfo.processInfo.environment["RECORD"] == "1" {
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    Issue.record("recorded \(name)", sourceLocation: location)
    return
  }
  guard let recorded = try? String(contentsOf: file, encoding: .utf8) else {
    Issue.record("no golden \(name); run with RECORD=1", sourceLocation: location)
    return
  }
  guard recorded != text else { return }
  let (old, new) = (recorded.split(separator: "\n"), text.split(separator: "\n"))
  let line = zip(old, new).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(old.count, new.count)
  Issue.record(
    """
    \(name) differs at line \(line + 1)
    golden: \(line < old.count ? String(old[line]) : "(ends)")
    now:    \(line < new.count ? String(new[line]) : "(ends)")
    """, sourceLocation: location)
}
