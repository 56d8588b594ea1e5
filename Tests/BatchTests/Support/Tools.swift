import Foundation
import Testing

let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()

/// Runs a program of the system and returns what it printed; its exit status must be 0.
@discardableResult
func tool(_ name: String, _ arguments: String...) throws -> String {
  let process = Process()
  process.executableURL = URL(filePath: "/usr/bin/env")
  process.arguments = [name] + arguments
  let output = Pipe()
  process.standardOutput = output
  process.standardError = FileHandle.nullDevice
  try process.run()
  let data = output.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  try #require(process.terminationStatus == 0, "\(name) \(arguments) ended with \(process.terminationStatus)")
  return String(decoding: data, as: UTF8.self)
}

/// A folder that is gone when the test is.
final class Scratch {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "baocao-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: url.path())
    try? FileManager.default.removeItem(at: url)
  }

  var path: String { url.path() }

  /// A copy of the reference workspace to spoil.
  func hungYen() throws -> URL {
    let copy = url.appending(path: "ho-so")
    try FileManager.default.copyItem(at: root.appending(path: "examples/hung-yen"), to: copy)
    return copy
  }

  /// All files below, hidden ones too.
  func files(in folder: URL) -> [String] {
    (FileManager.default.enumerator(atPath: folder.path())?.allObjects as? [String] ?? []).sorted()
  }
}

/// Changes the text of a file; the old text must be there.
func replace(_ old: String, with new: String, in file: URL) throws {
  let text = try String(contentsOf: file, encoding: .utf8)
  try #require(text.contains(old), "\(file.lastPathComponent) does not hold “\(old)”")
  try text.replacingOccurrences(of: old, with: new).write(to: file, atomically: true, encoding: .utf8)
}
