import Foundation
import Testing

@testable import Batch

struct UnnamedFileTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "baocao-scratch-\(UUID().uuidString)")

  @Test func `words come back from a file that has no name`() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let scratch = ScratchFolder(folder.path())
    let (one, two) = (try #require(scratch.file()), try #require(scratch.file()))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path()).isEmpty)
    let isKept = one.append([1, 2, .max]) && two.append([7]) && one.append([]) && one.append([4])
    #expect(isKept)
    #expect(one.words(0..<4) == [1, 2, .max, 4])
    #expect(one.words(2..<3) == [.max])
    #expect(two.words(0..<1) == [7] && one.words(3..<3) == [])
    #expect(scratch.failure == nil)
    // What was never written cannot be read, and the run knows.
    #expect(one.words(2..<5) == nil)
    #expect(scratch.failure == FileError(.transient, path: folder.path()))
  }

  @Test func `a folder that takes no file`() {
    #expect(ScratchFolder(folder.appending(path: "không có").path()).file() == nil)
  }
}
