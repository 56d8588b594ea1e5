import Foundation
import Synchronization
import Testing
import Vietnamese

@testable import Batch

/// A workspace with one report for the committee and one for each of a few organisations.
struct NightWorkspace {
  let scratch: Scratch
  let folder: URL

  /// Organisations kept from the reference case, the committee's own line among them.
  static let units = ["VPTU", "BTCTU", "UBKTTU", "SGTVT", "SNV"]

  init() throws {
    scratch = try Scratch()
    folder = try scratch.hungYen()
    let templates = folder.appending(path: "templates")
    try FileManager.default.createDirectory(at: templates, withIntermediateDirectories: true)
    try Self.unit.write(to: templates.appending(path: "phieu.md"), atomically: true, encoding: .utf8)
  }

  /// A template with little on it, so that a test is quick in a debug build.
  static let unit = """
    ---
    ten: Phiếu
    pham_vi: don_vi
    ky: [quy]
    van_ban:
      loai: PHIẾU
      ma_loai: P
      trich_yeu: "số liệu của {{ pham_vi.ten }}"
    ---

    {{ pham_vi.ten }} có {{ dang_vien.tong_so.ky_nay }} đảng viên.

    """

  var keys: [String] { Self.units.map { "phieu/\($0)" } }
  var output: URL { scratch.url.appending(path: "ra") }
  var reports: URL { output.appending(path: "2021-Q4") }

  func request(to output: URL? = nil) throws -> NightRequest {
    var request = NightRequest(workspace: folder.path(), period: try #require(Period.quarter(4, 2021)))
    request.output = (output ?? self.output).path()
    request.only = keys
    return request
  }

  func run(_ request: NightRequest, files: any FileLayer = SystemFiles(), stop: StopFlag = StopFlag()) -> NightOutcome {
    NightRun(request, resources, stop: stop, files: files).run()
  }

  /// Name and bytes of every PDF; what is hidden is not a report.
  func pdfs(in output: URL) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in scratch.files(in: output) where name.hasSuffix(".pdf") {
      files[name] = try Data(contentsOf: output.appending(path: name))
    }
    return files
  }

  /// Files that only exist while something is written.
  func leftovers() -> [String] {
    scratch.files(in: output).filter { $0.hasSuffix(".dang-ghi") || $0.hasSuffix(".tmp") }
  }

  func manifests() throws -> [WholeManifest] {
    let folder = try request().folder
    return try folder.runs().compactMap { folder.manifest(named: $0.name) }
  }
}

/// The system's files, with one call that fails.
final class FaultyFiles: FileLayer {
  enum Call: String, CaseIterable, Sendable { case write, rename, sync, append, extend, remove, makeFolders }

  private let system = SystemFiles()
  private let counts = Mutex<[String: Int]>([:])
  private let failing: Call
  private let place: Int
  private let code: Int32
  /// Bytes really written by the failing write or append: a short write.
  private let short: Bool

  init(_ failing: Call, at place: Int, code: Int32, short: Bool = false) {
    self.failing = failing
    self.place = place
    self.code = code
    self.short = short
  }

  /// Whether the call that was to fail was ever made.
  var hasFailed: Bool { counts.withLock { $0[failing.rawValue, default: 0] >= place } }

  private func isDue(_ call: Call) -> Bool {
    let count = counts.withLock { counts in
      counts[call.rawValue, default: 0] += 1
      return counts[call.rawValue, default: 0]
    }
    return call == failing && count == place
  }

  private func failure(_ path: String) -> FileError { .system(code, path: path) }

  func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    if isDue(.write) {
      if short { try system.write(Array(bytes.prefix(bytes.count / 2)), to: path) }
      throw failure(path)
    }
    try system.write(bytes, to: path)
  }

  func append(_ bytes: [UInt8], to path: String) throws(FileError) {
    if isDue(.append) {
      if short { try system.append(Array(bytes.prefix(bytes.count / 2)), to: path) }
      throw failure(path)
    }
    try system.append(bytes, to: path)
  }

  func extend(_ bytes: [UInt8], at path: String) throws(FileError) {
    if isDue(.extend) {
      if short { try system.extend(Array(bytes.prefix(bytes.count / 2)), at: path) }
      throw failure(path)
    }
    try system.extend(bytes, at: path)
  }

  func rename(_ from: String, to path: String) throws(FileError) {
    if isDue(.rename) { throw failure(path) }
    try system.rename(from, to: path)
  }

  func sync(_ folder: String) throws(FileError) {
    if isDue(.sync) { throw failure(folder) }
    try system.sync(folder)
  }

  func remove(_ path: String) throws(FileError) {
    if isDue(.remove) { throw failure(path) }
    try system.remove(path)
  }

  func makeFolders(_ path: String) throws(FileError) {
    if isDue(.makeFolders) { throw failure(path) }
    try system.makeFolders(path)
  }
}
