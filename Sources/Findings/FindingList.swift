/// Findings as they are collected: at most `limit` of one code and file are kept in full, the rest are counted.
///
/// A column typed wrongly in a million rows must not bury the one other mistake, nor fill the memory.
public struct FindingList: Sendable {
  /// Findings of one code in one file that are kept in full.
  public let limit: Int
  private var kept: [Finding] = []
  private var counts: [Group: Int] = [:]
  private var severities: [Severity: Int] = [:]

  private struct Group: Hashable {
    var code: String
    var file: String
  }

  public init(limit: Int = 20) {
    self.limit = limit
  }

  public mutating func append(_ finding: Finding) {
    let group = Group(code: finding.code, file: finding.location.file)
    let seen = counts[group, default: 0]
    counts[group] = seen + 1
    severities[finding.severity, default: 0] += 1
    if seen < limit { kept.append(finding) }
  }

  public mutating func append(contentsOf findings: some Sequence<Finding>) {
    for finding in findings { append(finding) }
  }

  public mutating func append(contentsOf other: FindingList) {
    append(contentsOf: other.kept)
    for (group, total) in other.counts {
      let carried = min(total, other.limit)
      counts[group, default: 0] += total - carried
    }
    for (severity, total) in other.severities {
      let carried = other.kept.count { $0.severity == severity }
      severities[severity, default: 0] += total - carried
    }
  }

  /// The findings kept, in the order of file, page, row, column, then code.
  public var sorted: [Finding] {
    kept.sorted { left, right in
      (left.location.file, left.location.page ?? 0, left.location.row ?? 0, left.location.column ?? 0, left.code)
        < (
          right.location.file, right.location.page ?? 0, right.location.row ?? 0, right.location.column ?? 0, right.code
        )
    }
  }

  /// How many findings of each code and file were only counted, sorted by file and code.
  public var suppressed: [(file: String, code: String, count: Int)] {
    counts.filter { $0.value > limit }
      .map { (file: $0.key.file, code: $0.key.code, count: $0.value - limit) }
      .sorted { ($0.file, $0.code) < ($1.file, $1.code) }
  }

  /// All findings of that severity, those only counted among them.
  public func count(_ severity: Severity) -> Int { severities[severity, default: 0] }

  public var hasErrors: Bool { count(.error) > 0 }
  public var isEmpty: Bool { kept.isEmpty }
}

extension FindingList {
  /// Whether the next finding of this code in this file would be kept in full; makers of costly findings ask first.
  public func hasRoom(for code: String, in file: String) -> Bool {
    counts[Group(code: code, file: file), default: 0] < limit
  }

  /// Counts a finding that would not be kept, without its texts.
  public mutating func count(_ code: String, _ severity: Severity, in file: String) {
    counts[Group(code: code, file: file), default: 0] += 1
    severities[severity, default: 0] += 1
  }
}

extension FindingList {
  /// The same findings with each file named by `rename`; no two files may get one name.
  public func placed(_ rename: (String) -> String) -> FindingList {
    var list = self
    for index in list.kept.indices { list.kept[index].location.file = rename(kept[index].location.file) }
    list.counts = [:]
    for (group, count) in counts { list.counts[Group(code: group.code, file: rename(group.file)), default: 0] += count }
    return list
  }

  /// The findings that `keep` accepts by code, with their counts.
  public func filtered(_ keep: (String) -> Bool) -> FindingList {
    var list = self
    list.kept = kept.filter { keep($0.code) }
    list.counts = counts.filter { keep($0.key.code) }
    // What was only counted has one severity: that of the findings of its code that were kept.
    for finding in severityByCode where !keep(finding.key) {
      let gone = counts.filter { $0.key.code == finding.key }.map(\.value).reduce(0, +)
      list.severities[finding.value, default: 0] -= gone
    }
    return list
  }

  private var severityByCode: [String: Severity] {
    Dictionary(kept.map { ($0.code, $0.severity) }, uniquingKeysWith: { first, _ in first })
  }
}
