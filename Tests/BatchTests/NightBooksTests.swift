import Facts
import Foundation
import Statistics
import Testing
import Vietnamese

@testable import Batch

@Suite struct NightBooksTests {
  private func entry(_ key: String, _ status: Manifest.Status = .done) throws -> Manifest.Entry {
    Manifest.Entry(
      key: try #require(ReportKey(key)), status: status, input: "i", facts: "f", figures: "", output: "o", bytes: 3,
      pages: 2,
      milliseconds: 5, findings: 1, problem: status == .failed ? "ma" : "", message: status == .failed ? "“a\"b\n" : "")
  }

  private let header = Manifest.Header(
    run: 7, tool: "baocao 1", period: "2021-Q4", shard: "2/4", forms: "x", isWhole: true, planned: 2)

  @Test func `a manifest is read as it was written`() throws {
    var summary = Manifest.Summary()
    let entries = [try entry("a"), try entry("b/c", .failed)]
    entries.forEach { summary.count($0) }
    let text = header.line.text + entries.map(\.line.text).joined() + summary.line.text
    let manifest = try #require(WholeManifest(Array(text.utf8)))
    #expect(manifest.header == header)
    #expect(manifest.entries == entries)
    #expect(manifest.summary == summary)
  }

  @Test func `a manifest cut at any byte gives whole lines only`() throws {
    let entries = [try entry("a"), try entry("b/c", .failed)]
    let lines = [header.line.text] + entries.map(\.line.text)
    let bytes = Array(lines.joined().utf8)
    for length in 0..<bytes.count {
      let manifest = WholeManifest(Array(bytes[..<length]))
      let whole = bytes[..<length].count { $0 == 0x0A }
      #expect((manifest == nil) == (whole == 0))
      #expect(manifest?.entries ?? [] == Array(entries.prefix(max(0, whole - 1))))
    }
  }

  @Test func `a flipped bit in a manifest never stops the reading`() throws {
    let bytes = Array((header.line.text + (try entry("a")).line.text).utf8)
    for place in bytes.indices {
      for bit in 0..<8 {
        var damaged = bytes
        damaged[place] ^= 1 << UInt8(bit)
        let manifest = WholeManifest(damaged)
        #expect(manifest?.entries.count ?? 0 <= 2)
      }
    }
  }

  @Test func `a manifest of another version is no state`() {
    let text = header.line.text.replacingOccurrences(of: "\"baocao_manifest\":1", with: "\"baocao_manifest\":0")
    #expect(WholeManifest(Array(text.utf8)) == nil)
  }

