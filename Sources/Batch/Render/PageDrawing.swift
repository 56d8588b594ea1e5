internal import Dispatch
internal import Graphics
internal import PDF
internal import Synchronization

/// The pages of one document, drawn on a thread of their own while the next ones are laid out.
///
/// For a report that is made alone on a machine with a second core: with `SideBySide`, a person waits 3 of 42 ms less, and the processors
/// work 5 ms more. Where many reports are made, each worker draws its own. Pages are drawn in their order by one thread, so the bytes are
/// those of `Canvas` in any case.
final class PageDrawing: Sendable {
  /// Pages that may wait, so that a long document is never in memory whole.
  private static let room = 8

  private enum Order: Sendable {
    case draw(Page)
    /// All pages are there.
    case finish
    /// The document is given up.
    case abandon
  }

  private struct State {
    /// Given up with what it holds before anyone is told that the thread has ended: a file shall not be closed by a thread nobody waits for.
    var canvas: (@Sendable () throws -> Canvas)?
    var orders: [Order] = []
    var pages = 0
    var failure: (any Error)?
    var bytes: [UInt8] = []
    var time = Duration.zero
  }

  private let state = Mutex(State())
  private let free = DispatchSemaphore(value: 0)
  private let waiting = DispatchSemaphore(value: 0)
  private let ended = DispatchSemaphore(value: 0)

  /// Begins a document; nil where the system has no thread to give.
  ///
  /// - Parameter canvas: called on the thread, which alone uses what it returns and whatever that holds, until `finish` or `abandon` return.
  init?(_ canvas: @escaping @Sendable () throws -> Canvas) {
    state.withLock { $0.canvas = canvas }
    for _ in 0..<Self.room { free.signal() }
    guard BackgroundThread.start({ [self] in work() }) else { return nil }
  }

  /// Hands a page over. Throws what is wrong with one before it, or with this one once it is drawn: then with the next call.
  func draw(_ page: Page) throws {
    free.wait()
    if let failure = state.withLock({ $0.failure }) { throw failure }
    put(.draw(page))
  }

  /// Waits for the last page and ends the document: its bytes, or none when they went elsewhere. Throws what was wrong with a page.
  func finish() throws -> [UInt8] {
    put(.finish)
    waitForEnd()
    if let failure = state.withLock({ $0.failure }) { throw failure }
    return state.withLock { $0.bytes }
  }

  /// Gives the document up after the pages that were handed over.
  ///
  /// - Returns: what was wrong with one of them.
  func abandon() -> (any Error)? {
    put(.abandon)
    waitForEnd()
    return state.withLock { $0.failure }
  }

  /// Pages that were drawn, one that could not be included.
  var pages: Int { state.withLock { $0.pages } }

  /// Time spent drawing.
  var time: Duration { state.withLock { $0.time } }

  private func waitForEnd() {
    ended.wait()
    // Whoever asks again finds it ended.
    ended.signal()
  }

  private func put(_ order: Order) {
    state.withLock { $0.orders.append(order) }
    waiting.signal()
  }

  private func next() -> Order {
    waiting.wait()
    return state.withLock { $0.orders.removeFirst() }
  }

  // MARK: On the thread

  private func work() {
    do {
      try drawAll()
    } catch {
      state.withLock { $0.failure = error }
      // Whoever waits for room is told.
      free.signal()
    }
    ended.signal()
  }

  private func drawAll() throws {
    let make = state.withLock { $0.canvas.take() }
    guard let make else { return }
    var begin = ContinuousClock.now
    var canvas = try make()
    count(since: begin)
    while true {
      switch next() {
      case .draw(let page):
        begin = .now
        state.withLock { $0.pages += 1 }
        try canvas.draw(page)
        count(since: begin)
        free.signal()
      case .finish:
        begin = .now
        let bytes = try canvas.finish()
        state.withLock { $0.bytes = bytes }
        count(since: begin)
        return
      case .abandon: return
      }
    }
  }

  private func count(since begin: ContinuousClock.Instant) {
    let time = ContinuousClock.now - begin
    state.withLock { $0.time += time }
  }
}
