import Foundation
import Testing

@testable import Batch

struct UnnamedFileTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "baocao-scratch-\(UUID().uuidString)")

  @Test func `bytes come back from a file that has no name`() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let scratch = ScratchFolder(folder.path())
    let (one, two) = (try #require(scratch.file()), try #require(scratch.file()))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path()).isEmpty)
    let isKept = one.append(Array("một ".utf8)) && two.append([7]) && one.append([]) && one.append(Array("hai".utf8))
    #expect(isKept)
    #expect(one.bytes(0..<9) == Array("một hai".utf8))
    #expect(one.bytes(6..<9) == Array("hai".utf8))
    #expect(two.bytes(0..<1) == [7] && one.bytes(3..<3) == [])
    #expect(scratch.failure == nil)
    // What was never written cannot be read, and the run knows.
    #expect(one.bytes(6..<10) == nil)
    #expect(scratch.failure == FileError(.transient, path: folder.path()))
  }

  @Test func `a folder that takes no file`() {
    #expect(ScratchFolder(folder.appending(path: "không có").path()).file() == nil)
  }
}
