import Findings
import Foundation
import Testing
import Vietnamese

@testable import Batch

/// A made-up workspace of a few organisations, read quickly, with one small report for each.
struct SmallNight {
  let scratch: Scratch
  let workspace: URL
  let output: URL
  static let count = 5

  init() throws {
    scratch = try Scratch()
    workspace = scratch.url.appending(path: "ho-so")
    output = scratch.url.appending(path: "ra")
    for file in SampleWorkspace(organisations: Self.count, seed: 5).files() {
      try Publisher.publish(Array(file.text.utf8), to: workspace.appending(path: file.path).path())
    }
    try Publisher.publish(Array(NightWorkspace.unit.utf8), to: workspace.appending(path: "templates/phieu.md").path())
  }

  func request(to output: URL? = nil) throws -> NightRequest {
    var request = NightRequest(workspace: workspace.path(), period: try #require(Period.quarter(4, 2021)))
    request.output = (output ?? self.output).path()
    request.only = ["phieu"]
    request.jobs = 2
    return request
  }

  func run(_ request: NightRequest, files: any FileLayer = SystemFiles(), stop: StopFlag = StopFlag()) -> NightOutcome {
    NightRun(request, resources, stop: stop, files: files).run()
  }

  func pdfs(in folder: URL? = nil) throws -> [String: Data] {
    var files: [String: Data] = [:]
    let folder = folder ?? output
    for name in scratch.files(in: folder) where name.hasSuffix(".pdf") {
      files[name] = try Data(contentsOf: folder.appending(path: name))
    }
    return files
  }

  var leftovers: [String] { scratch.files(in: output).filter { $0.hasSuffix(".dang-ghi") || $0.hasSuffix(".tmp") } }

  func manifests() throws -> [WholeManifest] {
    let folder = try request().folder
    return try folder.runs().compactMap { folder.manifest(named: $0.name) }
  }

  /// The files an undisturbed run makes.
  func undisturbed() throws -> [String: Data] {
    let folder = scratch.url.appending(path: "mau")
    #expect(run(try request(to: folder)).code == .done)
    return try pdfs(in: folder)
  }
}

@Suite struct ChosenReportTests {
  @Test func `a template that nobody asked for is not read, so its mistakes stop only the whole night`() throws {
    let night = try SmallNight()
    let broken = night.workspace.appending(path: "templates/hong.md")
    try Data(NightWorkspace.unit.replacing("dang_vien.tong_so", with: "khong_co.tong_so").utf8).write(to: broken)
    var request = try night.request()
    #expect(night.run(request).code == .done)
    #expect(try night.pdfs().count == SmallNight.count)
    request.only = ["phieu/\(try #require(night.pdfs().keys.sorted().first?.split(separator: "/").last?.dropLast(4)))"]
    request.isForced = true
    let one = night.run(request)
    #expect(one.code == .done && one.planned == 1)
    request.only = []
    #expect(night.run(request).code == .configuration)
  }

  @Test func `a name that stands for nothing is told beside the names that are near`() throws {
    let night = try SmallNight()
    var request = try night.request()
    request.only = ["phieu", "bao-cao-qu"]
    let outcome = night.run(request)
    #expect(outcome.code == .configuration)
    let finding = try #require(outcome.findings.sorted.first { $0.code == "khong-co-bao-cao" })
    #expect(finding.hint?.vietnamese == "ý bạn là “bao-cao-quy”?")
  }
}

@Suite struct NightFaultTests {
  struct Fault: Sendable, CustomTestStringConvertible {
    var call: FaultyFiles.Call
    var place: Int
    var code: Int32
    var short = false
    var testDescription: String { "\(call) \(place): \(String(cString: strerror(code)))\(short ? ", short" : "")" }
  }

