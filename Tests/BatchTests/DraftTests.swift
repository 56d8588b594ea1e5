import Foundation
import Testing

@testable import Batch

@Suite struct DraftTests {
  @Test func `pieces become one file, and nothing stands there before`() throws {
    let scratch = try Scratch()
    let path = scratch.url.appending(path: "a/c.pdf").path()
    let draft = try Draft(of: path)
    try draft.write([1, 2].span)
    try draft.write([3].span)
    #expect(!FileManager.default.fileExists(atPath: path))
    #expect(try draft.publish())
    #expect(try Data(contentsOf: URL(filePath: path)) == Data([1, 2, 3]))
    #expect(scratch.files(in: scratch.url) == ["a", "a/c.pdf"])
  }

  @Test func `a draft given up leaves the old file and nothing else`() throws {
    let scratch = try Scratch()
    let path = scratch.url.appending(path: "c.pdf").path()
    try Publisher.publish([9], to: path)
    do {
      let draft = try Draft(of: path)
      try draft.write([1].span)
    }
    #expect(try Data(contentsOf: URL(filePath: path)) == Data([9]))
    #expect(scratch.files(in: scratch.url) == ["c.pdf"])
  }

  @Test(arguments: [1, 65_535, 65_536, 65_537, 200_000])
  func `an equal file is left alone, one with another last byte is replaced`(size: Int) throws {
    let scratch = try Scratch()
    let path = scratch.url.appending(path: "c.pdf").path()
    var bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try Publisher.publish(bytes, to: path)
    let equal = try Draft(of: path)
    try equal.write(bytes.span)
    #expect(try !equal.publish())
    bytes[size - 1] ^= 1
    let other = try Draft(of: path)
    try other.write(bytes.span)
    #expect(try other.publish())
    #expect(try Data(contentsOf: URL(filePath: path)) == Data(bytes))
  }
}
