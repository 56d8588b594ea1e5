internal import Synchronization

/// Time spent in each stage of a run, added up over all reports and workers: for measuring, never for what is printed.
public final class StageClock: Sendable {
  public enum Stage: Int, CaseIterable, Sendable {
    case data
    case facts
    case template
    case layout
    case drawing
    case publishing
  }

  private let totals = Mutex([Duration](repeating: .zero, count: Stage.allCases.count))

  public init() {}

  func add(_ time: Duration, to stage: Stage) {
    totals.withLock { $0[stage.rawValue] += time }
  }

  func add(since start: ContinuousClock.Instant, to stage: Stage) {
    add(ContinuousClock.now - start, to: stage)
  }

  /// One line a stage: its name and milliseconds with three decimals.
  public var report: String {
    let totals = totals.withLock { $0 }
    return Stage.allCases.map { stage in
      let (seconds, attoseconds) = totals[stage.rawValue].components
      let microseconds = Int(seconds) * 1_000_000 + Int(attoseconds / 1_000_000_000_000)
      let rest = String(microseconds % 1000)
      return "\(stage) \(microseconds / 1000).\(String(repeating: "0", count: 3 - rest.count))\(rest)"
    }.joined(separator: "\n") + "\n"
  }
}