  /// Every writing call of a run, at its first or second place, in every way a disk refuses.
  static let faults: [Fault] = FaultyFiles.Call.allCases.flatMap { call in
    [
      Fault(call: call, place: 1, code: ENOSPC), Fault(call: call, place: 2, code: EIO, short: true),
      Fault(call: call, place: 1, code: EROFS), Fault(call: call, place: 2, code: EACCES),
      Fault(call: call, place: 1, code: ENOENT),
    ]
  }

  /// What an undisturbed run of the same workspace makes, made once.
  private static let whole = Result { try SmallNight().undisturbed() }

  @Test(arguments: faults)
  func `whichever call fails, nothing is torn, the exit code is right and the next run finishes`(fault: Fault) throws {
    let night = try SmallNight()
    let whole = try Self.whole.get()
    #expect(whole.count == SmallNight.count)
    let files = FaultyFiles(fault.call, at: fault.place, code: fault.code, short: fault.short)
    let outcome = night.run(try night.request(), files: files)
    for (name, bytes) in try night.pdfs() { #expect(whole[name] == bytes) }
    // A call that is not made so often cannot fail, and taking away what is not there is no loss.
    if files.hasFailed, fault.call != .remove {
      #expect(outcome.code == expected(fault))
      // Only a run that came to its end says so.
      #expect((try night.manifests().last?.summary != nil) == (outcome.code == .dataFailed))
    } else {
      #expect(outcome.code == .done)
    }
    #expect(night.run(try night.request()).code == .done)
    #expect(try night.pdfs() == whole)
    #expect(night.leftovers.isEmpty)
  }

  /// A full or broken disk ends the night, and trying again may help. What is refused for one report fails that report; what is refused
  /// for the books ends the run, and trying again would not help.
  private func expected(_ fault: Fault) -> ExitCode {
    if [ENOSPC, EIO].contains(fault.code) { return .transient }
    switch fault.call {
    case .write, .rename, .makeFolders: return .dataFailed
    case .sync, .append, .extend, .remove: return .configuration
    }
  }

  @Test func `the list of failures is written through the same calls`() throws {
    let night = try SmallNight()
    let blocked = night.output.appending(path: "2021-Q4/phieu/DV000001.pdf/trong")
    try FileManager.default.createDirectory(at: blocked, withIntermediateDirectories: true)
    // Five reports are written before it.
    let files = FaultyFiles(.write, at: SmallNight.count + 1, code: ENOSPC)
    #expect(night.run(try night.request(), files: files).code == .transient)
    #expect(files.hasFailed)
    let again = night.run(try night.request())
    #expect(again.code == .dataFailed)
    #expect(NightBooks(try night.request()).failedKeys("failed.csv") == ["phieu/DV000001"])
  }

  @Test func `short writes and interrupted calls are gone on with, the others are reasons`() {
    let bytes = (0..<100).map { UInt8($0) }
    var written: [UInt8] = []
    var turn = 0
    let result = WholeWrite.fill(bytes) { buffer in
      turn += 1
      if turn % 2 == 0 {
        errno = EINTR
        return -1
      }
      written += buffer.prefix(7)
      return min(7, buffer.count)
    }
    #expect(result == 0 && written == bytes)
    for code in [ENOSPC, EIO, EDQUOT, EROFS] {
      let reason = WholeWrite.fill(bytes) { _ in
        errno = code
        return -1
      }
      #expect(reason == code)
    }
    #expect(WholeWrite.fill(bytes) { _ in 0 } == EIO)
  }

  // MARK: Damaged books

  @Test func `a byte flipped anywhere in the books costs work, never a wrong file`() throws {
    let night = try SmallNight()
    let whole = try Self.whole.get()
    let request = try night.request()
    _ = night.run(request)
    let path = URL(filePath: request.folder.manifestPath(1, nil))
    let bytes = try Data(contentsOf: path)
    for place in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 11)) {
      for later in try request.folder.runs().dropFirst() {
        try FileManager.default.removeItem(atPath: request.folder.books + "/" + later.name)
      }
      var damaged = bytes
      damaged[place] ^= 0x10
      try damaged.write(to: path)
      let outcome = night.run(request)
      #expect(outcome.code == .done)
      #expect(outcome.summary.done + outcome.summary.unchanged == SmallNight.count)
      #expect(try night.pdfs() == whole)
    }
  }

