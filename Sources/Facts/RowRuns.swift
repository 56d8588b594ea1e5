/// Numbers of rows in the order in which they were counted, neighbours as one run: the rows behind every figure of a large file would
/// otherwise take more memory than the file.
public struct RowRuns: Sendable, Hashable {
  private struct Run: Sendable, Hashable {
    var first: UInt32
    var count: UInt32
  }

  private var runs: [Run] = []
  public private(set) var count = 0

  public init() {}

  public init(_ rows: [Int]) {
    for row in rows { append(row) }
  }

  /// Each once, the smaller first.
  public var isAscending: Bool {
    zip(runs, runs.dropFirst()).allSatisfy { UInt64($0.first) + UInt64($0.count) <= UInt64($1.first) }
  }

  public var isEmpty: Bool { count == 0 }
  public var first: Int? { runs.first.map { Int($0.first) } }

  /// All of them, one by one.
  public var rows: [Int] {
    var rows: [Int] = []
    rows.reserveCapacity(count)
    for run in runs {
      for row in Int(run.first)..<Int(run.first) + Int(run.count) { rows.append(row) }
    }
    return rows
  }

  /// - Parameter row: below 2³², as lines of files of any size that is read are.
  public mutating func append(_ row: Int) {
    let number = UInt32(clamping: row)
    count += 1
    if let last = runs.last, UInt64(last.first) + UInt64(last.count) == UInt64(number) {
      runs[runs.count - 1].count += 1
    } else {
      runs.append(Run(first: number, count: 1))
    }
  }

  public mutating func append(_ other: RowRuns) {
    guard let first = other.runs.first else { return }
    if let last = runs.last, UInt64(last.first) + UInt64(last.count) == UInt64(first.first) {
      runs[runs.count - 1].count += first.count
      runs.append(contentsOf: other.runs.dropFirst())
    } else {
      runs.append(contentsOf: other.runs)
    }
    count += other.count
  }
}
