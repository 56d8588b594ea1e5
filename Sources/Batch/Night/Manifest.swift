/// The record of a run as JSON lines: a header, a line per report, a closing summary. Checkpoint, audit log and basis of `diff`.
/// `Book` reads it.
public enum Manifest {
  /// What the run was made with.
  public struct Header: Sendable, Hashable {
    public var run: Int
    public var tool: String
    public var period: String
    /// `2/4`; empty for a run of all shards.
    public var shard: String
    /// Digest of every form: templates, formats, fonts, texts, pictures.
    public var forms: String
    /// Whether every report of the shard was asked for.
    public var isWhole: Bool
    public var planned: Int
  }

  public enum Status: String, Sendable, Hashable {
    /// Made in this run.
    case done
    /// Found as it should be.
    case unchanged
    case failed
    /// A file of an earlier run that no report of this period stands for any more.
    case stale
  }

  /// One report.
  public struct Entry: Sendable, Hashable {
    public var key: ReportKey
    public var status: Status
    /// Digest of everything the page depends on.
    public var input: String
    /// Digest of the figures alone.
    public var facts: String
    /// Where the figures are kept, for `diff`; empty where they are not.
    public var figures: String
    /// Digest of the file; empty where none was made.
    public var output: String
    public var bytes: Int
    public var pages: Int
    public var milliseconds: Int
    /// Number of findings, and the first that stopped the report: code, file with line and column, and words.
    public var findings: Int
    public var problem: String
    public var place = ""
    public var message: String
  }

  /// How the run closed; a manifest without one was cut short.
  public struct Summary: Sendable, Hashable {
    public var done = 0
    public var unchanged = 0
    public var failed = 0
    public var stale = 0
    public var pages = 0
    public var bytes = 0
    public var exitCode = 0
  }

  /// Raised when a line changes its meaning; a manifest of another version is no state to build on.
  static let version = 1
}

extension Manifest.Header {
  var line: JSONLine {
    var line = JSONLine()
    line.set("baocao_manifest", Manifest.version)
    line.set("run", run)
    line.set("tool", tool)
    line.set("period", period)
    line.set("shard", shard)
    line.set("forms", forms)
    line.set("whole", isWhole ? 1 : 0)
    line.set("planned", planned)
    return line
  }

  init?(_ line: JSONLine) {
    guard line[number: "baocao_manifest"] == Manifest.version, let run = line[number: "run"],
      let tool = line[text: "tool"], let period = line[text: "period"], let shard = line[text: "shard"],
      let forms = line[text: "forms"], let whole = line[number: "whole"], let planned = line[number: "planned"]
    else { return nil }
    self.init(
      run: run, tool: tool, period: period, shard: shard, forms: forms, isWhole: whole == 1, planned: planned)
  }
}

extension Manifest.Entry {
  init(_ key: ReportKey, _ status: Manifest.Status, input: String = "", facts: String = "") {
    self.init(
      key: key, status: status, input: input, facts: facts, figures: "", output: "", bytes: 0, pages: 0,
      milliseconds: 0,
      findings: 0, problem: "", message: "")
  }

  var line: JSONLine {
    var line = JSONLine()
    line.set("key", key.text)
    line.set("status", status.rawValue)
    line.set("input", input)
    line.set("facts", facts)
    if !figures.isEmpty { line.set("figures", figures) }
    line.set("output", output)
    line.set("bytes", bytes)
    line.set("pages", pages)
    line.set("ms", milliseconds)
    line.set("findings", findings)
    if !problem.isEmpty {
      line.set("problem", problem)
      line.set("place", place)
      line.set("message", message)
    }
    return line
  }

  init?(_ line: JSONLine) {
    guard let key = line[text: "key"].flatMap({ ReportKey($0) }),
      let status = line[text: "status"].flatMap(Manifest.Status.init(rawValue:)), let input = line[text: "input"],
      let facts = line[text: "facts"], let output = line[text: "output"], let bytes = line[number: "bytes"],
      let pages = line[number: "pages"], let milliseconds = line[number: "ms"], let findings = line[number: "findings"],
      pages >= 0, bytes >= 0, milliseconds >= 0
    else { return nil }
    self.init(
      key: key, status: status, input: input, facts: facts, figures: line[text: "figures"] ?? "",
      output: output, bytes: bytes, pages: pages, milliseconds: milliseconds, findings: findings,
      problem: line[text: "problem"] ?? "", place: line[text: "place"] ?? "",
      message: line[text: "message"] ?? "")
  }
}

extension Manifest.Summary {
  var line: JSONLine {
    var line = JSONLine()
    line.set("summary", 1)
    line.set("done", done)
    line.set("unchanged", unchanged)
    line.set("failed", failed)
    line.set("stale", stale)
    line.set("pages", pages)
    line.set("bytes", bytes)
    line.set("exit", exitCode)
    return line
  }

  init?(_ line: JSONLine) {
    guard line[number: "summary"] == 1, let done = line[number: "done"], let unchanged = line[number: "unchanged"],
      let failed = line[number: "failed"], let stale = line[number: "stale"], let pages = line[number: "pages"],
      let bytes = line[number: "bytes"], let exit = line[number: "exit"]
    else { return nil }
    self.init(
      done: done, unchanged: unchanged, failed: failed, stale: stale, pages: pages, bytes: bytes, exitCode: exit)
  }

  mutating func count(_ entry: Manifest.Entry) {
    switch entry.status {
    case .done: done += 1
    case .unchanged: unchanged += 1
    case .failed: failed += 1
    case .stale: stale += 1
    }
    guard entry.status == .done || entry.status == .unchanged else { return }
    pages = pages.addingReportingOverflow(entry.pages).partialValue
    bytes = bytes.addingReportingOverflow(entry.bytes).partialValue
  }
}

/// What a line of a manifest says.
enum ManifestLine {
  case header(Manifest.Header)
  case entry(Manifest.Entry)
  case summary(Manifest.Summary)

  /// nil for a damaged line: what it spoke of is made again.
  init?(_ bytes: ArraySlice<UInt8>) {
    guard let line = JSONLine(bytes) else { return nil }
    if let entry = Manifest.Entry(line) {
      self = .entry(entry)
    } else if let summary = Manifest.Summary(line) {
      self = .summary(summary)
    } else if let header = Manifest.Header(line) {
      self = .header(header)
    } else {
      return nil
    }
  }
}
