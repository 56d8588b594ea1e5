internal import Facts
internal import Statistics
internal import Vietnamese

extension NightSummary {
  /// Changed figures listed on the page: more than anybody reads in the morning; `baocao diff` tells all.
  private static let listedChanges = 200
  private static let listedFailures = 500

  /// What the books say of a run of everything; nil where they do not know it. Nothing of it depends on a clock or on how many workers
  /// there were.
  init?(run number: Int, in folder: RunFolder) {
    guard let runs = try? folder.runs(), let book = try? folder.run(number) else { return nil }
    self.init()
    run = number
    planned = book.header.planned
    var counts = Manifest.Summary()
    var troubles: [(key: ReportKey, failure: Failure)] = []
    book.forEach { entry in
      counts.count(entry)
      guard entry.status == .failed else { return }
      troubles.append((entry.key, Failure(report: entry.key.text, code: entry.problem, message: entry.message)))
    }
    (made, unchanged, failed, stale, pages) = (
      counts.done, counts.unchanged, counts.failed, counts.stale, counts.pages
    )
    failures = troubles.sorted { $0.key < $1.key }.prefix(Self.listedFailures).map(\.failure)
    for run in runs.reversed() where run.number < number {
      guard Self.isOfEverything(run.name, folder), let before = folder.book(named: run.name) else { continue }
      compare(with: before, book, folder)
      break
    }
  }

  /// The newest run of everything in the books.
  init?(newestIn folder: RunFolder) {
    let runs = (try? folder.runs()) ?? []
    guard let newest = runs.last(where: { Self.isOfEverything($0.name, folder) }) else { return nil }
    self.init(run: newest.number, in: folder)
  }

  private static func isOfEverything(_ name: String, _ folder: RunFolder) -> Bool {
    folder.header(named: name).map { $0.isWhole && $0.shard.isEmpty } ?? false
  }

  private mutating func compare(with before: Book, _ after: Book, _ folder: RunFolder) {
    previous = before.header.run
    var gathering = ChangeGathering(limit: Self.listedChanges)
    let counts = RunDiff(from: before, to: after, in: folder).forEach { gathering.add($0) }
    differences = RunDiff.Change.allCases.compactMap { change in
      counts.changed[change].map { Difference(kind: change.vietnameseName, reports: $0) }
    }
    changes = gathering.changes
    changesLeftOut = gathering.leftOut
  }
}

/// The same figure stands in many reports: it is listed once.
private struct ChangeGathering {
  private(set) var changes: [NightSummary.Change] = []
  private(set) var leftOut = 0
  private var places: [FigureChange: Int] = [:]
  private let limit: Int

  init(limit: Int) { self.limit = limit }

  mutating func add(_ item: RunDiff.Item) {
    guard item.change == .figures else { return }
    leftOut += item.figures.leftOut
    for change in item.figures.changes {
      if let place = places[change] {
        changes[place].otherReports += 1
      } else if changes.count < limit {
        places[change] = changes.count
        changes.append(Self.printed(change, item.key))
      } else {
        leftOut += 1
      }
    }
  }

  private static func printed(_ change: FigureChange, _ key: ReportKey) -> NightSummary.Change {
    let row = change.path.split(separator: "[", maxSplits: 1).dropFirst().first.map { $0.prefix { $0 != "]" } }
    let meaning = change.meaning.isEmpty ? change.path : change.meaning
    return NightSummary.Change(
      figure: row.map { "\(meaning) [\($0)]" } ?? meaning, before: value(change.before), after: value(change.after),
      difference: difference(change), report: key.text)
  }

  private static func value(_ fact: Fact) -> String {
    switch fact {
    case .integer(let value, _), .money(let value, _): NumberFormat.string(value)
    case .decimal(let value, _): NumberFormat.string(value)
    case .percent(let share, _): NumberFormat.percent(share.value)
    case .date(let date): date.short
    case .flag(let flag): flag ? "có" : "không"
    case .text(let text, _): short(text)
    default: fact.plain
    }
  }

  private static func difference(_ change: FigureChange) -> String {
    switch change.difference {
    case .integer(let value, _), .money(let value, _): (value > 0 ? "+" : "") + NumberFormat.string(value)
    case .decimal(let value, _): (value > .zero ? "+" : "") + NumberFormat.string(value)
    default: ""
    }
  }

  private static func short(_ text: String) -> String {
    text.count > longestText ? text.prefix(longestText - 1) + "…" : text
  }

  private static let longestText = 80
}

extension RunDiff.Change {
  /// In words for people, as `baocao diff` has them.
  public var vietnameseName: String {
    switch self {
    case .added: "mới"
    case .removed: "bỏ"
    case .figures: "số liệu"
    case .paper: "thông tin văn bản"
    case .layout: "trình bày"
    case .failed: "hỏng"
    case .repaired: "đã sửa"
    }
  }
}
