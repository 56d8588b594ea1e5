import Foundation
import Testing

@testable import Batch

/// Long data files are read where they lie, whatever happens to them meanwhile.
struct StoredFileTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "baocao-store-\(UUID().uuidString)")

  private func file(_ name: String, _ text: String) throws -> String {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let url = folder.appending(path: name)
    try Data(text.utf8).write(to: url)
    return url.path()
  }

  @Test func `stretches of a file, and none of a short one`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = try file("a.csv", "một\nhai\n")
    let store = try #require(try StoredFile.open(path, longerThan: 9, longestLine: 100))
    #expect(store.count == 10)
    #expect(store.bytes(6..<10) == Array("hai\n".utf8))
    #expect(store.bytes(0..<0) == [])
    #expect(try StoredFile.open(path, longerThan: 10, longestLine: 100) == nil)
  }

  @Test func `a line that is too long is told by its number`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = try file("a.csv", "a\nb\n" + String(repeating: "x", count: 300))
    #expect(throws: FileError(.lineTooLong(line: 3, limit: 299), path: path)) {
      try StoredFile.open(path, longerThan: 0, longestLine: 299)
    }
    #expect(try StoredFile.open(path, longerThan: 0, longestLine: 300) != nil)
  }

  @Test func `a file that is overwritten hands out nothing any more, one that is replaced is the old one`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = try file("a.csv", "cũ")
    let replaced = try #require(try StoredFile.open(path, longerThan: 0, longestLine: 100))
    try Data("mới, dài hơn".utf8).write(to: folder.appending(path: "a.csv"), options: .atomic)
    #expect(replaced.bytes(0..<replaced.count) == Array("cũ".utf8))
    #expect(replaced.failure == nil)

    let overwritten = try #require(try StoredFile.open(path, longerThan: 0, longestLine: 100))
    let handle = try #require(FileHandle(forWritingAtPath: path))
    try handle.truncate(atOffset: 2)
    try handle.close()
    #expect(overwritten.bytes(0..<1) == nil)
    #expect(overwritten.failure == FileError(.changed, path: path))
  }

  @Test func `what is no regular file is refused`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    _ = try file("a.csv", "")
    #expect(throws: FileError.self) { try StoredFile.open(folder.path(), longerThan: 0, longestLine: 100) }
    #expect(throws: FileError.self) {
      try StoredFile.open(folder.appending(path: "b.csv").path(), longerThan: 0, longestLine: 100)
    }
  }
}
