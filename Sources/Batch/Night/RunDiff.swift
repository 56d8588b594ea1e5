/// How two runs differ, report by report.
public struct RunDiff: Sendable {
  public enum Change: String, Sendable, CaseIterable {
    case added
    case removed
    /// Figures or texts of the data changed.
    case figures
    /// The same figures on other pages: template, texts, format, font or program changed.
    case layout
    case failed
    case repaired
  }

  public struct Item: Sendable, Hashable {
    public var key: ReportKey
    public var change: Change
    public var pagesBefore: Int
    public var pagesAfter: Int
  }

  /// By key.
  public let items: [Item]

  init(from old: [Manifest.Entry], to new: [Manifest.Entry]) {
    let before = Self.byKey(old)
    let after = Self.byKey(new)
    items = Set(before.keys).union(after.keys).sorted().compactMap { key in
      Self.change(before[key], after[key]).map {
        Item(key: key, change: $0, pagesBefore: before[key]?.pages ?? 0, pagesAfter: after[key]?.pages ?? 0)
      }
    }
  }

  private static func byKey(_ entries: [Manifest.Entry]) -> [ReportKey: Manifest.Entry] {
    Dictionary(entries.filter { $0.status != .stale }.map { ($0.key, $0) }, uniquingKeysWith: { $1 })
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
    return RunDiff(from: before.entries, to: after.entries)
  }
}
