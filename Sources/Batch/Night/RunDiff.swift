/// How two runs differ, report by report.
public struct RunDiff: Sendable {
  public enum Change: String, Sendable, CaseIterable {
    case added
    case removed
    /// Figures or texts of the data changed.
    case figures
    /// Only what `baocao.yaml` says of the document: number, date, signature, letterhead.
    case paper
    /// The same figures on other pages: template, texts, format, font or program changed.
    case layout
    case failed
    case repaired
  }

  public struct Item: Sendable {
    public var key: ReportKey
    public var change: Change
    public var pagesBefore: Int
    public var pagesAfter: Int
    /// The figures that changed; empty for anything but `figures` and `paper`.
    public var figures: FigureChanges
  }

  /// How many reports changed in which way, and how many of the newer run did not.
  public struct Counts: Sendable {
    public var changed: [Change: Int] = [:]
    public var same = 0
    /// Changed figures of all reports.
    public var figures = 0

    public var total: Int { changed.values.reduce(0, +) }
  }

  private let before: Book
  private let after: Book
  private let folder: RunFolder

  init(from old: Book, to new: Book, in folder: RunFolder) {
    before = old
    after = new
    self.folder = folder
  }

  /// The reports that differ, sorted, and how many do not. A run that was not asked for everything says nothing about the reports it leaves
  /// out.
  private func changed() -> (keys: [ReportKey], same: Int) {
    var keys: [ReportKey] = []
    var same = 0
    after.forEachNewest { new in
      guard new.status != .stale else { return }
      let old = Self.live(before, new.key)
      if old == nil, !before.header.isWhole { return }
      if Self.change(old, new) == nil { same += 1 } else { keys.append(new.key) }
    }
    if after.header.isWhole {
      before.forEachNewest { old in
        if old.status != .stale, !after.isLive(old.key) { keys.append(old.key) }
      }
    }
    return (keys.sorted(), same)
  }

  private static func live(_ book: Book, _ key: ReportKey) -> Manifest.Entry? {
    book[key].flatMap { $0.status == .stale ? nil : $0 }
  }

  /// Tells of every report that differs, by key, one after the other: fifty thousand reports with their figures need not be in memory.
  @discardableResult
  public func forEach(_ tell: (Item) throws -> Void) rethrows -> Counts {
    var counts = Counts()
    var shelf = FigureShelf(folder)
    let (keys, same) = changed()
    counts.same = same
    for key in keys {
      guard let item = item(key, &shelf) else { continue }
      counts.changed[item.change, default: 0] += 1
      counts.figures += item.figures.changes.count + item.figures.leftOut
      try tell(item)
    }
    return counts
  }

  /// The first `limit` reports that differ, by key, and how many there are of each kind in all.
  public func items(limit: Int = 10_000) -> (items: [Item], counts: Counts) {
    var items: [Item] = []
    let counts = forEach { if items.count < limit { items.append($0) } }
    return (items, counts)
  }

  private func item(_ key: ReportKey, _ shelf: inout FigureShelf) -> Item? {
    let (old, new) = (Self.live(before, key), Self.live(after, key))
    guard var change = Self.change(old, new) else { return nil }
    var figures = FigureChanges()
    if change == .figures, let old, let new {
      figures = Self.figures(old, new, &shelf)
      if figures.isPaperAlone { change = .paper }
      // The form shows other fields now, and those both show are equal.
      if figures.isKnown, figures.changes.isEmpty, figures.leftOut == 0 { change = .layout }
    }
    return Item(key: key, change: change, pagesBefore: old?.pages ?? 0, pagesAfter: new?.pages ?? 0, figures: figures)
  }

  private static func figures(
    _ old: Manifest.Entry, _ new: Manifest.Entry, _ shelf: inout FigureShelf
  ) -> FigureChanges {
    guard let before = shelf.figures(old), let after = shelf.figures(new) else { return .unknown }
    return FigureChanges(from: before, to: after)
  }

  private static func change(_ old: Manifest.Entry?, _ new: Manifest.Entry?) -> Change? {
    guard let new else { return .removed }
    guard let old else { return new.status == .failed ? .failed : .added }
    switch (old.status == .failed, new.status == .failed) {
    case (false, true): return .failed
    case (true, false): return .repaired
    case (true, true): return nil
    case (false, false): break
    }
    if old.facts != new.facts { return .figures }
    return old.output != new.output ? .layout : nil
  }
}

extension NightBooks {
  /// Numbers of the runs in the books, oldest first.
  public func runs() -> [Int] {
    ((try? folder.runs()) ?? []).map(\.number).reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }

  /// nil where one of the runs is not in the books.
  public func diff(_ old: Int, _ new: Int) -> RunDiff? {
    guard let before = try? folder.run(old), let after = try? folder.run(new) else { return nil }
    return RunDiff(from: before, to: after, in: folder)
  }
}
