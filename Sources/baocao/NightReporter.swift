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
  private let logger: Logger?
  private var hasLine = false
  private var lastShown = -1.0

  private static let secondsBetweenLines = 0.2

  init(_ style: LogStyle, _ language: Language, shard: Shard?) {
    self.language = language
    let isTerminal = isatty(STDERR_FILENO) == 1
    if style == .none || (style == .auto && isTerminal) {
      logger = nil
    } else {
      let format: LogFormat =
        style == .json ? .json : NightOptions.environment("JOURNAL_STREAM") != nil ? .journal : .text
      var logger = Logger(label: "baocao") { _ in LogLines(format) }
      if let shard { logger[metadataKey: "shard"] = "\(shard.text)" }
      self.logger = logger
    }
    showsProgress = style == .auto && isTerminal
  }

  private let showsProgress: Bool

  func hear(_ event: NightEvent) {
    switch event {
    case .started(let run, let planned, let path):
      logger?.info("started", metadata: ["run": "\(run)", "planned": "\(planned)", "manifest": "\(path)"])
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
        "failed", metadata: ["key": "\(entry.key.text)", "code": "\(entry.problem)", "message": "\(entry.message)"])
      guard logger == nil else { return }
      clear()
      Terminal.err("\(entry.key.text): \(entry.problem): \(entry.message)")
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
      ? "\(settled)/\(progress.planned), \(Int(rate)) báo cáo/giây, còn \(left) giây, hỏng \(summary.failed), giữ nguyên \(summary.unchanged)"
      : "\(settled)/\(progress.planned), \(Int(rate)) reports/s, \(left) s left, \(summary.failed) failed, \(summary.unchanged) unchanged"
    Terminal.raw("\r\u{1B}[K" + text)
    hasLine = true
  }

  /// Takes the moving line away before other words.
  private func clear() {
    guard hasLine else { return }
    Terminal.raw("\r\u{1B}[K")
    hasLine = false
  }

  func finish(_ outcome: NightOutcome) {
    clear()
    let summary = outcome.summary
    logger?.info(
      "finished",
      metadata: [
        "exit": "\(outcome.code.rawValue)", "done": "\(summary.done)", "unchanged": "\(summary.unchanged)",
        "failed": "\(summary.failed)", "stale": "\(summary.stale)", "pages": "\(summary.pages)",
      ])
    guard outcome.manifest != nil else { return }
    Terminal.out(
      language == .vietnamese
        ? "\(outcome.planned) báo cáo: lập \(summary.done), giữ nguyên \(summary.unchanged), hỏng \(summary.failed); \(summary.pages) trang"
        : "\(outcome.planned) reports: \(summary.done) made, \(summary.unchanged) unchanged, \(summary.failed) failed; \(summary.pages) pages"
    )
    if let list = outcome.failedList { Terminal.out(list) }
  }
}
