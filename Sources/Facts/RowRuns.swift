/// Numbers of rows in the order in which they were counted, neighbours as one run: the rows behind every figure of a large file would
/// otherwise take more memory than the file.
public struct RowRuns: Sendable, Hashable {
  private struct Run: Sendable, Hashable {
    var first: UInt32
    var count: UInt32

    init(_ row: Int) {
      first = UInt32(clamping: row)
      count = 1
    }

    /// The number behind its last.
    var end: UInt64 { UInt64(first) + UInt64(count) }
  }

  /// The first run stands apart from the others: most figures have no other, and need no array.
  private var head: Run?
  private var others: [Run] = []
  public private(set) var count = 0

  public init() {}

  public init(row: Int) {
    head = Run(row)
    count = 1
  }

  public init(_ rows: [Int]) {
    for row in rows { append(row) }
  }

  /// Each once, the smaller first.
  public var isAscending: Bool {
    guard let head, let next = others.first else { return true }
    return head.end <= next.first && zip(others, others.dropFirst()).allSatisfy { $0.end <= $1.first }
  }

  public var isEmpty: Bool { head == nil }
  public var first: Int? { head.map { Int($0.first) } }

  /// All of them, one by one.
  public var rows: [Int] {
    guard let head else { return [] }
    var rows: [Int] = []
    rows.reserveCapacity(count)
    for run in [head] + others {
      for row in Int(run.first)..<Int(run.end) { rows.append(row) }
    }
    return rows
  }

  /// - Parameter row: below 2³², as lines of files of any size that is read are.
  public mutating func append(_ row: Int) {
    append(Run(row))
    count += 1
  }

  public mutating func append(_ other: RowRuns) {
    guard let head = other.head else { return }
    append(head)
    others.append(contentsOf: other.others)
    count += other.count
  }

  /// Makes the last run longer where `run` begins behind it.
  private mutating func append(_ run: Run) {
    guard let first = head else {
      head = run
      return
    }
    if let last = others.last {
      if last.end == run.first { others[others.count - 1].count += run.count } else { others.append(run) }
    } else if first.end == run.first {
      head?.count += run.count
    } else {
      others.append(run)
    }
  }
}
