internal import Findings

/// Publishes finished reports in groups: their figures into the store, one wait for the disk, then all renames, then their lines in the
/// manifest.
///
/// The bytes are on the disk before the new name is, and the name before the line: whenever the power goes, a reader sees an old file or
/// a new one, and a line never speaks of a file that is not there. (A rename lost with its folder shows as a hash that disagrees, and the
/// report is made again.)
struct Press {
  private let files: any FileLayer
  private let folder: RunFolder
  private let path: String
  private let figuresPath: String
  private var store: FigureStore
  private let maker: ReportMaker
  private let planned: Int
  private let start = ContinuousClock.now
  private var group: [ReportMaker.Made] = []
  private var groupStart = ContinuousClock.now
  private(set) var failed = FailedList()
  private(set) var failure: FileError?
  var summary = Manifest.Summary()

  /// Reports per wait for the disk; more would lengthen what a crash repeats, fewer would cost more than the layout.
  private static let largestGroup = 256
  /// Milliseconds until a group that is not full is published, and between looks at the clock.
  static let patience = 250

  /// - Parameters:
  ///   - path: the manifest.
  ///   - figures: name of the store beside it.
  init(
    _ files: any FileLayer, _ folder: RunFolder, _ path: String, figures: String, _ maker: ReportMaker, planned: Int
  ) {
    self.files = files
    self.folder = folder
    self.path = path
    figuresPath = Paths.join(folder.books, figures)
    store = FigureStore(name: figures)
    self.maker = maker
    self.planned = planned
  }

  mutating func take(_ made: ReportMaker.Made) {
    if group.isEmpty { groupStart = .now }
    group.append(made)
    failure = failure ?? made.failure
  }

  mutating func publishIfDue(_ tell: (NightEvent) -> Void) -> FileError? {
    let isDue = ContinuousClock.now - groupStart > .milliseconds(Self.patience)
    return group.count >= Self.largestGroup || isDue ? publish(tell) : nil
  }

  /// - Returns: why the run cannot go on.
  mutating func publish(_ tell: (NightEvent) -> Void) -> FileError? {
    guard !group.isEmpty else { return nil }
    do throws(FileError) {
      try storeFigures()
      if group.contains(where: \.isWaiting) { try files.sync(folder.reports) }
      for index in group.indices where group[index].isWaiting { try settle(&group[index]) }
      var lines = ""
      for made in group { lines += made.entry.line.text }
      try files.append(Array(lines.utf8), to: path)
    } catch {
      discard()
      return error
    }
    for made in group {
      summary.count(made.entry)
      if made.entry.status == .failed { failed.add(made.entry) }
      tell(.report(made.entry, made.findings))
    }
    group.removeAll(keepingCapacity: true)
    let seconds = Double(ReportMaker.milliseconds(since: start)) / 1000
    tell(.progress(NightProgress(summary: summary, planned: planned, seconds: seconds)))
    return nil
  }

  /// Before the wait for the disk: a line of the manifest never names figures that are not there.
  private mutating func storeFigures() throws(FileError) {
    for index in group.indices {
      guard let figures = group[index].figures else { continue }
      group[index].entry.figures = store.add(figures).text
      group[index].figures = nil
    }
    let bytes = store.taken()
    if !bytes.isEmpty { try files.extend(bytes, at: figuresPath) }
  }

  private func settle(_ made: inout ReportMaker.Made) throws(FileError) {
    do throws(FileError) {
      try files.rename(folder.temporaryPath(of: made.entry.key), to: folder.path(of: made.entry.key))
      made.isWaiting = false
    } catch {
      try? files.remove(folder.temporaryPath(of: made.entry.key))
      made = maker.refused(made.entry, error, made.findings)
      if let failure = made.failure { throw failure }
    }
  }

  /// Takes back what is not published.
  mutating func discard() {
    for made in group where made.isWaiting { try? files.remove(folder.temporaryPath(of: made.entry.key)) }
    group.removeAll()
  }

  /// A line outside the groups.
  mutating func note(_ entry: Manifest.Entry) throws(FileError) {
    try files.append(Array(entry.line.text.utf8), to: path)
    summary.count(entry)
  }

  func close() throws(FileError) {
    try files.append(Array(summary.line.text.utf8), to: path)
  }
}
