internal import Dispatch
internal import Synchronization

/// Two things at the same time that do not need each other, for a report that is made alone.
enum SideBySide {
  /// What both yield, when both are done. The second runs on a thread of its own, or after the first where the system has none to give.
  static func run<First, Second: Sendable>(
    _ first: () -> First, _ second: @escaping @Sendable () -> Second
  ) -> (First, Second) {
    let result = Later<Second>()
    let isStarted = BackgroundThread.start { result.set(second()) }
    let mine = first()
    return (mine, isStarted ? result.wait() : second())
  }

  private final class Later<Value: Sendable>: Sendable {
    private let value = Mutex<Value?>(nil)
    private let ready = DispatchSemaphore(value: 0)

    func set(_ made: Value) {
      value.withLock { $0 = made }
      ready.signal()
    }

    func wait() -> Value {
      while true {
        ready.wait()
        if let made = value.withLock({ $0 }) { return made }
      }
    }
  }
}
