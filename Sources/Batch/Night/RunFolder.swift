/// Where the runs of one period keep their books: `<output>/<period>/.baocao/`.
///
///     000001.jsonl            a run of everything
///     000002-1-4.jsonl        a run of shard 1 of 4
///     000001.so-lieu          figures its reports were the first to show
///     khoa, khoa-1-4          locks
public struct RunFolder: Sendable {
  /// Folder of the period's reports.
  public let reports: String

  public init(output: String, period: String) {
    reports = Paths.join(output, period)
  }

  public var books: String { Paths.join(reports, ".baocao") }

  func path(of key: ReportKey) -> String { Paths.join(reports, key.text + ".pdf") }

  /// Fixed, not the process's own: a run that was killed leaves a name the next one knows.
  func temporaryPath(of key: ReportKey) -> String {
    let path = path(of: key)
    return Paths.join(Paths.parent(of: path), ".\(Paths.name(of: path)).dang-ghi")
  }

  func manifestPath(_ run: Int, _ shard: Shard?) -> String { Paths.join(books, name(run, shard) + ".jsonl") }

  /// The store of figures beside the manifest.
  func figuresName(_ run: Int, _ shard: Shard?) -> String { name(run, shard) + Self.figuresEnding }

  static let figuresEnding = ".so-lieu"

  private func name(_ run: Int, _ shard: Shard?) -> String {
    let digits = String(run)
    return String(repeating: "0", count: max(0, 6 - digits.count)) + digits + (shard?.suffix ?? "")
  }

  func failedPath(_ shard: Shard?) -> String { Paths.join(reports, "failed\(shard?.suffix ?? "").csv") }

  /// Runs in the books, oldest first.
  func runs() throws(FileError) -> [(number: Int, name: String)] {
    guard FileReader.isFolder(books) else { return [] }
    let names = try FileReader.names(in: books)
    return names.compactMap { name in
      guard name.hasSuffix(".jsonl") else { return nil }
      return Int(name.prefix { $0 != "-" && $0 != "." }).map { ($0, name) }
    }.sorted { ($0.number, $0.name) < ($1.number, $1.name) }
  }

  /// Above every number in use, also where only a store of figures is left of a run.
  func nextNumber() throws(FileError) -> Int {
    guard FileReader.isFolder(books) else { return 1 }
    let numbers = try FileReader.names(in: books).compactMap { name in Int(name.prefix { $0 != "-" && $0 != "." }) }
    return (numbers.max() ?? 0).addingReportingOverflow(1).partialValue
  }

  func manifest(named name: String) -> Manifest? {
    (try? FileReader.read(Paths.join(books, name))).flatMap { Manifest($0) }
  }

  /// What is known of each report: its newest line. Older books are read until one that is whole and closed.
  func state() throws(FileError) -> [ReportKey: Manifest.Entry] {
    var state: [ReportKey: Manifest.Entry] = [:]
    for run in try runs().reversed() {
      guard let manifest = manifest(named: run.name) else { continue }
      // Newest first, also inside a manifest.
      for entry in manifest.entries.reversed() where state[entry.key] == nil { state[entry.key] = entry }
      if manifest.isComplete, manifest.header.isWhole, manifest.header.shard.isEmpty { break }
    }
    return state
  }

  /// A finished run by number, newest shard file of that number; nil where there is none.
  func run(_ number: Int) throws(FileError) -> Manifest? {
    try runs().last { $0.number == number }.flatMap { manifest(named: $0.name) }
  }
}