  @Test func `two runs cannot hold a folder, two shards can, one shard twice cannot`() throws {
    let scratch = try Scratch()
    let (one, two) = (try #require(Shard(1, of: 2)), try #require(Shard(2, of: 2)))
    do {
      let whole = try FolderLock.take(scratch.path, nil)
      #expect(try isFree(scratch, nil) == false)
      #expect(try isFree(scratch, one) == false)
      _ = consume whole
    }
    let first = try FolderLock.take(scratch.path, one)
    #expect(try isFree(scratch, two))
    #expect(try isFree(scratch, one) == false)
    #expect(try isFree(scratch, nil) == false)
    _ = consume first
    #expect(try isFree(scratch, nil))
  }

  /// Whether the lock can be had; it is given back at once.
  private func isFree(_ scratch: Scratch, _ shard: Shard?) throws -> Bool {
    guard let lock = try FolderLock.take(scratch.path, shard) else { return false }
    _ = consume lock
    return true
  }

  @Test func `every key belongs to one shard`() throws {
    for number in 0..<500 {
      let key = try #require(ReportKey("phieu/DV\(number)"))
      let owners = try (1...7).filter { try #require(Shard($0, of: 7)).owns(key) }
      #expect(owners.count == 1)
    }
  }

  @Test(arguments: [
    (["SLURM_ARRAY_TASK_ID": "3", "SLURM_ARRAY_TASK_COUNT": "4", "SLURM_ARRAY_TASK_MIN": "1"], "3/4"),
    (["SLURM_ARRAY_TASK_ID": "0", "SLURM_ARRAY_TASK_COUNT": "4", "SLURM_ARRAY_TASK_MIN": "0"], "1/4"),
    (["JOB_COMPLETION_INDEX": "1", "BAOCAO_SHARDS": "2"], "2/2"),
    (["JOB_COMPLETION_INDEX": "2", "BAOCAO_SHARDS": "2"], ""),
    (["SLURM_ARRAY_TASK_ID": "9", "SLURM_ARRAY_TASK_COUNT": "4", "SLURM_ARRAY_TASK_MIN": "1"], ""), ([:], ""),
  ])
  func `a scheduler's words name the shard`(words: [String: String], shard: String) {
    #expect(Shard.scheduled { words[$0] }?.text ?? "" == shard)
  }

  @Test func `codes of the data cannot leave the folder of the run`() {
    for code in ["../x", "a/b", ".an", "", "a b", "x,y", "\u{0}"] {
      let key = ReportKey(form: "phieu", scope: .organisation(code))
      let name = key.text.dropFirst("phieu/".count)
      #expect(!name.contains("/") && !name.hasPrefix(".") && !name.contains(","))
    }
    #expect(ReportKey("../a") == nil)
    #expect(ReportKey("/a") == nil)
  }

  @Test func `the list of failures gives its keys back, whatever the message`() throws {
    var list = FailedList()
    list.add(try entry("b/c", .failed))
    list.add(try entry("a", .failed))
    #expect(FailedList.keys(Array(list.text.utf8)) == ["a", "b/c"])
  }

  @Test(arguments: [
    ("3", 3, 100, false), ("3", 4, 100, true), ("5%", 5, 100, false), ("5%", 6, 100, true), ("0", 1, 9, true),
  ])
  func `a night is given up above the limit`(text: String, failed: Int, planned: Int, isGivenUp: Bool) throws {
    #expect(try #require(FailureLimit(text)).isExceeded(failed: failed, planned: planned) == isGivenUp)
    #expect(FailureLimit("101%") == nil && FailureLimit("-1") == nil && FailureLimit("x") == nil)
  }
}

@Suite struct NightShardTests {
  @Test func `shards and a merge make what one run makes`() throws {
    let workspace = try NightWorkspace()
    // Only the short report, one for each of the 84 organisations: the shipped ones have tests of their own.
    let shipped = try FileManager.default.contentsOfDirectory(atPath: root.appending(path: "templates").path())
    for name in shipped where name.hasSuffix(".md") {
      try "---\nten: Không\nky: [nam]\n---\n\nKhông.\n".write(
        to: workspace.folder.appending(path: "templates/\(name)"), atomically: true, encoding: .utf8)
    }
    var whole = try workspace.request(to: workspace.scratch.url.appending(path: "mot"))
    whole.only = []
    #expect(workspace.run(whole).code == .done)
    var parts = try workspace.request()
    parts.only = []
    parts.shard = Shard(1, of: 2)
    #expect(workspace.run(parts).code == .done)
    #expect(Merge.run(parts, shards: 2).code == .inputMissing)
    parts.shard = Shard(2, of: 2)
    #expect(workspace.run(parts).code == .done)
    let merged = Merge.run(parts, shards: 2)
    #expect(merged.code == .done)
    #expect(merged.planned == 84)
    #expect(
      try workspace.pdfs(in: workspace.output)
        == workspace.pdfs(in: workspace.scratch.url.appending(path: "mot")))
    parts.shard = nil
    #expect(workspace.run(parts).summary.unchanged == 84)
    // The figures lie in the stores of the shards; the joined run leads to them.
    let (members, row) = (workspace.folder.appending(path: "data/dang-vien.csv"), "SNV,2021-Q4,74,71,3,32,1,")
    try replace(row, with: "SNV,2021-Q4,75,72,3,32,1,", in: members)
    #expect(workspace.run(parts).summary.done == 1)
    let runs = NightBooks(parts).runs()
    let diff = try #require(NightBooks(parts).diff(runs[runs.count - 2], runs[runs.count - 1]))
    let figures = diff.items().items.flatMap(\.figures.changes)
    #expect(figures.map(\.path) == ["dang_vien.tong_so.ky_nay"])
    #expect(figures.map(\.difference) == [.integer(1, nil)])
  }
}
