internal import Dispatch
internal import Synchronization

/// Set once, by a signal or by the run itself; looked at between reports.
public final class StopFlag: Sendable {
  private let value = Atomic<Int32>(0)
  private let wider: StopFlag?

  /// - Parameter wider: a flag that stops this one, too: that of a run of which this one is a part.
  public init(within wider: StopFlag? = nil) {
    self.wider = wider
  }

  /// The first reason counts.
  public func stop(_ reason: ExitCode) {
    _ = value.compareExchange(expected: 0, desired: reason.rawValue, ordering: .sequentiallyConsistent)
  }

  public var reason: ExitCode? {
    ExitCode(rawValue: value.load(ordering: .sequentiallyConsistent)).flatMap { $0 == .done ? nil : $0 }
      ?? wider?.reason
  }
}

/// Messages of many threads to one.
final class Mailbox<Message: Sendable>: Sendable {
  private let messages = Mutex<[Message]>([])
  private let ready = DispatchSemaphore(value: 0)

  func post(_ message: Message) {
    messages.withLock { $0.append(message) }
    ready.signal()
  }

  /// Everything that has arrived; waits for the first at most that long.
  func take(milliseconds: Int) -> [Message] {
    guard ready.wait(timeout: .now() + .milliseconds(milliseconds)) == .success else { return [] }
    let taken = messages.withLock { messages in
      defer { messages.removeAll(keepingCapacity: true) }
      return messages
    }
    for _ in taken.dropFirst() { ready.wait() }
    return taken
  }
}

/// Workers that take one report after the other from a list.
final class WorkerPool: Sendable {
  enum Message: Sendable {
    case made(Int, ReportMaker.Made)
    /// A worker that has no more to do.
    case ended
  }

  let mailbox = Mailbox<Message>()
  private let maker: ReportMaker
  private let jobs: [NightPlan.Job]
  private let stop: StopFlag
  private let next = Atomic<Int>(0)
  private let seats = Mutex<[Seat?]>([])

  /// What a worker is at, and since when.
  private struct Seat {
    var job: Int
    var since: ContinuousClock.Instant
    var isGivenUp = false
  }

  init(_ maker: ReportMaker, _ jobs: [NightPlan.Job], _ stop: StopFlag) {
    self.maker = maker
    self.jobs = jobs
    self.stop = stop
  }

  /// - Returns: whether there is one worker more.
  func startWorker() -> Bool {
    let seat = seats.withLock { seats in
      seats.append(nil)
      return seats.count - 1
    }
    return BackgroundThread.start { [self] in
      if work(at: seat) { mailbox.post(.ended) }
    }
  }

  /// - Returns: false for a worker given up meanwhile, which nobody waits for.
  private func work(at seat: Int) -> Bool {
    let bench = ReportMaker.Bench()
    while stop.reason == nil {
      let job = next.add(1, ordering: .relaxed).oldValue
      guard job < jobs.count else { break }
      seats.withLock { $0[seat] = Seat(job: job, since: .now) }
      let made = maker.make(jobs[job], bench) { !isGivenUp(seat) }
      if isGivenUp(seat) { return false }
      seats.withLock { $0[seat] = nil }
      mailbox.post(.made(job, made))
    }
    return true
  }

  private func isGivenUp(_ seat: Int) -> Bool { seats.withLock { $0[seat]?.isGivenUp ?? false } }

  /// Gives up workers that are at one report for longer than the limit.
  ///
  /// - Returns: their reports. A thread cannot be stopped from outside; it ends with the program, and what it makes is not looked at.
  func giveUp(after limit: Duration) -> [Int] {
    seats.withLock { seats in
      var jobs: [Int] = []
      for index in seats.indices {
        guard let seat = seats[index], !seat.isGivenUp, .now - seat.since > limit else { continue }
        seats[index]?.isGivenUp = true
        jobs.append(seat.job)
      }
      return jobs
    }
  }
}
