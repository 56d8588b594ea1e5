internal import Batch
internal import Findings
internal import Glibc
internal import Logging

enum LogStyle: String {
  /// Progress on a terminal, text elsewhere.
  case auto
  case text
  case json
  case none
}

/// Tells of a run while it goes on: a line that moves on a terminal, a log under a scheduler.
final class NightReporter {
  private let language: Language
  private var logger: Logger?
  private let workspace: String?
  private var hasLine = false
  private var lastShown = -1.0

  private static let secondsBetweenLines = 0.2

  /// - Parameter workspace: its name where a run goes through several.
  init(_ style: LogStyle, _ language: Language, shard: Shard?, workspace: String? = nil) {
    self.workspace = workspace
    self.language = language
    let isTerminal = isatty(STDERR_FILENO) == 1
    if style == .none || (style == .auto && isTerminal) {
      logger = nil
    } else {
      let format: LogFormat =
        style == .json ? .json : Self.isJournal ? .journal : .text
      var logger = Logger(label: "baocao") { _ in LogLines(format) }
      if let shard { logger[metadataKey: "shard"] = "\(shard.text)" }
      if let workspace { logger[metadataKey: "workspace"] = "\(workspace)" }
      self.logger = logger
    }
    showsProgress = style == .auto && isTerminal
  }

  private let showsProgress: Bool

  /// Whether the standard error stream is journald's: the variable names device and inode of the stream it was made for, and stays set
  /// when somebody sends the stream elsewhere (systemd.exec(5)).
  private static var isJournal: Bool {
    var status = stat()
    guard let stream = NightOptions.environment("JOURNAL_STREAM"), fstat(STDERR_FILENO, &status) == 0 else {
      return false
    }
    return stream == "\(status.st_dev):\(status.st_ino)"
  }

  func hear(_ event: NightEvent) {
    switch event {
    case .started(let run, let planned, let path):
      logger?[metadataKey: "run"] = "\(run)"
      logger?.info("started", metadata: ["planned": "\(planned)", "manifest": "\(path)"])
    case .report(let entry, let findings): report(entry, findings)
    case .progress(let progress): if showsProgress { show(progress) }
    case .stale(let key, let removed):
      clear()
      logger?.notice("stale", metadata: ["key": "\(key.text)", "removed": "\(removed)"])
      if logger == nil {
        Terminal.err(
          language == .vietnamese
            ? "tệp thừa\(removed ? ", đã xóa" : ""): \(key.text)" : "stale\(removed ? ", removed" : ""): \(key.text)")
      }
    }
  }

  private func report(_ entry: Manifest.Entry, _ findings: [Finding]) {
    if entry.status == .failed {
      logger?.error(
        "failed",
        metadata: [
          "key": "\(entry.key.text)", "code": "\(entry.problem)", "place": "\(entry.place)",
          "message": "\(entry.message)",
        ])
      guard logger == nil else { return }
      clear()
      Terminal.err("\(entry.key.text): \(entry.problem): \(entry.place): \(entry.message)")
    } else {
      logger?.debug("\(entry.status.rawValue)", metadata: ["key": "\(entry.key.text)", "ms": "\(entry.milliseconds)"])
    }
  }

  private func show(_ progress: NightProgress) {
    let settled = progress.settled
    guard progress.seconds - lastShown >= Self.secondsBetweenLines || settled == progress.planned else { return }
    lastShown = progress.seconds
    let rate = progress.seconds > 0 ? Double(settled) / progress.seconds : 0
    let left = rate > 0 ? Int(Double(progress.planned - settled) / rate) : 0
    let summary = progress.summary
    let text =
      language == .vietnamese
      ? "\(settled)/\(progress.planned), \(Int(rate)) báo cáo/giây, còn \(time(left)), hỏng \(summary.failed), giữ nguyên \(summary.unchanged)"
      : "\(settled)/\(progress.planned), \(Int(rate)) reports/s, \(time(left)) left, \(summary.failed) failed, \(summary.unchanged) unchanged"
    Terminal.raw("\r\u{1B}[K" + (workspace.map { "\($0): " } ?? "") + text)
    hasLine = true
  }

  /// As a person says it: seconds below a minute and a half, minutes above.
  private func time(_ seconds: Int) -> String {
    let isVietnamese = language == .vietnamese
    if seconds < 90 { return "\(seconds) \(isVietnamese ? "giây" : "s")" }
    return "\((seconds + 30) / 60) \(isVietnamese ? "phút" : "min")"
  }

  /// Takes the moving line away before other words.
  private func clear() {
    guard hasLine else { return }
    Terminal.raw("\r\u{1B}[K")
    hasLine = false
  }

  /// The last words of a run among several; its line is the caller's.
  func close(_ outcome: NightOutcome) {
    clear()
    let summary = outcome.summary
    logger?.info(
      "finished",
      metadata: [
        "exit": "\(outcome.code.rawValue)", "done": "\(summary.done)", "unchanged": "\(summary.unchanged)",
        "failed": "\(summary.failed)", "stale": "\(summary.stale)", "pages": "\(summary.pages)",
      ])
  }

  func finish(_ outcome: NightOutcome) {
    close(outcome)
    let summary = outcome.summary
    guard outcome.manifest != nil else { return }
    let left = outcome.planned - summary.done - summary.unchanged - summary.failed
    let rest =
      left <= 0
      ? ""
      : language == .vietnamese ? "; còn \(left) báo cáo, chạy lại để làm nốt" : "; \(left) left, run again to finish"
    Terminal.out(
      language == .vietnamese
        ? "\(outcome.planned) báo cáo: lập \(summary.done), giữ nguyên \(summary.unchanged), hỏng \(summary.failed); \(summary.pages) trang\(rest)"
        : "\(outcome.planned) reports: \(summary.done) made, \(summary.unchanged) unchanged, \(summary.failed) failed; \(summary.pages) pages\(rest)"
    )
    if let list = outcome.failedList { Terminal.out(list) }
  }
}