  @Test func `books of an older version are no state, and all is made again with the same bytes`() throws {
    let night = try SmallNight()
    let whole = try Self.whole.get()
    let request = try night.request()
    _ = night.run(request)
    try replace(
      "\"baocao_manifest\":\(Manifest.version)", with: "\"baocao_manifest\":0",
      in: URL(filePath: request.folder.manifestPath(1, nil)))
    let outcome = night.run(request)
    #expect(outcome.code == .done && outcome.summary.done == SmallNight.count)
    #expect(try night.pdfs() == whole)
  }

  @Test func `a run beside another ends at once and touches nothing`() throws {
    let night = try SmallNight()
    let request = try night.request()
    let lock = try FolderLock.take(request.folder.books, nil)
    let outcome = night.run(request)
    #expect(outcome.code == .locked)
    #expect(try night.pdfs().isEmpty)
    _ = consume lock
    #expect(night.run(request).code == .done)
  }
}

@Suite struct NightLimitTests {
  @Test func `a report with too many pages fails alone and says so`() throws {
    let night = try SmallNight()
    // One organisation's sheet breaks the page more often than the others'.
    let long =
      NightWorkspace.unit + "\n{% if pham_vi.ma == \"DV000003\" %}\n"
      + String(repeating: "\n{% trang_moi %}\n\nTrang nữa.\n", count: 3) + "\n{% endif %}\n"
    try Data(long.utf8).write(to: night.workspace.appending(path: "templates/phieu.md"))
    var request = try night.request()
    request.pagesPerReport = 3
    let outcome = night.run(request)
    #expect(outcome.code == .dataFailed)
    #expect(outcome.summary.failed == 1 && outcome.summary.done == SmallNight.count - 1)
    let failed = try #require(try night.manifests().last?.entries.first { $0.status == .failed })
    #expect(failed.key.text == "phieu/DV000003" && failed.problem == "qua-so-trang")
    #expect(NightBooks(request).failedKeys("failed.csv") == ["phieu/DV000003"])
    request.pagesPerReport = 4
    #expect(night.run(request).summary.done == 1)
  }

  @Test func `a report that needs too much memory fails alone and says so`() throws {
    let night = try SmallNight()
    let row = String(repeating: "Đơn vị tiếp tục thực hiện phong trào thi đua “Dân vận khéo”. ", count: 60)
    let long =
      NightWorkspace.unit + "\n{% if pham_vi.ma == \"DV000002\" %}\n"
      + Array(repeating: row, count: 30).joined(separator: "\n\n") + "\n{% endif %}\n"
    try Data(long.utf8).write(to: night.workspace.appending(path: "templates/phieu.md"))
    var request = try night.request()
    request.megabytesPerReport = 1
    let outcome = night.run(request)
    #expect(outcome.summary.failed == 1 && outcome.summary.done == SmallNight.count - 1)
    let failed = try #require(try night.manifests().last?.entries.first { $0.status == .failed })
    #expect(failed.key.text == "phieu/DV000002" && failed.problem == "qua-bo-nho")
    request.megabytesPerReport = 100
    #expect(night.run(request).summary.done == 1)
  }

