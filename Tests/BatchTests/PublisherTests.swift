import Batch
import Findings
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

  @Test func `an endless line is given up at its line, a long file of lines is read`() throws {
    let scratch = try Scratch()
    let path = scratch.url.appending(path: "dai").path()
    try Data("a\nb\r\n".utf8 + [UInt8](repeating: 0x78, count: 3_000_000)).write(to: URL(filePath: path))
    let error = #expect(throws: FileError.self) { try FileReader.read(path, longestLine: 2_000_000) }
    #expect(error?.kind == .lineTooLong(line: 3, limit: 2_000_000))
    #expect(error?.finding().location.row == 3)
    #expect(try FileReader.read(path, longestLine: 3_000_000).count == 3_000_005)
    // Workbooks have no lines.
    #expect(try FileReader.read(path).count == 3_000_005)
  }

  @Test func `a file that grows while it is read is not half taken`() throws {
    let scratch = try Scratch()
    let path = scratch.url.appending(path: "dang-ghi").path()
    try Data(repeating: 0x0A, count: 8_000_000).write(to: URL(filePath: path))
    let file = try FileHandle(forWritingTo: URL(filePath: path))
    let writer = Thread {
      for _ in 0..<200_000 where !Thread.current.isCancelled {
        file.seekToEndOfFile()
        file.write(Data("x".utf8))
      }
    }
    writer.start()
    defer { writer.cancel() }
    var kinds: Set<FileError.Kind> = []
    for _ in 0..<1000 where kinds.isEmpty {
      do throws(FileError) { _ = try FileReader.read(path) } catch { kinds.insert(error.kind) }
    }
    #expect(kinds == [.changed])
  }

  @Test(arguments: [
    ("a/b", true), ("../a", false), ("/etc/passwd", false), ("a//b", false), ("a/../b", false), ("", false),
    ("a\0b", false),
  ])
  func `paths of the data stay inside the workspace`(path: String, inside: Bool) {
    #expect(Paths.staysInside(path) == inside)
  }
}
