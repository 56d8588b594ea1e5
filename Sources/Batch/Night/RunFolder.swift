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

  func book(named name: String) -> Book? { Book(Paths.join(books, name)) }

  /// The header of a manifest, without a look at its other lines.
  func header(named name: String) -> Manifest.Header? { Book.header(Paths.join(books, name)) }

  /// What is known of each report. Older books are read until one that is whole and closed.
  func known() throws(FileError) -> KnownReports {
    var found: [Book] = []
    var isCutShort: Bool?
    for run in try runs().reversed() {
      let book = book(named: run.name)
      isCutShort = isCutShort ?? (book?.summary == nil)
      guard let book else { continue }
      found.append(book)
      if book.isComplete, book.header.isWhole, book.header.shard.isEmpty { break }
    }
    return KnownReports(found, isCutShort: isCutShort ?? false)
  }

  /// The book of a run by number, of the newest shard file of that number; nil where there is none.
  func run(_ number: Int) throws(FileError) -> Book? {
    try runs().last { $0.number == number }.flatMap { book(named: $0.name) }
  }
}