  @Test func `a character without a glyph is told at its cell`() throws {
    let night = try SmallNight()
    let file = night.workspace.appending(path: "data/to-chuc.csv")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
    let row = try #require(lines.firstIndex { $0.hasPrefix("DV000004,") })
    let name = lines[row].split(separator: ",")[1]
    try replace(String(name), with: "\(name) 🌾", in: file)
    let outcome = night.run(try night.request())
    #expect(outcome.summary.failed == 1 && outcome.summary.done == SmallNight.count - 1)
    let failed = try #require(try night.manifests().last?.entries.first { $0.status == .failed })
    #expect(failed.problem == "thieu-ky-tu")
    #expect(failed.place.hasSuffix("data/to-chuc.csv:\(row + 1):2"))
    let list = try String(contentsOf: night.output.appending(path: "2021-Q4/failed.csv"), encoding: .utf8)
    #expect(list.contains("to-chuc.csv:\(row + 1):2"))
  }
}

@Suite struct NightTourTests {
  private func tour() throws -> (Scratch, URL) {
    let scratch = try Scratch()
    let folder = scratch.url.appending(path: "cac-cap-uy")
    for name in ["tinh-a/xa-1", "tinh-a/xa-2", "tinh-b"] {
      let night = try SmallNight()
      let target = folder.appending(path: name)
      try FileManager.default.createDirectory(
        at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      try FileManager.default.copyItem(at: night.workspace, to: target)
    }
    return (scratch, folder)
  }

  @Test func `workspaces are found at any depth, sorted`() throws {
    let (scratch, folder) = try tour()
    defer { withExtendedLifetime(scratch) {} }
    #expect(try NightTour.workspaces(in: folder.path()) == ["tinh-a/xa-1", "tinh-a/xa-2", "tinh-b"])
    #expect(throws: FileError.self) { try NightTour.workspaces(in: folder.appending(path: "khong").path()) }
  }

  @Test func `a broken workspace does not stop the others, and the worst code counts`() throws {
    let (scratch, folder) = try tour()
    defer { withExtendedLifetime(scratch) {} }
    try Data("hong: [".utf8).write(to: folder.appending(path: "tinh-a/xa-2/baocao.yaml"))
    var tour = NightTour(folder: folder.path(), period: try #require(Period.quarter(4, 2021)))
    for name in try NightTour.workspaces(in: folder.path()) {
      var request = NightRequest(workspace: folder.appending(path: name).path(), period: tour.period)
      request.only = ["phieu"]
      tour.add(NightTour.Stage(name: name, outcome: NightRun(request, resources).run()))
    }
    #expect(tour.stages.map(\.code) == [.done, .configuration, .done])
    #expect(tour.stages.map(\.summary.done) == [5, 0, 5])
    #expect(tour.code == .configuration)
    let lines = tour.table.split(separator: "\n")
    #expect(lines.count == 4 && lines[1].hasPrefix("tinh-a/xa-1,0,5,5,0,0,0,"))
    #expect(lines[2].hasPrefix("tinh-a/xa-2,2,0,0,0,0,0,0,") && lines[2].contains("xa-2/baocao.yaml:1:"))
    let path = try tour.publish(to: nil, shard: nil)
    #expect(path.hasSuffix("tong-hop-2021-Q4.csv"))
  }

  @Test func `every exit code has its place in the order`() {
    #expect(Set(NightTour.order) == Set(ExitCode.allCases))
    #expect(NightTour.order.count == ExitCode.allCases.count)
  }

  @Test func `a flag stops the runs that are within it`() {
    let whole = StopFlag()
    let part = StopFlag(within: whole)
    let other = StopFlag(within: whole)
    part.stop(.dataFailed)
    #expect(whole.reason == nil && other.reason == nil && part.reason == .dataFailed)
    whole.stop(.terminated)
    #expect(other.reason == .terminated && part.reason == .dataFailed)
  }

  @Test func `committees of one sample differ, and are the same for the same seed`() {
    func text(_ number: Int, _ seed: UInt64) -> [String] {
      SampleWorkspace(organisations: 9, seed: seed, committee: number).files().map(\.text)
    }
    #expect(text(1, 4) == text(1, 4))
    #expect(text(1, 4) != text(2, 4))
    #expect(text(1, 4) != text(1, 5))
  }
}
