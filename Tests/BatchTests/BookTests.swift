import Foundation
import Testing

@testable import Batch

@Suite struct BookTests {
  private let scratch: Scratch
  private let folder: RunFolder

  init() throws {
    scratch = try Scratch()
    folder = RunFolder(output: scratch.path, period: "2021-Q4")
    try Publisher.makeFolders(folder.books)
  }

  private func key(_ text: String) throws -> ReportKey { try #require(ReportKey(text)) }

  private func entry(_ key: String, _ status: Manifest.Status = .done, output: String = "o") throws -> Manifest.Entry {
    var entry = Manifest.Entry(try self.key(key), status, input: "i\"", facts: "f")
    entry.output = output
    entry.message = "Đảng bộ\n"
    entry.problem = "ma"
    return entry
  }

  private func header(run: Int, shard: String = "", isWhole: Bool = true, planned: Int) -> Manifest.Header {
    Manifest.Header(
      run: run, tool: "baocao 1", period: "2021-Q4", shard: shard, forms: "x", isWhole: isWhole, planned: planned)
  }

  private func write(_ name: String, _ text: String) throws {
    try text.write(toFile: Paths.join(folder.books, name), atomically: true, encoding: .utf8)
  }

  private func write(
    _ header: Manifest.Header, _ entries: [Manifest.Entry], isClosed: Bool = true
  ) throws {
    var summary = Manifest.Summary()
    entries.forEach { summary.count($0) }
    let text = header.line.text + entries.map(\.line.text).joined() + (isClosed ? summary.line.text : "")
    try write("00000\(header.run).jsonl", text)
  }

  @Test func `a report is found by its key, of its lines the last`() throws {
    let lines = [try entry("b", output: "1"), try entry("a", output: "2"), try entry("b", output: "3")]
    try write(header(run: 1, planned: 2), lines, isClosed: false)
    let book = try #require(folder.book(named: "000001.jsonl"))
    #expect(book.count == 2 && book.summary == nil && !book.isComplete)
    #expect(try book[key("a")] == lines[1])
    #expect(try book[key("b")] == lines[2])
    #expect(try book[key("c")] == nil)
    var told: [Manifest.Entry] = []
    book.forEach { told.append($0) }
    #expect(told == lines)
    told = []
    book.forEachNewest { told.append($0) }
    #expect(told == Array(lines[1...]))
  }

  @Test func `a book says of thousands of reports what the whole manifest says`() throws {
    let entries = try (0..<3000).map { number in
      // Some lines are longer than what is read at once.
      var entry = try entry("phieu/DV\(number * 7919 % 3000)", number % 5 == 0 ? .failed : .done, output: "\(number)")
      if number % 1000 == 3 { entry.message = String(repeating: "dài ", count: 40_000) }
      return entry
    }
    try write(header(run: 1, planned: 3000), entries)
    let book = try #require(folder.book(named: "000001.jsonl"))
    let whole = try #require(folder.manifest(named: "000001.jsonl"))
    #expect(book.isComplete && book.header == whole.header && book.summary == whole.summary && book.count == 3000)
    #expect(whole.entries.allSatisfy { book[$0.key] == $0 })
    var told: [Manifest.Entry] = []
    book.forEachNewest { told.append($0) }
    #expect(told == whole.entries)
  }

  @Test func `a book cut at any byte knows whole lines only`() throws {
    let entries = [try entry("a"), try entry("b/c", .failed)]
    let bytes = Array((header(run: 1, planned: 2).line.text + entries.map(\.line.text).joined()).utf8)
    for length in 0..<bytes.count {
      try Data(bytes[..<length]).write(to: URL(filePath: Paths.join(folder.books, "000001.jsonl")))
      let book = folder.book(named: "000001.jsonl")
      let whole = bytes[..<length].count { $0 == 0x0A }
      #expect(book?.count ?? -1 == whole - 1)
      #expect((folder.header(named: "000001.jsonl") == nil) == (whole == 0))
    }
  }

  @Test func `a book that was changed behind the run's back tells nothing wrong`() throws {
    try write(header(run: 1, planned: 2), [try entry("a"), try entry("b")])
    let book = try #require(folder.book(named: "000001.jsonl"))
    try write(header(run: 1, planned: 2), [try entry("b"), try entry("a")])
    #expect(try book[key("a")] == nil)
    try write("000001.jsonl", "")
    #expect(try book[key("a")] == nil)
  }

  @Test func `what is known of a report is its newest line, back to a whole and closed run`() throws {
    #expect(try folder.known().isEmpty && !folder.known().isCutShort)
    try write(header(run: 1, planned: 1), [try entry("x")])
    try write(header(run: 2, planned: 3), [try entry("a", output: "2"), try entry("b", output: "2"), try entry("c")])
    try write(header(run: 3, isWhole: false, planned: 1), [try entry("a", output: "3")])
    try write(header(run: 4, planned: 3), [try entry("b", output: "4")], isClosed: false)
    let known = try folder.known()
    #expect(known.isCutShort && !known.isEmpty)
    #expect(try ["a", "b", "c", "x"].map { try known[key($0)]?.output } == ["3", "4", "o", nil])
    #expect(known.keys.map(\.text) == ["a", "b", "c"])
    #expect(known.entries(besides: [try key("b")]).map(\.output) == ["3", "o"])
  }

  @Test func `the mark of a key is the beginning of its SHA-256`() {
    // printf abc | sha256sum: ba7816bf 8f01cfea 414140de 5dae2223…
    #expect(KeyMark("abc") == KeyMark(high: 0xba78_16bf_8f01_cfea, low: 0x4141_40de))
    #expect(KeyMark(high: 1, low: 2) < KeyMark(high: 1, low: 3))
    #expect(KeyMark(high: 1, low: 9) < KeyMark(high: 2, low: 0))
  }
}
