internal import Batch
internal import Glibc

/// SIGTERM and SIGINT as wishes: the first lets the reports at hand finish, a second ends the program at once.
///
/// A thread waits for the signals; nothing is done inside a handler, where almost nothing may be done.
enum Signals {
  /// A scheduler gives two seconds, also while a large workspace is still being read.
  private static let longestEnding = timespec(tv_sec: 1, tv_nsec: 900_000_000)

  /// To be called before any other thread is started, because threads inherit what is blocked.
  static func watch(_ stop: StopFlag) {
    var set = sigset_t()
    sigemptyset(&set)
    sigaddset(&set, SIGTERM)
    sigaddset(&set, SIGINT)
    guard pthread_sigmask(SIG_BLOCK, &set, nil) == 0 else { return }
    let waiting = set
    BackgroundThread.start {
      var set = waiting
      var signal: Int32 = 0
      while sigwait(&set, &signal) != 0 {}
      let code: Batch.ExitCode = signal == SIGINT ? .interrupted : .terminated
      stop.stop(code)
      // A run that ends in time takes this thread with it. Ending hard loses no report: that is what the books are for.
      var limit = longestEnding
      sigtimedwait(&set, nil, &limit)
      _exit(code.rawValue)
    }
  }
}
