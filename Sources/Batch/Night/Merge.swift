internal import Findings

/// The books of all shards as those of one run: `baocao merge`.
public enum Merge {
  /// Joins the newest manifest of each shard of `count` into one of the whole.
  ///
  /// The result is complete only when every shard closed, with the same templates, fonts and program; what is not is a finding.
  public static func run(_ request: NightRequest, shards count: Int) -> NightOutcome {
    let folder = request.folder
    let outcome = NightOutcome(.done, FindingList())
    do throws(FileError) {
      guard let lock = try FolderLock.take(folder.books, nil) else {
        return outcome.ended(
          .locked,
          [problem("dang-co-lan-chay-khac", folder.books, vi: "các phần còn đang chạy", en: "shards are still running")]
        )
      }
      let result = try join(folder, count, outcome)
      _ = consume lock
      return result
    } catch {
      return outcome.ended(error.exitCode, [error.finding()])
    }
  }

  private static func join(_ folder: RunFolder, _ count: Int, _ before: NightOutcome) throws(FileError) -> NightOutcome
  {
    let runs = try folder.runs()
    var parts: [Book] = []
    var findings: [Finding] = []
    for index in 1...max(1, count) {
      guard let shard = Shard(index, of: count),
        let name = runs.last(where: { $0.name.hasSuffix(shard.suffix + ".jsonl") })?.name,
        let part = folder.book(named: name), part.isComplete, part.header.isWhole
      else {
        findings.append(
          problem(
            "thieu-phan", folder.books, vi: "phần \(index)/\(count) chưa chạy xong",
            en: "shard \(index)/\(count) has not finished"))
        continue
      }
      parts.append(part)
    }
    guard findings.isEmpty, let first = parts.first else { return before.ended(.inputMissing, findings) }
    guard
      parts.allSatisfy({
        $0.header.forms == first.header.forms && $0.header.tool == first.header.tool
          && $0.header.period == first.header.period
      })
    else {
      return before.ended(
        .verificationFailed,
        [
          problem(
            "phan-khac-nhau", folder.books, vi: "các phần chạy với mẫu, phông hoặc chương trình khác nhau",
            en: "the shards ran with different templates, fonts or programs")
        ])
    }
    return try write(parts, first.header, try folder.nextNumber(), folder, before)
  }

  private static func write(
    _ parts: [Book], _ first: Manifest.Header, _ number: Int, _ folder: RunFolder, _ before: NightOutcome
  ) throws(FileError) -> NightOutcome {
    var outcome = before
    var failed = FailedList()
    for part in parts {
      part.forEachNewest { entry in
        outcome.summary.count(entry)
        if entry.status == .failed { failed.add(entry) }
      }
    }
    outcome.planned = parts.reduce(0) { $0 + $1.header.planned }
    outcome.code = outcome.summary.failed > 0 ? .dataFailed : .done
    outcome.summary.exitCode = Int(outcome.code.rawValue)
    var header = first
    header.run = number
    header.shard = ""
    header.planned = outcome.planned
    let path = folder.manifestPath(number, nil)
    let draft = try Draft(of: path)
    func put(_ line: JSONLine) throws(FileError) { try draft.write(Array(line.text.utf8).span) }
    try put(header.line)
    for (key, place) in Self.keys(parts) {
      guard let entry = parts[place][key] else { throw FileError(.changed, path: parts[place].path) }
      try put(entry.line)
    }
    try put(outcome.summary.line)
    try draft.publish()
    outcome.manifest = path
    guard outcome.summary.failed > 0 else { return outcome }
    let list = folder.failedPath(nil)
    try Publisher.publish(Array(failed.text.utf8), to: list)
    outcome.failedList = list
    return outcome
  }

  /// Every report with the part that speaks of it, sorted: no report is in two.
  private static func keys(_ parts: [Book]) -> [(key: ReportKey, part: Int)] {
    var keys: [(key: ReportKey, part: Int)] = []
    for (place, part) in parts.enumerated() { part.forEachNewest { keys.append(($0.key, place)) } }
    return keys.sorted { $0.key < $1.key }
  }

  private static func problem(_ code: String, _ path: String, vi: String, en: String) -> Finding {
    Finding(
      code: code, severity: .error, at: Location(file: path), Message(vi: vi, en: en),
      hint: Message(
        vi: "chạy lại các phần: baocao render --all --shard i/n",
        en: "run the shards again: baocao render --all --shard i/n"))
  }
}
