import Batch
import Foundation
import Testing

@Suite struct PublisherTests {
  @Test func `a file appears whole, with its folders, and nothing else is left`() throws {
    let scratch = try Scratch()
    let path = scratch.url.appending(path: "a/b/c.pdf").path()
    #expect(try Publisher.publish([1, 2, 3], to: path))
    #expect(try Data(contentsOf: URL(filePath: path)) == Data([1, 2, 3]))
    #expect(scratch.files(in: scratch.url) == ["a", "a/b", "a/b/c.pdf"])
  }

  @Test func `equal bytes leave the file and its date alone`() throws {
    let scratch = try Scratch()
    let path = scratch.url.appending(path: "c.pdf").path()
    try Publisher.publish([1], to: path)
    let date = try FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date
    #expect(try !Publisher.publish([1], to: path))
    #expect(try FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date == date)
    #expect(try Publisher.publish([2], to: path))
  }

  @Test func `a folder in the way is an error, and it stays`() throws {
    let scratch = try Scratch()
    let path = scratch.url.appending(path: "c.pdf")
    try FileManager.default.createDirectory(at: path.appending(path: "con"), withIntermediateDirectories: true)
    #expect(throws: FileError.self) { try Publisher.publish([1], to: path.path()) }
    #expect(scratch.files(in: scratch.url) == ["c.pdf", "c.pdf/con"])
  }
}

@Suite struct FileReaderTests {
  @Test func `a pipe is refused and does not hang`() throws {
    let scratch = try Scratch()
    let path = scratch.url.appending(path: "ong").path()
    try tool("mkfifo", path)
    let error = #expect(throws: FileError.self) { try FileReader.read(path) }
    #expect(error?.kind == .notAFile)
  }

  @Test func `a file above the limit is refused`() throws {
    let scratch = try Scratch()
    let path = scratch.url.appending(path: "to").path()
    try Data(repeating: 7, count: 100).write(to: URL(filePath: path))
    let error = #expect(throws: FileError.self) { try FileReader.read(path, limit: 99) }
    #expect(error?.kind == .tooLarge(limit: 99))
    #expect(try FileReader.read(path, limit: 100).count == 100)
  }

  @Test(arguments: [
    ("a/b", true), ("../a", false), ("/etc/passwd", false), ("a//b", false), ("a/../b", false), ("", false),
    ("a\0b", false),
  ])
  func `paths of the data stay inside the workspace`(path: String, inside: Bool) {
    #expect(Paths.staysInside(path) == inside)
  }
}
